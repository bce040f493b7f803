// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/contentfiles.h"

#include "exchange/protocol/message.h"
#include "exchange/protocol/requestsigning.h"
#include "exchange/protocol/sha256.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 partBytes = 1024 * 1024;
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

std::unexpected<exchange::Error> contentHashWrong(const QByteArray& sha256) {
    return exchange::fail("content-hash-wrong", QString::fromLatin1(sha256));
}

Result<void> prepareSpool(const QString& folder) {
    if (!QDir().mkpath(folder)) {
        return filesFailed(u"cannot make "_s + folder);
    }
    QDir uploads(folder);
    for (const QString& left : uploads.entryList({u'*' + partEnding}, QDir::Files)) {
        uploads.remove(left);
    }
    return {};
}

QString newSpoolPath(const QString& folder, const QByteArray& uploadId) {
    return folder + u'/' + QString::fromLatin1(uploadId) + u'.' + QString::fromLatin1(exchange::randomHex(8)) +
           partEnding;
}

/// The file of one upload, while this thread has the only right to it.
class ContentFiles::Held final : public HeldUpload {
public:
    Held(const ContentFiles& files, const QByteArray& uploadId, std::unique_lock<std::mutex> lock)
        : m_files(files)
        , m_path(files.uploadPath(uploadId))
        , m_lock(std::move(lock)) {}

    [[nodiscard]] Result<void> addPart(qint64 offset, const QString& partPath) override {
        QFile part(partPath);
        QFile upload(m_path);
        if (!part.open(QIODevice::ReadOnly) || !upload.open(QIODevice::ReadWrite) || upload.size() < offset ||
            !upload.resize(offset) || !upload.seek(offset)) {
            return filesFailed(part.errorString() + u", "_s + upload.errorString());
        }
        while (!part.atEnd()) {
            const QByteArray bytes = part.read(partBytes);
            if (bytes.isEmpty() || upload.write(bytes) != bytes.size()) {
                return filesFailed(upload.errorString());
            }
        }
        if (!upload.flush() || !flushToDisk(upload.fileName())) {
            return filesFailed(u"cannot flush an upload"_s);
        }
        return {};
    }

    [[nodiscard]] Result<void> finish(const QByteArray& sha256, qint64 length) override {
        QFile upload(m_path);
        // Of nothing no part need have come.
        if (!upload.open(length == 0 ? QIODevice::ReadWrite : QIODevice::ReadOnly) || upload.size() != length) {
            return filesFailed(upload.errorString());
        }
        exchange::Sha256 hash;
        if (!hash.addFrom(upload)) {
            return filesFailed(upload.errorString());
        }
        upload.close();
        if (hash.result().toHex() != sha256) {
            upload.remove();
            return contentHashWrong(sha256);
        }
        const QString target = m_files.filePath(sha256);
        const QString folder = QFileInfo(target).path();
        if (!QDir().mkpath(folder) || !flushToDisk(upload.fileName())) {
            return filesFailed(u"cannot keep a content"_s);
        }
        if (QFile::exists(target)) {
            upload.remove(); // the same bytes are there already
            return {};
        }
        if (!upload.rename(target) || !flushToDisk(folder) || !flushToDisk(QFileInfo(folder).path())) {
            return filesFailed(u"cannot put a content in place"_s);
        }
        return {};
    }

private:
    const ContentFiles& m_files;
    QString m_path;
    std::unique_lock<std::mutex> m_lock;
};

ContentFiles::ContentFiles(QString dataFolder)
    : m_folder(std::move(dataFolder)) {}

ContentFiles::~ContentFiles() = default;

Result<void> ContentFiles::prepare() {
    if (!QDir().mkpath(m_folder + u"/content"_s)) {
        return filesFailed(u"cannot make the folder of contents"_s);
    }
    return prepareSpool(m_folder + u"/uploads"_s);
}

QString ContentFiles::filePath(const QByteArray& sha256) const {
    return m_folder + u"/content/"_s + QString::fromLatin1(sha256.left(2)) + u'/' + QString::fromLatin1(sha256);
}

QString ContentFiles::uploadPath(const QByteArray& uploadId) const {
    return m_folder + u"/uploads/"_s + QString::fromLatin1(uploadId);
}

QString ContentFiles::newPartPath(const QByteArray& uploadId) const {
    return newSpoolPath(m_folder + u"/uploads"_s, uploadId);
}

Result<qint64> ContentFiles::uploadSize(const QByteArray& uploadId) {
    return QFileInfo(uploadPath(uploadId)).size();
}

Result<std::unique_ptr<HeldUpload>> ContentFiles::hold(const QByteArray& uploadId) {
    return std::make_unique<Held>(*this, uploadId, std::unique_lock(m_adding));
}

Result<void> ContentFiles::removeUpload(const QByteArray& uploadId) {
    QFile::remove(uploadPath(uploadId));
    return {};
}

Result<std::unique_ptr<QIODevice>> ContentFiles::open(const QByteArray& sha256) {
    auto file = std::make_unique<QFile>(filePath(sha256));
    if (!file->open(QIODevice::ReadOnly)) {
        return filesFailed(file->errorString());
    }
    return file;
}

QList<QByteArray> ContentFiles::filesOf(const QByteArray& digits, const QDateTime& before) const {
    QList<QByteArray> hashes;
    const QDir folder(m_folder + u"/content/"_s + QString::fromLatin1(digits));
    for (const QFileInfo& file : folder.entryInfoList(QDir::Files | QDir::Hidden)) {
        const QByteArray name = file.fileName().toLatin1();
        if (exchange::isSha256Hex(name) && name.startsWith(digits) && file.lastModified() < before) {
            hashes.append(name);
        }
    }
    return hashes;
}

Result<void> ContentFiles::removeContent(const QByteArray& sha256) {
    QFile file(filePath(sha256));
    if (file.exists() && !file.remove()) {
        return filesFailed(file.errorString());
    }
    return {};
}

} // namespace hub
