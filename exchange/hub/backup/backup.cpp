// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/backup/backup.h"

#include "exchange/hub/backup/backuplock.h"
#include "exchange/hub/backup/filecopy.h"
#include "exchange/hub/backup/manifest.h"
#include "exchange/hub/backup/postgresdump.h"
#include "exchange/hub/core/contentfiles.h"
#include "exchange/hub/core/datafolder.h"
#include "exchange/hub/hubdata.h"
#include "exchange/hub/store_sqlite/snapshot.h"
#include "exchange/hub/store_sqlite/sqlitestore.h"
#include "exchange/protocol/processlock.h"
#include "exchange/protocol/requestsigning.h"
#include "exchange/protocol/wire.h"

#include <QDir>
#include <QRegularExpression>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int contentsAtOnce = 500;
constexpr qsizetype mostFindings = 100;
const QString partialEnding = u".partial"_s;
const QString timeForm = u"yyyy-MM-dd'T'HHmmss'Z'"_s;

/// One backup being made in its partial folder.
class BackupMaker {
public:
    BackupMaker(const BackupOptions& options, const Progress& progress)
        : m_options(options)
        , m_progress(progress)
        , m_folder(options.target + u'/' + options.now.toUTC().toString(timeForm))
        , m_files(options.dataFolder) {}

    Result<BackupReport> run() {
        // A name of its own, and a lock on it: whoever cleans up tells a backup that runs from one that was cut off.
        const QString partial = m_folder + u'.' + QString::fromLatin1(exchange::randomHex(4)) + partialEnding;
        if (QDir(m_folder).exists() || !QDir().mkpath(partial) ||
            !QFile::setPermissions(partial, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
            return backupFileFailed(m_folder);
        }
        const std::optional<exchange::ProcessLock> lock = exchange::ProcessLock::take(partial);
        Result<void> done = lock ? make(partial) : backupFileFailed(partial);
        if (done && !QDir().rename(partial, m_folder)) {
            done = backupFileFailed(m_folder);
        }
        if (!done) {
            QDir(partial).removeRecursively(); // made by this call alone
            return std::unexpected(done.error());
        }
        if (const Result<void> flushed = flushFolder(m_options.target); !flushed) {
            return std::unexpected(flushed.error());
        }
        m_report.folder = m_folder;
        removeOld();
        return m_report;
    }

private:
    Result<void> make(const QString& partial) {
        Result<void> done = QFile::exists(postgresFile(m_options.dataFolder)) ? dump(partial) : copyStore(partial);
        done = done ? copyRest(partial) : done;
        return done ? flushFolders(partial) : done;
    }

    void keep(const QString& name, const CopiedFile& file) {
        m_manifest.add(name, file.sha256);
        m_report.bytes += file.size;
    }

    Result<void> copyStore(const QString& partial) {
        if (const Result<void> made = snapshotInto(storeFile(m_options.dataFolder), storeFile(partial)); !made) {
            return made;
        }
        if (const Result<void> copied = copyContents(partial); !copied) {
            return copied;
        }
        const Result<CopiedFile> store = hashFile(storeFile(partial));
        if (!store) {
            return std::unexpected(store.error());
        }
        keep(storeFileName, *store);
        return {};
    }

    /// One snapshot of the database with all contents, by PostgreSQL's own program.
    Result<void> dump(const QString& partial) {
        m_store = u"postgres"_s;
        QFile named(postgresFile(m_options.dataFolder));
        const Result<HubData> data = openHubData(m_options.dataFolder, {.connections = 1}, false);
        if (!data || !named.open(QIODevice::ReadOnly)) {
            return data ? backupFileFailed(named.fileName()) : std::unexpected(data.error());
        }
        const Result<void> counted = data->store->read([&](StoreSession& session) -> Result<void> {
            m_report.counts = session.counts();
            return {};
        });
        if (!counted) {
            return counted;
        }
        const QString file = partial + u'/' + dumpFileName;
        if (const Result<void> dumped = dumpDatabase(QString::fromUtf8(named.readAll()).trimmed(), file); !dumped) {
            return dumped;
        }
        const Result<CopiedFile> hashed = hashFile(file);
        if (!hashed) {
            return std::unexpected(hashed.error());
        }
        keep(dumpFileName, *hashed);
        return {};
    }

    Result<void> copyContents(const QString& partial) {
        const auto store = SqliteStore::open(storeFile(partial), false);
        if (!store) {
            return std::unexpected(store.error());
        }
        QList<StoredContent> list;
        QByteArray last;
        qint64 done = 0;
        do {
            const Result<void> asked = (*store)->read([&](StoreSession& session) -> Result<void> {
                m_report.counts = session.counts();
                list = session.contentsAfter(last, contentsAtOnce);
                return {};
            });
            if (!asked) {
                return asked;
            }
            for (const StoredContent& content : list) {
                m_progress(done++, m_report.counts.contents);
                if (const Result<void> copied = copyContent(**store, partial, content); !copied) {
                    return copied;
                }
                last = content.sha256;
            }
        } while (!list.isEmpty());
        m_progress(done, done);
        return {};
    }

    Result<void> copyContent(Store& store, const QString& partial, const StoredContent& content) {
        const QString name =
            u"content/"_s + QString::fromLatin1(content.sha256.left(2)) + u'/' + QString::fromLatin1(content.sha256);
        const QString source = m_files.filePath(content.sha256);
        if (QFile::exists(source)) {
            if (!QDir(partial).mkpath(u"content/"_s + QString::fromLatin1(content.sha256.left(2)))) {
                return backupFileFailed(partial);
            }
            const Result<CopiedFile> copied = linkFile(source, partial + u'/' + name);
            if (!copied) {
                return std::unexpected(copied.error());
            }
            keep(name, *copied);
            if (copied->sha256 == content.sha256 && copied->size == content.size) {
                return {};
            }
        }
        // In the store itself, and in its snapshot. Where it is neither there nor right, the rest is worth having: this
        // one is told, as a check tells it.
        const Result<void> wrong = checkContent(contentOpener(store, m_files), content);
        if (!wrong) {
            ++m_report.faults;
            if (m_report.findings.size() < mostFindings) {
                m_report.findings.append(wrong.error());
            }
        }
        return {};
    }

    Result<void> copyRest(const QString& partial) {
        if (m_options.withKey) {
            const Result<CopiedFile> key = copyFile(keyFile(m_options.dataFolder), keyFile(partial));
            if (!key) {
                return std::unexpected(key.error());
            }
            keep(keyFileName, *key);
        }
        const QJsonObject about{{u"form"_s, u"congvan-hub-backup-1"_s},
                                {u"store"_s, m_store},
                                {u"time"_s, m_options.now.toUTC().toString(Qt::ISODate)},
                                {u"streams"_s, m_report.counts.streams},
                                {u"messages"_s, m_report.counts.messages},
                                {u"contents"_s, m_report.counts.contents},
                                {u"withKey"_s, m_options.withKey}};
        const Result<CopiedFile> told = writeFile(partial + u"/backup.json"_s, exchange::wire::text(about) + '\n');
        if (!told) {
            return std::unexpected(told.error());
        }
        keep(u"backup.json"_s, *told);
        const Result<CopiedFile> listed = writeFile(partial + u'/' + Manifest::fileName, m_manifest.text());
        if (!listed) {
            return std::unexpected(listed.error());
        }
        m_report.manifestSha256 = listed->sha256;
        return {};
    }

    /// Only what a backup of this program names itself by its time is ever removed.
    void removeOld() {
        static const QRegularExpression name(
            QRegularExpression::anchoredPattern(uR"(\d{4}-\d{2}-\d{2}T\d{6}Z(\.[0-9a-f]{8})?(\.partial)?)"_s));
        QStringList whole;
        const QDir target(m_options.target);
        for (const QString& entry : target.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            if (name.match(entry).hasMatch()) {
                whole.append(entry);
            }
        }
        if (m_options.keep <= 0) {
            return;
        }
        // What was interrupted counts for nothing, and what still runs is somebody else's; the one just made is the
        // last.
        for (const QString& entry : QStringList(whole)) {
            if (entry.endsWith(partialEnding)) {
                whole.removeOne(entry);
                if (const std::optional<exchange::ProcessLock> dead =
                        exchange::ProcessLock::take(target.filePath(entry))) {
                    remove(target.filePath(entry));
                }
            }
        }
        while (whole.size() > m_options.keep) {
            remove(target.filePath(whole.takeFirst()));
        }
    }

    void remove(const QString& folder) {
        if (QDir(folder).removeRecursively()) {
            m_report.removed.append(folder);
        }
    }

    const BackupOptions& m_options;
    const Progress& m_progress;
    QString m_folder;
    ContentFiles m_files;
    QString m_store = u"sqlite"_s;
    Manifest m_manifest;
    BackupReport m_report;
};

} // namespace

Result<BackupReport> backUp(const BackupOptions& options, const Progress& progress) {
    // Contents that the snapshot names stay where they are until they are copied.
    const Result<BackupLock> lock = BackupLock::share(options.dataFolder);
    if (!lock) {
        return std::unexpected(lock.error());
    }
    return BackupMaker(options, progress).run();
}

} // namespace hub
