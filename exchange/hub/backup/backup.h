// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/backup/hubcheck.h"

#include <QDateTime>

namespace hub {

struct BackupOptions {
    QString dataFolder;
    QString target;       ///< each backup becomes a folder in it, named by its time
    int keep = 0;         ///< older whole backups beyond so many are removed; 0: none is
    bool withKey = false; ///< put the key file beside what it protects: whoever has the backup has the secrets, too
    QDateTime now;        ///< UTC
};

struct BackupReport {
    QString folder;
    StoreCounts counts;
    qint64 bytes = 0;          ///< of all files
    QByteArray manifestSha256; ///< of MANIFEST; keep it elsewhere, and nobody changes the backup unseen
    QStringList removed;       ///< older backups
    qint64 faults = 0;         ///< contents that are not what they were: the rest is in the backup
    QList<Error> findings;     ///< the first hundred of them
};

/// Makes a backup of a hub while it serves. Of an SQLite store: the store as it was at one moment, then every content
/// that it names, each file hashed as it is written. Of a database: its dump, which has the contents. What was
/// acknowledged before the call is in it. A backup that failed leaves nothing; one whose process died is named
/// ".partial", never restored, and removed by the next one that removes old ones. Errors "hub-backup-file-failed",
/// "hub-snapshot-failed", "hub-dump-failed"; findings as of checkContent().
[[nodiscard]] Result<BackupReport> backUp(const BackupOptions& options, const Progress& progress);

struct RestoreOptions {
    QString backup;     ///< the folder of one backup
    QString dataFolder; ///< must not exist or be empty
    QString keyFile;    ///< of the hub, where the backup has none
    QString postgres;   ///< connection string of an empty database, where the backup is of one
};

/// Restores a backup beside the data folder, checks every byte against the manifest and then the whole hub, and only
/// then puts it in place. "hub-restore-not-empty", "hub-data-in-use", "hub-key-foreign", "backup-manifest-unreadable",
/// "backup-file-missing", "backup-file-damaged", "backup-file-unlisted", "backup-key-missing",
/// "backup-database-missing". Findings in the report mean that the hub in the backup is damaged: it was left as
/// "<dataFolder>.restoring" and not put in place.
[[nodiscard]] Result<CheckReport> restore(const RestoreOptions& options, const Progress& progress);

} // namespace hub
