// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>

class QIODevice;

namespace hub {

using exchange::Result;

/// One upload while a part of it is added: nobody else, in no process over the same store, adds to it meanwhile. Used
/// by one thread. Error "hub-files-failed" or "hub-store-failed", as of every call of Contents.
class HeldUpload {
public:
    virtual ~HeldUpload() = default;

    /// Adds the bytes of a file at this offset (what lies behind it is forgotten), on the disk when it returns.
    [[nodiscard]] virtual Result<void> addPart(qint64 offset, const QString& partPath) = 0;
    /// Checks the hash of the whole upload and makes it content, on the disk when it returns. "content-hash-wrong"
    /// where the bytes are others; the upload's bytes are gone then.
    [[nodiscard]] virtual Result<void> finish(const QByteArray& sha256, qint64 length) = 0;
};

/// Port: the bytes of contents and of uploads that are not whole yet. What the store notes of them was kept here
/// before. Calls come from any thread and block; none is made inside a transaction of the store.
class Contents {
public:
    virtual ~Contents() = default;

    /// Makes what is needed and drops bodies of requests that a dead process of this data folder left. Before serving.
    [[nodiscard]] virtual Result<void> prepare() = 0;
    /// A new name for the file on this machine into which the body of one part is written. Whoever made it removes it.
    [[nodiscard]] virtual QString newPartPath(const QByteArray& uploadId) const = 0;
    /// How many bytes of an upload are kept; 0 where there is none.
    [[nodiscard]] virtual Result<qint64> uploadSize(const QByteArray& uploadId) = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<HeldUpload>> hold(const QByteArray& uploadId) = 0;
    [[nodiscard]] virtual Result<void> removeUpload(const QByteArray& uploadId) = 0;
    /// The file of a content on this machine; empty where contents are no files.
    [[nodiscard]] virtual QString filePath(const QByteArray& sha256) const = 0;
    /// A content for reading from any place, by one thread at a time. "hub-files-failed" where it is not there.
    [[nodiscard]] virtual Result<std::unique_ptr<QIODevice>> open(const QByteArray& sha256) = 0;
    /// Hashes of contents that are files on this machine, begin with these two digits and were written before a moment,
    /// whether the store knows of them or not. None where contents are no files.
    [[nodiscard]] virtual QList<QByteArray> filesOf(const QByteArray& /*digits*/, const QDateTime& /*before*/) const {
        return {};
    }
    /// Forgets a content's bytes; harmless where there are none.
    [[nodiscard]] virtual Result<void> removeContent(const QByteArray& sha256) = 0;
};

/// Raises "hub-files-failed".
[[nodiscard]] std::unexpected<exchange::Error> filesFailed(const QString& why);
/// Raises "content-hash-wrong".
[[nodiscard]] std::unexpected<exchange::Error> contentHashWrong(const QByteArray& sha256);

} // namespace hub
