// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakehub.h"

#include "app/domain/vietnamtime.h"
#include "app/store/transaction.h"
#include "exchange/protocol/packetnotice.h"

#include <QTest>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using exchange::Message;
using exchange::OutboxItem;

#include <algorithm>

namespace world {

Message FakeHub::add(const QString& stream, const QString& kind, const QString& messageId, const QString& account,
                     const QString& agency, const QByteArray& payload, const QList<QByteArray>& cites,
                     const QStringList& participants) {
    QList<Message>& messages = m_streams[stream];
    Message message;
    message.header.stream = stream;
    message.header.sequence = messages.size() + 1;
    message.header.kind = kind;
    message.header.messageId = messageId;
    message.header.author = account;
    message.header.authorAgency = agency;
    message.header.time = QDateTime::fromString(u"2026-11-23T01:00:00.000Z"_s, Qt::ISODateWithMs).addSecs(++m_clock);
    message.header.payloadSha256 = exchange::sha256Hex(payload);
    message.header.attachedSha256 = exchange::attachedHash(cites, participants);
    message.header.previousHeaderSha256 =
        messages.isEmpty() ? QByteArray() : exchange::headerHash(messages.last().header);
    message.payload = payload;
    message.cites = cites;
    message.participants = participants;
    messages.append(message);
    m_participants[stream] += participants;
    m_order.append({stream, message.header.sequence});
    return message;
}

exchange::Result<exchange::AppendReceipt> FakeHub::append(const exchange::Append& append, const QString& account,
                                                          const QString& agency) {
    const std::scoped_lock lock(m_mutex);
    if (isDown) {
        return std::unexpected(exchange::Error{.code = u"server-unreachable"_s, .detail = {}});
    }
    for (const Message& message : m_streams.value(append.stream)) {
        if (message.header.messageId == append.messageId) {
            return exchange::AppendReceipt{.header = message.header};
        }
    }
    if (append.expectedSequence != m_streams.value(append.stream).size() + 1) {
        return std::unexpected(exchange::Error{.code = u"append-conflict"_s, .detail = {}});
    }
    for (const QByteArray& cited : append.cites) {
        if (!contents.contains(cited)) {
            return std::unexpected(exchange::Error{.code = u"content-unknown"_s, .detail = {}});
        }
    }
    const Message message = add(append.stream, append.kind, append.messageId, account, agency, append.payload,
                                append.cites, append.participants);
    if (losesAnswers) {
        return std::unexpected(exchange::Error{.code = u"transfer-cut"_s, .detail = {}});
    }
    return exchange::AppendReceipt{.header = message.header};
}

Message FakeHub::sendPacket(const QByteArray& packet, const QString& kind, const QString& from, const QStringList& to) {
    const std::scoped_lock lock(m_mutex);
    const QByteArray sha256 = exchange::sha256Hex(packet);
    const QString stream = u"packet/"_s + QString::fromLatin1(sha256);
    if (m_streams.contains(stream)) {
        return m_streams.value(stream).first();
    }
    contents.insert(sha256, packet);
    exchange::PacketNotice notice;
    notice.sha256 = sha256;
    notice.size = 1;
    notice.kind = kind;
    notice.from = from;
    notice.to = to;
    return add(stream, kind, QUuid::createUuid().toString(QUuid::WithoutBraces), from, from,
               exchange::packetNoticeXml(notice), {sha256}, QStringList{from} + to);
}

QList<exchange::FeedEntry> FakeHub::feed(const QString& mailbox, qint64 after) const {
    const std::scoped_lock lock(m_mutex);
    QList<exchange::FeedEntry> entries;
    for (qsizetype index = after; index < m_order.size(); ++index) {
        if (m_participants.value(m_order.at(index).first).contains(mailbox)) {
            entries.append(
                {.cursor = index + 1, .stream = m_order.at(index).first, .sequence = m_order.at(index).second});
        }
    }
    return entries;
}

QList<Message> FakeHub::messages(const QString& stream, qint64 from) const {
    const std::scoped_lock lock(m_mutex);
    return m_streams.value(stream).mid(from - 1);
}

QList<Message> FakeHub::all() const {
    const std::scoped_lock lock(m_mutex);
    QList<Message> messages;
    for (const auto& [stream, sequence] : m_order) {
        messages.append(m_streams.value(stream).at(sequence - 1));
    }
    return messages;
}

Desk::Desk(FakeHub& hub, QHash<QByteArray, app::PacketFacts>& packets, const app::Person& owner, QStringList mailboxes)
    : m_hub(hub)
    , m_mailboxes(std::move(mailboxes))
    , m_owner(owner)
    , m_intake(packets) {
    reopen();
}

app::StoreOptions Desk::options() const {
    app::StoreOptions options;
    options.database.file = m_folder.filePath(u"kho dữ liệu.sqlite"_s);
    options.blobs.folder = m_folder.filePath(u"objects"_s);
    options.owner = m_owner;
    return options;
}

void Desk::reopen(int largestPages) {
    m_sink.reset();
    m_journal.reset();
    m_store.reset();
    app::StoreOptions wanted = options();
    wanted.database.largestPages = largestPages;
    auto opened = app::OfficeStore::open(wanted);
    if (!opened) {
        qFatal("the store does not open: %s %s", qPrintable(opened.error().code), qPrintable(opened.error().detail));
    }
    m_store = std::move(*opened);
    m_journal = std::make_unique<app::StoreJournal>(*m_store);
    m_sink = std::make_unique<app::StoreSink>(*m_store, m_intake);
}

bool Desk::send() {
    const auto items = m_journal->outbox();
    for (OutboxItem item : *items) {
        if (m_hub.isDown) {
            return false;
        }
        exchange::Error error;
        if (item.kind == OutboxItem::Kind::Upload) {
            m_hub.contents.insert(item.sha256, *m_store->blobs().bytes(item.sha256));
        } else if (item.kind == OutboxItem::Kind::Send) {
            (void)m_hub.sendPacket(*m_store->blobs().bytes(item.sha256), item.packetKind, m_owner.organ.text(),
                                   {u"H99.03"_s});
        } else {
            auto receipt = m_hub.append(item.append, m_owner.mailbox(), m_owner.organ.text());
            if (!receipt && receipt.error().code == u"append-conflict"_s) {
                const auto head = m_sink->streamHead(item.append.stream);
                const QList<Message> tail = m_hub.messages(item.append.stream, head->sequence + 1);
                for (const Message& message : tail) {
                    if (!m_sink->accept(message)) {
                        return false;
                    }
                }
                const auto moved = app::rebaseAppend(*m_store, item.append);
                if (moved) {
                    item.append = *moved;
                    receipt = m_hub.append(item.append, m_owner.mailbox(), m_owner.organ.text());
                } else {
                    receipt = std::unexpected(exchange::Error{.code = u"append-superseded"_s, .detail = {}});
                }
            }
            if (receipt) {
                item.receipt = *receipt;
            } else {
                error = receipt.error();
            }
        }
        ++item.attempts;
        item.error = error;
        const bool isFinal = error.code == u"append-superseded"_s || error.code == u"content-unknown"_s;
        item.state = error.code.isEmpty() ? OutboxItem::State::Done
                     : isFinal            ? OutboxItem::State::Failed
                                          : OutboxItem::State::Planned;
        if (!m_journal->update(item)) {
            return false;
        }
    }
    return true;
}

bool Desk::fetch(bool acknowledge) {
    const auto feeds = m_journal->feeds();
    for (const QString& mailbox : std::as_const(m_mailboxes)) {
        const auto read = std::ranges::find(*feeds, mailbox, &exchange::FeedCursor::mailbox);
        const exchange::FeedCursor cursor{.mailbox = mailbox, .cursor = read == feeds->end() ? 0 : read->cursor};
        for (const exchange::FeedEntry& entry : m_hub.feed(cursor.mailbox, cursor.cursor)) {
            const auto head = m_sink->streamHead(entry.stream);
            if (head->sequence < entry.sequence) {
                for (const Message& message : m_hub.messages(entry.stream, head->sequence + 1)) {
                    for (const QByteArray& cited : message.cites) {
                        if (*m_sink->wantsContent(message, cited)) {
                            const QString path = m_folder.filePath(u"tải về"_s);
                            QFile file(path);
                            if (!file.open(QIODevice::WriteOnly)) {
                                return false;
                            }
                            file.write(m_hub.contents.value(cited));
                            file.close();
                            if (!m_sink->acceptContent(cited, path)) {
                                return false;
                            }
                        }
                    }
                    if (!m_sink->accept(message)) {
                        return false;
                    }
                }
            }
            if (acknowledge && !m_sink->acceptPage({}, {{cursor.mailbox, entry.cursor}})) {
                return false;
            }
        }
    }
    return true;
}

bool Desk::sync() {
    return !m_hub.isDown && send() && fetch();
}

QStringList derivedRows(app::OfficeStore& store) {
    const QStringList queries{
        u"SELECT * FROM link ORDER BY document_id, position"_s,
        u"SELECT * FROM history ORDER BY document_id, position"_s,
        u"SELECT * FROM trail_line ORDER BY document_id, position"_s,
        u"SELECT * FROM status_note ORDER BY packet_sha256"_s,
        u"SELECT * FROM change_note ORDER BY packet_sha256, target, match_key"_s,
        u"SELECT * FROM book_entry ORDER BY stream, position"_s,
        u"SELECT * FROM registered_work ORDER BY document_id"_s,
        u"SELECT * FROM work_share ORDER BY document_id, position"_s,
        u"SELECT * FROM dossier ORDER BY id"_s,
        u"SELECT * FROM opinion ORDER BY id"_s,
        u"SELECT * FROM opinion_member ORDER BY opinion_id, mailbox"_s,
        u"SELECT * FROM dossier_item ORDER BY dossier_id, position"_s,
        u"SELECT * FROM pinned_seal ORDER BY organ_id, certificate_sha256"_s,
        u"SELECT id, folder, state, incoming, counterpart, subject, number_display, kind, kind_name, urgency, time,"
        " due_date, arrival_number, problem_code, problem_detail, pending, issuer_id, author, packet_document_id,"
        " match_key, packet_sha256, detail, mark, due_order, counterpart_order, number_order, trouble FROM document ORDER BY id"_s,
        u"SELECT term, doc FROM temp.indexed_words ORDER BY term"_s,
    };
    // A write, for its connection may make the table that shows what the index of words holds.
    const auto rows = store.database().write([&](app::Transaction& transaction) -> app::Result<QStringList> {
        transaction.change(u"CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed_words USING fts5vocab"
                           " (main, document_text, 'row')"_s);
        QStringList all;
        for (const QString& sql : queries) {
            app::Rows found = transaction.query(sql);
            while (found.next()) {
                QStringList row;
                for (int column = 0; column < found.columns(); ++column) {
                    const QVariant value = found.value(column);
                    const bool isPacked = value.typeId() == QMetaType::QByteArray;
                    row.append(isPacked ? QString::fromLatin1(value.toByteArray().toHex()) : value.toString());
                }
                all.append(row.join(u'|'));
            }
        }
        return all;
    });
    if (!rows) {
        qFatal("derived rows: %s", qPrintable(rows.error().detail));
    }
    return *rows;
}

} // namespace world
