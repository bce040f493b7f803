// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"

#include <QByteArrayView>
#include <QTemporaryFile>

#include <functional>
#include <memory>

namespace docsig::pdf {

/// A file that is written beside its place and takes it in one step once it is whole: whoever looks there sees what was
/// before or all of the new one. Given up without a trace where it goes before that. Readable by its owner alone.
/// Code of everything: pdf-file-unwritable.
class FreshFile {
public:
    [[nodiscard]] static Result<FreshFile> beside(const QString& path);

    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    /// Hands what was written on in pieces, as it is read back.
    [[nodiscard]] Result<void> passOver(const std::function<void(QByteArrayView)>& piece);
    /// Where it lies until then.
    [[nodiscard]] QString name() const { return m_file->fileName(); }
    /// Durable before it is seen.
    [[nodiscard]] Result<void> takePlace();

private:
    FreshFile() = default;

    QString m_path;
    std::unique_ptr<QTemporaryFile> m_file;
};

} // namespace docsig::pdf
