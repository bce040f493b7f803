// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace app {

/// What holds the office's lease: a window that somebody has open, or the agent, which runs without one and outranks
/// every window.
enum class LeaseKind { Window, Agent };
/// "window", "agent".
[[nodiscard]] QString leaseKindKey(LeaseKind kind);
[[nodiscard]] std::optional<LeaseKind> leaseKindFromKey(QStringView key);

/// Who does what the office owes when nobody looks: reminders, and telling heads of what is late.
struct LeaseHolder {
    QString mailbox{}; ///< as the server authenticated it
    QString desk{};    ///< a UUID of the store: one account on two machines is two desks
    LeaseKind kind = LeaseKind::Window;

    /// The kind may change: the same store is opened by a window now and by the agent later.
    [[nodiscard]] bool isSameDesk(const LeaseHolder& other) const {
        return mailbox == other.mailbox && desk == other.desk;
    }
    friend bool operator==(const LeaseHolder&, const LeaseHolder&) = default;
};

struct Lease {
    LeaseHolder holder{};
    QDateTime since{}; ///< UTC, by the server's clock, as `until`
    QDateTime until{};

    friend bool operator==(const Lease&, const Lease&) = default;
};

inline constexpr int shortestLease = 60;         ///< seconds
inline constexpr int longestLease = 24 * 3600;   ///< what asks for more counts for nothing
inline constexpr int leaseOfWindow = 30 * 60;    ///< windows are closed without a word
inline constexpr int leaseOfAgent = 2 * 60 * 60; ///< long enough that a year of them is a short stream

/// Folds the office's stream of leases, in its order. All times are the server's of the messages: whose own clock is
/// off takes nothing and keeps nothing. A lease is taken where none holds, by whoever holds it (which renews it), and
/// by an agent from a window. Whoever else tries counts for nothing.
class LeaseFold {
public:
    /// False where it counts for nothing, as with the other.
    bool take(const LeaseHolder& holder, int seconds, const QDateTime& at);
    bool leave(const QString& mailbox, const QString& desk, const QDateTime& at);

    /// The one that holds at that moment by the server's clock.
    [[nodiscard]] std::optional<Lease> at(const QDateTime& moment) const;

private:
    std::optional<Lease> m_lease;
};

/// Whether that holder may take, or renews, a lease now, as far as is known here; the stream decides.
[[nodiscard]] bool mayTake(const std::optional<Lease>& held, const LeaseHolder& holder);
/// Whether the holder of this lease goes on with it at `now` without renewing it: less than half of it is over.
[[nodiscard]] bool isFresh(const Lease& lease, const QDateTime& now, int seconds);
/// What a holder of that kind asks for.
[[nodiscard]] int leaseSeconds(LeaseKind kind);

} // namespace app
