// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace hub {

/// Values as they are bound to a statement: Qt would bind a null string or a null array as SQL NULL, and the tables
/// know none of those.
[[nodiscard]] inline QString text(const QString& value) {
    return value.isNull() ? QStringLiteral("") : value;
}

[[nodiscard]] inline QString latin(const QByteArray& bytes) {
    return text(QString::fromLatin1(bytes));
}

[[nodiscard]] inline QByteArray blob(const QByteArray& bytes) {
    return bytes.isNull() ? QByteArray("") : bytes;
}

} // namespace hub
