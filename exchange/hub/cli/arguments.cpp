// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/commands.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;

std::unexpected<exchange::Error> usage(const QString& what) {
    return exchange::fail("hub-usage", what);
}

exchange::Result<Arguments> Arguments::parse(const QStringList& arguments, const QStringList& known) {
    Arguments parsed;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments.at(i);
        if (!word.startsWith("--"_L1)) {
            parsed.plain.append(word);
            continue;
        }
        const QString name = word.mid(2);
        if (!known.contains(name) || i + 1 >= arguments.size()) {
            return usage(word);
        }
        parsed.m_values.emplaceBack(name, arguments.at(++i));
    }
    return parsed;
}

QString Arguments::value(const QString& name) const {
    const QStringList all = values(name);
    return all.isEmpty() ? QString() : all.last();
}

QStringList Arguments::values(const QString& name) const {
    QStringList all;
    for (const auto& [key, value] : m_values) {
        if (key == name) {
            all.append(value);
        }
    }
    return all;
}

exchange::Result<QString> Arguments::required(const QString& name) const {
    const QString found = value(name);
    if (found.isEmpty()) {
        return usage(u"--"_s + name);
    }
    return found;
}

} // namespace hub
