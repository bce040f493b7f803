// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startmeasure.h"

#include <QElapsedTimer>
#include <QFile>
#include <QList>

namespace ui {

double millisecondsSinceStart() {
    static QElapsedTimer fallback = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    // /proc tells the start in ticks of 1/100 s since the system came up, and how long that is ago.
    QFile stat(QStringLiteral("/proc/self/stat"));
    QFile uptime(QStringLiteral("/proc/uptime"));
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly)) {
        return double(fallback.elapsed());
    }
    const QByteArray line = stat.readAll();
    // The second field is the program's name in parentheses and may hold spaces.
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    const double started = fields.value(19).toDouble() / 100.0;
    const double now = uptime.readAll().split(' ').value(0).toDouble();
    return started > 0 && now >= started ? (now - started) * 1000.0 : double(fallback.elapsed());
}

} // namespace ui
