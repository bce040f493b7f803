// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"
#include "docsig/trust/xmltree.h"

#include <QByteArrayView>

namespace docsig {

/// Checks the one signature that a trusted list carries: a child of the root, over the whole root but itself (URI ""
/// or the root's own Id; transforms: enveloped signature and exclusive canonicalisation alone), by the key of this
/// certificate, with SHA-2. What KeyInfo says is not looked at: who signs is known beforehand. Other references may
/// only name the XAdES properties inside the same signature. Codes: trusted-list-unsigned,
/// trusted-list-signature-wrong, trusted-list-operator-unreadable. Private to docsig/trust.
[[nodiscard]] Result<void> checkEnvelopedSignature(xmlDoc* document, QByteArrayView certificate);

} // namespace docsig
