// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/backup/backuplock.h"

#include "exchange/hub/backup/filecopy.h"

#include <QFile>

#include <cerrno>

#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace hub {

using exchange::Result;

namespace {

int openLock(const QString& dataFolder) {
    return ::open(QFile::encodeName(dataFolder + QStringLiteral("/backup.lock")).constData(),
                  O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

} // namespace

Result<BackupLock> BackupLock::share(const QString& dataFolder) {
    BackupLock lock(openLock(dataFolder));
    while (lock.m_descriptor >= 0 && ::flock(lock.m_descriptor, LOCK_SH) != 0) {
        if (errno != EINTR) {
            return backupFileFailed(dataFolder);
        }
    }
    if (lock.m_descriptor < 0) {
        return backupFileFailed(dataFolder);
    }
    return lock;
}

Result<std::optional<BackupLock>> BackupLock::holdAlone(const QString& dataFolder) {
    BackupLock lock(openLock(dataFolder));
    if (lock.m_descriptor < 0) {
        return backupFileFailed(dataFolder);
    }
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        return std::optional<BackupLock>();
    }
    return std::optional<BackupLock>(std::move(lock));
}

BackupLock::~BackupLock() {
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

BackupLock::BackupLock(BackupLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

BackupLock& BackupLock::operator=(BackupLock&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

} // namespace hub
