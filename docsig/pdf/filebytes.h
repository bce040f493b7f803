// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"

#include <QByteArrayView>
#include <QFile>

#include <functional>
#include <memory>

namespace docsig::pdf {

/// Offsets in a PDF have ten digits, but many programs count them in 31 bits: more than that is not taken. Code:
/// pdf-too-large.
[[nodiscard]] Result<void> checkSize(qint64 size);

/// A large file to read from: mapped for what is looked at here and there, read in pieces for what is passed over as a
/// whole, so that a file of any size takes little memory. Nothing may make the file shorter meanwhile, or the process
/// ends: for files of the own store, which never change, and for the workers. Any thread; shared by what reads it.
class FileBytes {
public:
    /// Codes: pdf-file-unreadable, pdf-too-large.
    [[nodiscard]] static Result<std::shared_ptr<const FileBytes>> open(const QString& path);
    /// Of a file that is open already, such as standard input.
    [[nodiscard]] static Result<std::shared_ptr<const FileBytes>> take(std::unique_ptr<QFile> file);

    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }
    /// What was looked at leaves the memory; the bytes stay valid and come again when they are looked at again.
    void letGo() const;
    /// Hands the whole file on in pieces until `piece` returns false. Returns false where it did or the file can't be
    /// read to its end.
    [[nodiscard]] bool passOver(const std::function<bool(QByteArrayView)>& piece) const;

private:
    explicit FileBytes(std::unique_ptr<QFile> file)
        : m_file(std::move(file)) {}

    std::unique_ptr<QFile> m_file;
    QByteArrayView m_bytes;
};

/// Makes what was written to an open file durable.
[[nodiscard]] bool makeDurable(QFileDevice& file);
/// Makes the names in a folder durable, as far as the file system can.
void makeFolderDurable(const QString& path);

} // namespace docsig::pdf
