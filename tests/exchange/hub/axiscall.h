// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/axissigning.h"

#include <QtGlobal>

/// Calls of the axis as no decent client makes them.
namespace raw {

/// One call as text, with what a test spoils of it.
struct AxisCall {
    QByteArray method = "POST";
    QByteArray path = "/axis/getReceivedEdocList";
    exchange::axis::Fields fields; ///< behind systemid, timestamp and Content-Type
    QByteArray body = "{}";
    QByteArray contentType = "application/json";
    qint64 announced = -1;     ///< Content-Length where it is a lie
    qint64 stampOffset = 0;    ///< seconds
    QByteArray extra;          ///< header lines that were not signed
    QByteArray replaced, with; ///< in the text of the request, behind the signing
};

/// The call's request, signed with that stamp.
inline QByteArray axisRequestText(const AxisCall& call, const QString& name, const QByteArray& secret,
                                  const QDateTime& stamp) {
    exchange::axis::Fields fields{{"systemid", name.toUtf8()},
                                  {"timestamp", exchange::axis::timestamp(stamp)},
                                  {"Content-Type", call.contentType}};
    fields += call.fields;
    const auto headers = exchange::axis::headersOf(fields, secret);
    if (!headers) {
        qFatal("the test's call cannot be signed");
    }
    const qint64 length = call.announced < 0 ? call.body.size() : call.announced;
    QByteArray made = call.method + ' ' + call.path + " HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n";
    made += "Content-Length: " + QByteArray::number(length) + "\r\n" + call.extra;
    for (const QByteArray& header : *headers) {
        made += header + "\r\n";
    }
    made += "\r\n" + call.body;
    if (!call.replaced.isEmpty()) {
        if (!made.contains(call.replaced)) {
            qFatal("the test spoils nothing");
        }
        made.replace(call.replaced, call.with);
    }
    return made;
}

} // namespace raw
