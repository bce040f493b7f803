// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/comment.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// What would make a reader see another text than the one that was written, or none at all.
bool isUnseen(char32_t character) {
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // turns of the reading order, joiners, marks without width, tags
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
        return true;
    default:
        break;
    }
    // Letters and marks by their category that are drawn as nothing: Hangul fillers, the grapheme joiner, selectors;
    // and what stands for half a character.
    return character == 0x034F || character == 0x115F || character == 0x1160 || character == 0x17B4 ||
           character == 0x17B5 || character == 0x3164 || character == 0xFFA0 || character == 0xFFFD ||
           (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

} // namespace

QString commentText(const QString& text) {
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s);
    QString shown;
    shown.reserve(lines.size());
    for (const char32_t character : lines.toUcs4()) {
        if (character == U'\n' || character == U'\r' || character == 0x2028 || character == 0x2029) {
            shown += u'\n';
        } else if (character == U'\t') {
            shown += u' ';
        } else if (!isUnseen(character)) {
            shown += QString::fromUcs4(&character, 1);
        }
    }
    return shown.normalized(QString::NormalizationForm_C).trimmed();
}

QStringList mentionedLogins(const QString& text) {
    // As the server takes logins; a stop or a dash at the end belongs to the sentence. "a@b" is an address.
    static const QRegularExpression form(u"(?<![\\w.@-])@([a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?)(?![\\w@])"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QStringList logins;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        logins.append(matches.next().captured(1));
    }
    logins.removeDuplicates();
    return logins;
}

bool isPersonOf(const QString& mailbox, const OrganId& organ) {
    const QString prefix = organ.text() + u'/';
    return mailbox.startsWith(prefix) && mailbox.size() > prefix.size() && !mailbox.contains(u':');
}

} // namespace app
