// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/services/profile.h"

#include <QList>
#include <QString>

namespace app {

/// Reads profile.json. `profile-missing` where there is none, `profile-unreadable` where it says nonsense.
[[nodiscard]] Result<Profile> readProfile(const QString& folder);

/// Writes profile.json by atomic replacement.
[[nodiscard]] Result<void> writeProfile(const Profile& profile);

/// The profile folders that lie in `folder`, by name: this machine's profiles, without opening them.
[[nodiscard]] QList<Profile> listProfiles(const QString& folder);

} // namespace app
