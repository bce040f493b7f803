// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/updatedocument.h"

#include "app/services/freshpdf.h"
#include "app/services/officedesk.h"
#include "app/services/packetcomposer.h"
#include "app/services/reasons.h"
#include "app/services/recalldocument.h"
#include "app/services/senddocument.h"
#include "app/services/storepacket.h"

#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Who has the document and keeps it.
QList<OrganRef> keepers(const DocumentDetail& document, const QList<OrganId>& removed) {
    QList<OrganRef> receivers;
    for (const TrailLine& line : document.trail) {
        const bool isGone = isTakenBack(line) || line.lastCode == u"cancelled"_s || line.lastCode == u"02"_s ||
                            line.lastCode == u"13"_s;
        if (!isGone && !removed.contains(line.receiver.id)) {
            receivers.append(line.receiver);
        }
    }
    return receivers;
}

Result<void> checkVersion(const OfficeDesk& desk, const DocumentDetail& document, const QByteArray& pdf) {
    if (pdf.isEmpty()) {
        return {};
    }
    const auto report = verifyFresh(desk, pdf);
    if (!report || report->signatures.isEmpty()) {
        return fail("update-not-signed", report ? QString() : report.error().detail);
    }
    if (document.revisions.contains(report->documentSha256)) {
        return fail("update-same", document.summary.number);
    }
    return {};
}

Result<QList<OrganRef>> newReceivers(const OfficeDesk& desk, const DocumentDetail& document,
                                     const QList<OrganId>& added) {
    for (const OrganId& receiver : added) {
        if (std::ranges::any_of(document.trail, [&](const TrailLine& line) {
                return line.receiver.id == receiver && line.lastCode != u"cancelled"_s;
            })) {
            return fail("receiver-known", receiver.text());
        }
    }
    return resolveReceivers(desk, added);
}

} // namespace

UpdateDocument::UpdateDocument(OfficeDesk& desk)
    : m_desk(desk) {}

Result<PacketSealing> UpdateDocument::update(const DocumentId& id, const DocumentUpdate& change,
                                             const PacketSeal* seal) {
    const auto words = checkedReason(change.reason);
    if (!words) {
        return std::unexpected(words.error());
    }
    if (change.pdf.isEmpty() && change.added.isEmpty() && change.removed.isEmpty()) {
        return fail("update-empty", id.text());
    }
    const auto document = m_desk.forAction(id, &Actions::canRecall);
    if (!document) {
        return std::unexpected(document.error());
    }
    if (auto checked = checkVersion(m_desk, *document, change.pdf); !checked) {
        return std::unexpected(checked.error());
    }
    const auto added = newReceivers(m_desk, *document, change.added);
    if (!added) {
        return std::unexpected(added.error());
    }
    DocumentUpdate wanted = change;
    wanted.reason = *words;
    return m_desk.store().together([&]() -> Result<PacketSealing> {
        PacketSealing sealing = PacketSealing::NotWanted;
        if (!change.pdf.isEmpty() || !added->isEmpty()) {
            const auto sent = send(*document, wanted, *added, seal);
            if (!sent) {
                return sent;
            }
            sealing = *sent;
        }
        if (!change.removed.isEmpty()) {
            const auto recalled = RecallDocument(m_desk).recall(id, *words, change.removed, seal);
            if (!recalled) {
                return std::unexpected(recalled.error());
            }
            sealing = std::max(sealing, recalled->sealing);
        }
        return sealing;
    });
}

Result<PacketSealing> UpdateDocument::send(const DocumentDetail& document, const DocumentUpdate& change,
                                           const QList<OrganRef>& added, const PacketSeal* seal) {
    OfficeStore& store = m_desk.store();
    const bool changesContent = !change.pdf.isEmpty();
    // Who has the document and is told of no new contents has nothing to do.
    QList<OrganRef> receivers = changesContent ? keepers(document, change.removed) : QList<OrganRef>();
    receivers += added;
    DocumentDetail version = document;
    if (changesContent) {
        const auto stored = store.putContent(change.pdf);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        version.pdfSha256 = *stored;
    }
    const auto pdf = store.blobs().path(version.pdfSha256);
    if (!pdf) {
        return std::unexpected(pdf.error());
    }
    exchange::DocumentPacket packet = documentPacket(version, receivers, m_desk.profile(), *pdf, m_desk.now());
    packet.documentId = document.packetDocumentId;
    markUpdate(packet, change.reason, changesContent, added);
    const auto written = storeSealedPacket(m_desk, packet, seal);
    if (!written) {
        return std::unexpected(written.error());
    }
    const auto act =
        store.record({.stream = m_desk.caseOf(document.summary.id),
                      .body = acts::Updated{.document = document.summary.id,
                                            .packetSha256 = written->sha256,
                                            .pdfSha256 = changesContent ? version.pdfSha256 : QByteArray(),
                                            .receivers = receivers,
                                            .reason = change.reason},
                      .participants = {},
                      .cites = changesContent ? QList<QByteArray>{version.pdfSha256} : QList<QByteArray>()});
    if (!act) {
        return std::unexpected(act.error());
    }
    const auto planned = store.outbox().planPacket(written->sha256, u"edoc"_s);
    return planned ? Result<PacketSealing>(written->sealing) : std::unexpected(planned.error());
}

Result<QByteArray> readVersion(const QString& path) {
    constexpr qint64 largest = 256LL << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest) {
        return fail("update-file-unreadable", path);
    }
    return file.readAll();
}

} // namespace app
