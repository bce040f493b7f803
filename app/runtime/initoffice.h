// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runtime/profile.h"

namespace app {

/// What a new profile needs. The one-time code comes from the hub's administrator.
struct ProfileRequest {
    Profile profile; ///< its folder is made; it must not hold a profile yet
    QString enrolmentCode;
};

/// Creates a profile and enrols its account at the hub with a secret made here (0600, never shown). Nothing is left
/// behind where the hub refuses. Codes: `profile-exists`, those of exchange/client.
[[nodiscard]] Result<Profile> initOffice(const ProfileRequest& request);

/// Gives the profile's account a new secret: offers it to the hub, writes it down, uses it once. The old one is good
/// until that use, so wherever this breaks off the one on the disk works. Blocks; nobody else may use the profile
/// meanwhile. Codes: those of readSecret(), writeSecret() and exchange/client.
[[nodiscard]] Result<void> renewSecret(const Profile& profile);

} // namespace app
