// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/trust/evidencesource.h"
#include "docsig/trust/truststore.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QStringList>

namespace docsig {

/// The web addresses that the store's roots and intermediates name: OCSP and caIssuers (RFC 5280 §4.2.2.1) and the
/// distribution points of their lists (§4.2.1.13); http and https alone, sorted, no doubles. Whoever manages the store
/// vouches for their hosts.
[[nodiscard]] QStringList namedAddresses(const TrustStore& store);

/// Until when an answer may be used again: nextUpdate of a list (RFC 5280 §5.1.2.5), the earliest nextUpdate of an OCSP
/// response (RFC 6960 §4.2.2.1). Invalid where the answer says none, is none, or is of a kind that is never kept. A
/// signature is not checked here: whoever uses the answer does that.
[[nodiscard]] QDateTime answerEnds(EvidenceQuery::Kind kind, QByteArrayView answer);

} // namespace docsig
