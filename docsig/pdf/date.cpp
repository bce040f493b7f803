// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/date.h"

namespace docsig::pdf {

String dateString(const QDateTime& time) {
    const int minutes = time.offsetFromUtc() / 60;
    const QString zone = QStringLiteral("%1%2'%3'")
                             .arg(QChar(minutes < 0 ? u'-' : u'+'))
                             .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
                             .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return {("D:" + time.toString(u"yyyyMMddHHmmss").toLatin1()) + zone.toLatin1(), false};
}

QDateTime dateOf(const QString& text) {
    const QDateTime time = QDateTime::fromString(text.mid(text.startsWith(u"D:") ? 2 : 0, 14), u"yyyyMMddHHmmss");
    const QString zone = text.mid(16);
    if (!time.isValid()) {
        return {};
    }
    const int sign = zone.startsWith(u'-') ? -1 : 1;
    const int seconds =
        zone.size() >= 3 && zone[0] != u'Z' ? sign * (zone.mid(1, 2).toInt() * 60 + zone.mid(4, 2).toInt()) * 60 : 0;
    return QDateTime(time.date(), time.time(), Qt::OffsetFromUTC, seconds);
}

} // namespace docsig::pdf
