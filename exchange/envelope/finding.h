// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace exchange {

/// Something odd that did not stop the reading. `code` is stable and documented
/// (resources/codes/exchange-envelope.tsv), `place` names the element (`MessageHeader/To[2]/OrganId`), `detail` is
/// technical English or the text that was found.
struct Finding {
    QString code;
    QString place;
    QString detail;

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Makes a finding. Each code is named at exactly one place in the sources.
[[nodiscard]] inline Finding finding(const char* code, QString place, QString detail = {}) {
    return {QString::fromLatin1(code), std::move(place), std::move(detail)};
}

} // namespace exchange
