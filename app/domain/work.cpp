// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/work.h"

#include "app/domain/keyedvalue.h"
#include "app/domain/person.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr std::array roleKeys{"direct"_L1, "lead"_L1, "support"_L1, "inform"_L1};
constexpr std::array workStateKeys{"open"_L1, "working"_L1, "done"_L1, "given-back"_L1, "passed-on"_L1};
constexpr std::array workCauseKeys{"directed"_L1, "mentioned"_L1, "joined"_L1};

bool hasShare(const QList<WorkLine>& lines, const QString& mailbox) {
    return std::ranges::any_of(lines, [&](const WorkLine& line) { return line.to == mailbox; });
}

/// Who stands in for somebody directs and leads for them; what they only help with, or are told, waits for them.
bool standsInFor(const WorkLine& line, const Person& person) {
    return line.role <= WorkRole::Lead && person.standsFor.contains(line.to);
}

bool isByDirective(const WorkLine& line) {
    return line.cause == WorkCause::Directed;
}

} // namespace

QString workRoleKey(WorkRole role) {
    return roleKeys.at(static_cast<size_t>(role));
}
std::optional<WorkRole> workRoleFromKey(QStringView key) {
    return valueOf<WorkRole>(roleKeys, key);
}
QString workStateKey(WorkState state) {
    return workStateKeys.at(static_cast<size_t>(state));
}
std::optional<WorkState> workStateFromKey(QStringView key) {
    return valueOf<WorkState>(workStateKeys, key);
}

QString workCauseKey(WorkCause cause) {
    return workCauseKeys.at(static_cast<size_t>(cause));
}
std::optional<WorkCause> workCauseFromKey(QStringView key) {
    return valueOf<WorkCause>(workCauseKeys, key);
}

QString unitMailbox(const OrganId& organ, const QString& unit) {
    return organ.text() + u"/unit:"_s + unit;
}

bool isShareOf(const QString& to, const Person& person) {
    return to == person.mailbox() || (!person.unit.isEmpty() && to == unitMailbox(person.organ, person.unit));
}

std::optional<WorkLine> openShare(const QList<WorkLine>& lines, const Person& person) {
    std::optional<WorkLine> best;
    for (const WorkLine& line : lines) {
        const bool isOwn = isShareOf(line.to, person);
        if (!line.isOpen() || (!isOwn && !standsInFor(line, person))) {
            continue;
        }
        // What is their own comes before what is as much and another's.
        const bool isCloser = best && line.role == best->role && isOwn && !isShareOf(best->to, person);
        if (!best || line.role < best->role || isCloser) {
            best = line;
        }
    }
    return best;
}

bool hasOpenShare(const QList<WorkLine>& lines) {
    return std::ranges::any_of(lines, [](const WorkLine& line) { return isByDirective(line) && line.isOpen(); });
}

bool isDirected(const QList<WorkLine>& lines) {
    return std::ranges::any_of(lines, isByDirective);
}

bool takesPartIn(const QList<WorkLine>& lines, const Person& person) {
    return std::ranges::any_of(lines, [&](const WorkLine& line) { return isShareOf(line.to, person); });
}

QString actingFor(const QList<WorkLine>& lines, const Person& person) {
    const std::optional<WorkLine> share = openShare(lines, person);
    return share && share->to != person.mailbox() ? share->to : QString();
}

QString directingFor(const QList<WorkLine>& lines, const Person& person) {
    const std::optional<WorkLine> share = openShare(lines, person);
    return share && share->role <= WorkRole::Lead ? actingFor(lines, person) : QString();
}

bool gaveBack(const QList<WorkLine>& lines, const QString& mailbox) {
    const auto has = [&](auto&& isSo) {
        return std::ranges::any_of(lines, [&](const WorkLine& line) { return line.to == mailbox && isSo(line); });
    };
    return has([](const WorkLine& line) { return line.state == WorkState::GivenBack; }) &&
           !has([](const WorkLine& line) { return line.isOpen(); });
}

bool gaveShare(const QList<WorkLine>& lines, const QString& by, bool open) {
    return std::ranges::any_of(lines, [&](const WorkLine& line) {
        return isByDirective(line) && line.by == by && line.to != by && (line.isOpen() || !open);
    });
}

bool overlooks(const QList<WorkLine>& lines, const QString& by) {
    const auto first = std::ranges::find_if(lines, isByDirective);
    return !hasShare(lines, by) || (first != lines.end() && first->by == by) || gaveShare(lines, by, true);
}

std::optional<WorkLine> askedOf(const QList<WorkLine>& lines, const Person& person, const QString& to) {
    const auto found = std::ranges::find_if(lines, [&](const WorkLine& line) {
        return line.isOpen() && line.askedUntil.isValid() &&
               (isShareOf(line.by, person) || person.standsFor.contains(line.by)) && (to.isEmpty() || line.to == to);
    });
    return found == lines.end() ? std::nullopt : std::optional(*found);
}

WorkLine* WorkFold::openLineOf(const QString& by) {
    WorkLine* best = nullptr;
    for (WorkLine& line : m_lines) {
        if (line.isOpen() && line.to == by && (!best || line.role < best->role)) {
            best = &line;
        }
    }
    return best;
}

void WorkFold::close(WorkLine& line, WorkState state, const QDateTime& at) {
    line.state = state;
    line.changed = at;
}

bool WorkFold::direct(const Directive& directive, const QString& by, const QDateTime& at) {
    WorkLine* own = openLineOf(by);
    if (!overlooks(m_lines, by) && (!own || own->role > WorkRole::Lead)) {
        return false;
    }
    heard(by);
    const bool givesLead =
        std::ranges::any_of(directive.shares, [](const WorkShare& share) { return share.role == WorkRole::Lead; });
    if (own && own->role == WorkRole::Direct) {
        close(*own, WorkState::Done, at);
    }
    for (WorkLine& line : m_lines) {
        const bool again =
            std::ranges::any_of(directive.shares, [&](const WorkShare& share) { return share.to == line.to; });
        // One answers for the outcome: who gives the lead to another has passed it on.
        if (line.isOpen() && (again || (givesLead && line.role == WorkRole::Lead))) {
            close(line, WorkState::PassedOn, at);
        }
    }
    for (const WorkShare& share : directive.shares) {
        m_lines.append({.to = share.to,
                        .role = share.role,
                        .by = by,
                        .at = at,
                        .words = directive.words,
                        .dueDate = directive.dueDate,
                        .changed = at});
    }
    return true;
}

bool WorkFold::progress(const QString& by, const QString& note, const QDateTime& at) {
    WorkLine* own = openLineOf(by);
    if (!own) {
        heard(by);
        return overlooks(m_lines, by);
    }
    own->note = note;
    close(*own, WorkState::Working, at);
    return true;
}

bool WorkFold::giveBack(const QString& by, const QString& reason, const QDateTime& at) {
    WorkLine* own = openLineOf(by);
    if (!own) {
        return false;
    }
    own->note = reason;
    close(*own, WorkState::GivenBack, at);
    // Whoever gave it has to say anew who deals with it: a share of their own, which nobody else follows.
    const QString giver = own->by;
    const WorkRole role = own->role;
    if ((role == WorkRole::Lead || role == WorkRole::Direct) && hasShare(m_lines, giver)) {
        m_lines.append({.to = giver, .role = WorkRole::Direct, .by = giver, .at = at, .changed = at});
    }
    return true;
}

bool WorkFold::askTime(const QString& by, const QDate& until, const QString& reason, const QDateTime& at) {
    WorkLine* own = openLineOf(by);
    if (!own || (own->role != WorkRole::Lead && own->role != WorkRole::Support) || own->by == by) {
        return false;
    }
    own->askedUntil = until;
    own->askedWhy = reason;
    own->changed = at;
    return true;
}

bool WorkFold::answerTime(const WorkTime& answer, const QString& by, const QDateTime& at) {
    WorkLine* asked = openLineOf(answer.to);
    if (!asked || !asked->askedUntil.isValid() || answer.to == by || (asked->by != by && !overlooks(m_lines, by))) {
        return false;
    }
    if (answer.granted) {
        asked->dueDate = answer.until;
    }
    if (!answer.words.isEmpty()) {
        asked->note = answer.words;
    }
    asked->askedUntil = {};
    asked->askedWhy.clear();
    asked->changed = at;
    return true;
}

WorkFold::End WorkFold::finish(const QString& by, const QString& note, const QDateTime& at) {
    WorkLine* own = openLineOf(by);
    if (own) {
        own->note = note;
        close(*own, WorkState::Done, at);
        if (own->role > WorkRole::Lead) {
            return End::Share;
        }
    } else if (!overlooks(m_lines, by)) {
        return End::Nothing;
    }
    endAll(at);
    return End::All;
}

void WorkFold::tell(const QString& to, const QString& by, const QDateTime& at) {
    if (to == by || hasShare(m_lines, to) || m_desk.contains(to)) {
        return;
    }
    m_lines.append(
        {.to = to, .role = WorkRole::Inform, .by = by, .at = at, .changed = at, .cause = WorkCause::Mentioned});
}

void WorkFold::join(const QString& to, const QString& by, const QDateTime& at) {
    if (hasShare(m_lines, to) || m_desk.contains(to)) {
        return;
    }
    m_lines.append({.to = to,
                    .role = WorkRole::Inform,
                    .by = by,
                    .at = at,
                    .state = WorkState::Done,
                    .changed = at,
                    .cause = WorkCause::Joined});
}

void WorkFold::heard(const QString& by) {
    if (!hasShare(m_lines, by)) {
        m_desk.insert(by);
    }
}

void WorkFold::endAll(const QDateTime& at) {
    for (WorkLine& line : m_lines) {
        if (line.isOpen()) {
            close(line, WorkState::Done, at);
        }
    }
}

} // namespace app
