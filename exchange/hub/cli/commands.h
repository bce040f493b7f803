// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace hub {

/// One command of congvan-hub: what it prints on success, as one JSON object (empty: nothing).
using CommandResult = exchange::Result<QJsonObject>;

/// Runs a command line without the program's name. "hub-usage" where it is not understood.
[[nodiscard]] CommandResult runCommand(const QStringList& arguments);

/// The text of --help.
[[nodiscard]] QString helpText();

/// `serve`: runs until SIGTERM or SIGINT. Call it on the main thread before any other thread was made.
[[nodiscard]] CommandResult serve(const QStringList& arguments);

/// The values of "--name value" pairs and what stands without a name.
class Arguments {
public:
    /// "hub-usage" for an option that is not in `known` or has no value.
    [[nodiscard]] static exchange::Result<Arguments> parse(const QStringList& arguments, const QStringList& known);
    [[nodiscard]] QString value(const QString& name) const;
    [[nodiscard]] QStringList values(const QString& name) const;
    /// "hub-usage" where it is missing.
    [[nodiscard]] exchange::Result<QString> required(const QString& name) const;

    QStringList plain;

private:
    QList<std::pair<QString, QString>> m_values;
};

/// Raises "hub-usage".
[[nodiscard]] std::unexpected<exchange::Error> usage(const QString& what);

} // namespace hub
