// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/retention.h"

#include "exchange/hub/backup/backuplock.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <limits>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int batch = 200; ///< a transaction is short: others write between two
constexpr int unwantedDays = 7;

/// A rule's kind: of messages, and of streams where it names a word.
std::optional<PayloadChoice> choiceOf(const QString& kind, const QDateTime& before) {
    static const QRegularExpression form(QRegularExpression::anchoredPattern(u"office/([a-z0-9]{1,40})"_s));
    if (kind == "edoc"_L1 || kind == "status"_L1) {
        return PayloadChoice{kind, {}, before};
    }
    const QRegularExpressionMatch match = form.match(kind);
    if (match.hasMatch() && match.captured(1) != "book"_L1) {
        return PayloadChoice{u"office"_s, match.captured(1), before};
    }
    return std::nullopt;
}

/// The record of an upload that became a content is removed, too, and not counted.
void count(RetentionEntry& entry, const StaleUpload& upload) {
    if (!upload.whole) {
        ++entry.count;
        entry.bytes += upload.offset;
    }
}

} // namespace

Retention::Retention(Store& store, Contents& contents, QString dataFolder, std::function<QDateTime()> clock)
    : m_store(store)
    , m_contents(contents)
    , m_dataFolder(std::move(dataFolder))
    , m_clock(std::move(clock)) {}

Result<QList<RetentionRule>> Retention::rules() {
    QList<RetentionRule> list;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        list = session.retentionRules();
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return list;
}

Result<void> Retention::setRule(const QString& kind, int days) {
    if (!choiceOf(kind, {}) || days < 0) {
        return exchange::fail("hub-retention-kind", kind);
    }
    return m_store.write([&](StoreSession& session) -> Result<void> {
        session.setRetentionRule({kind, days});
        session.journalRetention({m_clock(), u"rule"_s, kind, days, 0});
        return {};
    });
}

Result<RetentionReport> Retention::run(bool dryRun) {
    RetentionReport report;
    Result<void> done = payloads(report, dryRun);
    done = done ? uploads(report, dryRun) : done;
    done = done ? contents(report, dryRun) : done;
    if (done && !dryRun) {
        done = m_store.note([&](StoreSession& session) -> Result<void> {
            session.dropEnded(m_clock());
            session.records().dropDaysBefore(m_clock().toUTC().date().addDays(-unwantedDays));
            return {};
        });
    }
    if (!done) {
        return std::unexpected(done.error());
    }
    return report;
}

Result<QList<RetentionEntry>> Retention::journal(int most) {
    QList<RetentionEntry> list;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        list = session.retentionJournal(most);
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return list;
}

void Retention::add(RetentionReport& report, const RetentionEntry& entry) {
    if (entry.count > 0) {
        report.entries.append(entry);
    }
}

Result<void> Retention::payloads(RetentionReport& report, bool dryRun) {
    const Result<QList<RetentionRule>> all = rules();
    if (!all) {
        return std::unexpected(all.error());
    }
    for (const RetentionRule& rule : *all) {
        const QDateTime now = m_clock();
        const std::optional<PayloadChoice> choice = choiceOf(rule.kind, now.addDays(-rule.days));
        if (!choice) {
            continue; // written by a newer program
        }
        RetentionEntry whole{now, u"payloads"_s, rule.kind, 0, 0};
        qint64 some = 0;
        do {
            const auto work = [&](StoreSession& session) -> Result<void> {
                some = dryRun ? session.payloadCount(*choice) : session.erasePayloads(*choice, now, batch);
                if (some > 0 && !dryRun) {
                    session.journalRetention({now, u"payloads"_s, rule.kind, some, 0});
                }
                return {};
            };
            if (const Result<void> done = dryRun ? m_store.read(work) : m_store.write(work); !done) {
                return done;
            }
            whole.count += some;
        } while (some == batch && !dryRun);
        add(report, whole);
    }
    return {};
}

Result<void> Retention::uploads(RetentionReport& report, bool dryRun) {
    const QDateTime now = m_clock();
    RetentionEntry whole{now, u"uploads"_s, {}, 0, 0};
    QList<StaleUpload> some;
    do {
        const auto work = [&](StoreSession& session) -> Result<void> {
            some = session.staleUploads(now.addDays(-unwantedDays), dryRun ? std::numeric_limits<int>::max() : batch);
            if (dryRun || some.isEmpty()) {
                return {};
            }
            RetentionEntry part{now, u"uploads"_s, {}, 0, 0};
            for (const StaleUpload& upload : some) {
                session.removeUpload(upload.id);
                count(part, upload);
            }
            if (part.count > 0) {
                session.journalRetention(part);
            }
            return {};
        };
        if (const Result<void> done = dryRun ? m_store.read(work) : m_store.write(work); !done) {
            return done;
        }
        for (const StaleUpload& upload : some) {
            count(whole, upload);
            if (const Result<void> removed = dryRun ? Result<void>() : m_contents.removeUpload(upload.id); !removed) {
                return removed;
            }
        }
    } while (some.size() == batch && !dryRun);
    add(report, whole);
    return {};
}

Result<void> Retention::contents(RetentionReport& report, bool dryRun) {
    std::optional<BackupLock> alone;
    if (!dryRun && !m_dataFolder.isEmpty()) {
        Result<std::optional<BackupLock>> held = BackupLock::holdAlone(m_dataFolder);
        if (!held) {
            return std::unexpected(held.error());
        }
        if (!held->has_value()) {
            report.contentsLeft = true;
            return {};
        }
        alone = std::move(*held);
    }
    const QDateTime now = m_clock();
    const QDateTime before = now.addDays(-unwantedDays);
    RetentionEntry whole{now, u"contents"_s, {}, 0, 0};
    QByteArray last;
    for (;;) {
        QList<StoredContent> some;
        const Result<void> asked = m_store.read([&](StoreSession& session) -> Result<void> {
            some = session.uncitedContents(last, before, batch);
            return {};
        });
        if (!asked) {
            return asked;
        }
        if (some.isEmpty()) {
            break;
        }
        for (const StoredContent& content : some) {
            const Result<bool> gone = dryRun ? Result<bool>(true) : forget(content, before);
            if (!gone) {
                return std::unexpected(gone.error());
            }
            whole.count += *gone ? 1 : 0;
            whole.bytes += *gone ? content.size : 0;
        }
        last = some.last().sha256;
    }
    add(report, whole);
    if (!dryRun && whole.count > 0) {
        const Result<void> noted = m_store.write([&](StoreSession& session) -> Result<void> {
            session.journalRetention(whole);
            return {};
        });
        if (!noted) {
            return noted;
        }
    }
    return strayFiles(report, dryRun, before);
}

Result<void> Retention::strayFiles(RetentionReport& report, bool dryRun, const QDateTime& before) {
    RetentionEntry whole{m_clock(), u"files"_s, {}, 0, 0};
    for (int part = 0; part < 256; ++part) {
        const QByteArray digits = QByteArray::number(part, 16).rightJustified(2, '0');
        for (const QByteArray& sha256 : m_contents.filesOf(digits, before)) {
            const QString file = m_contents.filePath(sha256);
            const qint64 size = QFileInfo(file).size();
            bool gone = false;
            // While nobody else writes, as in forget().
            const auto work = [&](StoreSession& session) -> Result<void> {
                gone = !session.contentSize(sha256) && (dryRun || QFile::remove(file));
                return {};
            };
            bool known = true;
            const Result<void> asked = m_store.read([&](StoreSession& session) -> Result<void> {
                known = session.contentSize(sha256).has_value();
                return {};
            });
            const Result<void> done = !asked || known ? asked : dryRun ? m_store.read(work) : m_store.write(work);
            if (!done) {
                return done;
            }
            whole.count += gone ? 1 : 0;
            whole.bytes += gone ? size : 0;
        }
    }
    add(report, whole);
    if (dryRun || whole.count == 0) {
        return {};
    }
    return m_store.write([&](StoreSession& session) -> Result<void> {
        session.journalRetention(whole);
        return {};
    });
}

Result<bool> Retention::forget(const StoredContent& content, const QDateTime& before) {
    bool forgotten = false;
    const Result<void> done = m_store.write([&](StoreSession& session) -> Result<void> {
        forgotten = session.forgetContent(content.sha256, before);
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    if (!forgotten) {
        return false; // somebody cited or wanted it meanwhile
    }
    // The file goes after the row is gone for good, and while nobody else writes: an upload of the same bytes looks for
    // its file in the transaction that writes its row (HubCore::endPart), and begins again where it is gone.
    const QString file = m_contents.filePath(content.sha256);
    if (file.isEmpty()) {
        return true; // the store itself kept the bytes
    }
    const Result<void> removed = m_store.write([&](StoreSession& session) -> Result<void> {
        if (!session.contentSize(content.sha256)) {
            QFile::remove(file);
        }
        return {};
    });
    return removed ? Result<bool>(true) : std::unexpected(removed.error());
}

} // namespace hub
