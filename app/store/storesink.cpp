// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storesink.h"

#include "app/domain/office/actcodec.h"
#include "app/store/messagerows.h"
#include "app/store/officestore.h"
#include "app/store/transaction.h"
#include "exchange/protocol/packetnotice.h"

#include <QBuffer>
#include <QFile>

#include <algorithm>
#include <future>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::unexpected<exchange::Error> passDown(const Error& error) {
    return std::unexpected(exchange::Error{.code = error.code, .detail = error.detail});
}

/// The packet of another office that a message brings to this desk: its own, or that of a document of which a deed
/// gives the desk a share. Empty: none, or one that is known.
QByteArray packetIn(const exchange::Message& message, OfficeStore& store) {
    if (message.header.kind == u"office"_s) {
        if (message.cites.isEmpty()) {
            return {};
        }
        const Result<OfficeAct> act = readAct(message.payload);
        const auto given = act ? givenBy(act->body) : std::nullopt;
        const bool isNew = given && message.cites.contains(given->packetSha256) &&
                           !store.documents().packet(given->packetSha256).has_value();
        return isNew ? given->packetSha256 : QByteArray();
    }
    const exchange::Result<exchange::PacketNotice> notice = exchange::readPacketNotice(message.payload);
    return notice && notice->from != store.owner().organ.text() ? notice->sha256 : QByteArray();
}

} // namespace

StoreSink::StoreSink(OfficeStore& store, PacketIntake& intake)
    : m_store(store)
    , m_intake(intake) {}

exchange::Result<exchange::StreamHead> StoreSink::streamHead(const QString& stream) {
    const Result<exchange::StreamHead> head = m_store.messages().head(stream);
    if (!head) {
        return passDown(head.error());
    }
    return *head;
}

exchange::Result<QList<exchange::StreamHead>> StoreSink::streamHeads(const QStringList& streams) {
    using Heads = QList<exchange::StreamHead>;
    auto heads = m_store.database().read([&](Transaction& transaction) -> Result<Heads> {
        Heads found;
        for (const QString& stream : streams) {
            found.append(streamHeadOf(transaction, stream));
        }
        return found;
    });
    if (!heads) {
        return passDown(heads.error());
    }
    return std::move(*heads);
}

exchange::Result<void> StoreSink::accept(const exchange::Message& message) {
    const auto facts = factsOf({.message = message, .contents = {}, .waiting = {}});
    if (!facts) {
        return passDown(facts.error());
    }
    const Result<void> stored = m_store.accept(message, *facts);
    if (!stored) {
        return passDown(stored.error());
    }
    return {};
}

Result<std::optional<PacketFacts>> StoreSink::factsOf(const exchange::Arrival& arrival) {
    using Facts = std::optional<PacketFacts>;
    const QByteArray sha256 = packetIn(arrival.message, m_store);
    if (sha256.isEmpty()) {
        return Facts();
    }
    if (arrival.waiting.contains(sha256)) {
        const exchange::Result<exchange::PacketNotice> notice = exchange::readPacketNotice(arrival.message.payload);
        return Facts(
            PacketFacts{.sha256 = sha256,
                        .kind = PacketFacts::Kind::Unreadable,
                        .problem = fail("packet-waits", notice ? QString::number(notice->size) : QString()).error()});
    }
    const auto came = std::ranges::find(arrival.contents, sha256, &exchange::PulledContent::sha256);
    std::unique_ptr<QIODevice> packet;
    if (came != arrival.contents.end()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(came->bytes);
        packet = std::move(buffer);
    } else {
        const Result<QString> path = m_store.blobs().path(sha256);
        if (!path) {
            return std::unexpected(path.error());
        }
        packet = std::make_unique<QFile>(*path);
    }
    if (!packet->open(QIODevice::ReadOnly)) {
        return fail("packet-file-unreadable", packet->errorString());
    }
    Result<PacketFacts> facts = m_intake.describe(sha256, *packet);
    if (!facts) {
        return std::unexpected(facts.error());
    }
    facts->sha256 = sha256;
    return Facts(std::move(*facts));
}

exchange::Result<int> StoreSink::acceptPage(const QList<exchange::Arrival>& page,
                                            const QList<exchange::FeedCursor>& cursors) {
    // The disk works while the packets are read and the transaction is made; its commit waits for the files.
    std::future<Result<void>> files = std::async(std::launch::async, [&] { return keepContents(page); });
    // Read before the transaction: it may take a while, and a kill here repeats it harmlessly.
    QList<StoredArrival> arrivals;
    for (const exchange::Arrival& arrival : page) {
        auto facts = factsOf(arrival);
        if (!facts) {
            return passDown(facts.error());
        }
        arrivals.append({.message = arrival.message, .facts = std::move(*facts), .waiting = arrival.waiting});
    }
    const Result<int> stored = m_store.acceptPage(arrivals, cursors, [&files] { return files.get(); });
    if (!stored) {
        return passDown(stored.error());
    }
    return *stored;
}

Result<void> StoreSink::keepContents(const QList<exchange::Arrival>& page) {
    bool unsettled = false;
    for (const exchange::Arrival& arrival : page) {
        for (const exchange::PulledContent& content : arrival.contents) {
            if (Result<void> put = m_store.blobs().putUnsettled(content.bytes, content.sha256); !put) {
                return put;
            }
            unsettled = true;
        }
    }
    if (unsettled) {
        m_store.blobs().settle(); // once for all files of the page, before anything speaks of them
    }
    return {};
}

exchange::Result<bool> StoreSink::wantsContent(const exchange::Message&, const QByteArray& sha256) {
    // Also what the own office sent from another computer: the register keeps its packets.
    return !m_store.blobs().has(sha256);
}

exchange::Result<void> StoreSink::acceptContent(const QByteArray& sha256, const QString& path) {
    const Result<void> stored = m_store.acceptContent(sha256, path);
    if (!stored) {
        return passDown(stored.error());
    }
    return {};
}

std::optional<exchange::Append> rebaseAppend(OfficeStore& store, const exchange::Append& append) {
    const Result<OfficeAct> act = readAct(append.payload);
    const Result<exchange::StreamHead> head = store.messages().head(append.stream);
    if (!act || !head || std::holds_alternative<acts::NumberDrawn>(act->body) ||
        std::holds_alternative<acts::Registered>(act->body)) {
        return std::nullopt;
    }
    exchange::Append moved = append;
    moved.expectedSequence = head->sequence + 1;
    moved.lastSeenHead = head->hash;
    return moved;
}

} // namespace app
