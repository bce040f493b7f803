// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/log/linefile.h"

#include <QFile>

#include <chrono>

#include <fcntl.h>
#include <unistd.h>

namespace hub {

namespace {

qint64 steadySeconds() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

LineFile::LineFile(QString path)
    : m_path(std::move(path)) {
    openFile();
}

LineFile::~LineFile() {
    closeFile();
}

void LineFile::openFile() noexcept {
    m_triedAt = steadySeconds();
    if (m_path == QLatin1StringView("-")) {
        m_descriptor = STDERR_FILENO;
    } else if (!m_path.isEmpty()) {
        // Not blocking: a pipe without a reader must not hold up the hub. Files do not care.
        m_descriptor = ::open(QFile::encodeName(m_path).constData(),
                              O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0640);
    }
}

void LineFile::closeFile() noexcept {
    if (m_descriptor > STDERR_FILENO) {
        ::close(m_descriptor);
    }
    m_descriptor = -1;
}

void LineFile::write(const QByteArray& line) noexcept {
    if (m_path.isEmpty()) {
        return;
    }
    const QByteArray whole = line + '\n';
    const std::scoped_lock lock(m_mutex);
    if (m_descriptor < 0 && steadySeconds() > m_triedAt) {
        openFile();
    }
    if (m_descriptor < 0 || ::write(m_descriptor, whole.constData(), static_cast<size_t>(whole.size())) !=
                                static_cast<ssize_t>(whole.size())) {
        ++m_lost;
    }
}

void LineFile::reopen() noexcept {
    const std::scoped_lock lock(m_mutex);
    closeFile();
    openFile();
}

} // namespace hub
