// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/foldersync.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace app {

namespace {

void syncBy(int (*sync)(int), const QString& folder) {
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        sync(descriptor);
        ::close(descriptor);
    }
}

} // namespace

void syncFolder(const QString& folder) {
    syncBy(&::fsync, folder);
}

void syncFileSystem(const QString& folder) {
    syncBy(&::syncfs, folder);
}

} // namespace app
