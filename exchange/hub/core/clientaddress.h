// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace hub {

/// A numeric address in its one way of writing, IPv4 mapped into IPv6 as IPv4; empty for anything else. Pure.
[[nodiscard]] QString canonicalAddress(QByteArrayView text);

/// Under what failures and limits of an address are counted: an IPv4 address itself, of an IPv6 address the network of
/// 64 bits, for whoever has one address of it has all.
[[nodiscard]] QString addressKey(const QString& address);

/// Who really asks. `peer` is the other end of the connection and counts unless it is a trusted proxy; then the last
/// entry of X-Forwarded-For counts that is no trusted proxy itself, for everything before was written by whoever asked.
/// Where it is no address the proxy counts. Pure.
[[nodiscard]] QString askingAddress(const QString& peer, const QByteArray& forwardedFor,
                                    const QStringList& trustedProxies);

} // namespace hub
