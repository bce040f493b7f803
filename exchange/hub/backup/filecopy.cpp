// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/backup/filecopy.h"

#include "exchange/protocol/sha256.h"

#include <QDirIterator>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace hub {

using exchange::Result;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 pieceBytes = 1024 * 1024;

Result<CopiedFile> flushed(QFile& file, const CopiedFile& copied) {
    if (!file.flush() || ::fsync(file.handle()) != 0) {
        return backupFileFailed(file.fileName() + u": "_s + file.errorString());
    }
    return copied;
}

} // namespace

std::unexpected<exchange::Error> backupFileFailed(const QString& why) {
    return exchange::fail("hub-backup-file-failed", why);
}

Result<CopiedFile> copyFile(const QString& from, const QString& to) {
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) ||
        !target.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        return backupFileFailed(from + u": "_s + source.errorString() + u", "_s + target.errorString());
    }
    exchange::Sha256 hash;
    CopiedFile copied;
    for (;;) {
        const QByteArray piece = source.read(pieceBytes);
        if (piece.isEmpty()) {
            break;
        }
        if (target.write(piece) != piece.size()) {
            return backupFileFailed(to + u": "_s + target.errorString());
        }
        hash.addData(piece);
        copied.size += piece.size();
    }
    if (source.error() != QFileDevice::NoError) {
        return backupFileFailed(from + u": "_s + source.errorString());
    }
    copied.sha256 = hash.result().toHex();
    return flushed(target, copied);
}

Result<CopiedFile> linkFile(const QString& from, const QString& to) {
    if (::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return copyFile(from, to); // another disk, or a file system without links
    }
    return hashFile(to);
}

Result<CopiedFile> hashFile(const QString& path) {
    QFile file(path);
    exchange::Sha256 hash;
    if (!file.open(QIODevice::ReadOnly) || !hash.addFrom(file)) {
        return backupFileFailed(path + u": "_s + file.errorString());
    }
    return flushed(file, {hash.result().toHex(), file.size()});
}

Result<CopiedFile> writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size()) {
        return backupFileFailed(path + u": "_s + file.errorString());
    }
    return flushed(file, {exchange::Sha256::hash(bytes).toHex(), bytes.size()});
}

Result<void> flushFolder(const QString& folder) {
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    const bool good = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    return good ? Result<void>() : backupFileFailed(folder);
}

Result<void> flushFolders(const QString& folder) {
    QDirIterator folders(folder, QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories);
    while (folders.hasNext()) {
        if (const Result<void> flushed = flushFolder(folders.next()); !flushed) {
            return flushed;
        }
    }
    return flushFolder(folder);
}

} // namespace hub
