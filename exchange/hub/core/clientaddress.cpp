// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/clientaddress.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cstring>

namespace hub {

QString canonicalAddress(QByteArrayView text) {
    const QByteArray plain = text.trimmed().toByteArray();
    std::array<char, INET6_ADDRSTRLEN> written{};
    in_addr v4{};
    if (inet_pton(AF_INET, plain.constData(), &v4) == 1) {
        inet_ntop(AF_INET, &v4, written.data(), written.size());
        return QString::fromLatin1(written.data());
    }
    in6_addr v6{};
    if (plain.size() >= INET6_ADDRSTRLEN || inet_pton(AF_INET6, plain.constData(), &v6) != 1) {
        return {};
    }
    if (IN6_IS_ADDR_V4MAPPED(&v6)) {
        std::memcpy(&v4, v6.s6_addr + 12, sizeof v4);
        inet_ntop(AF_INET, &v4, written.data(), written.size());
    } else {
        inet_ntop(AF_INET6, &v6, written.data(), written.size());
    }
    return QString::fromLatin1(written.data());
}

QString addressKey(const QString& address) {
    in6_addr v6{};
    if (inet_pton(AF_INET6, address.toLatin1().constData(), &v6) != 1) {
        return address;
    }
    std::memset(v6.s6_addr + 8, 0, 8);
    std::array<char, INET6_ADDRSTRLEN> written{};
    inet_ntop(AF_INET6, &v6, written.data(), written.size());
    return QString::fromLatin1(written.data()) + QLatin1StringView("/64");
}

QString askingAddress(const QString& peer, const QByteArray& forwardedFor, const QStringList& trustedProxies) {
    if (!trustedProxies.contains(peer)) {
        return peer;
    }
    QByteArrayView rest(forwardedFor);
    QString nearest = peer;
    while (!rest.isEmpty()) {
        const qsizetype comma = rest.lastIndexOf(',');
        const QString address = canonicalAddress(rest.sliced(comma + 1));
        if (address.isEmpty()) {
            break;
        }
        nearest = address;
        if (!trustedProxies.contains(address)) {
            break;
        }
        rest = rest.first(std::max<qsizetype>(comma, 0));
    }
    return nearest;
}

} // namespace hub
