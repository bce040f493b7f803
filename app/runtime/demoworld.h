// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/person.h"
#include "app/runtime/programs.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace app {

/// One person of the demo world.
struct DemoProfile {
    QString folder; ///< the profile folder
    Person person;
    QString organName;
};

/// The demo world on disk: certificates of a demo authority, an exchange server's data, three fictional offices with an
/// officer, a leader and a clerk each, a profile folder per person, all enrolled. PINs of demo keys are fixed words.
struct DemoWorld {
    QString folder;
    QString hubData; ///< data folder of congvan-hub
    QString hubUrl;  ///< http://127.0.0.1:port
    quint16 hubPort = 0;
    QList<DemoProfile> profiles; ///< nine, offices in order; in each officer, leader, clerk

    /// The PIN of every demo key; of no other key.
    [[nodiscard]] static QString pin();
    /// The profile of an office (0..2) and role.
    [[nodiscard]] const DemoProfile& profile(int office, Role role) const;
};

/// A running congvan-hub on loopback; stopped when it is destroyed.
class DemoHub {
public:
    /// Starts the hub over the data folder; port 0 takes a free one. Codes: `demo-hub-not-started`.
    [[nodiscard]] static Result<std::unique_ptr<DemoHub>> start(const QString& hubProgram, const QString& dataFolder,
                                                                quint16 port);
    ~DemoHub();
    DemoHub(const DemoHub&) = delete;
    DemoHub& operator=(const DemoHub&) = delete;

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString url() const;
    /// Lets the hub run on after this object (and this process) ends; the pid of it.
    qint64 letGo();

private:
    struct Running;
    explicit DemoHub(std::unique_ptr<Running> running);

    std::unique_ptr<Running> m_running;
};

using DemoStepCallback = std::function<void(const QString& whatIsBeingDone)>;

/// Creates the demo world in `folder` (made; must not hold one): certificates, hub data, profiles, enrolments. The hub
/// runs during the call and is stopped at its end. Needs a QGuiApplication (pictures) and a docsig::CryptoRuntime.
[[nodiscard]] Result<DemoWorld> createDemoWorld(const QString& folder, const QString& hubProgram,
                                                const DemoStepCallback& doing = {});

/// Reads a demo world that createDemoWorld made. `demo-world-missing` where there is none.
[[nodiscard]] Result<DemoWorld> openDemoWorld(const QString& folder);

} // namespace app
