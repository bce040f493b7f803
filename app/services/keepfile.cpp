// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/keepfile.h"

#include "app/domain/plaintext.h"
#include "app/services/officedesk.h"
#include "app/services/secrecyguard.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qint64 largestSharedFile = 200LL * 1024 * 1024; // the server takes no larger content

} // namespace

Result<KeptFile> keepFile(const OfficeDesk& desk, const QString& path, qsizetype longestName) {
    const QFileInfo info(path);
    if (info.size() > largestSharedFile) {
        return fail("shared-file-too-large", path);
    }
    const QString name = visibleText(info.fileName()).right(longestName);
    if (info.exists() && (info.size() == 0 || name.isEmpty())) {
        return fail("shared-file-empty", path);
    }
    const auto sha256 = desk.store().putContentFile(path);
    return sha256 ? Result<KeptFile>({.name = name, .sha256 = *sha256, .size = info.size()})
                  : std::unexpected(sha256.error());
}

Result<KeptFile> keepDocument(const OfficeDesk& desk, const DocumentId& id, qsizetype longestName) {
    const auto document = desk.store().documents().detail(id);
    if (!document) {
        return std::unexpected(document.error());
    }
    if (auto open = refuseSecret(document->summary.secrecy); !open) {
        return std::unexpected(open.error());
    }
    if (const auto place = desk.store().blobs().path(document->pdfSha256); !place) {
        return std::unexpected(place.error());
    }
    const QString name = visibleText(document->summary.number + u' ' + document->summary.subject);
    return KeptFile{.name = (name.isEmpty() ? id.text() : name).left(longestName),
                    .sha256 = document->pdfSha256,
                    .size = desk.store().blobs().size(document->pdfSha256)};
}

} // namespace app
