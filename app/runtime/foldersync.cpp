// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/foldersync.h"

#include <QFile>

#include <tuple>

#include <fcntl.h>
#include <unistd.h>

namespace app {

namespace {

bool syncBy(int (*sync)(int), const QString& folder) {
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool isDurable = sync(descriptor) == 0;
    ::close(descriptor);
    return isDurable;
}

} // namespace

void syncFolder(const QString& folder) {
    std::ignore = syncBy(&::fsync, folder);
}

bool syncFileSystem(const QString& folder) {
    return syncBy(&::syncfs, folder);
}

} // namespace app
