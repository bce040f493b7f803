// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"
#include "exchange/protocol/error.h"

#include <QString>

#include <expected>

namespace app {

/// Why a use case could not do its work; the same three parts as on the floors below, so that an error keeps its code
/// on the way up. `app::sentence(code)` (app/domain/sentences.h) makes the translated sentence.
struct Error {
    QString code{};
    QString detail{};

    Error() = default;
    Error(QString stableCode, QString technicalDetail)
        : code(std::move(stableCode))
        , detail(std::move(technicalDetail)) {}
    Error(const docsig::Error& below)
        : code(below.code)
        , detail(below.detail) {}
    Error(const exchange::Error& below)
        : code(below.code)
        , detail(below.detail) {}

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/// Makes the unexpected side of a Result. Each code is raised at exactly one place in the sources.
[[nodiscard]] inline std::unexpected<Error> fail(const char* code, QString detail = {}) {
    return std::unexpected(Error{QString::fromLatin1(code), std::move(detail)});
}

/// Hands an error of a lower floor up, its code unchanged.
template <typename Below>
[[nodiscard]] std::unexpected<Error> passOn(const Below& error) {
    return std::unexpected(Error{error});
}

} // namespace app
