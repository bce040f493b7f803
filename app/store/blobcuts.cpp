// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/blobstore.h"

#include "app/store/cutcontent.h"
#include "app/store/storageerrors.h"
#include "exchange/protocol/message.h"
#include "exchange/protocol/sha256.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <filesystem>
#include <system_error>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// How long a packet that was put together stays, at least.
constexpr qint64 secondsKept = 3600;

/// Hashes what is written through it; `file` may be null.
class HashedFile final : public QIODevice {
public:
    explicit HashedFile(QIODevice* file)
        : m_file(file) {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] QByteArray sha256() const { return m_hash.result().toHex(); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override {
        m_hash.addData(QByteArrayView(data, size));
        return m_file ? m_file->write(data, size) : size;
    }

private:
    QIODevice* m_file;
    exchange::Sha256 m_hash;
};

QString wholeFolder(const BlobOptions& options) {
    return options.folder + u"/whole"_s;
}

void removeOldWholes(const QString& folder) {
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-secondsKept);
    for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files)) {
        if (file.lastModified() < limit) {
            QFile::remove(file.filePath());
        }
    }
}

} // namespace

QString BlobStore::cutPlace(const QByteArray& sha256) const {
    return place(sha256) + u".cut"_s;
}

std::unique_ptr<QIODevice> BlobStore::wholeContent(const QByteArray& sha256) const {
    auto file = std::make_unique<QFile>(place(sha256));
    return exchange::isSha256Hex(sha256) && file->open(QIODevice::ReadOnly) ? std::move(file) : nullptr;
}

qint64 BlobStore::size(const QByteArray& sha256) const {
    if (!exchange::isSha256Hex(sha256)) {
        return 0;
    }
    if (const QFileInfo whole(place(sha256)); whole.exists()) {
        return whole.size();
    }
    QFile cut(cutPlace(sha256));
    return cut.open(QIODevice::ReadOnly) ? sizeOfCut(cut).value_or(0) : 0;
}

void BlobStore::cut(const QList<QByteArray>& packets) {
    const QList<QByteArray> begun = beginCuts(packets);
    if (!begun.isEmpty()) {
        settle(); // once for all
        finishCuts(begun);
    }
}

QList<QByteArray> BlobStore::beginCuts(const QList<QByteArray>& packets) {
    QList<QByteArray> begun;
    for (const QByteArray& packet : packets) {
        if (exchange::isSha256Hex(packet) && cutUnsettled(packet)) {
            begun.append(packet);
        }
    }
    return begun;
}

void BlobStore::finishCuts(const QList<QByteArray>& begun) {
    for (const QByteArray& packet : begun) {
        QFile::remove(assemble(packet, nullptr) ? place(packet) : cutPlace(packet));
    }
}

bool BlobStore::cutUnsettled(const QByteArray& sha256) {
    QFile packet(place(sha256));
    if (!packet.open(QIODevice::ReadOnly)) {
        return false;
    }
    const auto pieces = findPieces(packet, [&](const QByteArray& content, qint64 size) {
        const QFileInfo file(place(content));
        return content != sha256 && file.exists() && file.size() == size;
    });
    if (!pieces) {
        return false;
    }
    // One that a kill or a power cut left behind is written anew.
    QFile cut(cutPlace(sha256) + u".new"_s);
    if (!cut.open(QIODevice::WriteOnly | QIODevice::Truncate) || !writeCut(packet, *pieces, cut) || !cut.flush()) {
        cut.remove();
        return false;
    }
    cut.close();
    std::error_code failed;
    std::filesystem::rename(QFile::encodeName(cut.fileName()).toStdString(),
                            QFile::encodeName(cutPlace(sha256)).toStdString(), failed);
    return !failed;
}

Result<void> BlobStore::assemble(const QByteArray& sha256, QIODevice* out) const {
    QFile cut(cutPlace(sha256));
    if (!cut.open(QIODevice::ReadOnly)) {
        return contentUnreadable(cut.errorString());
    }
    HashedFile hashed(out);
    const auto done = putTogether(cut, [this](const QByteArray& content) { return wholeContent(content); }, hashed);
    const bool isWritten = done || done.error() != CutFault::NotWritten;
    if (const auto* file = qobject_cast<QFileDevice*>(out); file && !isWritten) {
        return contentNotWritten(*file);
    }
    return done && hashed.sha256() == sha256 ? Result<void>() : contentDamaged(sha256);
}

Result<QString> BlobStore::assembled(const QByteArray& sha256) const {
    const QString folder = wholeFolder(m_options);
    const QString target = folder + u'/' + QString::fromLatin1(sha256);
    if (const QFileInfo made(target); made.exists() && made.size() == size(sha256)) {
        return target;
    }
    if (const Result<void> made = makeFolder(folder); !made) {
        return std::unexpected(made.error());
    }
    removeOldWholes(folder);
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly)) {
        return contentNotWritten(file);
    }
    if (const Result<void> done = assemble(sha256, &file); !done) {
        file.cancelWriting();
        return std::unexpected(done.error());
    }
    return file.commit() ? Result<QString>(target) : contentNotWritten(file);
}

} // namespace app
