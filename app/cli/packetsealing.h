// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/pinsource.h"
#include "app/services/packetseal.h"

namespace app {
struct Profile;
}

namespace app::cli {

class Terminal;

/// The options by which a command that writes packets is told whether it signs them, and with which key.
[[nodiscard]] QList<Option> sealingOptions();

/// "none", "signed", "too-large".
[[nodiscard]] QString sealingWord(PacketSealing sealing);
/// Says it in a sentence, where there is something to say.
void tellSealing(const Terminal& terminal, PacketSealing sealing);

/// Whether packets are signed this time.
[[nodiscard]] bool wantsSeal(const Arguments& arguments, const Profile& profile);
/// The seal's key, as the options or the profile name it.
[[nodiscard]] Result<KeySource> packetKey(const Arguments& arguments, const Profile& profile);

/// Runs `act` with the seal that packets are signed with: where an option or the office's profile wants it, the key is
/// looked for and its PIN is asked first; else with none. The error of the key or the PIN is the result's.
template <typename Act>
[[nodiscard]] auto withPacketSeal(const Arguments& arguments, const Profile& profile, Act act)
    -> decltype(act(static_cast<const PacketSeal*>(nullptr))) {
    if (!wantsSeal(arguments, profile)) {
        return act(static_cast<const PacketSeal*>(nullptr));
    }
    const auto key = packetKey(arguments, profile);
    if (!key) {
        return std::unexpected(key.error());
    }
    const auto pin = readPin(arguments, QStringLiteral("PIN: "));
    if (!pin) {
        return std::unexpected(pin.error());
    }
    const PacketSeal seal{.key = *key, .pin = *pin};
    return act(&seal);
}

} // namespace app::cli
