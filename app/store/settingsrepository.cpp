// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/settingsrepository.h"

#include "app/store/database.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

SettingsRepository::SettingsRepository(Database& database)
    : m_database(database) {}

Result<QString> SettingsRepository::value(const QString& key, const QString& otherwise) const {
    return m_database.read([&](Transaction& transaction) -> Result<QString> {
        const QVariant value = transaction.value(u"SELECT value FROM setting WHERE key = ?"_s, {key});
        return value.isValid() ? value.toString() : otherwise;
    });
}

Result<void> SettingsRepository::set(const QString& key, const QString& value) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"INSERT INTO setting (key, value) VALUES (?, ?)"
                           " ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                           {key, value});
        return {};
    });
}

} // namespace app
