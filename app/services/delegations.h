// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delegation.h"
#include "app/domain/error.h"

#include <QDate>
#include <QList>
#include <QString>

namespace app {

class OfficeDesk;

/// What somebody writes who will be away.
struct DelegationForm {
    QString to{}; ///< login or mailbox of who stands in; empty: nobody does
    QDate from{}; ///< invalid: today
    QDate until{};
    QString words{};

    friend bool operator==(const DelegationForm&, const DelegationForm&) = default;
};

/// Use case of everybody: to be away for a time and to have somebody stand in (ủy quyền). Only whoever is away says so
/// and ends it. While it holds, what they have to direct or to lead stands on the other's desk, too, who deals with it
/// in their place; signing is never delegated by this. Written down and shown before it is sent; works without a
/// network. Blocking; any thread but the GUI's.
class Delegations {
public:
    explicit Delegations(OfficeDesk& desk);

    /// Gives its id. Brings who stands in into the cases of what is open. `delegation-days-wrong` (no last day, or
    /// before the first), `delegation-past`, `delegation-too-long` (366 days), `delegation-words-too-long`,
    /// `delegation-to-oneself`, `delegate-unknown`, `delegation-overlaps`.
    [[nodiscard]] Result<QString> delegate(const DelegationForm& form);
    /// Ends the own one of that id; empty: the one that holds, or the next. `delegation-unknown` where there is none.
    [[nodiscard]] Result<void> end(const QString& id = {});

    /// All of the office that hold or will, the first to begin first.
    [[nodiscard]] Result<QList<Delegation>> open() const;
    /// Who is away today.
    [[nodiscard]] Result<QList<Delegation>> holding() const;
    [[nodiscard]] QDate today() const;

    /// The own lists follow who stands in for whom today. A clerk's desk also tells people who came to the office later
    /// who is away. For SyncOffice.
    [[nodiscard]] Result<void> settle();

private:
    [[nodiscard]] Result<void> bringInto(const Delegation& delegation);
    [[nodiscard]] Result<void> tellNewcomers();

    OfficeDesk& m_desk;
};

/// Who is to take part in the office's stream of standing with the next deed in it: the office's mailbox, whoever
/// writes, `first` where it is given, and people who came to the office later; no more than the server takes at once.
[[nodiscard]] Result<QStringList> peopleToTell(const OfficeDesk& desk, const QString& first = {});

/// Those who take part in place of the people among these mailboxes who are away, or will be: whoever gives work to
/// somebody brings them into the case.
[[nodiscard]] Result<QStringList> standInsOf(const OfficeDesk& desk, const QStringList& mailboxes);

} // namespace app
