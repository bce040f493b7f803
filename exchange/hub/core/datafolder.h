// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hub {

// What lies in the data folder of a hub, beside "content/" and "uploads/".

inline const QString storeFileName = QStringLiteral("hub.sqlite");
inline const QString keyFileName = QStringLiteral("hub.key"); ///< mode 0600
/// The connection string of the database that has the store and all contents; mode 0600, as it may hold a password.
inline const QString postgresFileName = QStringLiteral("hub.postgres");

[[nodiscard]] inline QString storeFile(const QString& dataFolder) {
    return dataFolder + QLatin1Char('/') + storeFileName;
}

[[nodiscard]] inline QString postgresFile(const QString& dataFolder) {
    return dataFolder + QLatin1Char('/') + postgresFileName;
}

[[nodiscard]] inline QString keyFile(const QString& dataFolder) {
    return dataFolder + QLatin1Char('/') + keyFileName;
}

} // namespace hub
