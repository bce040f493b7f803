// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/evidencesettings.h"

namespace app {

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
