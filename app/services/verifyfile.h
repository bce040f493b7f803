// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"
#include "docsig/worker/verifyclient.h"

#include <QDateTime>
#include <QString>

#include <stop_token>

namespace app {

/// Judges any PDF on disk in congvan-verify, without storing anything. Needs no profile beyond a trust folder.
/// Blocking; any thread but the GUI's.
class VerifyFile {
public:
    explicit VerifyFile(docsig::VerifyClient& client);

    /// `at` invalid means now. `integrityOnly` leaves trust, time and algorithm out of the verdict.
    [[nodiscard]] docsig::SignatureReport verify(const QString& path, bool integrityOnly = false,
                                                 const QDateTime& at = {}, std::stop_token stop = {}) const;

private:
    docsig::VerifyClient& m_client;
};

} // namespace app
