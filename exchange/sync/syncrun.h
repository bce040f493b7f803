// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/backoff.h"
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

    /// One page where others have to be done before the rest; else to the end.
    [[nodiscard]] StepResult pull(const SyncStep& step, bool onePage);
    [[nodiscard]] Result<void> pullPages(bool onePage);
    [[nodiscard]] Result<PullRequest> firstQuestion();
    /// Puts the answer's messages together in their order, with what they cite; ends at the first that is not whole.
    [[nodiscard]] Result<void> gatherPage(const PullAnswer& answer);
    [[nodiscard]] Result<void> readHeads(const PullAnswer& answer);
    void notePage(const PullAnswer& answer);
    /// The message as it is to be stored; nothing where it is here already. What lies before it and did not come with
    /// the page is fetched first.
    [[nodiscard]] Result<std::optional<Arrival>> arrivalOf(const PulledEntry& entry, const Message& message);
    /// A message that did not come with its entry, stored at once.
    [[nodiscard]] Result<std::optional<Arrival>> fetchedAlone(const PulledEntry& entry);
    [[nodiscard]] Result<void> storePage();
    [[nodiscard]] StepResult fetchWaiting(const SyncStep& step);
    /// Brings a stream up to at least this number; what was stored comes back.
    [[nodiscard]] Result<QList<Message>> readStream(const QString& stream, qint64 upTo);
    [[nodiscard]] static Result<void> checkChain(const Message& message, const StreamHead& head);
    [[nodiscard]] Result<void> store(const Message& message);
    /// What the message cites, except what came with it; on a metered network large ones are put into `waiting`.
    [[nodiscard]] Result<void> fetchContents(const Message& message, Arrival* arrival = nullptr);
    [[nodiscard]] Result<void> fetchContent(const QByteArray& sha256, const QString& stream);

    [[nodiscard]] CallOptions callOptions() const;
    [[nodiscard]] Backoff backoff() const;
    [[nodiscard]] QDateTime nextAttempt(int attempts) const;
    void noteDue(const QDateTime& due);
    /// What becomes of an item after an attempt that did not succeed.
    [[nodiscard]] StepResult::Outcome putOff(OutboxItem& item, const Error& error);

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

    // The page that is being put together.
    QList<Arrival> m_page;
    QList<FeedCursor> m_pageCursors;
    QHash<QString, StreamHead> m_pageHeads; ///< of its streams, as they will be once it is stored
    QHash<QByteArray, QByteArray> m_pageContents;
    bool m_more = false;
};

} // namespace exchange
