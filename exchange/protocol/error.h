// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace exchange {

/// Why something could not be done. `code` is stable and documented in ARCHITECTURE.md; `detail` is technical English
/// for the log and never shown alone. The sentence for people is made from the code on the floors above.
struct Error {
    QString code;
    QString detail;

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/// Makes the unexpected side of a Result. Each code is raised at exactly one place in the sources (tests/tools checks
/// it).
[[nodiscard]] inline std::unexpected<Error> fail(const char* code, QString detail = {}) {
    return std::unexpected(Error{QString::fromLatin1(code), std::move(detail)});
}

} // namespace exchange
