// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/judgeincoming.h"

#include "app/domain/streams.h"
#include "app/services/flowfieldnames.h"
#include "app/services/officedesk.h"
#include "app/services/senderjudge.h"
#include "app/services/verifywithevidence.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

Result<SenderKnowledge> knowledgeAbout(OfficeStore& store, const OrganId& sender) {
    SenderKnowledge known;
    const auto agency = store.directory().agency(sender);
    if (!agency) {
        return std::unexpected(agency.error());
    }
    known.agency = *agency;
    const auto pins = store.verdicts().pinnedSeals(sender);
    if (!pins) {
        return std::unexpected(pins.error());
    }
    known.pinnedSeals = *pins;
    return known;
}

/// The finding that a list names beside the verdict: the first fault, else the first doubt.
QString worstFinding(const docsig::SignatureReport& report, const SenderJudgement& sender) {
    QList<docsig::Finding> all = report.findings;
    for (const docsig::SignatureResult& signature : report.signatures) {
        all += signature.findings;
    }
    for (const auto weight : {docsig::Weight::Fault, docsig::Weight::Doubt}) {
        for (const docsig::Finding& found : std::as_const(all)) {
            if (found.weight == weight) {
                return found.code;
            }
        }
        if (weight == docsig::Weight::Fault && sender.judgement == docsig::Judgement::Invalid) {
            return sender.findings.first().code;
        }
    }
    return sender.findings.isEmpty() ? QString() : sender.findings.first().code;
}

VerdictFacts factsOf(const PacketFacts& packet, const docsig::SignatureReport& report, const SenderJudgement& sender,
                     const SenderKnowledge& known, const QDateTime& now) {
    VerdictFacts facts;
    facts.verdict = wholeVerdict(report, sender);
    facts.signatures = int(report.signatures.size());
    const auto seal = sealIndex(packet, report, known);
    for (qsizetype index = 0; index < report.signatures.size(); ++index) {
        // Whoever only initialled comes first in the file and is not the one who signed.
        const bool leader = report.signatures.at(index).fieldName == flow::leaderField;
        if (index != seal && (leader || facts.signerName.isEmpty())) {
            facts.signerName = report.signatures.at(index).signer.commonName;
        }
    }
    facts.sealName = sender.sealName;
    facts.worstFinding = worstFinding(report, sender);
    facts.judgedAt = now;
    return facts;
}

IncomingVerdict verdictOf(const StoredVerdict& stored) {
    return {.document = stored.document,
            .verdict = stored.facts.verdict,
            .report = stored.report,
            .sender = stored.sender,
            .judgedAt = stored.facts.judgedAt};
}

/// The report for a packet that brought no document to judge.
docsig::SignatureReport nothingToJudge() {
    docsig::SignatureReport report;
    report.verdict = docsig::Verdict::Unreadable;
    report.findings.append({.code = u"main-document-missing"_s,
                            .part = docsig::Part::Document,
                            .weight = docsig::Weight::Fault,
                            .page = -1,
                            .place = {},
                            .detail = {}});
    return report;
}

bool isPdf(const ContentRef& content) {
    return content.mediaType.contains(u"pdf"_s, Qt::CaseInsensitive) ||
           content.name.endsWith(u".pdf"_s, Qt::CaseInsensitive);
}

/// What carries no document to be signed is not one that can't be read.
docsig::SignatureReport noDocument() {
    docsig::SignatureReport report;
    report.verdict = docsig::Verdict::Unsigned;
    report.findings.append({.code = u"application-without-document"_s,
                            .part = docsig::Part::Document,
                            .weight = docsig::Weight::Doubt,
                            .page = -1,
                            .place = {},
                            .detail = {}});
    return report;
}

/// What kept the worker from looking at the document at all: no verdict, the job stays. A worker that the document
/// killed or stalled has given its verdict by that.
std::optional<Error> faultOfOurs(const docsig::SignatureReport& report) {
    static const QStringList ours = {u"worker-cancelled"_s, u"worker-not-started"_s, u"worker-no-memory-file"_s,
                                     u"worker-file-unreadable"_s, u"verify-file-unreadable"_s};
    for (const docsig::Finding& found : report.findings) {
        if (report.verdict == docsig::Verdict::Unreadable && ours.contains(found.code)) {
            return Error(found.code, found.detail);
        }
    }
    return std::nullopt;
}

} // namespace

std::unexpected<Error> judgingCancelled(const DocumentId& id) {
    return fail("judging-cancelled", id.text());
}

JudgeIncoming::JudgeIncoming(OfficeDesk& desk)
    : m_desk(desk) {}

Result<IncomingVerdict> JudgeIncoming::judge(const DocumentId& id, std::stop_token stop) {
    return judgeAsking(id, {}, std::move(stop));
}

Result<IncomingVerdict> JudgeIncoming::judgeAsking(const DocumentId& id, const EvidenceAccess& access,
                                                   std::stop_token stop) {
    OfficeStore& store = m_desk.store();
    if (const auto known = store.documents().detail(id); known && (known->paper || known->task)) {
        return fail("paper-has-no-signatures", id.text());
    }
    const auto packet = store.documents().packetOf(id);
    if (!packet) {
        return std::unexpected(packet.error());
    }
    if (!packet->unpacked) {
        return fail("packet-not-unpacked", id.text()); // its attachments are still to come: nothing to judge yet
    }
    const auto known = knowledgeAbout(store, packet->from.id);
    if (!known) {
        return std::unexpected(known.error());
    }
    InformedReport informed{.report = nothingToJudge()};
    const docsig::SignatureReport& report = informed.report;
    const bool isOfficial = packet->application().isEmpty();
    if (!isOfficial && (packet->contents.isEmpty() || !isPdf(packet->contents.first()))) {
        informed.report = noDocument();
    } else if (!packet->contents.isEmpty()) {
        const auto path = store.blobs().path(packet->contents.first().sha256);
        if (!path) {
            return std::unexpected(path.error());
        }
        informed = verifyWithEvidence(m_desk, *path, access, stop);
    }
    if (stop.stop_requested()) {
        return judgingCancelled(id);
    }
    if (const auto fault = faultOfOurs(report)) {
        return std::unexpected(*fault);
    }
    const SenderJudgement sender = judgeSender(*packet, report, *known);
    const StoredVerdict verdict{.document = id,
                                .facts = factsOf(*packet, report, sender, *known, m_desk.now()),
                                .report = report,
                                .sender = sender};
    if (auto kept = store.verdicts().store(verdict); !kept) {
        return std::unexpected(kept.error());
    }
    IncomingVerdict judged = verdictOf(verdict);
    judged.missing = informed.missing;
    return judged;
}

Result<std::optional<IncomingVerdict>> JudgeIncoming::stored(const DocumentId& id) const {
    const auto found = m_desk.store().verdicts().find(id);
    if (!found) {
        return std::unexpected(found.error());
    }
    return *found ? std::optional(verdictOf(**found)) : std::nullopt;
}

Result<QList<DocumentId>> JudgeIncoming::pending() const {
    return m_desk.store().verdicts().pending();
}

Result<int> JudgeIncoming::judgePending(std::stop_token stop) {
    const auto owed = pending();
    if (!owed) {
        return std::unexpected(owed.error());
    }
    int judged = 0;
    for (const DocumentId& id : *owed) {
        if (stop.stop_requested()) {
            break;
        }
        const auto verdict = judge(id, stop);
        if (verdict) {
            ++judged;
        } else if (auto noted = m_desk.store().verdicts().noteFailure(id, verdict.error()); !noted) {
            return std::unexpected(noted.error());
        }
    }
    return judged;
}

Result<void> JudgeIncoming::pinSeal(const DocumentId& id) {
    OfficeStore& store = m_desk.store();
    const auto verdict = store.verdicts().find(id);
    if (!verdict) {
        return std::unexpected(verdict.error());
    }
    const auto packet = store.documents().packetOf(id);
    if (!packet) {
        return std::unexpected(packet.error());
    }
    if (!*verdict || (*verdict)->sender.sealCertificateSha256.isEmpty() || packet->from.id.isEmpty()) {
        return fail("no-seal-to-pin", id.text());
    }
    const auto act =
        store.record({.stream = sealStream(m_desk.organ()),
                      .body = acts::SealPinned{.organ = packet->from.id,
                                               .certificateSha256 = (*verdict)->sender.sealCertificateSha256,
                                               .certificateName = (*verdict)->sender.sealName},
                      .participants = {m_desk.organ().mailbox()},
                      .cites = {}});
    if (!act) {
        return std::unexpected(act.error());
    }
    const auto judged = judge(id);
    return judged ? Result<void>() : std::unexpected(judged.error());
}

} // namespace app
