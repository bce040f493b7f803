// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/names.h"

#include <QRegularExpression>

namespace hub {

using namespace Qt::Literals::StringLiterals;

namespace {

bool matches(const QRegularExpression& expression, const QString& text) {
    return expression.match(text).hasMatch();
}

} // namespace

bool isOrganId(const QString& text) {
    static const QRegularExpression form(u"\\A[0-9A-Z]{1,6}(\\.[0-9A-Z]{1,6}){0,6}\\z"_s);
    return matches(form, text);
}

bool isLogin(const QString& text) {
    static const QRegularExpression form(u"\\A[a-z0-9][a-z0-9._-]{0,39}\\z"_s);
    return matches(form, text);
}

bool isStreamName(const QString& text) {
    static const QRegularExpression form(u"\\A[a-z]{1,20}/[0-9A-Z.]{1,48}/[A-Za-z0-9._:-][A-Za-z0-9._:/-]{0,119}\\z"_s);
    return matches(form, text) && !text.startsWith("packet/"_L1) && !text.startsWith("axis/"_L1) &&
           isOrganId(agencyOfStream(text));
}

QString agencyOfStream(const QString& stream) {
    return stream.section(u'/', 1, 1);
}

QString agencyOfMailbox(const QString& mailbox) {
    return mailbox.section(u'/', 0, 0);
}

} // namespace hub
