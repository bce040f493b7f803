// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/importpdf.h"

#include "app/services/draftpage.h"
#include "app/services/officedesk.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// The finding that made the file unreadable, where it is of the asked kind.
Result<void> checkReport(const docsig::SignatureReport& report, bool (*isAsked)(const QString& code)) {
    for (const docsig::Finding& found : report.findings) {
        if (report.verdict == docsig::Verdict::Unreadable && isAsked(found.code)) {
            return std::unexpected(Error(found.code, found.detail));
        }
    }
    return {};
}

} // namespace

ImportPdf::ImportPdf(OfficeDesk& desk)
    : m_desk(desk) {}

Result<DocumentId> ImportPdf::import(const QString& path, const Draft& metadata) {
    // Kept first: what is judged afterwards are the bytes in the store, which nobody can exchange.
    const auto stored = m_desk.store().putContentFile(path);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    const auto kept = m_desk.store().blobs().path(*stored);
    if (!kept) {
        return std::unexpected(kept.error());
    }
    // The worker looks first: what kills or stalls a reader does so there and not in the program with the keys.
    const docsig::SignatureReport report = m_desk.verifyClient().verifyFile(*kept, {.at = m_desk.now()});
    if (auto judged = checkReport(report, [](const QString& code) { return code.startsWith(u"worker-"_s); }); !judged) {
        return std::unexpected(judged.error());
    }
    const auto bytes = m_desk.store().blobs().bytes(*stored);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    // Refuses here what could not be signed later: certified without allowed changes, repaired, encrypted.
    if (auto signable = docsig::addFlowFields(*bytes, docsig::FlowFields{}); !signable) {
        return passOn(signable.error());
    }
    if (auto judged = checkReport(report, [](const QString&) { return true; }); !judged) {
        return std::unexpected(judged.error());
    }
    Draft draft = metadata;
    draft.importedPdfSha256 = *stored;
    draft.importedName = QFileInfo(path).fileName();
    draft.author = m_desk.person().mailbox();
    if (draft.places == FlowPlaces{}) {
        draft.places = usualPlaces(report.pageCount);
    }
    if (auto saved = m_desk.store().drafts().save(draft); !saved) {
        return std::unexpected(saved.error());
    }
    return draft.id;
}

} // namespace app
