// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/dossierexport.h"
#include "app/archive/dossierxml.h"
#include "app/archive/manifest.h"
#include "exchange/protocol/message.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qint64 chunkBytes = 1 << 20;

/// Both the files of ours and those copied end here, so that a full disk has one code.
std::unexpected<Error> writeFailed(const QString& path, const QString& reason) {
    return fail("export-write-failed", path + u": "_s + reason);
}

Result<void> writeBytes(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return writeFailed(path, file.errorString());
    }
    return {};
}

std::unexpected<Error> sourceChanged(const ExportFile& file) {
    return fail("export-source-changed", file.sourcePath);
}

/// Copies byte for byte and proves it: the hash is computed over what was written.
Result<void> copyProven(const ExportFile& file, const QString& target) {
    QFile source(file.sourcePath);
    if (!source.open(QIODevice::ReadOnly)) {
        return sourceChanged(file);
    }
    QSaveFile copy(target);
    if (!copy.open(QIODevice::WriteOnly)) {
        return writeFailed(target, copy.errorString());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!source.atEnd()) {
        const QByteArray chunk = source.read(chunkBytes);
        if (chunk.isEmpty()) {
            break;
        }
        hash.addData(chunk);
        if (copy.write(chunk) != chunk.size()) {
            return writeFailed(target, copy.errorString());
        }
    }
    if (hash.result().toHex() != file.sha256) {
        return sourceChanged(file);
    }
    if (!copy.commit()) {
        return writeFailed(target, copy.errorString());
    }
    return {};
}

Result<QList<NamedFile>> writeDocuments(const ExportDossier& dossier, const QString& root) {
    QList<NamedFile> written;
    for (qsizetype index = 0; index < dossier.documents.size(); ++index) {
        const QString folder = documentFolder(index);
        if (!QDir(root).mkpath(folder)) {
            return writeFailed(folder, u"folder not made"_s);
        }
        for (const ExportFile& file : dossier.documents.at(index).files) {
            const QString relative = folder + u'/' + file.name;
            if (auto copied = copyProven(file, root + u'/' + relative); !copied) {
                return std::unexpected(copied.error());
            }
            written.append({.path = relative, .sha256 = file.sha256});
        }
    }
    return written;
}

Result<QByteArray> fill(const ExportDossier& dossier, const QString& root, int& fileCount) {
    auto written = writeDocuments(dossier, root);
    if (!written) {
        return std::unexpected(written.error());
    }
    fileCount = int(written->size());
    const QByteArray metadata = dossierXml(dossier);
    if (auto stored = writeBytes(root + u"/dossier.xml"_s, metadata); !stored) {
        return std::unexpected(stored.error());
    }
    written->prepend({.path = u"dossier.xml"_s, .sha256 = exchange::sha256Hex(metadata)});
    const QByteArray manifest = manifestText(*written);
    if (auto stored = writeBytes(root + u'/' + QLatin1StringView(manifestName), manifest); !stored) {
        return std::unexpected(stored.error());
    }
    return exchange::sha256Hex(manifest);
}

} // namespace

Result<ExportReceipt> writeDossier(const ExportDossier& dossier, const QString& folder) {
    const QFileInfo target(QDir::cleanPath(folder));
    const bool emptyFolder =
        target.isDir() &&
        QDir(target.absoluteFilePath()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    if (target.exists() && !emptyFolder) {
        return fail("export-folder-taken", target.absoluteFilePath());
    }
    if (!QDir().mkpath(target.absolutePath())) {
        return writeFailed(target.absolutePath(), u"folder not made"_s);
    }
    // Built beside the target and renamed at the end: a half export is never taken for one.
    QTemporaryDir unfinished(target.absolutePath() + u"/.export-XXXXXX"_s);
    if (!unfinished.isValid()) {
        return writeFailed(target.absolutePath(), unfinished.errorString());
    }
    ExportReceipt receipt{.folder = target.absoluteFilePath(),
                          .documents = int(dossier.documents.size()),
                          .files = 0,
                          .manifestSha256 = {}};
    auto manifest = fill(dossier, unfinished.path(), receipt.files);
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    receipt.manifestSha256 = *manifest;
    QDir().rmdir(receipt.folder);
    if (!QDir().rename(unfinished.path(), receipt.folder)) {
        return writeFailed(receipt.folder, u"not renamed"_s);
    }
    unfinished.setAutoRemove(false);
    // QTemporaryDir makes a folder for its owner alone; an export is for handing over.
    QFile::setPermissions(receipt.folder, QFile::permissions(receipt.folder) | QFile::ReadGroup | QFile::ExeGroup |
                                              QFile::ReadOther | QFile::ExeOther);
    return receipt;
}

} // namespace app
