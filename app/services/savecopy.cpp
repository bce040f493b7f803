// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/savecopy.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qint64 piece = 1 << 20;
constexpr qsizetype longestName = 80;

} // namespace

Result<void> saveCopy(const QString& source, const QString& target) {
    QFile from(source);
    if (!from.open(QIODevice::ReadOnly)) {
        return fail("copy-source-unreadable", source);
    }
    QSaveFile to(target);
    bool isWhole = to.open(QIODevice::WriteOnly);
    while (isWhole && !from.atEnd()) {
        const QByteArray bytes = from.read(piece);
        isWhole = !bytes.isEmpty() && to.write(bytes) == bytes.size();
    }
    if (!isWhole || !to.commit()) {
        return fail("copy-not-written", target);
    }
    return {};
}

QString copyName(const QString& number, const QString& suffix) {
    QString name;
    for (const QChar letter : number.left(longestName)) {
        const bool isPlain = letter.isLetterOrNumber() || letter == u'.' || letter == u'-';
        name += isPlain ? letter : QChar(u'-');
    }
    while (name.startsWith(u'.') || name.startsWith(u'-')) {
        name.remove(0, 1);
    }
    if (name.isEmpty()) {
        name = u"van-ban"_s;
    }
    return (suffix.isEmpty() ? name : name + u'-' + suffix) + u".pdf"_s;
}

QString plainFileName(const QString& name) {
    constexpr qsizetype longestEnding = 8;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot > 0 ? name.mid(dot + 1) : QString();
    const bool isPlain = !ending.isEmpty() && ending.size() <= longestEnding &&
                         std::ranges::all_of(ending, [](QChar letter) { return letter.isLetterOrNumber(); });
    const QString stem = copyName(isPlain ? name.left(dot) : name, {}).chopped(4); // without its own ending
    return isPlain ? stem + u'.' + ending : stem;
}

} // namespace app
