// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace app {

/// A file that goes into an export byte for byte.
struct ExportFile {
    QString sourcePath;
    QByteArray sha256; ///< lower-case hex, checked while it is copied
    QString name;      ///< inside the export, without folders
    QString role;      ///< "document", "packet", "status"
};

/// A document of the dossier with what describes it (Thông tư 05/2025 §8.3 names where they fit).
struct ExportDocument {
    QString id;
    QString kindName;
    QString number;
    QString notation;
    QDate date;
    QString subject;
    QString authorName;
    QString authorOrganId;
    QString signerName;
    QString direction; ///< "outgoing" or "incoming"
    QString bookNumber;
    QString verdict;
    QStringList links;
    QDateTime time; ///< orders the documents
    QList<ExportFile> files;
};

struct ExportDossier {
    QString id;
    QString code;
    QString title;
    QString retention;
    QString organId;
    QString organName;
    QDateTime opened;
    QDateTime closed;
    QList<ExportDocument> documents;
};

struct ExportReceipt {
    QString folder;
    int documents = 0;
    int files = 0;
    QByteArray manifestSha256;
};

/// The outcome of reading an export again. `problems` carry codes: `export-file-changed`, `export-file-missing`,
/// `export-file-unlisted`, `export-metadata-differs`.
struct ExportCheck {
    int documents = 0;
    int files = 0;
    QList<Error> problems;

    [[nodiscard]] bool holds() const { return problems.isEmpty(); }
};

/// Writes a dossier as a folder: `manifest-sha256.txt`, `dossier.xml`, `documents/NNN/…`. It is built beside the target
/// under another name and renamed when complete, so a half export never looks like one.
[[nodiscard]] Result<ExportReceipt> writeDossier(const ExportDossier& dossier, const QString& folder);

/// Reads an export again: every listed file is there with its hash, nothing else is, and the metadata names the same
/// files.
[[nodiscard]] Result<ExportCheck> checkDossier(const QString& folder);

} // namespace app
