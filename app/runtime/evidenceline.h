// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QByteArray>
#include <QUrl>

#include <stop_token>

namespace app {

/// One question over http or https and the limits of its answer.
struct EvidenceCall {
    QUrl address;
    QByteArray body;                ///< empty: GET, else POST
    QByteArray contentType;         ///< of the body
    bool privateAllowed = false;    ///< the host may resolve to an address that is not public
    qint64 answerBytes = 1 << 20;   ///< most that is taken
    qint64 connectMilliseconds = 0; ///< until the line stands
    qint64 totalMilliseconds = 0;   ///< for the whole
    qint64 stalledSeconds = 0;      ///< without a byte; 0: the server may think as long as the whole lasts
};

/// Asks once: no redirect, no proxy of the environment, no cookies, no compressed answer. Blocking; ends within a tenth
/// of a second of a request to stop. Any thread but the GUI's. Codes: evidence-cancelled, evidence-offline,
/// evidence-timed-out, evidence-too-large, evidence-http-status, evidence-line-untrusted, evidence-address-private,
/// evidence-cut.
[[nodiscard]] Result<QByteArray> askForEvidence(const EvidenceCall& call, std::stop_token stop);

} // namespace app
