// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/matchkey.h"

namespace exchange {

namespace {

QString comparable(const QString& text) {
    // QString::toUpper is free of the locale: a Turkish desktop makes the same key.
    return text.normalized(QString::NormalizationForm_C).simplified().toUpper();
}

QString withoutLeadingZeros(QString number) {
    while (number.size() > 1 && number.startsWith(u'0') && number.at(1).isDigit()) {
        number.remove(0, 1);
    }
    return number;
}

} // namespace

QString MatchKey::toString() const {
    return organId + u'|' + number + u'|' + notation + u'|' + date;
}

MatchKey matchKey(const QString& organId, const DocumentCode& code, const DateText& date) {
    return {comparable(organId), withoutLeadingZeros(comparable(code.number)), comparable(code.notation),
            date.date ? DateText::of(*date.date).raw : comparable(date.raw)};
}

MatchKey matchKey(const DocumentPacket& packet) {
    return matchKey(packet.from.organId, packet.code, packet.promulgation.date);
}

MatchKey matchKey(const ResponseFor& response) {
    // The number has no slash, the notation may have several.
    const DocumentCode code{response.code.section(u'/', 0, 0), response.code.section(u'/', 1)};
    return matchKey(response.organId, code, response.promulgationDate);
}

} // namespace exchange
