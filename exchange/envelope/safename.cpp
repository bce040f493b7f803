// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/safename.h"

#include <QRegularExpression>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype LongestBytes = 200;
constexpr qsizetype LongestExtension = 16;

/// Characters that show nothing, or turn the reading order so that "exe.pdf" is really "fdp.exe".
bool isHidden(char32_t character) {
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate ||
           category == QChar::Other_PrivateUse || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || QChar::isNonCharacter(character);
}

bool isRefusedByFileSystems(char32_t character) {
    return character < 128 && QLatin1StringView("<>:\"|?*/\\").contains(QChar(static_cast<ushort>(character)));
}

bool isReserved(const QString& name) {
    static const QRegularExpression devices(u"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return devices.match(name.section(u'.', 0, 0).trimmed()).hasMatch();
}

qsizetype extensionStart(const QString& name) {
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 && name.size() - dot <= LongestExtension ? dot : name.size();
}

QString shortened(const QString& name) {
    const qsizetype dot = extensionStart(name);
    const QString extension = name.sliced(dot);
    QString stem = name.first(dot);
    while (!stem.isEmpty() && (stem + extension).toUtf8().size() > LongestBytes) {
        const bool pair = stem.size() > 1 && stem.back().isLowSurrogate();
        stem.chop(pair ? 2 : 1);
    }
    return stem.trimmed() + extension;
}

} // namespace

QString safeFileName(const QString& given) {
    const QString composed = given.normalized(QString::NormalizationForm_C);
    const qsizetype lastSeparator = std::max(composed.lastIndexOf(u'/'), composed.lastIndexOf(u'\\'));
    QString name;
    for (const char32_t character : composed.sliced(lastSeparator + 1).toUcs4()) {
        if (isHidden(character)) {
            continue;
        }
        name += isRefusedByFileSystems(character) ? u"_"_s : QString::fromUcs4(&character, 1);
    }
    name = name.trimmed();
    while (name.endsWith(u'.') || name.endsWith(u' ')) {
        name.chop(1);
    }
    while (name.startsWith(u'.') || name.startsWith(u' ')) {
        name.remove(0, 1);
    }
    if (name.isEmpty()) {
        return u"attachment"_s;
    }
    return shortened(isReserved(name) ? u'_' + name : name);
}

bool isSafeFileName(const QString& given) {
    return given.normalized(QString::NormalizationForm_C) == safeFileName(given);
}

QString uniqueFileName(const QString& name, const QStringList& taken) {
    QString result = name;
    for (int count = 2; taken.contains(result, Qt::CaseInsensitive); ++count) {
        const qsizetype dot = extensionStart(name);
        result = name.first(dot) + u" (%1)"_s.arg(count) + name.sliced(dot);
    }
    return result;
}

} // namespace exchange
