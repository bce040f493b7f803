// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/backup/backup.h"
#include "exchange/hub/backup/filecopy.h"
#include "exchange/hub/backup/manifest.h"
#include "exchange/hub/backup/postgresdump.h"
#include "exchange/hub/core/datafolder.h"
#include "exchange/hub/hubdata.h"
#include "exchange/hub/secrets/hubkey.h"
#include "exchange/hub/store_sqlite/snapshot.h"

#include <QDir>
#include <QDirIterator>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

std::unexpected<Error> notEmpty(const QString& what) {
    return fail("hub-restore-not-empty", what);
}

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

/// The dump of a database goes back into an empty one.
Result<void> fillDatabase(const RestoreOptions& options, const QString& target) {
    const QString dump = target + u'/' + dumpFileName;
    if (!QFile::exists(dump)) {
        return {};
    }
    if (options.postgres.isEmpty()) {
        return fail("backup-database-missing", options.backup);
    }
    if (const Result<void> named = nameDatabase(target, options.postgres); !named) {
        return named;
    }
    if (openHubData(target, {.connections = 1}, false)) {
        return notEmpty(u"the database"_s); // a hub's tables are there
    }
    if (const Result<void> filled = restoreDatabase(options.postgres, dump); !filled) {
        return filled;
    }
    return QFile::remove(dump) ? Result<void>() : backupFileFailed(dump);
}

Result<std::optional<exchange::ProcessLock>> lockTarget(const QString& target) {
    if (!QFileInfo::exists(target)) {
        return std::optional<exchange::ProcessLock>();
    }
    Result<exchange::ProcessLock> lock = lockData(target);
    return lock ? Result<std::optional<exchange::ProcessLock>>(std::move(*lock)) : std::unexpected(lock.error());
}

Result<CheckReport> checkRestored(const QString& folder, const Progress& progress) {
    if (QFile::exists(storeFile(folder))) {
        if (const Result<void> whole = checkStoreFile(storeFile(folder)); !whole) {
            return std::unexpected(whole.error());
        }
    }
    const Result<HubData> data = openHubData(folder, {.connections = 2}, false);
    const Result<void> prepared = data ? data->contents->prepare() : std::unexpected(data.error());
    if (!prepared) {
        return std::unexpected(prepared.error());
    }
    if (const Result<SecretBox> key = keyOfStore(folder, *data->store); !key) {
        return std::unexpected(key.error());
    }
    const Result<CheckReport> report = checkHub(*data->store, *data->contents, progress);
    if (!report || !report->isGood()) {
        return report;
    }
    // Far more than can have been lost, and still nothing to a number of 64 bits.
    constexpr qint64 cursors = 1'000'000;
    constexpr qint64 versions = 10'000;
    const Result<void> leapt = data->store->write([](StoreSession& session) -> Result<void> {
        session.leap(cursors, versions);
        return {};
    });
    return leapt ? report : std::unexpected(leapt.error());
}

} // namespace

Result<CheckReport> restore(const RestoreOptions& options, const Progress& progress) {
    const QString target = QDir::cleanPath(QDir(options.dataFolder).absolutePath()); // "data/" is "data"
    const QString work = target + u".restoring"_s;
    if ((QFileInfo::exists(target) && !QDir(target).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) ||
        QFileInfo(target).isFile() || QFileInfo::exists(work)) {
        return notEmpty(QFileInfo::exists(work) ? work : target);
    }
    // A hub that runs there although somebody emptied its folder would go on with files that nobody sees any more.
    const Result<std::optional<exchange::ProcessLock>> alone = lockTarget(target);
    const Result<Manifest> manifest = alone ? Manifest::read(options.backup) : std::unexpected(alone.error());
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    if (!QDir().mkpath(work) || !QFile::setPermissions(work, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return backupFileFailed(work);
    }
    Result<void> done = checkUnlisted(options.backup, *manifest);
    done = done ? copyListed(options.backup, *manifest, work, progress) : done;
    done = done ? provideKey(options, work) : done;
    done = done ? fillDatabase(options, work) : done;
    if (!done) {
        QDir(work).removeRecursively(); // made by this call alone
        return std::unexpected(done.error());
    }
    const Result<CheckReport> report = checkRestored(work, progress);
    if (!report) {
        QDir(work).removeRecursively();
    }
    if (!report || !report->isGood()) {
        return report;
    }
    if (const Result<void> flushed = flushFolders(work); !flushed) {
        return std::unexpected(flushed.error());
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
