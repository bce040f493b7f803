// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/period.h"
#include "app/domain/secretledger.h"

namespace app {

/// What a person asks for.
struct SecretRegisterRequest {
    SecretDirection direction = SecretDirection::Incoming;
    int year = 0;
    QDate from{}; ///< invalid: from the beginning of the year
    QDate to{};   ///< invalid: to its end
    int volume = 1;

    friend bool operator==(const SecretRegisterRequest&, const SecretRegisterRequest&) = default;
};

/// A register of secret documents as it is printed, signed and bound.
struct SecretRegister {
    SecretDirection direction = SecretDirection::Incoming;
    int year = 0;
    int volume = 1;
    Period days{};
    QString superiorName{};
    QString officeName{};
    QList<SecretRecord> lines{};
};

} // namespace app
