// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <mutex>

namespace hub {

/// A file of lines that grows at its end, for logs. Each line is one write, so several processes may share the file.
/// What cannot be written is dropped and counted: a log never stops the hub. What a full disk or a kill cut in its
/// middle stays a line of its own. Thread-safe.
class LineFile {
public:
    /// "-": standard error; empty: nothing is kept.
    explicit LineFile(QString path);
    ~LineFile();
    LineFile(const LineFile&) = delete;
    LineFile& operator=(const LineFile&) = delete;

    /// Adds a line feed. An unwritable file is tried anew at most once a second.
    void write(const QByteArray& line) noexcept;
    /// Lets go of the file and opens its path again: after a rotation by rename.
    void reopen() noexcept;
    [[nodiscard]] bool isOn() const { return !m_path.isEmpty(); }
    /// Lines that were dropped.
    [[nodiscard]] qint64 lost() const { return m_lost; }

private:
    void openFile() noexcept;
    /// Whether the file's last line has no end.
    [[nodiscard]] bool isCut() const noexcept;
    void closeFile() noexcept;

    QString m_path;
    std::mutex m_mutex;
    int m_descriptor = -1;
    bool m_cut = false;   ///< the last line has no end: the next one brings it
    qint64 m_triedAt = 0; ///< seconds of the steady clock
    std::atomic<qint64> m_lost = 0;
};

} // namespace hub
