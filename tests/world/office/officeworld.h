// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/office/officeact.h"
#include "app/runtime/demooffices.h"
#include "app/runtime/demoworld.h"
#include "app/runtime/officesession.h"
#include "tests/world/hubfixture.h"
#include "tests/world/office/codes.h"

#include <QTemporaryDir>

#include <functional>
#include <map>
#include <memory>

namespace world {

/// Three offices with an officer, a leader and a clerk each, all real: profiles on disk, stores, keys, workers, and a
/// hub in this process behind a line that can break. The PINs are those of the demo world. A test says in four lines
/// what happens. A docsig::CryptoRuntime and a QGuiApplication must be alive.
class OfficeWorld {
public:
    /// `hubClock`: UTC, the time that the server stamps its messages with; empty: the system's.
    explicit OfficeWorld(const std::function<QDateTime()>& hubClock = {});
    ~OfficeWorld();

    /// The desk of that person, opened at the first call.
    app::OfficeSession& desk(int office, app::Role role);
    app::OfficeSession& officer(int office = sender) { return desk(office, app::Role::Officer); }
    app::OfficeSession& leader(int office = sender) { return desk(office, app::Role::Leader); }
    app::OfficeSession& clerk(int office = sender) { return desk(office, app::Role::Clerk); }
    void close(int office, app::Role role);
    /// Another desk of the same account, as on a second machine: its store is empty. The caller's.
    std::unique_ptr<app::OfficeSession> secondDesk(int office, app::Role role);
    /// Opened by desk() from now on; short time-outs unless set otherwise.
    void setOptions(const app::SessionOptions& options) { m_options = options; }

    /// The reader of scans of desks that are opened from now on; none unless set.
    void setScanReader(const QString& program) { m_programs.scanReader = program; }

    HubFixture& hub() { return *m_hub; }
    const app::DemoWorld& demo() const { return m_demo; }
    app::Programs programs() const { return m_programs; }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    static docsig::Pin pin() { return docsig::Pin::fromString(app::DemoWorld::pin()); }

    // The way of a document, each step checked with QVERIFY by the caller through what it returns.
    /// A saved draft of the sender's officer to both other offices.
    app::Result<app::DocumentId> draft(app::DocumentKind kind = app::DocumentKind::CongVan);
    app::Result<void> submit(const app::DocumentId& id, int office = sender);
    app::Result<app::SigningReceipt> sign(const app::DocumentId& id, int office = sender);
    app::Result<app::DocumentNumber> number(const app::DocumentId& id, int office = sender);
    app::Result<app::SigningReceipt> seal(const app::DocumentId& id, int office = sender);
    /// All of it up to the packet at the hub; the packet's hash.
    app::Result<QByteArray> issue(const app::DocumentId& id, int office = sender);
    /// Draft to packet.
    app::Result<QByteArray> sendOne(app::DocumentId* id = nullptr);
    app::Result<app::SyncSummary> sync(app::OfficeSession& desk) { return desk.syncOffice().sync(); }

    /// What waits at that desk goes to the hub, and those desks fetch it. The first problem of a sync is an error here.
    app::Result<void> carry(app::OfficeSession& from, const QList<app::OfficeSession*>& to);
    /// A deed of that person into that stream, past every check of ours; `joining`: mailboxes that take part from now
    /// on.
    app::Result<void> append(const QString& mailbox, const QString& stream, const app::ActBody& body,
                             const QStringList& joining = {});

    /// Sends a packet of these very bytes from the sender's office, past every check of ours.
    exchange::Result<exchange::PacketReceipt> sendRaw(const QByteArray& packet);

    static constexpr int province = 0;
    static constexpr int sender = 1;
    static constexpr int finance = 2;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<HubFixture> m_hub;
    app::DemoWorld m_demo;
    app::Programs m_programs;
    app::SessionOptions m_options;
    std::map<std::pair<int, app::Role>, std::unique_ptr<app::OfficeSession>> m_desks;
};

} // namespace world
