// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QByteArray>
#include <QString>

namespace app {

class OfficeDesk;

/// A file of this computer that was taken into the store, to lie beside something that is said or asked.
struct KeptFile {
    QString name{};      ///< text to show, never a path
    QByteArray sha256{}; ///< hex
    qint64 size = 0;     ///< bytes

    friend bool operator==(const KeptFile&, const KeptFile&) = default;
};

/// Takes the bytes into the store; whoever gets the message that cites them gets them. `shared-file-too-large` (above
/// 200 MiB), `shared-file-empty`, those of the store. Blocking; any thread but the GUI's.
[[nodiscard]] Result<KeptFile> keepFile(const OfficeDesk& desk, const QString& path, qsizetype longestName);

/// The main file of a document that this desk has, by its number and subject. `secret-never-sent`,
/// `document-not-found`, `content-missing`.
[[nodiscard]] Result<KeptFile> keepDocument(const OfficeDesk& desk, const DocumentId& id, qsizetype longestName);

} // namespace app
