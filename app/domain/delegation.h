// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/organid.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace app {

/// Somebody of the office is away for a time, and who stands in for them (ủy quyền; Nghị định 30/2020 art. 13 for what
/// is signed so, which this is not: nobody signs by it). Days are those of +07:00, both included.
struct Delegation {
    QString id{}; ///< of the act
    QString by{}; ///< mailbox of who is away
    QString to{}; ///< mailbox of who stands in; empty: nobody
    QDate from{};
    QDate until{};
    QString words{};
    QDateTime written{};    ///< UTC, of the server; of the author's clock while it waits
    QDateTime ended{};      ///< UTC, when it was ended early; invalid: it was not
    bool isPending = false; ///< not at the server yet

    /// Whether it holds at that moment, by the server's clock.
    [[nodiscard]] bool holdsAt(const QDateTime& moment) const;
    /// Whether it holds on that day, as far as is known now.
    [[nodiscard]] bool holdsOn(const QDate& day) const;
    /// Whether it holds on that day or will.
    [[nodiscard]] bool isOpenOn(const QDate& day) const { return !ended.isValid() && until >= day; }

    friend bool operator==(const Delegation&, const Delegation&) = default;
};

inline constexpr int longestDelegation = 366; ///< days, both ends included
inline constexpr int longestDelegationWords = 500;

/// Folds who is away, in the order of the stream. Only whoever is away says so, and ends it; a second one over the same
/// days counts for nothing, nor does one that was over when it was written. What it gives is not passed on: who stands
/// in for somebody is never asked for whom that one stands in.
class StandingFold {
public:
    explicit StandingFold(const OrganId& office)
        : m_office(office) {}

    /// False where it counts for nothing.
    bool delegate(const Delegation& delegation);
    bool end(const QString& id, const QString& by, const QDateTime& at);

    [[nodiscard]] const QList<Delegation>& lines() const { return m_lines; }

private:
    OrganId m_office;
    QList<Delegation> m_lines;
};

/// The one by which that person is away on that day; nothing where they are here.
[[nodiscard]] std::optional<Delegation> absenceOf(const QList<Delegation>& delegations, const QString& mailbox,
                                                  const QDate& day);

/// What to tell of somebody who is named and is away: `assignee-absent` where somebody stands in, who takes part then,
/// `assignee-absent-alone` where nobody does.
[[nodiscard]] QString absenceCode(const Delegation& absence);

} // namespace app
