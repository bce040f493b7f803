// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sync/syncengine.h"

#include <QHash>
#include <QSet>

namespace exchange {

/// One run of a plan: does the steps and keeps what became of them.
class SyncRun {
public:
    /// References must outlive the run.
    SyncRun(ExchangeServer& server, SyncJournal& journal, MessageSink& sink, const SyncOptions& options,
            const std::function<void(const SyncProgress&)>& progress, std::stop_token stop);

    [[nodiscard]] Result<SyncResult> perform(const SyncPlan& plan);

private:
    using Outcome = StepResult::Outcome;

    [[nodiscard]] Result<StepResult> performStep(const SyncStep& step);
    [[nodiscard]] Result<StepResult> performItem(const SyncStep& step, OutboxItem item);
    /// Whether something that this item rests on did not succeed: an upload it cites, an earlier append to its stream.
    [[nodiscard]] bool isHeldUp(const OutboxItem& item) const;
    void holdUp(const OutboxItem& item);

    [[nodiscard]] Result<void> uploadItem(const OutboxItem& item);
    [[nodiscard]] Result<void> sendItem(const OutboxItem& item, bool askFirst);
    [[nodiscard]] Result<void> appendItem(OutboxItem& item);
    /// What the server stored is stored here too, where nothing lies between.
    [[nodiscard]] Result<void> keepOwn(const Append& append, const MessageHeader& header);
    [[nodiscard]] Result<void> rebase(OutboxItem& item);

    [[nodiscard]] StepResult readFeed(const SyncStep& step);
    [[nodiscard]] Result<void> readFeedToItsEnd(const SyncStep& step);
    /// Brings a stream up to at least this number; what was stored comes back.
    [[nodiscard]] Result<QList<Message>> readStream(const QString& stream, qint64 upTo);
    [[nodiscard]] Result<void> store(const Message& message);
    [[nodiscard]] Result<void> fetchContents(const Message& message);

    [[nodiscard]] CallOptions callOptions() const;
    [[nodiscard]] QDateTime nextAttempt(int attempts) const;

    ExchangeServer& m_server;
    SyncJournal& m_journal;
    MessageSink& m_sink;
    const SyncOptions& m_options;
    const std::function<void(const SyncProgress&)>& m_progress;
    std::stop_token m_stop;

    SyncResult m_result;
    SyncProgress m_now;
    QHash<QString, OutboxItem> m_items;
    QSet<QByteArray> m_missingContents;
    QSet<QString> m_heldStreams;
};

} // namespace exchange
