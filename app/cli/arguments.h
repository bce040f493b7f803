// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace app::cli {

/// One option of a command: `--name` alone, or `--name VALUE` where `value` names the value in the help.
struct Option {
    QString name{};
    QString value{};
    QString help{};
    bool repeated = false;
    bool isHidden = false; ///< not in the help: known so that the command can refuse it with a sentence
};

/// The command line after its words were sorted: option values by name (a switch has the value "1"), and the rest.
struct Arguments {
    QHash<QString, QStringList> options;
    QStringList positional;

    [[nodiscard]] bool has(const QString& name) const { return options.contains(name); }
    [[nodiscard]] QString value(const QString& name, const QString& otherwise = {}) const;
    [[nodiscard]] QStringList values(const QString& name) const { return options.value(name); }
};

/// Sorts the words. `--` ends the options. Codes: `option-unknown`, `option-without-value`, `option-twice`.
[[nodiscard]] Result<Arguments> parseArguments(const QStringList& words, const QList<Option>& known);

} // namespace app::cli
