// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/keepfile.h"

#include "app/domain/plaintext.h"
#include "app/services/officedesk.h"

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

} // namespace app
