// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/dossiers.h"

#include "app/domain/streams.h"
#include "app/services/auditlog.h"
#include "app/services/dossiercontents.h"
#include "app/services/officedesk.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// "H99.02.2026.01": agency code, year, the next free file number of the year (Thông tư 05/2025 §8.3).
QString nextCode(const QList<DossierSummary>& dossiers, const OrganId& organ, int year) {
    const QString beginning = u"%1.%2."_s.arg(organ.text()).arg(year);
    int last = 0;
    for (const DossierSummary& dossier : dossiers) {
        if (dossier.code.startsWith(beginning)) {
            last = std::max(last, dossier.code.mid(beginning.size()).toInt());
        }
    }
    return beginning + u"%1"_s.arg(last + 1, 2, 10, QLatin1Char('0'));
}

Result<void> checkOpen(const DossierDetail& dossier) {
    if (dossier.summary.isClosed()) {
        return fail("dossier-closed", dossier.summary.code);
    }
    return {};
}

/// Each document that goes out with the dossier is written down first.
Result<void> noteExport(OfficeDesk& desk, const DossierDetail& dossier, const QString& folder) {
    return desk.store().together([&]() -> Result<void> {
        for (const DocumentSummary& document : dossier.documents) {
            if (auto noted = AuditLog(desk).note(AuditDeed::Exported, document.id, folder); !noted) {
                return noted;
            }
        }
        return {};
    });
}

} // namespace

Dossiers::Dossiers(OfficeDesk& desk)
    : m_desk(desk) {}

Result<DossierId> Dossiers::open(const DossierForm& form) {
    const QString title = form.title.trimmed();
    if (title.isEmpty()) {
        return fail("dossier-without-title");
    }
    QString code = form.code.trimmed();
    const auto present = list();
    if (!present) {
        return std::unexpected(present.error());
    }
    if (code.isEmpty()) {
        code = nextCode(*present, m_desk.organ(), m_desk.today().year());
    }
    const DossierId id = DossierId::create();
    const auto act = m_desk.store().record(
        {.stream = dossierStream(m_desk.organ(), id),
         .body = acts::DossierOpened{.dossier = id,
                                     .code = code,
                                     .title = title,
                                     .retention = form.retention.isEmpty() ? u"06"_s : form.retention},
         .participants = {m_desk.organ().mailbox()},
         .cites = {}});
    return act ? Result<DossierId>(id) : std::unexpected(act.error());
}

Result<void> Dossiers::file(const DossierId& dossier, const DocumentId& document) {
    const auto present = detail(dossier);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (auto open = checkOpen(*present); !open) {
        return open;
    }
    for (const DocumentSummary& filed : present->documents) {
        if (filed.id == document) {
            return {};
        }
    }
    if (const auto allowed = m_desk.forAction(document, &Actions::canFile); !allowed) {
        return std::unexpected(allowed.error());
    }
    const auto act = m_desk.store().record({.stream = dossierStream(m_desk.organ(), dossier),
                                            .body = acts::DossierFiled{.dossier = dossier, .document = document},
                                            .participants = {},
                                            .cites = {}});
    return act ? Result<void>() : std::unexpected(act.error());
}

Result<void> Dossiers::close(const DossierId& dossier) {
    const auto present = detail(dossier);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (auto open = checkOpen(*present); !open) {
        return open;
    }
    if (present->documents.isEmpty()) {
        return fail("dossier-empty", present->summary.code);
    }
    const auto act = m_desk.store().record({.stream = dossierStream(m_desk.organ(), dossier),
                                            .body = acts::DossierClosed{.dossier = dossier},
                                            .participants = {},
                                            .cites = {}});
    return act ? Result<void>() : std::unexpected(act.error());
}

Result<QList<DossierSummary>> Dossiers::list() const {
    return m_desk.store().dossiers().list();
}

Result<DossierDetail> Dossiers::detail(const DossierId& dossier) const {
    return m_desk.store().dossiers().detail(dossier);
}

Result<DossierId> Dossiers::find(const QString& text) const {
    return m_desk.store().dossiers().find(text);
}

Result<ExportReceipt> Dossiers::exportTo(const DossierId& dossier, const QString& folder) const {
    const auto present = detail(dossier);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (const auto noted = noteExport(m_desk, *present, folder); !noted) {
        return std::unexpected(noted.error());
    }
    if (!present->summary.isClosed()) {
        return fail("dossier-not-closed", present->summary.code);
    }
    const auto contents = dossierContents(m_desk, *present);
    return contents ? writeDossier(*contents, folder) : std::unexpected(contents.error());
}

Result<ExportCheck> Dossiers::check(const QString& folder) {
    return checkDossier(folder);
}

} // namespace app
