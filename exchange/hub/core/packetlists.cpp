// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/packetlists.h"

#include "exchange/hub/core/names.h"
#include "exchange/hub/core/rules.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/message.h"

#include <QUuid>

#include <algorithm>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int scannedPage = 200;         // entries of a feed read at once
constexpr int scannedMost = 50'000;      // … and in one call
constexpr qint64 pageBytes = 4LL << 20;  // of notices, which are small
constexpr qint64 orderPlaySeconds = 600; // a feed is in the order of commits, which is nearly that of the clock

const QStringList& words() {
    static const QStringList all{u"done"_s, u"fail"_s, u"processing"_s}; // the strongest first
    return all;
}

/// Those after which a packet is not listed as open any more.
QStringList lastWords() {
    return words().mid(0, 2);
}

/// The agencies that a caller speaks for.
QStringList agenciesOf(const Caller& caller) {
    QStringList agencies = caller.mailboxes;
    agencies.removeIf([](const QString& mailbox) { return mailbox.contains(u'/'); });
    return agencies;
}

QString wordStream(const QString& agency) {
    return u"axis/"_s + agency + u"/taken"_s;
}

QString wordId(const QByteArray& sha256, const QString& word) {
    return QUuid::createUuidV5(QUuid(), u"axis-taken:"_s + QString::fromLatin1(sha256) + u':' + word)
        .toString(QUuid::WithoutBraces);
}

/// An agency's strongest word on a packet and when it said it.
std::pair<QString, QDateTime> wordOf(StoreSession& session, const QString& agency, const QByteArray& sha256) {
    for (const QString& word : words()) {
        if (const auto said = session.messageById(wordStream(agency), wordId(sha256, word))) {
            return {word, said->header.time};
        }
    }
    return {};
}

/// The cursor before the first entry of a feed that may be as young as `from`, by halving: a feed has no index by time
/// and grows for years.
qint64 cursorBefore(StoreSession& session, const QString& mailbox, const QDateTime& from) {
    const auto isOlder = [&](qint64 after) {
        const QList<FeedMessage> next = session.packetMessages(mailbox, after, 1, pageBytes, false);
        return !next.isEmpty() && next.first().message.header.time < from;
    };
    qint64 low = 0;
    qint64 high = 1;
    while (isOlder(high) && high < (1LL << 60)) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        (isOlder(middle) ? low : high) = middle;
    }
    return low;
}

bool isAddressed(const PacketEntry& entry, const QString& agency, const PacketQuery& query) {
    return query.sent ? entry.notice.from == agency : entry.notice.to.contains(agency);
}

bool isWanted(const PacketEntry& entry, const PacketQuery& query) {
    return (query.kind.isEmpty() || entry.notice.kind == query.kind) &&
           (!query.from.isValid() || entry.time >= query.from) && (!query.to.isValid() || entry.time <= query.to);
}

} // namespace

PacketLists::PacketLists(Store& store, std::function<QDateTime()> clock)
    : m_store(store)
    , m_clock(std::move(clock)) {}

qint64 PacketLists::floorOf(const QString& agency) {
    const std::scoped_lock lock(m_mutex);
    return m_floors.value(agency);
}

void PacketLists::raiseFloor(const QString& agency, qint64 cursor) {
    const std::scoped_lock lock(m_mutex);
    m_floors[agency] = std::max(m_floors.value(agency), cursor);
}

Result<QList<PacketEntry>> PacketLists::entriesOf(StoreSession& session, const QString& agency,
                                                  const PacketQuery& query) {
    QList<PacketEntry> found;
    const bool allOpen = query.openOnly && !query.sent && !query.from.isValid();
    qint64 after = allOpen                ? floorOf(agency)
                   : query.from.isValid() ? cursorBefore(session, agency, query.from.addSecs(-orderPlaySeconds))
                                          : qint64(0);
    bool noneOpen = allOpen; // so far
    for (int scanned = 0; scanned < scannedMost; scanned += scannedPage) {
        const QList<FeedMessage> page = session.packetMessages(agency, after, scannedPage, pageBytes, query.openOnly);
        for (const FeedMessage& one : page) {
            after = one.entry.cursor;
            const auto notice = exchange::readPacketNotice(one.message.payload);
            const PacketEntry entry{notice.value_or(exchange::PacketNotice()), one.message.header.time, {}, {}};
            const bool addressed = notice && isAddressed(entry, agency, query); // else a foreign one, or erased
            noneOpen = noneOpen && !addressed;
            if (noneOpen) {
                raiseFloor(agency, after);
            }
            if (!addressed || !isWanted(entry, query)) {
                continue;
            }
            found.append(entry);
            if (query.newest && found.size() > query.limit) {
                found.removeFirst();
            } else if (!query.newest && found.size() >= query.limit) {
                return found;
            }
        }
        const bool beyond = query.to.isValid() && !page.isEmpty() &&
                            page.last().message.header.time > query.to.addSecs(orderPlaySeconds);
        if (page.isEmpty() || beyond) {
            return found;
        }
    }
    if (allOpen) {
        return found; // the rest when these are acknowledged, or from the floor that was raised
    }
    // Not cut silently: what lies behind the end would never be listed.
    return exchange::tooLarge(u"more than %1 packets in this time; ask for fewer days"_s.arg(scannedMost));
}

Result<QList<PacketEntry>> PacketLists::packets(const Caller& caller, const PacketQuery& query) {
    const QStringList agencies = agenciesOf(caller);
    if (agencies.isEmpty()) {
        return notPermitted(u"the account speaks for no agency"_s);
    }
    QList<PacketEntry> found;
    const Result<void> done = m_store.read([&](StoreSession& session) -> Result<void> {
        found.clear();
        for (const QString& agency : agencies) {
            const Result<QList<PacketEntry>> entries = entriesOf(session, agency, query);
            if (!entries) {
                return std::unexpected(entries.error());
            }
            for (const PacketEntry& entry : *entries) {
                if (std::ranges::find(found, entry.notice.sha256,
                                      [](const PacketEntry& one) { return one.notice.sha256; }) == found.end()) {
                    found.append(entry);
                }
            }
        }
        for (PacketEntry& entry : found) {
            for (const QString& receiver : entry.notice.to) {
                // What other receivers said is the sender's to know, not theirs.
                const bool visible = query.sent || agencies.contains(receiver);
                const auto [word, time] =
                    visible ? wordOf(session, receiver, entry.notice.sha256) : std::pair<QString, QDateTime>();
                entry.taken.append(word);
                entry.takenTime =
                    time.isValid() && (!entry.takenTime.isValid() || time > entry.takenTime) ? time : entry.takenTime;
            }
        }
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return found;
}

Result<void> PacketLists::take(const Caller& caller, const QByteArray& sha256, const QString& word) {
    if (!exchange::isSha256Hex(sha256) || !words().contains(word)) {
        return malformedRequest(u"docid or status"_s);
    }
    const QString packet = u"packet/"_s + QString::fromLatin1(sha256);
    const QStringList agencies = agenciesOf(caller);
    return m_store.write([&](StoreSession& session) -> Result<void> {
        const QStringList participants = session.participants(packet);
        const QList<exchange::Message> first = session.messages(packet, 1, 1, pageBytes);
        const auto notice = first.isEmpty() ? Result<exchange::PacketNotice>(exchange::PacketNotice())
                                            : exchange::readPacketNotice(first.first().payload);
        bool mine = false;
        for (const QString& agency : agencies) {
            if (!participants.contains(agency) || !notice || !notice->to.contains(agency)) {
                continue;
            }
            mine = true;
            const QString stream = wordStream(agency);
            const std::optional<StreamEnd> found = session.streamEnd(stream);
            const StreamEnd end = found.value_or(StreamEnd{agency, 0, {}});
            if (session.messageById(stream, wordId(sha256, word))) {
                continue;
            }
            if (!found) {
                session.createStream(stream, agency);
            }
            exchange::Message message;
            message.header.stream = stream;
            message.header.kind = u"office"_s;
            message.header.messageId = wordId(sha256, word);
            message.payload =
                "<taken xmlns=\"urn:congvan:axis:1\" sha256=\"" + sha256 + "\" word=\"" + word.toLatin1() + "\"/>";
            message.header = nextHeader(caller, end, message, m_clock());
            session.addMessage(message);
            if (lastWords().contains(word)) {
                session.records().noteTaken(agency, packet);
            }
        }
        return mine ? Result<void>() : contentUnknown(sha256);
    });
}

} // namespace hub
