// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/reportwork.h"

#include "app/services/officedesk.h"
#include "app/sheets/reportsheet.h"
#include "app/sheets/sheetfile.h"

namespace app {

ReportWork::ReportWork(OfficeDesk& desk)
    : m_desk(desk) {}

Result<WorkReport> ReportWork::report(const Period& period, Breakdown by) const {
    const auto counts = m_desk.store().work().counts(m_desk.organ(), period, by);
    if (!counts) {
        return std::unexpected(counts.error());
    }
    const auto supporting = m_desk.store().work().supporting(m_desk.organ(), period, by);
    if (!supporting) {
        return std::unexpected(supporting.error());
    }
    return workReport(period, m_desk.today(), by, *counts, *supporting);
}

Result<void> ReportWork::save(const WorkReport& report, const QString& path, Language language) const {
    const Profile profile = m_desk.profile();
    return writeSheet(path, reportSheet(report, profile.superiorName, profile.agency.name, language), language,
                      m_desk.now());
}

} // namespace app
