// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/world/hubfixture.h"

#include <QTemporaryDir>

#include <atomic>

namespace world {

/// Three hubs in one process, each over real HTTP: the axis on top (office "G01"), a province below it ("H99",
/// "H99.02") and the hub of one office below that ("H99.01"). All three share one clock, which stands still.
class HubTree {
public:
    /// How the relays move: only when a test lets them, or by their own threads as in a real hub.
    enum class Relays { ByHand, Awake };
    explicit HubTree(Relays relays = Relays::ByHand);
    ~HubTree();

    HubFixture& axis() { return *m_axis; }
    HubFixture& province() { return *m_province; }
    HubFixture& office() { return *m_office; }
    /// One pass of every relay, the lowest first; how many packets moved.
    int pass();
    /// Passes until nothing moves any more.
    void settle();
    /// The hubs' clock goes on; the clients' does not, so that their calls are refused from then on.
    void wait(std::chrono::seconds time) { m_now += time.count(); }

    /// Sends a packet as the clerk of an office; gives the error's code, or nothing.
    QString send(HubFixture& hub, const QString& organId, const QByteArray& packet, const QString& kind);
    /// The packets in an office's feed, as bytes, oldest first; its own ones too.
    QList<QByteArray> packets(HubFixture& hub, const QString& organId);
    /// The notices of the same.
    QList<QByteArray> notices(HubFixture& hub, const QString& organId);

private:
    std::unique_ptr<HubFixture> start() const;
    void connect(HubFixture& below, HubFixture& above, const QString& code, const QString& ownHub);

    Relays m_relays;
    std::shared_ptr<std::atomic<qint64>> m_clock;
    std::atomic<qint64>& m_now;
    std::unique_ptr<HubFixture> m_axis;
    std::unique_ptr<HubFixture> m_province;
    std::unique_ptr<HubFixture> m_office;
    QTemporaryDir m_folder;
};

} // namespace world
