// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/freshfile.h"

#include "docsig/pdf/filebytes.h"

#include <QFileInfo>

#include <filesystem>

namespace docsig::pdf {

namespace {

constexpr qint64 writtenPiece = 1 << 20;

std::unexpected<Error> unwritable(const QString& why) {
    return fail("pdf-file-unwritable", why);
}

} // namespace

Result<FreshFile> FreshFile::beside(const QString& path) {
    FreshFile fresh;
    fresh.m_path = path;
    fresh.m_file = std::make_unique<QTemporaryFile>(path + QStringLiteral(".XXXXXX"));
    if (!fresh.m_file->open()) {
        return unwritable(fresh.m_file->errorString());
    }
    return fresh;
}

Result<void> FreshFile::write(QByteArrayView bytes) {
    if (m_file->write(bytes.data(), bytes.size()) != bytes.size()) {
        return unwritable(m_file->errorString());
    }
    return {};
}

Result<void> FreshFile::passOver(const std::function<void(QByteArrayView)>& piece) {
    QByteArray buffer(writtenPiece, Qt::Uninitialized);
    if (!m_file->flush() || !m_file->seek(0)) {
        return unwritable(m_file->errorString());
    }
    qint64 count = 0;
    while ((count = m_file->read(buffer.data(), buffer.size())) > 0) {
        piece(QByteArrayView(buffer.constData(), count));
    }
    return count == 0 ? Result<void>() : unwritable(m_file->errorString());
}

Result<void> FreshFile::takePlace() {
    if (!makeDurable(*m_file)) {
        return unwritable(m_file->errorString());
    }
    std::error_code error;
    std::filesystem::rename(QFile::encodeName(m_file->fileName()).toStdString(),
                            QFile::encodeName(m_path).toStdString(), error);
    if (error) {
        return unwritable(QString::fromStdString(error.message()));
    }
    m_file->setAutoRemove(false);
    makeFolderDurable(QFileInfo(m_path).absolutePath());
    return {};
}

} // namespace docsig::pdf
