// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/evidencesettings.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

QString levelKey(docsig::Level level) {
    switch (level) {
    case docsig::Level::None:
        return {};
    case docsig::Level::BB:
        return u"B-B"_s;
    case docsig::Level::BT:
        return u"B-T"_s;
    case docsig::Level::BLt:
        return u"B-LT"_s;
    case docsig::Level::BLta:
        return u"B-LTA"_s;
    }
    return {};
}

std::optional<docsig::Level> levelFromKey(QStringView key) {
    for (const auto level : {docsig::Level::BB, docsig::Level::BT, docsig::Level::BLt, docsig::Level::BLta}) {
        if (key == levelKey(level)) {
            return level;
        }
    }
    return std::nullopt;
}

docsig::Level EvidenceSettings::levelOfSignatures() const {
    return level.value_or(timeStampAddress.isEmpty() ? docsig::Level::BB : docsig::Level::BT);
}

docsig::Level EvidenceSettings::levelOfSeals() const {
    return level.value_or(timeStampAddress.isEmpty() ? docsig::Level::BB : docsig::Level::BLta);
}

docsig::Level EvidenceSettings::levelOfArchive() const {
    return timeStampAddress.isEmpty() ? docsig::Level::None : docsig::Level::BLta;
}

} // namespace app
