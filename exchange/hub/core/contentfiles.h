// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/contents.h"

#include <mutex>
#include <set>

namespace hub {

/// Makes the folder in which the bodies of parts lie while they come, and removes those that a dead process left. One
/// folder belongs to one process.
[[nodiscard]] Result<void> prepareSpool(const QString& folder);
/// A new name for a body in the spool of parts.
[[nodiscard]] QString newSpoolPath(const QString& folder, const QByteArray& uploadId);

/// Contents and uploads as files of the data folder: "content/ab/<sha256>" and "uploads/<id>". Thread-safe within one
/// process, to which the folder belongs.
class ContentFiles final : public Contents {
public:
    explicit ContentFiles(QString dataFolder);
    ~ContentFiles() override;

    [[nodiscard]] Result<void> prepare() override;
    [[nodiscard]] QString newPartPath(const QByteArray& uploadId) const override;
    [[nodiscard]] Result<qint64> uploadSize(const QByteArray& uploadId) override;
    [[nodiscard]] Result<std::unique_ptr<HeldUpload>> hold(const QByteArray& uploadId) override;
    [[nodiscard]] Result<void> removeUpload(const QByteArray& uploadId) override;
    [[nodiscard]] QString filePath(const QByteArray& sha256) const override;
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> open(const QByteArray& sha256) override;
    [[nodiscard]] QList<QByteArray> filesOf(const QByteArray& digits, const QDateTime& before) const override;
    [[nodiscard]] Result<void> removeContent(const QByteArray& sha256) override;

private:
    class Held;
    [[nodiscard]] QString uploadPath(const QByteArray& uploadId) const;

    QString m_folder;
    std::mutex m_adding; ///< one part at a time: adding is writing to the disk
};

} // namespace hub
