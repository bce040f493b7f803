// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/packettrail.h"

#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

QList<TrailEvent> beginningOfTrail(Transaction& transaction, const QByteArray& packetSha256, const QDateTime& queued) {
    QList<TrailEvent> events{{.code = u"queued"_s, .time = queued}};
    Rows message = transaction.query(u"SELECT time FROM message WHERE stream = ? ORDER BY sequence LIMIT 1"_s,
                                     {packetStream(packetSha256)});
    if (message.next()) {
        events.append({.code = u"sent"_s, .time = parseIsoTime(message.text(0))});
        return events;
    }
    Rows item = transaction.query(u"SELECT state, error_code FROM outbox WHERE kind = 'packet' AND sha256 = ?"_s,
                                  {QString::fromLatin1(packetSha256)});
    if (item.next()) {
        const QString word = item.text(0);
        if (word == u"done"_s) {
            events.append({.code = u"sent"_s, .time = queued});
        } else if (word == u"uncertain"_s || word == u"failed"_s) {
            events.append({.code = word, .time = queued, .reason = item.text(1)});
        }
    }
    return events;
}

QDateTime timeAtHub(Transaction& transaction, const QByteArray& packetSha256, const QDateTime& decided) {
    const QVariant time = transaction.value(u"SELECT time FROM message WHERE stream = ? ORDER BY sequence LIMIT 1"_s,
                                            {packetStream(packetSha256)});
    return time.isValid() ? parseIsoTime(time.toString()) : decided;
}

} // namespace app
