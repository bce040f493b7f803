// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

QString Arguments::value(const QString& name, const QString& otherwise) const {
    const QStringList all = options.value(name);
    return all.isEmpty() ? otherwise : all.constLast();
}

Result<Arguments> parseArguments(const QStringList& words, const QList<Option>& known) {
    Arguments parsed;
    bool onlyPositional = false;
    for (qsizetype index = 0; index < words.size(); ++index) {
        const QString& word = words[index];
        if (onlyPositional || !word.startsWith("--"_L1) || word.size() == 1) {
            parsed.positional << word;
            continue;
        }
        if (word == "--"_L1) {
            onlyPositional = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const auto option = std::ranges::find(known, name, &Option::name);
        if (option == known.end()) {
            return fail("option-unknown", word);
        }
        QString value = u"1"_s;
        if (!option->value.isEmpty()) {
            if (equals >= 0) {
                value = word.mid(equals + 1);
            } else if (index + 1 < words.size()) {
                value = words[++index];
            } else {
                return fail("option-without-value", word);
            }
        }
        if (parsed.has(name) && !option->repeated) {
            return fail("option-twice", word);
        }
        parsed.options[name] << value;
    }
    return parsed;
}

} // namespace app::cli
