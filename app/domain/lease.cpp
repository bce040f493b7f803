// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/lease.h"

#include "app/domain/keyedvalue.h"

namespace app {

namespace {

constexpr QLatin1StringView leaseKindKeys[] = {QLatin1StringView("window"), QLatin1StringView("agent")};

} // namespace

QString leaseKindKey(LeaseKind kind) {
    return leaseKindKeys[static_cast<size_t>(kind)];
}

std::optional<LeaseKind> leaseKindFromKey(QStringView key) {
    return valueOf<LeaseKind>(leaseKindKeys, key);
}

bool LeaseFold::take(const LeaseHolder& holder, int seconds, const QDateTime& at) {
    if (seconds < shortestLease || seconds > longestLease || holder.desk.isEmpty() || !at.isValid()) {
        return false;
    }
    const std::optional<Lease> held = this->at(at);
    if (!mayTake(held, holder)) {
        return false;
    }
    const bool goesOn = held && held->holder.isSameDesk(holder);
    m_lease = Lease{.holder = holder, .since = goesOn ? held->since : at, .until = at.addSecs(seconds)};
    return true;
}

bool LeaseFold::leave(const QString& mailbox, const QString& desk, const QDateTime& at) {
    const std::optional<Lease> held = this->at(at);
    if (!held || !held->holder.isSameDesk({.mailbox = mailbox, .desk = desk})) {
        return false;
    }
    m_lease.reset();
    return true;
}

std::optional<Lease> LeaseFold::at(const QDateTime& moment) const {
    return m_lease && moment < m_lease->until ? m_lease : std::nullopt;
}

bool mayTake(const std::optional<Lease>& held, const LeaseHolder& holder) {
    return !held || held->holder.isSameDesk(holder) ||
           (holder.kind == LeaseKind::Agent && held->holder.kind == LeaseKind::Window);
}

bool isFresh(const Lease& lease, const QDateTime& now, int seconds) {
    const qint64 left = now.secsTo(lease.until);
    // More than a whole one left: the clock that says so is wrong.
    return left > seconds / 2 && left <= seconds;
}

int leaseSeconds(LeaseKind kind) {
    return kind == LeaseKind::Agent ? leaseOfAgent : leaseOfWindow;
}

} // namespace app
