// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runtime/evidencecache.h"
#include "app/services/evidenceaccess.h"
#include "docsig/trust/evidencesource.h"

#include <QDateTime>
#include <QString>

#include <functional>

namespace app {

/// Time-outs of the ways to evidence. The defaults suit real authorities: a time stamp was measured to take up to 131
/// seconds. Tests shorten them. Sizes are fixed: 64 MiB for a list, 1 MiB for everything else.
struct EvidenceLimits {
    qint64 connectMilliseconds = 20'000;
    qint64 stampMilliseconds = 300'000; ///< for a whole time stamp; the authority may think all that while
    qint64 answerMilliseconds = 60'000; ///< for a whole OCSP response or issuer
    qint64 listMilliseconds = 600'000;  ///< for a whole list
    qint64 stalledSeconds = 30;         ///< without a byte, but for time stamps
};

struct EvidenceSourceOptions {
    EvidenceAccess access{}; ///< whom it may ask
    QString cacheFolder{};   ///< empty: nothing is kept
    EvidenceLimits limits{};
    std::function<QDateTime()> clock{}; ///< UTC; empty: the system's
};

/// Evidence from the network over libcurl, by the rule of the house: only http and https, only hosts that the trust
/// store or the settings name, no redirect, no proxy of the environment; a host that the settings do not name must have
/// a public address. Thread-safe; blocking.
class HttpEvidenceSource final : public docsig::EvidenceSource {
public:
    explicit HttpEvidenceSource(EvidenceSourceOptions options);

    /// What is kept is given first; a source that may ask nobody gives only that. Codes: evidence-address-refused
    /// (nobody named this host; the detail is the address), and those of askForEvidence().
    [[nodiscard]] docsig::Result<QByteArray> fetch(const docsig::EvidenceQuery& query, std::stop_token stop) override;

private:
    EvidenceSourceOptions m_options;
    EvidenceCache m_cache;
};

} // namespace app
