// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QString>

namespace hub {

using exchange::Result;

/// Contents and parts of uploads as files of the data folder: "content/ab/<sha256>" and "uploads/<id>". What stands in
/// the store was flushed to the disk before. Reentrant.
class ContentFiles {
public:
    explicit ContentFiles(QString dataFolder);

    /// Makes the folders and removes parts that a dead process left. Error "hub-files-failed", as of every call here.
    [[nodiscard]] Result<void> prepare() const;
    [[nodiscard]] QString contentPath(const QByteArray& sha256) const;
    [[nodiscard]] QString uploadPath(const QByteArray& id) const;
    /// A new name for the file of one part.
    [[nodiscard]] QString newPartPath(const QByteArray& id) const;
    /// Writes a part into its upload at this offset (bytes behind it are forgotten) and flushes it.
    [[nodiscard]] Result<void> addPart(const QByteArray& id, qint64 offset, const QString& partPath) const;
    /// Checks the hash of a finished upload and makes it content, flushed, with its folder. "content-hash-wrong" where
    /// the bytes are others; the upload's file is removed then.
    [[nodiscard]] Result<void> finishUpload(const QByteArray& id, const QByteArray& sha256, qint64 length) const;
    void removeUpload(const QByteArray& id) const;

private:
    QString m_folder;
};

/// Raises "hub-files-failed".
[[nodiscard]] std::unexpected<exchange::Error> filesFailed(const QString& why);

} // namespace hub
