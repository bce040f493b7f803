// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/blobstore.h"

#include "app/store/storageerrors.h"
#include "exchange/protocol/message.h"
#include "exchange/protocol/sha256.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <filesystem>
#include <system_error>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qint64 chunkSize = 256 * 1024;
constexpr qint64 largestInMemory = 256LL * 1024 * 1024;

Result<QByteArray> hashOf(QIODevice& source) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&source)) {
        return contentUnreadable(source.errorString());
    }
    return hash.result().toHex();
}

} // namespace

BlobStore::BlobStore(BlobOptions options)
    : m_options(std::move(options)) {}

QString BlobStore::place(const QByteArray& sha256) const {
    const QString name = QString::fromLatin1(sha256);
    return m_options.folder + u'/' + name.left(2) + u'/' + name.mid(2);
}

bool BlobStore::has(const QByteArray& sha256) const {
    return exchange::isSha256Hex(sha256) && (QFileInfo::exists(place(sha256)) || QFileInfo::exists(cutPlace(sha256)));
}

Result<void> BlobStore::mustHave(const QByteArray& sha256) const {
    return has(sha256) ? Result<void>() : fail("content-missing", QString::fromLatin1(sha256));
}

Result<QString> BlobStore::path(const QByteArray& sha256) const {
    if (const Result<void> here = mustHave(sha256); !here) {
        return std::unexpected(here.error());
    }
    if (!QFileInfo::exists(place(sha256))) {
        return assembled(sha256);
    }
    return place(sha256);
}

Result<QByteArray> BlobStore::bytes(const QByteArray& sha256) const {
    const Result<QString> file = path(sha256);
    if (!file) {
        return std::unexpected(file.error());
    }
    QFile device(*file);
    if (!device.open(QIODevice::ReadOnly) || device.size() > largestInMemory) {
        return contentUnreadable(device.errorString());
    }
    QByteArray content = device.readAll();
    if (exchange::sha256Hex(content) != sha256) {
        return contentDamaged(sha256);
    }
    return content;
}

Result<QByteArray> BlobStore::put(const QByteArray& bytes) {
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return store(buffer, exchange::sha256Hex(bytes));
}

Result<QByteArray> BlobStore::putFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return contentUnreadable(file.errorString());
    }
    const Result<QByteArray> sha256 = hashOf(file);
    if (!sha256) {
        return sha256;
    }
    if (!file.seek(0)) {
        return contentUnreadable(file.errorString());
    }
    return store(file, *sha256);
}

Result<void> BlobStore::putFile(const QString& path, const QByteArray& sha256) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return contentUnreadable(file.errorString());
    }
    const Result<QByteArray> stored = store(file, sha256);
    return stored ? Result<void>() : std::unexpected(stored.error());
}

Result<void> BlobStore::makeFolder(const QString& folder) {
    if (!QFileInfo::exists(folder) && !QDir().mkpath(folder)) {
        return fail("content-folder-not-made", folder);
    }
    return {};
}

bool BlobStore::isWhole(const QByteArray& sha256, qint64 size) const {
    QFile file(place(sha256));
    exchange::Sha256 hash;
    return file.open(QIODevice::ReadOnly) && file.size() == size && hash.addFrom(file) &&
           hash.result().toHex() == sha256;
}

Result<void> BlobStore::putUnsettled(const QByteArray& bytes, const QByteArray& sha256) {
    if (isWhole(sha256, bytes.size()) || isSoundCut(sha256)) {
        return {};
    }
    const QString target = place(sha256);
    if (Result<void> made = makeFolder(QFileInfo(target).path()); !made) {
        return made;
    }
    QFile file(target + u".%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(++m_fresh));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return contentNotWritten(file);
    }
    std::unique_ptr<QIODevice> through = m_options.throughDevice ? m_options.throughDevice(file) : nullptr;
    QIODevice& out = through ? *through : file;
    if (out.write(bytes) != bytes.size()) {
        const std::unexpected<Error> why = through ? diskFull(through->errorString()) : contentNotWritten(file);
        file.remove();
        return why;
    }
    through.reset();
    file.close();
    std::error_code failed;
    std::filesystem::rename(QFile::encodeName(file.fileName()).toStdString(), QFile::encodeName(target).toStdString(),
                            failed);
    if (failed) {
        file.remove();
        return contentNotWritten(file);
    }
    return {};
}

Result<QByteArray> BlobStore::putFileUnsettled(const QString& path) {
    constexpr qint64 smallFile = 16LL << 20;
    QFile file(path);
    if (file.size() > smallFile) {
        return putFile(path); // one that large waits for the disk by itself
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return contentUnreadable(file.errorString());
    }
    const QByteArray bytes = file.readAll();
    if (bytes.size() != file.size()) {
        return contentUnreadable(file.errorString());
    }
    QByteArray sha256 = exchange::sha256Hex(bytes);
    const Result<void> put = putUnsettled(bytes, sha256);
    return put ? Result<QByteArray>(std::move(sha256)) : std::unexpected(put.error());
}

bool BlobStore::settle() {
    return !m_options.syncAll || m_options.syncAll(m_options.folder);
}

Result<QByteArray> BlobStore::store(QIODevice& source, const QByteArray& wanted) {
    const QString target = place(wanted);
    if (QFileInfo::exists(target) || isSoundCut(wanted)) {
        return wanted;
    }
    const QString folder = QFileInfo(target).path();
    if (const Result<void> made = makeFolder(folder); !made) {
        return std::unexpected(made.error());
    }
    // QSaveFile writes beside the place, makes the bytes durable and renames: a kill leaves all or nothing.
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly)) {
        return contentNotWritten(file);
    }
    std::unique_ptr<QIODevice> through = m_options.throughDevice ? m_options.throughDevice(file) : nullptr;
    QIODevice& out = through ? *through : file;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!source.atEnd()) {
        const QByteArray chunk = source.read(chunkSize);
        if (chunk.isEmpty()) {
            file.cancelWriting();
            return contentUnreadable(source.errorString());
        }
        hash.addData(chunk);
        if (out.write(chunk) != chunk.size()) {
            file.cancelWriting();
            return through ? diskFull(through->errorString()) : contentNotWritten(file);
        }
    }
    if (hash.result().toHex() != wanted) {
        file.cancelWriting();
        return fail("content-hash-differs", QString::fromLatin1(wanted));
    }
    through.reset();
    if (!file.commit()) {
        return contentNotWritten(file);
    }
    if (m_options.syncFolder) {
        m_options.syncFolder(folder);
        m_options.syncFolder(m_options.folder);
    }
    return wanted;
}

} // namespace app
