// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/sharedfile.h"

#include "app/services/auditlog.h"
#include "app/services/officedesk.h"
#include "app/services/savecopy.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// What was looked at are these bytes; which document they are of is what its author says.
QString asAuthorSays(const QString& where, const OpinionFile& file, const QString& path = {}) {
    const QString words = u"%1: %2, %3"_s.arg(where, file.name, QString::fromLatin1(file.sha256));
    return path.isEmpty() ? words : words + u", "_s + path;
}

} // namespace

Result<QString> openSharedFile(OfficeDesk& desk, const QString& where, const OpinionFile& file) {
    auto place = desk.store().blobs().path(file.sha256);
    if (place && file.document) {
        if (auto noted = AuditLog(desk).note(AuditDeed::Viewed, *file.document, asAuthorSays(where, file)); !noted) {
            return std::unexpected(noted.error());
        }
    }
    return place;
}

Result<void> saveSharedFile(OfficeDesk& desk, const QString& where, const OpinionFile& file, const QString& path) {
    const auto place = desk.store().blobs().path(file.sha256);
    if (!place) {
        return std::unexpected(place.error());
    }
    const QString words = asAuthorSays(where, file, path);
    auto noted = file.document ? AuditLog(desk).note(AuditDeed::Exported, *file.document, words)
                               : AuditLog(desk).noteSheet(words);
    return noted ? saveCopy(*place, path) : noted;
}

} // namespace app
