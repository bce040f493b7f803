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
constexpr QLatin1StringView signatureKeys[] = {"none"_L1, "unchecked"_L1, "valid"_L1, "cannot-tell"_L1, "wrong"_L1};

/// Those of the office, each once, without whoever asks; then other offices.
QList<OpinionMember> membersAmong(const QList<OpinionMember>& named, const Opinion& asked, const OrganId& office) {
    QList<OpinionMember> members;
    QSet<QString> known;
    for (const OpinionMember& one : named) {
        const bool isPerson = !one.isOffice() && isPersonOf(one.mailbox, office) && !asked.isAsker(one.mailbox);
        const auto code = one.isOffice() ? OrganId::parse(one.mailbox) : std::nullopt;
        if ((isPerson || (code && *code != office)) && !known.contains(one.mailbox)) {
            known.insert(one.mailbox);
            members.append({.mailbox = one.mailbox, .officeName = visibleText(one.officeName)});
        }
    }
    std::ranges::stable_partition(members, [](const OpinionMember& one) { return !one.isOffice(); });
    return members;
}

/// Whether a signature is wanted that the answer does not have. One that was not checked, or can't be told, is one.
bool isUnsignedIn(const Opinion& opinion, const OpinionMember& member, const OpinionAnswer& answer) {
    return opinion.isSigned && !member.isOffice() &&
           (answer.signature == AnswerSignature::None || answer.signature == AnswerSignature::Wrong);
}

/// `hasEarlier`: the member has given one that counts before.
bool countsNow(const OpinionMember& member, const OpinionAnswer& answer, bool hasEarlier) {
    // Whoever asks enters what another office says, and puts it right.
    return !answer.isUnsigned && (!answer.isLate || member.isOffice() || !hasEarlier);
}

} // namespace

QString stanceKey(Stance stance) {
    return stanceKeys[static_cast<size_t>(stance)];
}

std::optional<Stance> stanceFromKey(QStringView key) {
    return valueOf<Stance>(stanceKeys, key);
}

QString signatureKey(AnswerSignature signature) {
    return signatureKeys[static_cast<size_t>(signature)];
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

const OpinionAnswer* countedAnswer(const Opinion& opinion, const OpinionMember& member) {
    const OpinionAnswer* answer = member.answer();
    const bool isEnough =
        answer && (!opinion.isSigned || member.isOffice() || answer->signature == AnswerSignature::Valid);
    return isEnough ? answer : nullptr;
}

void weighSignatures(Opinion& opinion) {
    for (OpinionMember& member : opinion.members) {
        bool hasEarlier = false;
        for (OpinionAnswer& answer : member.answers) {
            answer.isUnsigned = isUnsignedIn(opinion, member, answer);
            answer.counts = countsNow(member, answer, hasEarlier);
            hasEarlier = hasEarlier || answer.counts;
        }
    }
}

OpinionTally tallyOf(const Opinion& opinion) {
    OpinionTally tally{.members = static_cast<int>(opinion.members.size())};
    for (const OpinionMember& member : opinion.members) {
        if (const OpinionAnswer* answer = countedAnswer(opinion, member)) {
            int OpinionTally::* const counters[] = {&OpinionTally::agree, &OpinionTally::disagree,
                                                    &OpinionTally::other};
            ++(tally.*counters[static_cast<size_t>(answer->stance)]);
            tally.withSignature += answer->signature == AnswerSignature::Valid ? 1 : 0;
        } else if (!member.answers.isEmpty()) {
            ++tally.notSigned;
        }
    }
    return tally;
}

std::optional<QString> answersFor(const Opinion& opinion, const QString& mailbox, const QStringList& standsFor) {
    QStringList candidates;
    if (opinion.member(mailbox)) {
        candidates.append(mailbox);
    }
    for (const QString& absent : standsFor) {
        if (!opinion.isAsker(mailbox) && opinion.member(absent)) {
            candidates.append(absent);
        }
    }
    const auto open = std::ranges::find_if(
        candidates, [&](const QString& candidate) { return opinion.member(candidate)->answer() == nullptr; });
    if (open != candidates.end()) {
        return *open;
    }
    return candidates.isEmpty() ? std::nullopt : std::optional(candidates.first());
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

bool OpinionFold::mayAnswerFor(const QString& member, const OpinionAnswer& given) const {
    if (member == given.by) {
        return true;
    }
    return isPersonOf(given.by, m_office) && isPersonOf(member, m_office) && !m_opinion->isAsker(given.by) &&
           m_standsIn && m_standsIn(member, given.by, given.at);
}

bool OpinionFold::append(const QString& mailbox, OpinionAnswer answer) {
    const auto member = std::ranges::find(m_opinion->members, mailbox, &OpinionMember::mailbox);
    if (member == m_opinion->members.end() || member->answers.size() >= mostOpinionAnswers) {
        return false;
    }
    answer.text = commentText(answer.text);
    if (!isWholeAnswer(answer.stance, answer.text)) {
        return false;
    }
    answer.isLate = vietnamDate(answer.at) > m_opinion->due;
    answer.isUnsigned = isUnsignedIn(*m_opinion, *member, answer);
    answer.counts = countsNow(*member, answer, member->answer() != nullptr);
    member->answers.append(answer);
    return true;
}

bool OpinionFold::answer(const QString& by, const OpinionAnswer& given, const QString& as) {
    if (!m_opinion || m_opinion->isClosed()) {
        return false;
    }
    OpinionAnswer kept = given;
    kept.by = by;
    kept.document.reset();
    kept.signature = kept.proof.isEmpty() ? AnswerSignature::None : AnswerSignature::Unchecked;
    const QString member = as.isEmpty() ? by : as;
    return mayAnswerFor(member, kept) && append(member, kept);
}

bool OpinionFold::send(const QString& by, const DocumentId& document) {
    if (!m_opinion || m_opinion->isClosed() || !m_opinion->isAsker(by) || m_opinion->sentBy.contains(document) ||
        m_opinion->sentBy.size() >= mostOpinionSendings) {
        return false;
    }
    m_opinion->sentBy.append(document);
    return true;
}

bool OpinionFold::record(const QString& by, const OrganId& office, const OpinionAnswer& said) {
    if (!m_opinion || m_opinion->isClosed() || !m_opinion->isAsker(by) || !said.document) {
        return false;
    }
    const OpinionMember* member = m_opinion->member(office.text());
    if (!member || !member->isOffice()) {
        return false;
    }
    OpinionAnswer kept = said;
    kept.by = by;
    kept.proof.clear();
    kept.signature = AnswerSignature::None;
    return append(office.text(), kept);
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
