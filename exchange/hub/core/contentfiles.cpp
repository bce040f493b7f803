// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/contentfiles.h"

#include "exchange/protocol/requestsigning.h"
#include "exchange/protocol/sha256.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 copyBytes = 1024 * 1024;
const QString partEnding = u".part"_s;

/// Flushes a file, or a folder's list of names, to the disk.
bool flushToDisk(const QString& path) {
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool flushed = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return flushed;
}

} // namespace

std::unexpected<exchange::Error> filesFailed(const QString& why) {
    return exchange::fail("hub-files-failed", why);
}

ContentFiles::ContentFiles(QString dataFolder)
    : m_folder(std::move(dataFolder)) {}

Result<void> ContentFiles::prepare() const {
    if (!QDir().mkpath(m_folder + u"/content"_s) || !QDir().mkpath(m_folder + u"/uploads"_s)) {
        return filesFailed(u"cannot make the folders of contents"_s);
    }
    QDir uploads(m_folder + u"/uploads"_s);
    for (const QString& left : uploads.entryList({u'*' + partEnding}, QDir::Files)) {
        uploads.remove(left);
    }
    return {};
}

QString ContentFiles::contentPath(const QByteArray& sha256) const {
    return m_folder + u"/content/"_s + QString::fromLatin1(sha256.left(2)) + u'/' + QString::fromLatin1(sha256);
}

QString ContentFiles::uploadPath(const QByteArray& id) const {
    return m_folder + u"/uploads/"_s + QString::fromLatin1(id);
}

QString ContentFiles::newPartPath(const QByteArray& id) const {
    return uploadPath(id) + u'.' + QString::fromLatin1(exchange::randomHex(8)) + partEnding;
}

Result<void> ContentFiles::addPart(const QByteArray& id, qint64 offset, const QString& partPath) const {
    QFile part(partPath);
    QFile upload(uploadPath(id));
    if (!part.open(QIODevice::ReadOnly) || !upload.open(QIODevice::ReadWrite) || upload.size() < offset ||
        !upload.resize(offset) || !upload.seek(offset)) {
        return filesFailed(part.errorString() + u", "_s + upload.errorString());
    }
    while (!part.atEnd()) {
        const QByteArray bytes = part.read(copyBytes);
        if (bytes.isEmpty() || upload.write(bytes) != bytes.size()) {
            return filesFailed(upload.errorString());
        }
    }
    if (!upload.flush() || !flushToDisk(upload.fileName())) {
        return filesFailed(u"cannot flush an upload"_s);
    }
    return {};
}

Result<void> ContentFiles::finishUpload(const QByteArray& id, const QByteArray& sha256, qint64 length) const {
    QFile part(uploadPath(id));
    if (!part.open(QIODevice::ReadOnly) || part.size() != length) {
        return filesFailed(part.errorString());
    }
    exchange::Sha256 hash;
    if (!hash.addFrom(part)) {
        return filesFailed(part.errorString());
    }
    part.close();
    if (hash.result().toHex() != sha256) {
        part.remove();
        return exchange::fail("content-hash-wrong", QString::fromLatin1(sha256));
    }
    const QString target = contentPath(sha256);
    const QString folder = m_folder + u"/content/"_s + QString::fromLatin1(sha256.left(2));
    if (!QDir().mkpath(folder) || !flushToDisk(part.fileName())) {
        return filesFailed(u"cannot keep a content"_s);
    }
    if (QFile::exists(target)) {
        part.remove(); // the same bytes are there already
        return {};
    }
    if (!part.rename(target) || !flushToDisk(folder) || !flushToDisk(m_folder + u"/content"_s)) {
        return filesFailed(u"cannot put a content in place"_s);
    }
    return {};
}

void ContentFiles::removeUpload(const QByteArray& id) const {
    QFile::remove(uploadPath(id));
}

} // namespace hub
