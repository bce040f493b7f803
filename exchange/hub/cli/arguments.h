// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QString>
#include <QStringList>

namespace hub {

/// The values of "--name value" pairs, flags, and what stands without a name. Values that the command line does not
/// give come from the file that --config names.
class Arguments {
public:
    struct Known {
        QStringList options; ///< take a value
        QStringList flags;   ///< take none
        QStringList inFile;  ///< what a configuration may hold: it serves all commands
    };

    /// "hub-usage" for a name that is not known or has no value; "hub-config-unreadable", "hub-config-malformed".
    [[nodiscard]] static exchange::Result<Arguments> parse(const QStringList& words, const Known& known);
    [[nodiscard]] bool has(const QString& flag) const { return m_flags.contains(flag); }
    /// The last one given; empty where there is none.
    [[nodiscard]] QString value(const QString& name) const;
    [[nodiscard]] QStringList values(const QString& name) const;
    /// "hub-usage" where it is missing.
    [[nodiscard]] exchange::Result<QString> required(const QString& name) const;
    /// A whole number from 0 on. "hub-usage" where it is none, or more than `most`.
    [[nodiscard]] exchange::Result<qint64> number(const QString& name, qint64 missing, qint64 most) const;

    QStringList plain;

private:
    [[nodiscard]] exchange::Result<void> readFile(const QString& path, const Known& known);

    QList<std::pair<QString, QString>> m_values;
    QStringList m_flags;
};

/// Raises "hub-usage".
[[nodiscard]] std::unexpected<exchange::Error> usage(const QString& what);

} // namespace hub
