// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

namespace world {

/// The error's code, for QCOMPARE; "ok" where there is none.
template <typename T>
QString codeOf(const app::Result<T>& result) {
    return result ? QStringLiteral("ok") : result.error().code;
}

template <typename T>
QString describe(const app::Result<T>& result) {
    return result ? QString() : result.error().code + QStringLiteral(": ") + result.error().detail;
}

} // namespace world

/// Ends the test with the error's code and detail where a result is none.
#define CONGVAN_VERIFY(result)                                                                                         \
    do {                                                                                                               \
        const auto& checkedResult = (result);                                                                          \
        QVERIFY2(checkedResult.has_value(), qPrintable(world::describe(checkedResult)));                               \
    } while (false)
