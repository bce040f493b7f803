// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/blobstore.h"

#include "app/store/cutcontent.h"
#include "app/store/storageerrors.h"
#include "exchange/protocol/message.h"
#include "exchange/protocol/sha256.h"

#include <QCoreApplication>
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
/// Packets within packets: each is a third larger than the one that it holds, so that of honest ones there are fewer.
constexpr int deepestCut = 64;

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

} // namespace

void BlobStore::tidy() const {
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-secondsKept);
    for (const QFileInfo& file : QDir(wholeFolder(m_options)).entryInfoList(QDir::Files)) {
        if (file.lastModified() < limit) {
            QFile::remove(file.filePath());
        }
    }
}

QString BlobStore::cutPlace(const QByteArray& sha256) const {
    return place(sha256) + u".cut"_s;
}

std::unique_ptr<QIODevice> BlobStore::wholeContent(const QByteArray& sha256, int depth) const {
    if (!exchange::isSha256Hex(sha256)) {
        return nullptr;
    }
    QString path = place(sha256);
    if (!QFileInfo::exists(path)) {
        path = assembled(sha256, depth + 1).value_or(QString());
    }
    auto file = std::make_unique<QFile>(path);
    return !path.isEmpty() && file->open(QIODevice::ReadOnly) ? std::move(file) : nullptr;
}

bool BlobStore::isSoundCut(const QByteArray& sha256) const {
    return exchange::isSha256Hex(sha256) && !QFileInfo::exists(place(sha256)) && QFileInfo::exists(cutPlace(sha256)) &&
           assemble(sha256, nullptr).has_value();
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
    if (!begun.isEmpty() && settle()) {
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
        if (!QFileInfo::exists(place(packet))) {
            continue; // given up before: the cut is all there is
        }
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
    QFile cut(cutPlace(sha256) + u".%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(++m_fresh));
    if (!cut.open(QIODevice::WriteOnly | QIODevice::Truncate) || !writeCut(packet, *pieces, cut) || !cut.flush()) {
        cut.remove();
        return false;
    }
    cut.close();
    std::error_code failed;
    std::filesystem::rename(QFile::encodeName(cut.fileName()).toStdString(),
                            QFile::encodeName(cutPlace(sha256)).toStdString(), failed);
    if (failed) {
        cut.remove();
    }
    return !failed;
}

Result<void> BlobStore::assemble(const QByteArray& sha256, QIODevice* out, int depth) const {
    if (depth > deepestCut) {
        return contentDamaged(sha256);
    }
    QFile cut(cutPlace(sha256));
    if (!cut.open(QIODevice::ReadOnly)) {
        return contentUnreadable(cut.errorString());
    }
    HashedFile hashed(out);
    const auto done =
        putTogether(cut, [this, depth](const QByteArray& content) { return wholeContent(content, depth); }, hashed);
    const bool isWritten = done || done.error() != CutFault::NotWritten;
    if (const auto* file = qobject_cast<QFileDevice*>(out); file && !isWritten) {
        return contentNotWritten(*file);
    }
    return done && hashed.sha256() == sha256 ? Result<void>() : contentDamaged(sha256);
}

Result<QString> BlobStore::assembled(const QByteArray& sha256, int depth) const {
    const QString folder = wholeFolder(m_options);
    const QString target = folder + u'/' + QString::fromLatin1(sha256);
    if (const QFileInfo made(target); made.exists() && made.size() == size(sha256)) {
        std::error_code untouched; // the hour begins anew
        std::filesystem::last_write_time(QFile::encodeName(target).toStdString(),
                                         std::filesystem::file_time_type::clock::now(), untouched);
        return target;
    }
    if (const Result<void> made = makeFolder(folder); !made) {
        return std::unexpected(made.error());
    }
    tidy();
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly)) {
        return contentNotWritten(file);
    }
    if (const Result<void> done = assemble(sha256, &file, depth); !done) {
        file.cancelWriting();
        return std::unexpected(done.error());
    }
    return file.commit() ? Result<QString>(target) : contentNotWritten(file);
}

} // namespace app
