// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pades/padesverifier.h"
#include "docsig/report/signaturereport.h"
#include "docsig/worker/workerbounds.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace docsig {

/// Judges foreign PDFs in congvan-verify, a process of its own under limits: a crash is one finding on one document
/// (worker-died, worker-timeout). Blocking; any thread but the GUI's; thread-safe.
class VerifyClient {
public:
    VerifyClient(QString workerProgram, QString trustDirectory, WorkerLimits limits = {});

    /// What lies in this folder is trusted, too. To be called before the client is shared between threads.
    void addTrustDirectory(const QString& directory) { m_trustDirectories << directory; }

    [[nodiscard]] SignatureReport verifyFile(const QString& path, const VerifyOptions& options,
                                             std::stop_token stop = {}) const;
    [[nodiscard]] SignatureReport verifyBytes(const QByteArray& pdf, const VerifyOptions& options,
                                              std::stop_token stop = {}) const;

private:
    QString m_workerProgram;
    QStringList m_trustDirectories;
    WorkerLimits m_limits;
};

} // namespace docsig
