// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/dossierexport.h"
#include "app/archive/dossierxml.h"
#include "app/archive/manifest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qint64 mostIndexBytes = 64 << 20;

std::optional<QByteArray> readSmall(const QString& path) {
    QFile file(path);
    if (QFileInfo(path).isSymLink() || !file.open(QIODevice::ReadOnly) || file.size() > mostIndexBytes) {
        return std::nullopt;
    }
    return file.readAll();
}

Error problem(const char* code, const QString& path) {
    return {QString::fromLatin1(code), path};
}

/// Compares one listed file with the disk.
void checkListed(const QString& root, const NamedFile& listed, ExportCheck& check) {
    const QString path = root + u'/' + listed.path;
    QFile file(path);
    if (QFileInfo(path).isSymLink() || !QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        check.problems.append(problem("export-file-missing", listed.path));
        return;
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    if (hash.result().toHex() != listed.sha256) {
        check.problems.append(problem("export-file-changed", listed.path));
    }
}

void checkUnlisted(const QString& root, const QMap<QString, QByteArray>& listed, ExportCheck& check) {
    QDirIterator walk(root, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QFileInfo entry = walk.nextFileInfo();
        const QString relative = QDir(root).relativeFilePath(entry.filePath());
        const bool folder = entry.isDir() && !entry.isSymLink();
        if (!folder && relative != QLatin1StringView(manifestName) && !listed.contains(relative)) {
            check.problems.append(problem("export-file-unlisted", relative));
        }
    }
}

/// The metadata names the same files with the same hashes as the manifest.
void compareMetadata(const DossierIndex& index, QMap<QString, QByteArray> listed, ExportCheck& check) {
    listed.remove(u"dossier.xml"_s);
    QStringList different;
    for (const NamedFile& file : index.files) {
        if (listed.take(file.path) != file.sha256) {
            different.append(file.path);
        }
    }
    different += listed.keys();
    for (const QString& path : std::as_const(different)) {
        check.problems.append(problem("export-metadata-differs", path));
    }
}

} // namespace

Result<ExportCheck> checkDossier(const QString& folder) {
    const QString root = QDir::cleanPath(folder);
    const auto manifest = readSmall(root + u'/' + QLatin1StringView(manifestName));
    const auto metadata = readSmall(root + u"/dossier.xml"_s);
    if (!manifest || !metadata) {
        return fail("export-not-found", root);
    }
    const auto files = readManifest(*manifest);
    if (!files) {
        return std::unexpected(files.error());
    }
    ExportCheck check;
    QMap<QString, QByteArray> listed;
    for (const NamedFile& file : *files) {
        listed.insert(file.path, file.sha256);
        checkListed(root, file, check);
    }
    checkUnlisted(root, listed, check);
    const auto index = readDossierXml(*metadata);
    if (!index) {
        check.problems.append(index.error());
        return check;
    }
    check.documents = index->documents;
    check.files = int(index->files.size());
    compareMetadata(*index, listed, check);
    return check;
}

} // namespace app
