// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/log/linefile.h"

#include <QFile>

#include <chrono>

#include <fcntl.h>
#include <sys/stat.h>
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
        m_cut = isCut();
    }
}

bool LineFile::isCut() const noexcept {
    struct stat about{};
    if (m_descriptor < 0 || ::fstat(m_descriptor, &about) != 0 || !S_ISREG(about.st_mode) || about.st_size == 0) {
        return false;
    }
    const int reading = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    char last = '\n';
    const bool read = reading >= 0 && ::pread(reading, &last, 1, about.st_size - 1) == 1;
    if (reading >= 0) {
        ::close(reading);
    }
    return read && last != '\n';
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
    const std::scoped_lock lock(m_mutex);
    if (m_descriptor < 0 && steadySeconds() > m_triedAt) {
        openFile();
    }
    const QByteArray whole = (m_cut ? "\n" : "") + line + '\n';
    const ssize_t written =
        m_descriptor < 0 ? -1 : ::write(m_descriptor, whole.constData(), static_cast<size_t>(whole.size()));
    if (written != static_cast<ssize_t>(whole.size())) {
        ++m_lost;
    }
    if (written > 0) {
        m_cut = whole.at(written - 1) != '\n';
    }
}

void LineFile::reopen() noexcept {
    const std::scoped_lock lock(m_mutex);
    closeFile();
    openFile();
}

} // namespace hub
