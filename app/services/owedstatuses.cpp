// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/owedstatuses.h"

#include "app/domain/streams.h"
#include "app/services/evidencequeue.h"
#include "app/services/officedesk.h"
#include "app/services/packetcomposer.h"
#include "app/services/storepacket.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {
constexpr auto key = "owed-acceptances"_L1;

/// "Arrived" says that nobody has decided; what was taken back or returned needs no report.
bool isStillNews(const DocumentSummary& document, exchange::StatusCode code) {
    if (code == exchange::StatusCode::Arrived) {
        return document.state == DocumentState::Arrived;
    }
    return document.state != DocumentState::Withdrawn && document.state != DocumentState::Refused;
}
} // namespace

OwedStatuses::OwedStatuses(OfficeDesk& desk)
    : m_desk(desk) {}

Result<QStringList> OwedStatuses::read() const {
    const auto text = m_desk.store().settings().value(key);
    if (!text) {
        return std::unexpected(text.error());
    }
    return text->split(u' ', Qt::SkipEmptyParts);
}

Result<void> OwedStatuses::write(const QStringList& ids) {
    return m_desk.store().settings().set(key, ids.join(u' '));
}

Result<void> OwedStatuses::promise(const DocumentId& document) {
    return m_desk.store().together([&]() -> Result<void> {
        auto ids = read();
        if (!ids) {
            return std::unexpected(ids.error());
        }
        if (ids->contains(document.text())) {
            return {};
        }
        ids->append(document.text());
        return write(*ids);
    });
}

Result<void> OwedStatuses::forget(const DocumentId& document) {
    return m_desk.store().together([&]() -> Result<void> {
        auto ids = read();
        if (!ids) {
            return std::unexpected(ids.error());
        }
        ids->removeAll(document.text());
        return write(*ids);
    });
}

Result<bool> OwedStatuses::isOwed(const DocumentId& document) const {
    const auto ids = read();
    if (!ids) {
        return std::unexpected(ids.error());
    }
    return ids->contains(document.text());
}

Result<void> OwedStatuses::queueAcceptance(const DocumentId& document, int number) {
    const auto facts = m_desk.store().documents().packetOf(document);
    if (!facts) {
        return std::unexpected(facts.error());
    }
    const bool isOfficial = facts->application().isEmpty();
    const QString words =
        (isOfficial ? u"Đã tiếp nhận, số đến %1"_s : u"Đã tiếp nhận, số %1"_s).arg(numberDisplay(number));
    const auto packet = storePacket(
        m_desk, statusPacket(*facts, exchange::StatusCode::Accepted, words, m_desk.profile(), m_desk.now()));
    if (!packet) {
        return std::unexpected(packet.error());
    }
    return m_desk.store().together([&]() -> Result<void> {
        if (auto planned = m_desk.store().outbox().planPacket(*packet, u"status"_s); !planned) {
            return planned;
        }
        // The archive's copy gets its evidence while it can still be had (the sender may have added none).
        const docsig::Level archived = m_desk.profile().evidence.levelOfArchive();
        if (auto planned = isOfficial ? EvidenceQueue(m_desk).plan(document, archived) : Result<void>(); !planned) {
            return planned;
        }
        return forget(document);
    });
}

Result<int> OwedStatuses::settle() {
    const auto ids = read();
    if (!ids) {
        return std::unexpected(ids.error());
    }
    int settled = 0;
    for (const QString& text : *ids) {
        const auto document = DocumentId::parse(text);
        if (!document) {
            continue;
        }
        const auto entry = m_desk.store().books().entryOf(*document);
        if (!entry) {
            return std::unexpected(entry.error());
        }
        if (!*entry) {
            continue;
        }
        if (auto queued = queueAcceptance(*document, (*entry)->number); !queued) {
            return std::unexpected(queued.error());
        }
        ++settled;
    }
    const auto reports = settleReports();
    return reports ? Result<int>(settled + *reports) : reports;
}

Result<int> OwedStatuses::settleReports() {
    const auto owed = m_desk.store().outbox().owed();
    if (!owed) {
        return std::unexpected(owed.error());
    }
    int queued = 0;
    for (const OwedStatus& status : *owed) {
        const auto done = report(status);
        if (!done) {
            return std::unexpected(done.error());
        }
        queued += *done ? 1 : 0;
    }
    return queued;
}

Result<bool> OwedStatuses::report(const OwedStatus& status) {
    OfficeStore& store = m_desk.store();
    const auto facts = store.documents().packet(status.packetSha256);
    const auto document = store.documents().summary(documentOfPacket(status.packetSha256));
    const auto code = exchange::statusCodeFrom(status.code);
    if (!facts || !document || !code || !isStillNews(*document, *code)) {
        auto forgotten = store.outbox().forgetOwed(status);
        return forgotten ? Result<bool>(false) : std::unexpected(forgotten.error());
    }
    const auto packet = storePacket(m_desk, plainStatus(*facts, *code, m_desk.profile(), status.at));
    if (!packet) {
        return false; // it stays owed: that it can't be written now (a full disk) keeps nothing else from going out
    }
    return store.together([&]() -> Result<bool> {
        // Another desk of the office, or this one before its store was lost, may have sent these very bytes.
        const auto sent = store.messages().head(packetStream(*packet));
        if (!sent) {
            return std::unexpected(sent.error());
        }
        const bool isNew = sent->sequence == 0;
        if (isNew) {
            if (auto planned = store.outbox().planPacket(*packet, u"status"_s); !planned) {
                return std::unexpected(planned.error());
            }
        }
        auto forgotten = store.outbox().forgetOwed(status);
        return forgotten ? Result<bool>(isNew) : std::unexpected(forgotten.error());
    });
}

} // namespace app
