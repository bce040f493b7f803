// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/sentences.h"
#include "app/domain/workstatistics.h"

#include <QString>

namespace app {

class OfficeDesk;

/// Use case of whoever answers for the office's work: how many of the documents that came in, or of the tasks that
/// meetings gave, were done, and how many are open, in time or late. A desk counts what it knows: the clerk's all of
/// the office, others what was given to them. Blocking; any thread but the GUI's.
class ReportWork {
public:
    explicit ReportWork(OfficeDesk& desk);

    /// Of the documents registered in the period, or the tasks given in it, as of its end (judgedAsOf()). Errors of the
    /// store.
    [[nodiscard]] Result<WorkReport> report(const Period& period, Breakdown by,
                                            WorkSubject subject = WorkSubject::Documents) const;
    /// Writes it to a file, whose ending says as what (.pdf, .csv, .ods), after it is noted in the log of views.
    /// Codes: those of writeSheet(), errors of the store.
    [[nodiscard]] Result<void> save(const WorkReport& report, const QString& path, Language language);

private:
    OfficeDesk& m_desk;
};

} // namespace app
