// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QByteArray>
#include <QString>

namespace app {

class OfficeDesk;
struct ContentRef;

/// Use case of whoever has a document: looks at one of its files (the attachments of a packet and what lies beside
/// comments among them) and takes copies. Each is written down before it happens (AuditLog). A file is never given to
/// another program from here: what a sender put into it is not known. Blocking; any thread but the GUI's.
class DocumentFiles {
public:
    explicit DocumentFiles(OfficeDesk& desk);

    /// Where the file lies; read only. `document-file-unknown` (the document has none of that hash),
    /// `content-missing` (not here yet), those of the log.
    [[nodiscard]] Result<QString> open(const DocumentId& id, const QByteArray& sha256);
    /// Writes it to `path`, whole or not at all. As open(), and as saveCopy().
    [[nodiscard]] Result<void> save(const DocumentId& id, const QByteArray& sha256, const QString& path);
    /// The file at that place, from 1: those of the document as listed, then those of its comments.
    /// `document-file-unknown`.
    [[nodiscard]] Result<ContentRef> at(const DocumentId& id, int number) const;

private:
    [[nodiscard]] Result<QList<ContentRef>> all(const DocumentId& id) const;
    [[nodiscard]] Result<ContentRef> find(const DocumentId& id, const QByteArray& sha256) const;

    OfficeDesk& m_desk;
};

} // namespace app
