// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/person.h"
#include "app/runtime/demohub.h"

#include <QList>
#include <QString>

#include <functional>

namespace app {

/// One person of the demo world.
struct DemoProfile {
    QString folder; ///< the profile folder
    Person person;
    QString organName;

    friend bool operator==(const DemoProfile&, const DemoProfile&) = default;
};

/// The demo world on disk: certificates of a demo authority, an exchange server's data, three fictional offices with an
/// officer, a leader and a clerk each, a profile folder per person, all enrolled.
///
/// Its folder holds world.json, hub/ (data of congvan-hub), authority/ and profiles/<OrganId>-<login>/.
struct DemoWorld {
    QString folder;
    QString hubData; ///< data folder of congvan-hub
    QString hubUrl;  ///< http://127.0.0.1:<hubPort>
    quint16 hubPort = 0;
    QList<DemoProfile> profiles; ///< nine, offices in order; in each officer, leader, clerk

    /// The PIN of every demo key; of no other key.
    [[nodiscard]] static QString pin();
    /// The profile of an office (0: the province, 1: the sender of the demo job, 2: who answers) and role.
    [[nodiscard]] const DemoProfile& profile(int office, Role role) const;
};

using DemoStepCallback = std::function<void(const QString& whatIsBeingDone)>;

/// Creates the demo world in `folder` (made; `demo-world-exists` when it holds one). The hub runs during the call and
/// is stopped at its end. Blocking for some seconds: keys are made. Needs a QGuiApplication (pictures) and a
/// docsig::CryptoRuntime.
[[nodiscard]] Result<DemoWorld> createDemoWorld(const QString& folder, const QString& hubProgram,
                                                const DemoStepCallback& doing = {});

/// Reads a demo world that createDemoWorld() made. `demo-world-missing` where there is none.
[[nodiscard]] Result<DemoWorld> openDemoWorld(const QString& folder);

/// The hub of the world listens elsewhere from now on (its port was taken): tells every profile.
[[nodiscard]] Result<void> moveDemoHub(DemoWorld& world, quint16 port);

} // namespace app
