// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pades/formupdate.h"
#include "docsig/pades/timestamping.h"

namespace docsig {

/// The file with a document time stamp over all of it (ETSI EN 319 142-1 §5.4.3): an invisible signature field of its
/// own, SHA-256. Asks the authority once, or twice where its token is larger than expected. Codes: those of
/// stampOver(), document-stamp-failed.
[[nodiscard]] Result<QByteArray> withDocumentStamp(const ChangeablePdf& pdf, const Stamper& stamper);

} // namespace docsig
