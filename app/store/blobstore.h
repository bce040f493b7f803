// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QByteArray>
#include <QFileDevice>
#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace app {

struct BlobOptions {
    QString folder{};
    /// Makes the entries of a folder durable (fsync of the folder on Linux; given by app/runtime). Empty: left to the
    /// file system.
    std::function<void(const QString& folder)> syncFolder{};
    /// Makes everything that was written below a folder durable at once (syncfs on Linux; given by app/runtime), and
    /// gives whether it is. Empty: left to the file system.
    std::function<bool(const QString& folder)> syncAll{};
    /// Tests: writes through another device than the file itself, for example one whose disk is full. Gets the device
    /// of the file and returns the one to write to.
    std::function<std::unique_ptr<QIODevice>(QFileDevice& file)> throughDevice{};
};

/// Contents by their SHA-256 in objects/ab/cdef…: written beside the place, made durable, renamed into it, never
/// changed again. A packet may lie there as a cut (`cutcontent.h`) without the attachments that lie beside it; its
/// bytes are then put together where they are asked for, below objects/whole, and checked. May be used by several
/// threads and processes.
class BlobStore {
public:
    explicit BlobStore(BlobOptions options);

    /// Stores bytes; returns their SHA-256 (hex). Bytes that are there already are a success. Codes: disk-full,
    /// content-not-written.
    [[nodiscard]] Result<QByteArray> put(const QByteArray& bytes);
    /// Stores a copy of a file without reading it into memory. Also content-unreadable.
    [[nodiscard]] Result<QByteArray> putFile(const QString& path);
    /// The same, for a file whose hash is known; content-hash-differs when it has another.
    [[nodiscard]] Result<void> putFile(const QString& path, const QByteArray& sha256);

    /// The same in two steps for many at once: what was put so is durable once settle() returned, and only then may
    /// be spoken of in the database. A place that is taken is compared, since a power cut may have left it empty.
    [[nodiscard]] Result<void> putUnsettled(const QByteArray& bytes, const QByteArray& sha256);
    [[nodiscard]] Result<QByteArray> putFileUnsettled(const QString& path);
    /// Gives whether all of it is durable now.
    bool settle();

    /// Keeps packets as cuts where that can be done, after their attachments are durable; the others stay whole, and
    /// nothing is said of it. A kill leaves each of them whole, or as a cut that was put together once and compared.
    void cut(const QList<QByteArray>& packets);
    /// The same in two steps: gives those whose cuts were begun and are durable after the next settle().
    [[nodiscard]] QList<QByteArray> beginCuts(const QList<QByteArray>& packets);
    /// After settle() gave true: gives up the whole file where what the disk has makes the same packet.
    void finishCuts(const QList<QByteArray>& begun);
    /// Takes away what was put together and not asked for in the last hour.
    void tidy() const;

    [[nodiscard]] bool has(const QByteArray& sha256) const;
    /// content-missing when it is not here.
    [[nodiscard]] Result<void> mustHave(const QByteArray& sha256) const;
    [[nodiscard]] qint64 size(const QByteArray& sha256) const;
    /// Where the bytes lie; read only. content-missing when they are not here. What was put together for this lies
    /// there for an hour after it was asked for last, at least.
    [[nodiscard]] Result<QString> path(const QByteArray& sha256) const;
    /// All bytes, compared with the hash: content-damaged when they differ. At most 256 MiB.
    [[nodiscard]] Result<QByteArray> bytes(const QByteArray& sha256) const;

private:
    [[nodiscard]] QString place(const QByteArray& sha256) const;
    [[nodiscard]] Result<QByteArray> store(QIODevice& source, const QByteArray& wanted);
    [[nodiscard]] bool isWhole(const QByteArray& sha256, qint64 size) const;
    [[nodiscard]] static Result<void> makeFolder(const QString& folder);
    /// Writes the cut beside the packet, if something can be cut out; gives whether. Durable after settle().
    [[nodiscard]] bool cutUnsettled(const QByteArray& sha256);
    [[nodiscard]] QString cutPlace(const QByteArray& sha256) const;
    /// Puts a cut packet together into `out`; content-damaged where its hash is another.
    /// `depth`: a packet may be the attachment of another one, and be cut itself.
    [[nodiscard]] Result<void> assemble(const QByteArray& sha256, QIODevice* out, int depth = 0) const;
    [[nodiscard]] Result<QString> assembled(const QByteArray& sha256, int depth = 0) const;
    [[nodiscard]] std::unique_ptr<QIODevice> wholeContent(const QByteArray& sha256, int depth) const;
    /// Only a cut is here, and the packet can be put together from it.
    [[nodiscard]] bool isSoundCut(const QByteArray& sha256) const;

    BlobOptions m_options;
    std::atomic<quint64> m_fresh = 0; ///< for the names of files that are being written
};

} // namespace app
