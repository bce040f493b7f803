// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/cli/arguments.h"

#include <QFile>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestConfiguration = 64 * 1024;

} // namespace

std::unexpected<exchange::Error> usage(const QString& what) {
    return fail("hub-usage", what);
}

exchange::Result<Arguments> Arguments::parse(const QStringList& words, const Known& known) {
    Arguments parsed;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words.at(i);
        const QString name = word.mid(2);
        if (!word.startsWith("--"_L1)) {
            parsed.plain.append(word);
        } else if (known.flags.contains(name)) {
            parsed.m_flags.append(name);
        } else if ((known.options.contains(name) || name == "config"_L1) && i + 1 < words.size()) {
            parsed.m_values.emplaceBack(name, words.at(++i));
        } else {
            return usage(word);
        }
    }
    const QString file = parsed.value(u"config"_s);
    if (!file.isEmpty()) {
        if (const exchange::Result<void> read = parsed.readFile(file, known); !read) {
            return std::unexpected(read.error());
        }
    }
    return parsed;
}

exchange::Result<void> Arguments::readFile(const QString& path, const Known& known) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestConfiguration) {
        return fail("hub-config-unreadable", path + u": "_s + file.errorString());
    }
    QStringList seen;
    for (qsizetype number = 1; !file.atEnd(); ++number) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(u'#')) {
            continue;
        }
        const qsizetype sign = line.indexOf(u'=');
        const QString name = line.left(std::max<qsizetype>(sign, 0)).trimmed();
        // A name that is none, or a second one: better refused than a server that listens elsewhere than meant.
        if (!known.inFile.contains(name) || seen.contains(name)) {
            return fail("hub-config-malformed", path + u", line %1: "_s.arg(number) + line);
        }
        seen.append(name);
        if (known.options.contains(name) && value(name).isEmpty()) {
            m_values.emplaceBack(name, line.mid(sign + 1).trimmed());
        }
    }
    return {};
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

exchange::Result<qint64> Arguments::number(const QString& name, qint64 missing, qint64 most) const {
    const QString text = value(name);
    if (text.isEmpty()) {
        return missing;
    }
    bool numeric = false;
    const qint64 number = text.toLongLong(&numeric);
    if (!numeric || number < 0 || number > most) {
        return usage(u"--"_s + name + u' ' + text);
    }
    return number;
}

} // namespace hub
