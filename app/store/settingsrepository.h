// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QString>

namespace app {

class Database;

/// Small texts by name, for what belongs to the store and not to profile.json.
class SettingsRepository {
public:
    explicit SettingsRepository(Database& database);

    [[nodiscard]] Result<QString> value(const QString& key, const QString& otherwise = {}) const;
    [[nodiscard]] Result<void> set(const QString& key, const QString& value);

private:
    Database& m_database;
};

} // namespace app
