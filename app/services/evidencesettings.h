// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// How far a profile takes its signatures and with whose help. `level` is wanted of every signature where it is set.
/// Where it is not: without a time-stamping authority signatures are B-B, so that a profile without these settings
/// works as it always did; with one, a person's signature is taken to B-T (what proves its path comes with the seal),
/// and the office's seal, the last signature before a document leaves, to B-LTA.
struct EvidenceSettings {
    QString timeStampAddress{};           ///< of an RFC 3161 authority, http or https; empty: none
    std::optional<docsig::Level> level{}; ///< wanted of every signature; nothing: by the rule
    int renewalDays = 365; ///< how long before an archive time stamp stops to prove anything it is renewed
    static constexpr int mostRenewalDays = 3650;
    QStringList hosts{}; ///< asked beside those that the trust store names: "host" or "host:port"

    [[nodiscard]] docsig::Level levelOfSignatures() const;
    [[nodiscard]] docsig::Level levelOfSeals() const;
    /// Of the copy of an incoming document that the archive keeps; None: no time-stamping authority, no copy.
    [[nodiscard]] docsig::Level levelOfArchive() const;

    friend bool operator==(const EvidenceSettings&, const EvidenceSettings&) = default;
};

} // namespace app
