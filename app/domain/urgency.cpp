// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/urgency.h"

#include "app/domain/keyedvalue.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const std::array urgencies{"normal"_L1, "urgent"_L1, "very-urgent"_L1, "express"_L1};
const std::array secrecies{"none"_L1, "confidential"_L1, "secret"_L1, "top-secret"_L1};

} // namespace

QString urgencyKey(Urgency urgency) {
    return urgencies.at(static_cast<size_t>(urgency));
}

std::optional<Urgency> urgencyFromKey(QStringView key) {
    return valueOf<Urgency>(urgencies, key);
}

Urgency urgencyFromPriority(int priority) {
    if (priority < 0 || priority > 4) {
        return Urgency::Normal;
    }
    return static_cast<Urgency>(std::min(priority, 3));
}

QString secrecyKey(Secrecy secrecy) {
    return secrecies.at(static_cast<size_t>(secrecy));
}

QString secrecyMark(Secrecy secrecy) {
    switch (secrecy) {
    case Secrecy::None:
        break;
    case Secrecy::Confidential:
        return u"MẬT"_s;
    case Secrecy::Secret:
        return u"TỐI MẬT"_s;
    case Secrecy::TopSecret:
        return u"TUYỆT MẬT"_s;
    }
    return {};
}

std::optional<Secrecy> secrecyFromKey(QStringView key) {
    return valueOf<Secrecy>(secrecies, key);
}

} // namespace app
