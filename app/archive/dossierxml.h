// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/dossierexport.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace app {

/// A file as the metadata of an export names it.
struct NamedFile {
    QString path;      ///< relative to the export, with '/'
    QByteArray sha256; ///< lower-case hex

    friend bool operator==(const NamedFile&, const NamedFile&) = default;
};

/// What dossier.xml says that a check compares.
struct DossierIndex {
    QString code;
    int documents = 0;
    QList<NamedFile> files;
};

/// The folder of the n-th document (from 0) inside an export.
[[nodiscard]] QString documentFolder(qsizetype index);

/// dossier.xml, namespace urn:congvan:dossier:1; element names follow Thông tư 05/2025 §8.3 where it has one.
[[nodiscard]] QByteArray dossierXml(const ExportDossier& dossier);

/// Reads what dossierXml() wrote; tolerates unknown elements, refuses a DTD. `export-metadata-unreadable`.
[[nodiscard]] Result<DossierIndex> readDossierXml(const QByteArray& xml);

} // namespace app
