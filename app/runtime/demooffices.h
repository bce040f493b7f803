// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/services/profile.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace app {

/// The demo offices on disk before anybody is enrolled: folders with keys, certificates, revocation lists and pictures,
/// and what the hub has to know about them.
struct DemoOffices {
    QJsonObject hubImport;   ///< for `congvan-hub import`
    QList<Profile> profiles; ///< nine; without hub address and account
};

/// Makes a demo authority in `<folder>/authority` and nine profile folders in `<folder>/profiles`. Offices, persons and
/// places are fictional. Needs a QGuiApplication (pictures) and a docsig::CryptoRuntime.
[[nodiscard]] Result<DemoOffices> prepareDemoOffices(const QString& folder, const QDateTime& now);

} // namespace app
