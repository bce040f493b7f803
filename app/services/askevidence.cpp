// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/askevidence.h"

#include "app/services/judgeincoming.h"
#include "app/services/officedesk.h"
#include "app/services/verifywithevidence.h"

namespace app {

AskEvidence::AskEvidence(OfficeDesk& desk, JudgeIncoming& judging)
    : m_desk(desk)
    , m_judging(judging) {}

Result<EvidenceAnswer> AskEvidence::about(const DocumentId& id, std::stop_token stop, const EvidenceWish& wish) {
    const auto document = m_desk.store().documents().detail(id);
    if (!document) {
        return std::unexpected(document.error());
    }
    const EvidenceAccess access = evidenceAccess(m_desk, wish);
    if (document->summary.incoming) {
        auto judged = m_judging.judgeAsking(id, access, std::move(stop));
        if (!judged) {
            return std::unexpected(judged.error());
        }
        return EvidenceAnswer{
            .document = id, .verdict = judged->verdict, .report = judged->report, .missing = judged->missing};
    }
    const auto path = m_desk.store().blobs().path(document->pdfSha256);
    if (!path) {
        return std::unexpected(path.error());
    }
    const InformedReport informed = verifyWithEvidence(m_desk, *path, access, stop);
    if (stop.stop_requested()) {
        return judgingCancelled(id);
    }
    return EvidenceAnswer{
        .document = id, .verdict = informed.report.verdict, .report = informed.report, .missing = informed.missing};
}

docsig::SignatureReport AskEvidence::byWhatIsKept(const QString& path, std::stop_token stop) const {
    return verifyWithEvidence(m_desk, path, {}, std::move(stop)).report;
}

} // namespace app
