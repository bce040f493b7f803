// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/processlock.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace exchange {

namespace {

/// Only to tell a person; the lock does not depend on it.
void writeHolder(int descriptor) {
    const QByteArray holder = QByteArray::number(qint64(::getpid())) + '\n';
    if (::ftruncate(descriptor, 0) == 0) {
        std::ignore = ::pwrite(descriptor, holder.constData(), size_t(holder.size()), 0);
    }
}

} // namespace

std::optional<ProcessLock> ProcessLock::take(const QString& path) {
    const bool isFolder = QFileInfo(path).isDir();
    const int flags = isFolder ? O_RDONLY | O_DIRECTORY : O_RDWR | O_CREAT;
    ProcessLock lock(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600));
    if (lock.m_descriptor < 0 || ::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        return std::nullopt;
    }
    if (!isFolder) {
        writeHolder(lock.m_descriptor);
    }
    return lock;
}

qint64 ProcessLock::holderOf(const QString& path) {
    constexpr qint64 longest = 20;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(longest).split('\n').first().toLongLong() : 0;
}

ProcessLock::~ProcessLock() {
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

ProcessLock::ProcessLock(ProcessLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

ProcessLock& ProcessLock::operator=(ProcessLock&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

} // namespace exchange
