// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/repair.h"
#include "docsig/report/error.h"
#include "docsig/worker/workerbounds.h"

#include <QString>

#include <stop_token>

namespace docsig {

/// Makes a new document out of a damaged PDF in congvan-verify, a process of its own under limits: what repairs, reads
/// everything, and does not run beside keys. Blocking; any thread but the GUI's; thread-safe.
class RepairClient {
public:
    explicit RepairClient(QString workerProgram, WorkerLimits limits = {});

    /// The copy with what was done. Codes: repair-file-unreadable, repair-worker-failed, repair-not-needed,
    /// repair-encrypted, repair-may-be-signed, repair-impossible.
    [[nodiscard]] Result<pdf::Repair> repairFile(const QString& path, std::stop_token stop = {}) const;

private:
    QString m_workerProgram;
    WorkerLimits m_limits;
};

/// How the worker hands a repair over: one line of JSON, then the PDF.
[[nodiscard]] QByteArray repairAnswer(const pdf::Repair& repair);
/// Nothing where the form is another.
[[nodiscard]] std::optional<pdf::Repair> readRepairAnswer(const QByteArray& answer);

} // namespace docsig
