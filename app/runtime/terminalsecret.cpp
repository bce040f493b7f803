// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/terminalsecret.h"

#include <array>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace app {

namespace {

/// The terminal with echo off for as long as this lives.
class SilentTerminal {
public:
    SilentTerminal()
        : m_file(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        if (m_file >= 0 && ::tcgetattr(m_file, &m_before) == 0) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            m_ready = ::tcsetattr(m_file, TCSAFLUSH, &silent) == 0;
        }
    }
    ~SilentTerminal() {
        if (m_ready) {
            ::tcsetattr(m_file, TCSAFLUSH, &m_before);
        }
        if (m_file >= 0) {
            ::close(m_file);
        }
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] int file() const { return m_file; }

private:
    int m_file;
    termios m_before{};
    bool m_ready = false;
};

} // namespace

Result<docsig::Pin> askSecret(const QString& prompt) {
    const SilentTerminal terminal;
    if (!terminal.ready()) {
        return fail("terminal-missing");
    }
    const QByteArray asked = prompt.toUtf8();
    std::ignore = ::write(terminal.file(), asked.constData(), static_cast<std::size_t>(asked.size()));
    std::array<char, 256> line{};
    const ssize_t length = ::read(terminal.file(), line.data(), line.size());
    std::ignore = ::write(terminal.file(), "\n", 1);
    qsizetype used = std::max<ssize_t>(length, 0);
    while (used > 0 &&
           (line[static_cast<std::size_t>(used) - 1] == '\n' || line[static_cast<std::size_t>(used) - 1] == '\r')) {
        --used;
    }
    docsig::Pin pin = docsig::Pin::fromUtf8(QByteArrayView(line.data(), used));
    ::explicit_bzero(line.data(), line.size());
    return pin;
}

} // namespace app
