// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/delegation.h"

#include "app/domain/comment.h"
#include "app/domain/vietnamtime.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

bool Delegation::holdsAt(const QDateTime& moment) const {
    const QDate day = vietnamDate(moment);
    return written <= moment && (!ended.isValid() || moment < ended) && from <= day && day <= until;
}

bool Delegation::holdsOn(const QDate& day) const {
    return isOpenOn(day) && from <= day;
}

bool StandingFold::delegate(const Delegation& delegation) {
    const bool isForPeople =
        isPersonOf(delegation.by, m_office) && (delegation.to.isEmpty() || isPersonOf(delegation.to, m_office));
    if (!isForPeople || delegation.to == delegation.by || delegation.words.size() > longestDelegationWords) {
        return false;
    }
    if (!delegation.from.isValid() || !delegation.until.isValid() || delegation.from > delegation.until ||
        delegation.from.daysTo(delegation.until) >= longestDelegation ||
        delegation.until < vietnamDate(delegation.written)) {
        return false;
    }
    const bool overlaps = std::ranges::any_of(m_lines, [&](const Delegation& known) {
        return known.by == delegation.by && !known.ended.isValid() && known.from <= delegation.until &&
               delegation.from <= known.until;
    });
    if (overlaps) {
        return false;
    }
    m_lines.append(delegation);
    m_lines.last().words = commentText(delegation.words);
    return true;
}

bool StandingFold::end(const QString& id, const QString& by, const QDateTime& at) {
    const auto known = std::ranges::find(m_lines, id, &Delegation::id);
    if (known == m_lines.end() || known->by != by || known->ended.isValid()) {
        return false;
    }
    known->ended = at;
    return true;
}

std::optional<Delegation> absenceOf(const QList<Delegation>& delegations, const QString& mailbox, const QDate& day) {
    const auto found = std::ranges::find_if(
        delegations, [&](const Delegation& known) { return known.by == mailbox && known.holdsOn(day); });
    return found == delegations.end() ? std::nullopt : std::optional(*found);
}

QString absenceCode(const Delegation& absence) {
    return absence.to.isEmpty() ? u"assignee-absent-alone"_s : u"assignee-absent"_s;
}

} // namespace app
