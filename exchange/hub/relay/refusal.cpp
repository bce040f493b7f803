// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/relay/refusal.h"

#include "exchange/envelope/packetwriter.h"
#include "exchange/hub/relay/spool.h"
#include "exchange/protocol/errorkind.h"

#include <QBuffer>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestReason = 400; // the standard's limit for a description is 500

/// The document that was refused, as its own packet names it.
Result<PacketAddresses> documentOf(HubCore& core, const RelayOut& out) {
    const Result<std::unique_ptr<QIODevice>> content = core.openPacket(out.sha256);
    return content ? readPacketAddresses(**content) : std::unexpected(content.error());
}

} // namespace

Result<QByteArray> refusalPacket(const PacketAddresses& document, const QString& receiver, const RelayOut& out,
                                 const QString& ownHub) {
    exchange::StatusPacket status;
    status.from.organId = receiver;
    status.from.organName = receiver;
    status.responseFor.organId = document.from;
    status.responseFor.code = document.notation;
    status.responseFor.documentId = document.documentId;
    status.responseFor.promulgationDate = document.promulgationDate;
    status.statusCode = exchange::wordsOf(exchange::StatusCode::Refused).number;
    const QString reason = (out.code + u' ' + out.detail).simplified().left(longestReason);
    const QString what = out.kind == "status"_L1 ? u"trạng thái xử lý"_s : u"văn bản"_s;
    status.description = u"Máy chủ liên thông cấp trên không nhận chuyển %1: %2"_s.arg(what, reason);
    status.timestamp = exchange::TimeText::of(out.tried.isValid() ? out.tried : out.created);
    exchange::StaffInfo staff;
    staff.department = ownHub;
    staff.staff = u"congvan-hub"_s;
    status.staff.append(staff);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto written = exchange::PacketWriter(exchange::WriterProfile::dotNet()).write(status, buffer);
    if (!written) {
        return std::unexpected(written.error());
    }
    return buffer.data();
}

Result<void> reportRefusal(HubCore& core, Store& store, const RelayRecord& relay, const RelayOut& out) {
    const auto failed = [&](StoreSession& session) -> Result<void> {
        session.relaying().putOut(out);
        return {};
    };
    const Result<PacketAddresses> document = documentOf(core, out);
    const Caller self = callerOf(relay);
    for (const QString& receiver : document ? out.to : QStringList()) {
        const Result<QByteArray> status = refusalPacket(*document, receiver, out, relay.ownHub);
        if (!status) {
            break; // the packet lacks what a status has to name: the list of the relay alone tells of it
        }
        QBuffer buffer;
        buffer.setData(*status);
        buffer.open(QIODevice::ReadOnly);
        const Result<PacketAddresses> addresses = readPacketAddresses(buffer);
        if (!addresses) {
            return std::unexpected(addresses.error());
        }
        const PostedPacket packet{exchange::sha256Hex(*status), status->size(), *addresses, {}, relay.ownHub, *status};
        const bool last = receiver == out.to.last();
        const auto told =
            core.post().post(self, Origin::Above, packet, last ? PacketPost::Also(failed) : PacketPost::Also());
        if (!told && (out.kind == "edoc"_L1 || exchange::mayRetry(told.error()))) {
            return std::unexpected(told.error());
        }
        if (!told) {
            break; // who reported has no mailbox here any more: the list of the relay alone tells of it
        }
        if (last) {
            return {};
        }
    }
    return store.write(failed);
}

} // namespace hub
