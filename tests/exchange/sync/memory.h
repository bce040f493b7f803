// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sync/messagesink.h"
#include "exchange/sync/syncjournal.h"
#include "tests/exchange/hub/samples.h"

#include <QMap>
#include <QSet>

namespace samples {

/// A journal that survives the engine, and that can fail at a chosen call.
class MemoryJournal final : public exchange::SyncJournal {
public:
    QMap<QString, qint64> cursors;
    QList<exchange::OutboxItem> items;
    int updatesUntilFailure = -1;              ///< the update() after so many fails, as if the process died there
    QSet<QString> takenOut;                    ///< items that a person took out meanwhile: none of them is begun
    QList<exchange::OutboxItem::State> states; ///< every state that was written, in order

    exchange::Result<QList<exchange::FeedCursor>> feeds() override {
        QList<exchange::FeedCursor> list;
        for (auto it = cursors.cbegin(); it != cursors.cend(); ++it) {
            list.append({it.key(), it.value()});
        }
        return list;
    }
    QList<exchange::WaitingContent> waiting;
    exchange::Result<QList<exchange::WaitingContent>> waitingContents() override { return waiting; }
    exchange::Result<QList<exchange::OutboxItem>> outbox() override {
        QList<exchange::OutboxItem> open;
        for (const exchange::OutboxItem& item : items) {
            if (item.state != exchange::OutboxItem::State::Done && item.state != exchange::OutboxItem::State::Failed) {
                open.append(item);
            }
        }
        return open;
    }
    exchange::Result<void> update(const exchange::OutboxItem& item) override {
        if (updatesUntilFailure == 0) {
            updatesUntilFailure = -1;
            return std::unexpected(exchange::Error{u"journal-died"_s, {}});
        }
        --updatesUntilFailure;
        if (takenOut.contains(item.id)) {
            return std::unexpected(exchange::Error{QString(exchange::takenOutCode), item.id});
        }
        states.append(item.state);
        for (exchange::OutboxItem& kept : items) {
            if (kept.id == item.id) {
                kept = item;
                return {};
            }
        }
        return std::unexpected(exchange::Error{u"journal-without-item"_s, item.id});
    }
    exchange::OutboxItem item(const QString& id) const {
        for (const exchange::OutboxItem& kept : items) {
            if (kept.id == id) {
                return kept;
            }
        }
        return {};
    }
};

/// A sink that counts what it was given, and that can fail like a full disk. Its cursors are the journal's: a page and
/// its cursors are stored together or not at all.
class MemorySink final : public exchange::MessageSink {
public:
    explicit MemorySink(MemoryJournal& journal)
        : m_journal(journal) {}

    QMap<QString, QList<exchange::Message>> streams;
    QMap<QByteArray, QByteArray> contents;
    int accepted = 0;
    int failing = 0; ///< so many calls that store fail
    int pages = 0;   ///< how many calls of acceptPage() stored something

    exchange::Result<exchange::StreamHead> streamHead(const QString& stream) override {
        const QList<exchange::Message> list = streams.value(stream);
        return list.isEmpty()
                   ? exchange::StreamHead{}
                   : exchange::StreamHead{list.last().header.sequence, exchange::headerHash(list.last().header)};
    }
    exchange::Result<void> accept(const exchange::Message& message) override {
        if (failing > 0) {
            --failing;
            return std::unexpected(exchange::Error{u"disk-full"_s, {}});
        }
        QList<exchange::Message>& list = streams[message.header.stream];
        if (message.header.sequence != list.size() + 1) {
            return std::unexpected(exchange::Error{u"sink-out-of-order"_s, message.header.stream});
        }
        list.append(message);
        ++accepted;
        return {};
    }
    exchange::Result<int> acceptPage(const QList<exchange::Arrival>& page,
                                     const QList<exchange::FeedCursor>& moved) override {
        if (failing > 0) {
            --failing;
            return std::unexpected(exchange::Error{u"disk-full"_s, {}});
        }
        for (const exchange::Arrival& arrival : page) {
            for (const exchange::PulledContent& content : arrival.contents) {
                contents.insert(content.sha256, content.bytes);
            }
            for (const QByteArray& sha256 : arrival.waiting) {
                m_journal.waiting.append({sha256, arrival.message.header.stream});
            }
            if (const auto stored = accept(arrival.message); !stored) {
                return std::unexpected(stored.error());
            }
        }
        for (const exchange::FeedCursor& cursor : moved) {
            m_journal.cursors[cursor.mailbox] = cursor.cursor;
        }
        ++pages;
        return static_cast<int>(page.size());
    }
    exchange::Result<bool> wantsContent(const exchange::Message&, const QByteArray& sha256) override {
        return !contents.contains(sha256);
    }
    exchange::Result<void> acceptContent(const QByteArray& sha256, const QString& path) override {
        contents.insert(sha256, readFile(path));
        m_journal.waiting.removeIf([&](const exchange::WaitingContent& one) { return one.sha256 == sha256; });
        return {};
    }

private:
    MemoryJournal& m_journal;
};

} // namespace samples
