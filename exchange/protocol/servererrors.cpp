// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/servererrors.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Row {
    int number;
    const char* code;
};

// Which of them may be tried again stands in errorkind.cpp.
constexpr std::array rows{
    Row{10, "axis-file-bad"},         Row{15, "axis-secret-wrong"},    Row{18, "axis-receiver-unknown"},
    Row{19, "axis-sender-unknown"},   Row{20, "axis-server-failed"},   Row{21, "axis-processing-failed"},
    Row{22, "axis-packet-malformed"}, Row{23, "axis-receiver-locked"},
};

} // namespace

Error serverError(const QString& number, const QString& said) {
    bool numeric = false;
    const int value = number.trimmed().toInt(&numeric);
    const auto found = numeric ? std::ranges::find(rows, value, &Row::number) : rows.end();
    const QString detail = (number + u' ' + said).trimmed().left(2000);
    if (found == rows.end()) {
        return std::unexpected<Error>(fail("axis-refused", detail)).error();
    }
    return {QString::fromLatin1(found->code), detail};
}

int serverErrorNumber(const QString& hubCode) {
    static const QHash<QString, int> numbers{
        {u"packet-refused"_s, 22},  {u"packet-kind-wrong"_s, 22}, {u"request-malformed"_s, 10},
        {u"body-hash-wrong"_s, 10}, {u"too-large"_s, 10},         {u"content-unknown"_s, 10},
        {u"auth-failed"_s, 15},     {u"request-unsigned"_s, 15},  {u"axis-headers-wrong"_s, 15},
        {u"clock-skew"_s, 15},      {u"nonce-replayed"_s, 15},    {u"not-permitted"_s, 15},
        {u"sender-foreign"_s, 19},  {u"unknown-receiver"_s, 18},  {u"receiver-closed"_s, 23},
        {u"path-unknown"_s, 10},    {u"length-required"_s, 10},   {u"axis-receivers-differ"_s, 22},
    };
    return numbers.value(hubCode, 20);
}

} // namespace exchange
