// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/axissigning.h"

#include "exchange/protocol/flatjson.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>

#include <algorithm>

namespace exchange::axis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostJsonBytes = 16 * 1024;

std::unexpected<Error> headersWrong(const QString& what) {
    return fail("axis-headers-wrong", what);
}

bool isHeaderName(const QByteArray& name) {
    return !name.isEmpty() && name.size() <= 60 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool isPrintableAscii(const QByteArray& value) {
    return std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~'; });
}

bool samePlace(const QByteArray& one, QByteArrayView other) {
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

QDateTime inZone(const QDateTime& time, int zoneMinutes) {
    return time.toOffsetFromUtc(zoneMinutes * 60);
}

/// A wall clock's reading as UTC; std::nullopt where no calendar has it.
std::optional<QDateTime> momentOf(const QDate& date, const QTime& clock, int zoneMinutes) {
    if (!date.isValid() || !clock.isValid()) {
        return std::nullopt;
    }
    return QDateTime(date, clock, Qt::OffsetFromUTC, zoneMinutes * 60).toUTC();
}

} // namespace

QByteArray signedJson(const Fields& fields) {
    QByteArray json = "{";
    for (const auto& [name, value] : fields) {
        json += json.size() > 1 ? "," : "";
        json += jsonString(headerPrefix + name) + ':' + jsonString(value);
    }
    return json + '}';
}

QByteArray hashOf(const QByteArray& json, const QByteArray& secret) {
    return QMessageAuthenticationCode::hash(json, secret, QCryptographicHash::Sha256).toHex();
}

Result<QList<QByteArray>> headersOf(const Fields& fields, const QByteArray& secret) {
    QList<QByteArray> headers;
    QByteArray names;
    for (const auto& [name, value] : fields) {
        if (!isHeaderName(name) || !isPrintableAscii(value) || value != value.trimmed()) {
            return fail("axis-value-refused", QString::fromLatin1(name));
        }
        headers.append(headerPrefix + name + ": " + value);
        names += (names.isEmpty() ? "" : ";") + name;
    }
    const QByteArray json = signedJson(fields);
    headers.append(QByteArray(signedKeysHeader) + ": " + names);
    headers.append(QByteArray(signedJsonHeader) + ": " + json);
    headers.append(QByteArray(hashHeader) + ": " + hashOf(json, secret));
    headers.append("XroadVnpt-version: 3.0.201608");
    headers.append("User-Agent: JAVASDKAgent/1.0.0 XRoad/VPCP");
    return headers;
}

QByteArray timestamp(const QDateTime& time, int zoneMinutes) {
    const QDateTime local = inZone(time, zoneMinutes);
    return local.toString(u"ddMMyyyy'T'HHmmss'+'"_s).toLatin1() +
           QByteArray::number(local.time().msec()).rightJustified(4, '0');
}

std::optional<QDateTime> readTimestamp(const QByteArray& text, int zoneMinutes) {
    static const QRegularExpression form(u"\\A(\\d\\d)(\\d\\d)(\\d{4})T(\\d\\d)(\\d\\d)(\\d\\d)\\+(\\d{4})\\z"_s);
    const auto match = form.match(QString::fromLatin1(text));
    const auto number = [&match](int place) { return match.captured(place).toInt(); };
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return momentOf(QDate(number(3), number(2), number(1)), QTime(number(4), number(5), number(6), number(7)),
                    zoneMinutes);
}

QByteArray listTime(const QDateTime& time, int zoneMinutes) {
    return inZone(time, zoneMinutes).toString(u"dd/MM/yyyy HH:mm:ss"_s).toLatin1();
}

std::optional<QDateTime> readListTime(const QString& text, int zoneMinutes) {
    static const QRegularExpression european(
        u"\\A(?<d>\\d\\d)/(?<m>\\d\\d)/(?<y>\\d{4}) (?<h>\\d\\d):(?<i>\\d\\d):(?<s>\\d\\d)\\z"_s);
    static const QRegularExpression technical(u"\\A(?<y>\\d{4})[-/](?<m>\\d\\d)[-/](?<d>\\d\\d)[ T]"
                                              "(?<h>\\d\\d):(?<i>\\d\\d):(?<s>\\d\\d)(\\.\\d+)?\\z"_s);
    for (const QRegularExpression* form : {&european, &technical}) {
        const auto match = form->match(text);
        if (match.hasMatch()) {
            const auto number = [&match](QStringView name) { return match.captured(name).toInt(); };
            return momentOf(QDate(number(u"y"), number(u"m"), number(u"d")),
                            QTime(number(u"h"), number(u"i"), number(u"s")), zoneMinutes);
        }
    }
    return std::nullopt;
}

QByteArray fileHash(const QByteArray& sha256Hex, bool sdkForm) {
    if (!sdkForm) {
        return sha256Hex;
    }
    QByteArray shortened;
    for (qsizetype place = 0; place + 1 < sha256Hex.size(); place += 2) {
        shortened += sha256Hex.mid(sha256Hex.at(place) == '0' ? place + 1 : place, sha256Hex.at(place) == '0' ? 1 : 2);
    }
    return shortened;
}

QByteArray SignedCall::value(QByteArrayView name) const {
    const auto found = std::ranges::find_if(fields, [&](const auto& field) { return samePlace(field.first, name); });
    return found == fields.end() ? QByteArray() : found->second;
}

Result<SignedCall> readHeaders(const std::function<QByteArray(const char*)>& header,
                               const std::function<int(const char*)>& count) {
    for (const char* name : {signedJsonHeader, signedKeysHeader, hashHeader}) {
        if (count(name) != 1) {
            return headersWrong(QString::fromLatin1(name));
        }
    }
    SignedCall call;
    call.json = header(signedJsonHeader);
    call.hash = header(hashHeader);
    const auto members = call.json.size() <= mostJsonBytes ? readFlatJson(call.json) : std::nullopt;
    const QList<QByteArray> keys = header(signedKeysHeader).split(';');
    if (!members || members->size() != keys.size()) {
        return headersWrong(u"the signed JSON"_s);
    }
    for (const auto& [prefixed, value] : *members) {
        const QByteArray name = prefixed.mid(static_cast<qsizetype>(sizeof headerPrefix) - 1);
        if (!samePlace(prefixed.left(prefixed.size() - name.size()), headerPrefix) || !isHeaderName(name) ||
            keys.count(name) != 1) {
            return headersWrong(QString::fromUtf8(prefixed.left(100)));
        }
        if (count(prefixed.constData()) != 1 || header(prefixed.constData()) != value) {
            return headersWrong(u"a header differs from what was signed: "_s + QString::fromLatin1(name));
        }
        call.fields.emplaceBack(name, value);
    }
    return call;
}

} // namespace exchange::axis
