// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/backup/backup.h"
#include "exchange/hub/backup/filecopy.h"
#include "exchange/hub/backup/manifest.h"
#include "exchange/hub/core/contentfiles.h"
#include "exchange/hub/core/datafolder.h"
#include "exchange/hub/store_sqlite/snapshot.h"
#include "exchange/hub/store_sqlite/sqlitestore.h"

#include <QDir>
#include <QDirIterator>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> checkUnlisted(const QString& backup, const Manifest& manifest) {
    QDirIterator files(backup, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = QDir(backup).relativeFilePath(files.next());
        if (name != Manifest::fileName && !manifest.files().contains(name)) {
            return fail("backup-file-unlisted", name);
        }
    }
    return {};
}

Result<void> copyListed(const QString& backup, const Manifest& manifest, const QString& target,
                        const Progress& progress) {
    qint64 done = 0;
    for (auto it = manifest.files().cbegin(); it != manifest.files().cend(); ++it) {
        progress(done++, manifest.files().size());
        const QString source = backup + u'/' + it.key();
        const QString folder = QFileInfo(target + u'/' + it.key()).path();
        if (!QFileInfo(source).isFile() || QFileInfo(source).isSymLink()) {
            return fail("backup-file-missing", it.key());
        }
        if (!QDir().mkpath(folder)) {
            return backupFileFailed(folder);
        }
        const Result<CopiedFile> copied = copyFile(source, target + u'/' + it.key());
        if (!copied) {
            return std::unexpected(copied.error());
        }
        if (copied->sha256 != it.value()) {
            return fail("backup-file-damaged", it.key());
        }
    }
    return {};
}

Result<void> provideKey(const RestoreOptions& options, const QString& target) {
    if (QFile::exists(keyFile(target))) {
        return {};
    }
    if (options.keyFile.isEmpty()) {
        return fail("backup-key-missing", options.backup);
    }
    const Result<CopiedFile> copied = copyFile(options.keyFile, keyFile(target));
    return copied ? Result<void>() : std::unexpected(copied.error());
}

Result<CheckReport> checkRestored(const QString& folder, const Progress& progress) {
    if (const Result<void> whole = checkStoreFile(storeFile(folder)); !whole) {
        return std::unexpected(whole.error());
    }
    ContentFiles files(folder);
    if (const Result<void> prepared = files.prepare(); !prepared) {
        return std::unexpected(prepared.error());
    }
    const auto store = SqliteStore::open(storeFile(folder), false);
    if (!store) {
        return std::unexpected(store.error());
    }
    return checkHub(**store, contentOpener(**store, files), progress);
}

} // namespace

Result<CheckReport> restore(const RestoreOptions& options, const Progress& progress) {
    const QString target = options.dataFolder;
    const QString work = target + u".restoring"_s;
    if ((QFileInfo::exists(target) && !QDir(target).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) ||
        QFileInfo(target).isFile() || QFileInfo::exists(work)) {
        return fail("hub-restore-not-empty", QFileInfo::exists(work) ? work : target);
    }
    const Result<Manifest> manifest = Manifest::read(options.backup);
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    if (!QDir().mkpath(work) || !QFile::setPermissions(work, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return backupFileFailed(work);
    }
    Result<void> done = checkUnlisted(options.backup, *manifest);
    done = done ? copyListed(options.backup, *manifest, work, progress) : done;
    done = done ? provideKey(options, work) : done;
    if (!done) {
        QDir(work).removeRecursively(); // made by this call alone
        return std::unexpected(done.error());
    }
    const Result<CheckReport> report = checkRestored(work, progress);
    if (!report || !report->isGood()) {
        return report;
    }
    if (QFileInfo::exists(target) && !QDir().rmdir(target)) {
        return backupFileFailed(target);
    }
    if (!QDir().rename(work, target)) {
        return backupFileFailed(target);
    }
    const Result<void> flushed = flushFolder(QFileInfo(QDir(target).absolutePath()).path());
    return flushed ? report : std::unexpected(flushed.error());
}

} // namespace hub
