// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/reportwork.h"

#include "app/services/auditlog.h"
#include "app/services/officedesk.h"
#include "app/sheets/reportsheet.h"
#include "app/sheets/sheetfile.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

ReportWork::ReportWork(OfficeDesk& desk)
    : m_desk(desk) {}

Result<WorkReport> ReportWork::report(const Period& period, Breakdown by, WorkSubject subject) const {
    const WorkScope scope{.subject = subject, .period = period, .asOf = judgedAsOf(period, m_desk.today()), .by = by};
    const auto counts = m_desk.store().work().counts(m_desk.organ(), scope);
    if (!counts) {
        return std::unexpected(counts.error());
    }
    const auto supporting = m_desk.store().work().supporting(m_desk.organ(), scope);
    if (!supporting) {
        return std::unexpected(supporting.error());
    }
    WorkReport report = workReport(scope, *counts, *supporting);
    if (by == Breakdown::Unit) {
        const auto units = m_desk.store().directory().unitNames();
        if (!units) {
            return std::unexpected(units.error());
        }
        for (StatisticsRow& row : report.rows) {
            row.name = units->value(row.key, row.name);
        }
    }
    return report;
}

Result<void> ReportWork::save(const WorkReport& report, const QString& path, Language language) {
    if (const auto format = sheetFormatOf(path); !format) {
        return std::unexpected(format.error());
    }
    const QString what =
        u"report %1 %2–%3, by %4: %5"_s.arg(workSubjectKey(report.subject), report.period.from.toString(Qt::ISODate),
                                            report.period.to.toString(Qt::ISODate), breakdownKey(report.by), path);
    if (const auto noted = AuditLog(m_desk).noteSheet(what); !noted) {
        return std::unexpected(noted.error());
    }
    const Profile profile = m_desk.profile();
    return writeSheet(path, reportSheet(report, profile.superiorName, profile.agency.name, language), language,
                      m_desk.now());
}

} // namespace app
