// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/reference.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QString plain(const QString& text) {
    return text.normalized(QString::NormalizationForm_C).simplified().toUpper().remove(u' ').replace(u'|', u'/');
}

} // namespace

QString matchKey(const OrganId& organ, const QString& number, const QString& notation, const QDate& date) {
    QString plainNumber = plain(number);
    while (plainNumber.size() > 1 && plainNumber.startsWith(u'0')) {
        plainNumber.remove(0, 1);
    }
    const QString plainNotation = plain(notation);
    if (organ.isEmpty() || plainNumber.isEmpty() || plainNotation.isEmpty()) {
        return {};
    }
    return organ.text() + u'|' + plainNumber + u'|' + plainNotation + u'|' + date.toString(Qt::ISODate);
}

QString matchKey(const DocumentReference& reference) {
    return matchKey(reference.organ, reference.number, reference.notation, reference.date);
}

} // namespace app
