// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/signaturelevel.h"

#include "docsig/report/reportjson.h"

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace app {

docsig::Level levelFromWord(QStringView word) {
    using docsig::Level;
    for (const auto level : {Level::BB, Level::BT, Level::BLt, Level::BLta}) {
        if (word == docsig::word(level)) {
            return level;
        }
    }
    return Level::None;
}

docsig::Level weakestLevel(const docsig::SignatureReport& report) {
    std::optional<docsig::Level> weakest;
    for (const docsig::SignatureResult& signature : report.signatures) {
        if (signature.kind == "signature"_L1) {
            weakest = weakest ? qMin(*weakest, signature.level) : signature.level;
        }
    }
    return weakest.value_or(docsig::Level::None);
}

} // namespace app
