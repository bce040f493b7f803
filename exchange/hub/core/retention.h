// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/contents.h"
#include "exchange/hub/core/store.h"

#include <functional>

namespace hub {

/// What one run of retention did, or would do.
struct RetentionReport {
    QList<RetentionEntry> entries; ///< only what is more than nothing
    bool contentsLeft = false;     ///< a backup ran: contents stay until the next run
};

/// How long a hub keeps what. Payloads by rules, a table that its owner changes: "edoc", "status", or "office/<word>"
/// for streams that begin with that word; books are registers and never erased. Headers stay, and with them the chain,
/// who wrote and when. Contents that no message with a payload cites and uploads that are not whole go after seven days
/// without anybody wanting them, and so do files of contents that the store does not know, which a kill may leave;
/// nonces and counted failures when they are over. Without rules no payload is erased.
class Retention {
public:
    /// References must outlive the object. `dataFolder`: where backups lock contents; empty: nowhere.
    Retention(Store& store, Contents& contents, QString dataFolder, std::function<QDateTime()> clock);

    [[nodiscard]] Result<QList<RetentionRule>> rules();
    /// 0 days: the rule ends. "hub-retention-kind" for a kind that may not be erased.
    [[nodiscard]] Result<void> setRule(const QString& kind, int days);
    /// Does what is due, in small transactions, and writes what it did into the journal with it. `dryRun`: only counts.
    [[nodiscard]] Result<RetentionReport> run(bool dryRun);
    /// What was done, the newest first.
    [[nodiscard]] Result<QList<RetentionEntry>> journal(int most);

private:
    [[nodiscard]] Result<void> payloads(RetentionReport& report, bool dryRun);
    [[nodiscard]] Result<void> uploads(RetentionReport& report, bool dryRun);
    [[nodiscard]] Result<void> contents(RetentionReport& report, bool dryRun);
    /// The files that no row names, and that are as old as what nobody wants.
    [[nodiscard]] Result<void> strayFiles(RetentionReport& report, bool dryRun, const QDateTime& before);
    [[nodiscard]] Result<bool> forget(const StoredContent& content, const QDateTime& before);
    static void add(RetentionReport& report, const RetentionEntry& entry);

    Store& m_store;
    Contents& m_contents;
    QString m_dataFolder;
    std::function<QDateTime()> m_clock;
};

} // namespace hub
