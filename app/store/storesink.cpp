// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storesink.h"

#include "app/domain/office/actcodec.h"
#include "app/store/officestore.h"
#include "exchange/protocol/packetnotice.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::unexpected<exchange::Error> passDown(const Error& error) {
    return std::unexpected(exchange::Error{.code = error.code, .detail = error.detail});
}

bool isPacket(const exchange::Message& message) {
    return message.header.kind != u"office"_s;
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

exchange::Result<void> StoreSink::accept(const exchange::Message& message) {
    std::optional<PacketFacts> facts;
    if (isPacket(message)) {
        const exchange::Result<exchange::PacketNotice> notice = exchange::readPacketNotice(message.payload);
        const bool isOwn = notice && notice->from == m_store.owner().organ.text();
        if (notice && !isOwn) {
            // Taken apart before the transaction: it may take a while, and a kill here repeats it harmlessly.
            const Result<QString> path = m_store.blobs().path(notice->sha256);
            if (!path) {
                return passDown(path.error());
            }
            Result<PacketFacts> taken = m_intake.takeApart(notice->sha256, *path);
            if (!taken) {
                return passDown(taken.error());
            }
            facts = std::move(*taken);
            facts->sha256 = notice->sha256;
        }
    }
    const Result<void> stored = m_store.accept(message, facts);
    if (!stored) {
        return passDown(stored.error());
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
