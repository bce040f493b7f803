// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/documentfiles.h"

#include "app/services/auditlog.h"
#include "app/services/officedesk.h"
#include "app/services/savecopy.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::unexpected<Error> fileUnknown(const QString& which) {
    return fail("document-file-unknown", which);
}

/// For the log: which bytes, and by what name the sender calls them.
QString inWords(const ContentRef& file) {
    return u"%1, %2"_s.arg(file.name, QString::fromLatin1(file.sha256));
}

} // namespace

DocumentFiles::DocumentFiles(OfficeDesk& desk)
    : m_desk(desk) {}

Result<QList<ContentRef>> DocumentFiles::all(const DocumentId& id) const {
    const auto document = m_desk.store().documents().detail(id);
    if (!document) {
        return std::unexpected(document.error());
    }
    QList<ContentRef> files = document->contents;
    for (const Comment& comment : document->comments) {
        for (const CommentFile& file : comment.files) {
            files.append({.sha256 = file.sha256, .name = file.name, .size = file.size});
        }
    }
    return files;
}

Result<ContentRef> DocumentFiles::find(const DocumentId& id, const QByteArray& sha256) const {
    const auto files = all(id);
    if (!files) {
        return std::unexpected(files.error());
    }
    const auto found = std::ranges::find(*files, sha256, &ContentRef::sha256);
    return found == files->end() ? Result<ContentRef>(fileUnknown(QString::fromLatin1(sha256))) : *found;
}

Result<ContentRef> DocumentFiles::at(const DocumentId& id, int number) const {
    const auto files = all(id);
    if (!files) {
        return std::unexpected(files.error());
    }
    const bool isThere = number >= 1 && number <= files->size();
    return isThere ? Result<ContentRef>(files->at(number - 1)) : fileUnknown(QString::number(number));
}

Result<QString> DocumentFiles::open(const DocumentId& id, const QByteArray& sha256) {
    const auto file = find(id, sha256);
    auto place = file ? m_desk.store().blobs().path(sha256) : std::unexpected(file.error());
    if (!place) {
        return place;
    }
    if (const auto noted = AuditLog(m_desk).note(AuditDeed::Viewed, id, inWords(*file)); !noted) {
        return std::unexpected(noted.error());
    }
    return place;
}

Result<void> DocumentFiles::save(const DocumentId& id, const QByteArray& sha256, const QString& path) {
    const auto file = find(id, sha256);
    const auto place = file ? m_desk.store().blobs().path(sha256) : std::unexpected(file.error());
    if (!place) {
        return std::unexpected(place.error());
    }
    if (auto noted = AuditLog(m_desk).note(AuditDeed::Exported, id, inWords(*file) + u" → "_s + path); !noted) {
        return noted;
    }
    return saveCopy(*place, path);
}

} // namespace app
