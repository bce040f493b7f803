// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/verdictwords.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView words[] = {"valid"_L1, "invalid"_L1, "cannot-tell"_L1, "unsigned"_L1, "unreadable"_L1};

} // namespace

QString verdictWord(docsig::Verdict verdict) {
    return words[static_cast<size_t>(verdict)];
}

docsig::Verdict verdictFromWord(const QString& word) {
    const auto found = std::find(std::begin(words), std::end(words), word);
    return found == std::end(words) ? docsig::Verdict::CannotTell
                                    : static_cast<docsig::Verdict>(found - std::begin(words));
}

} // namespace app
