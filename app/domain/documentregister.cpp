// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/documentregister.h"

#include "app/domain/keyedvalue.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr std::array registerKeys{"incoming"_L1, "outgoing"_L1, "handling"_L1};
constexpr int firstYear = 1900;
constexpr int lastYear = 9999;

} // namespace

QString registerKey(RegisterKind kind) {
    return registerKeys.at(static_cast<size_t>(kind));
}
std::optional<RegisterKind> registerFromKey(QStringView key) {
    return valueOf<RegisterKind>(registerKeys, key);
}

Result<Period> daysOf(const RegisterRequest& request) {
    if (request.year < firstYear || request.year > lastYear) {
        return fail("register-year-unreadable", QString::number(request.year));
    }
    const Period year = yearOf(request.year);
    const Period days{request.from.isValid() ? request.from : year.from, request.to.isValid() ? request.to : year.to};
    if (!days.isValid() || !year.contains(days.from) || !year.contains(days.to)) {
        return fail("register-days-outside",
                    days.from.toString(Qt::ISODate) + u" – "_s + days.to.toString(Qt::ISODate));
    }
    return days;
}

} // namespace app
