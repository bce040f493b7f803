// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/leasekeeper.h"

#include "app/domain/streams.h"
#include "app/services/dutyappending.h"
#include "app/services/officedesk.h"
#include "app/services/syncoffice.h"

#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString deskKey = u"desk-id"_s; // a setting

} // namespace

LeaseKeeper::LeaseKeeper(OfficeDesk& desk)
    : m_desk(desk) {}

Result<QDateTime> LeaseKeeper::serverNow() const {
    const auto offset = m_desk.store().settings().value(SyncOffice::clockOffsetKey);
    const auto newest = offset ? m_desk.store().duties().newestLease() : std::unexpected(offset.error());
    if (!newest) {
        return newest;
    }
    // The server has stamped a message with that time: it is no earlier there.
    const QDateTime estimated = m_desk.now().addSecs(offset->toLongLong());
    return newest->isValid() ? qMax(estimated, *newest) : estimated;
}

Result<std::optional<Lease>> LeaseKeeper::held() const {
    const auto now = serverNow();
    return now ? m_desk.store().duties().lease(*now) : std::unexpected(now.error());
}

Result<LeaseHolder> LeaseKeeper::self(LeaseKind kind) const {
    SettingsRepository& settings = m_desk.store().settings();
    const auto known = settings.value(deskKey);
    if (!known) {
        return std::unexpected(known.error());
    }
    LeaseHolder holder{.mailbox = m_desk.person().mailbox(), .desk = *known, .kind = kind};
    if (holder.desk.isEmpty()) {
        holder.desk = QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (auto kept = settings.set(deskKey, holder.desk); !kept) {
            return std::unexpected(kept.error());
        }
    }
    return holder;
}

bool LeaseKeeper::isOurs(const std::optional<Lease>& lease) const {
    const auto holder = self(LeaseKind::Window);
    return lease && holder && lease->holder.isSameDesk(*holder);
}

Result<std::optional<Lease>> LeaseKeeper::hold(LeaseKind kind, std::stop_token stop) {
    if (m_desk.person().role != Role::Clerk) {
        return fail("lease-not-yours", roleKey(m_desk.person().role));
    }
    const auto holder = self(kind);
    if (!holder) {
        return std::unexpected(holder.error());
    }
    const int seconds = leaseSeconds(kind);
    for (int round = 0; round < mostDutyRounds; ++round) {
        const auto now = serverNow();
        const auto lease = now ? m_desk.store().duties().lease(*now) : std::unexpected(now.error());
        if (!lease) {
            return lease;
        }
        const bool goesOn = *lease && (*lease)->holder == *holder && isFresh(**lease, *now, seconds);
        if (goesOn || !mayTake(*lease, *holder)) {
            return lease;
        }
        const auto taken =
            appendDuty(m_desk, acts::LeaseTaken{.desk = holder->desk, .kind = kind, .seconds = seconds}, stop);
        if (!taken) {
            return std::unexpected(taken.error());
        }
        if (*taken) {
            return held(); // what the stream says of it: where it came too early it counts for nothing
        }
    }
    return fail("lease-too-busy", leaseStream(m_desk.organ()));
}

Result<void> LeaseKeeper::leave(std::stop_token stop) {
    for (int round = 0; round < mostDutyRounds; ++round) {
        const auto lease = held();
        const auto holder = lease ? self(LeaseKind::Window) : std::unexpected(lease.error());
        if (!holder) {
            return std::unexpected(holder.error());
        }
        if (!*lease || !(*lease)->holder.isSameDesk(*holder)) {
            return {};
        }
        const auto left = appendDuty(m_desk, acts::LeaseLeft{.desk = holder->desk}, stop);
        if (!left) {
            return std::unexpected(left.error());
        }
        if (*left) {
            return {};
        }
    }
    return {}; // it ends by itself
}

} // namespace app
