// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <functional>

/// Lines "Name: value" as the headers of a request; the first of a name counts, as with the hub's HTTP library.
inline std::function<QByteArray(const char*)> headersOf(const QByteArray& lines) {
    QHash<QByteArray, QByteArray> headers;
    for (const QByteArray& line : lines.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).toLower();
        if (colon > 0 && !headers.contains(name)) {
            headers.insert(name, line.mid(colon + 1).trimmed());
        }
    }
    return [headers](const char* name) { return headers.value(QByteArray(name).toLower()); };
}
