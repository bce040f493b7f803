// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/comment.h"

#include "app/domain/plaintext.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// What stands for no character, or for half of one.
bool isBroken(char32_t character) {
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Surrogate || category == QChar::Other_NotAssigned || character == 0xFFFD;
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
        } else if (!isUnseen(character) && !isBroken(character)) {
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
