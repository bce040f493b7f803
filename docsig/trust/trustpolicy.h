// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace docsig {

/// What may be set about trust. The defaults are those that the program is tested with.
struct TrustPolicy {
    /// How far two honest clocks may differ: a claimed time may lie that much after the time stamp over it (a genuine
    /// government file of 2018 does by 43 s), and a response that much before what it tells.
    int clockSkewSeconds = 300;
    /// How long after its nextUpdate a list or response is still believed to be fresh. None: nothing promises it.
    int revocationGraceSeconds = 0;
    /// How long after its thisUpdate an OCSP response without nextUpdate is fresh (RFC 6960 §4.2.2.1 leaves it open).
    int openEndedSeconds = 24 * 60 * 60;

    friend bool operator==(const TrustPolicy&, const TrustPolicy&) = default;
};

} // namespace docsig
