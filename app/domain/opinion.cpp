// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/opinion.h"

#include "app/domain/comment.h"
#include "app/domain/keyedvalue.h"
#include "app/domain/plaintext.h"
#include "app/domain/vietnamtime.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView stanceKeys[] = {"agree"_L1, "disagree"_L1, "other"_L1};

/// Those of the office, each once, without whoever asks.
QList<OpinionMember> membersAmong(const QList<OpinionMember>& named, const Opinion& asked, const OrganId& office) {
    QList<OpinionMember> members;
    QSet<QString> known;
    for (const OpinionMember& one : named) {
        if (isPersonOf(one.mailbox, office) && !asked.isAsker(one.mailbox) && !known.contains(one.mailbox)) {
            known.insert(one.mailbox);
            members.append({.mailbox = one.mailbox});
        }
    }
    return members;
}

} // namespace

QString stanceKey(Stance stance) {
    return stanceKeys[static_cast<size_t>(stance)];
}

std::optional<Stance> stanceFromKey(QStringView key) {
    return valueOf<Stance>(stanceKeys, key);
}

const OpinionAnswer* OpinionMember::answer() const {
    const auto last =
        std::find_if(answers.rbegin(), answers.rend(), [](const OpinionAnswer& one) { return one.counts; });
    return last == answers.rend() ? nullptr : &*last;
}

const OpinionMember* Opinion::member(const QString& mailbox) const {
    const auto found = std::ranges::find(members, mailbox, &OpinionMember::mailbox);
    return found == members.end() ? nullptr : &*found;
}

OpinionTally tallyOf(const Opinion& opinion) {
    OpinionTally tally{.members = static_cast<int>(opinion.members.size())};
    for (const OpinionMember& member : opinion.members) {
        if (const OpinionAnswer* answer = member.answer()) {
            int OpinionTally::* const counters[] = {&OpinionTally::agree, &OpinionTally::disagree,
                                                    &OpinionTally::other};
            ++(tally.*counters[static_cast<size_t>(answer->stance)]);
        }
    }
    return tally;
}

bool isWholeAnswer(Stance stance, const QString& text) {
    return text.size() <= longestOpinionAnswer && (stance == Stance::Agree || !text.isEmpty());
}

bool OpinionFold::isAllowed(const Opinion& asked, const QStringList& joining) const {
    const bool isOfOffice = isPersonOf(asked.by, m_office) && isPersonOf(asked.leader, m_office);
    // Who asks in the name of another brings that one in, so that it is never without their knowledge.
    const bool isKnown = asked.leader == asked.by || joining.contains(asked.leader);
    return isOfOffice && isKnown && asked.due.isValid() && !asked.subject.isEmpty() &&
           asked.subject.size() <= longestOpinionSubject && asked.text.size() <= longestOpinionText &&
           asked.files.size() <= mostOpinionFiles && asked.members.size() <= mostOpinionMembers;
}

bool OpinionFold::ask(const Opinion& asked, const QStringList& joining) {
    Opinion shown = asked;
    shown.subject = visibleText(asked.subject);
    shown.text = commentText(asked.text);
    if (m_opinion || !isAllowed(shown, joining)) {
        return false;
    }
    shown.members = membersAmong(asked.members, asked, m_office);
    for (OpinionFile& file : shown.files) {
        file.name = visibleText(file.name).left(longestOpinionFileName);
    }
    if (shown.members.isEmpty()) {
        return false;
    }
    m_opinion = shown;
    return true;
}

bool OpinionFold::answer(const QString& by, const OpinionAnswer& given) {
    if (!m_opinion || m_opinion->isClosed()) {
        return false;
    }
    const auto member = std::ranges::find(m_opinion->members, by, &OpinionMember::mailbox);
    if (member == m_opinion->members.end() || member->answers.size() >= mostOpinionAnswers) {
        return false;
    }
    OpinionAnswer kept = given;
    kept.text = commentText(given.text);
    if (!isWholeAnswer(kept.stance, kept.text)) {
        return false;
    }
    kept.isLate = vietnamDate(kept.at) > m_opinion->due;
    kept.counts = !kept.isLate || !member->answer();
    member->answers.append(kept);
    return true;
}

bool OpinionFold::close(const QString& by, const QString& reason, const QDateTime& at, bool isPending) {
    if (!m_opinion || m_opinion->isClosed() || !m_opinion->isAsker(by)) {
        return false;
    }
    m_opinion->closed = at;
    m_opinion->closedBy = by;
    m_opinion->closeReason = commentText(reason).left(longestOpinionReason);
    m_opinion->isPending = m_opinion->isPending || isPending;
    return true;
}

} // namespace app
