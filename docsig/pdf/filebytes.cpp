// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/filebytes.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace docsig::pdf {

namespace {

constexpr qint64 largestFile = (2LL << 30) - 1;
constexpr qint64 readPiece = 1 << 20;

} // namespace

Result<std::shared_ptr<const FileBytes>> FileBytes::open(const QString& path) {
    auto file = std::make_unique<QFile>(path);
    std::ignore = file->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return take(std::move(file));
}

Result<void> checkSize(qint64 size) {
    return size > largestFile ? fail("pdf-too-large", QString::number(size)) : Result<void>();
}

Result<std::shared_ptr<const FileBytes>> FileBytes::take(std::unique_ptr<QFile> file) {
    std::shared_ptr<FileBytes> taken(new FileBytes(std::move(file)));
    QFile& mine = *taken->m_file;
    if (const auto fits = checkSize(mine.size()); !fits) {
        return std::unexpected(fits.error());
    }
    // An empty file can't be mapped, and needs not be.
    uchar* bytes = mine.isOpen() && mine.size() > 0 ? mine.map(0, mine.size()) : nullptr;
    if (bytes == nullptr && !(mine.isOpen() && mine.size() == 0)) {
        return fail("pdf-file-unreadable", mine.errorString());
    }
    taken->m_bytes = QByteArrayView(bytes, mine.size());
    return taken;
}

void FileBytes::letGo() const {
    if (!m_bytes.isEmpty()) {
        // The pages are those of the file, unchanged: dropping them from this process loses nothing.
        std::ignore =
            madvise(const_cast<char*>(m_bytes.data()), static_cast<std::size_t>(m_bytes.size()), MADV_DONTNEED);
    }
}

bool FileBytes::passOver(const std::function<bool(QByteArrayView)>& piece) const {
    QByteArray buffer(readPiece, Qt::Uninitialized);
    qint64 position = 0;
    while (position < m_bytes.size()) {
        const auto wanted = static_cast<std::size_t>(std::min<qint64>(readPiece, m_bytes.size() - position));
        const ssize_t count = pread(m_file->handle(), buffer.data(), wanted, position);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0 || !piece(QByteArrayView(buffer.constData(), count))) {
            return false;
        }
        position += count;
    }
    return true;
}

bool makeDurable(QFileDevice& file) {
    return file.flush() && fsync(file.handle()) == 0;
}

void makeFolderDurable(const QString& path) {
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        std::ignore = fsync(folder);
        close(folder);
    }
}

} // namespace docsig::pdf
