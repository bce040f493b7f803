// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace docsig {

/// The certificates in what a caIssuers address answers: one DER certificate, a certs-only CMS (P7C, RFC 5280
/// §4.2.2.1), or PEM, which is not allowed and common; at most 32, DER. Empty above 1 MiB and where there is none.
/// Private to docsig/trust.
[[nodiscard]] QList<QByteArray> issuersIn(QByteArrayView answer);

} // namespace docsig
