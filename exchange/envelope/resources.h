// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace exchange {

/// A file that is built into this library (resources/exchange.qrc), by its name below the prefix. Thread-safe.
[[nodiscard]] QByteArray builtInFile(const QString& name);

/// The rows of a built-in table, each split at its tabs.
[[nodiscard]] QList<QStringList> builtInTable(const QString& name);

} // namespace exchange
