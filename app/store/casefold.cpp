// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/casefold.h"

#include "app/domain/streams.h"
#include "app/domain/undo.h"
#include "app/store/commentfold.h"
#include "app/store/reminderrows.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

bool isWork(const ActBody& body) {
    return std::visit(
        [](const auto& act) {
            using Act = std::remove_cvref_t<decltype(act)>;
            return std::is_same_v<Act, acts::Assigned> ||
                   (requires { act.as; } && !std::is_same_v<Act, acts::Commented>);
        },
        body);
}

} // namespace

CaseFold::CaseFold(const Person& owner, const DocumentId& document, StandsIn standsIn, Reminds reminds)
    : m_owner(owner)
    , m_stream(caseStream(owner.organ, document))
    , m_standsIn(std::move(standsIn))
    , m_reminds(std::move(reminds)) {}

CaseEffect CaseFold::apply(const StoredAct& stored, const DocumentSummary& document) {
    if (stored.stream != m_stream) {
        return {};
    }
    const CaseEffect effect = applyAct(stored, document);
    if (document.incoming) {
        for (const QString& mailbox : stored.participants) {
            if (isPersonOf(mailbox, m_owner.organ)) {
                m_work.join(mailbox, stored.act.by, stored.time);
            }
        }
    }
    return effect;
}

CaseEffect CaseFold::applyAct(const StoredAct& stored, const DocumentSummary& document) {
    if (const auto* act = std::get_if<acts::Commented>(&stored.act.body)) {
        return comment(*act, stored, document);
    }
    if (const auto* act = std::get_if<acts::TakenBack>(&stored.act.body)) {
        return takeBack(*act, stored, document);
    }
    if (std::holds_alternative<acts::Reminded>(stored.act.body)) {
        return remind(stored, document);
    }
    return document.state == DocumentState::Registered ? applyWork(stored, document) : CaseEffect();
}

CaseEffect CaseFold::applyWork(const StoredAct& stored, const DocumentSummary& document) {
    if (const auto* act = std::get_if<acts::StandInBrought>(&stored.act.body)) {
        return {.counts = stored.participants.contains(act->to), .moves = false};
    }
    const std::optional<QString> by = isWork(stored.act.body) ? actor(stored) : std::nullopt;
    if (!by) {
        return {};
    }
    ReversibleWork::Step step{.act = stored.act.id,
                              .kind = actKind(stored.act.body),
                              .by = stored.act.by,
                              .before = m_work.fold(),
                              .due = document.dueDate};
    step.may = undoRuleOf(step.kind).counter == CounterAct::TakenBack;
    CaseEffect effect = workBy(*by, stored);
    if (*by != stored.act.by) {
        effect.as = *by;
    }
    if (effect.counts) {
        step.after = effect.due.value_or(document.dueDate);
        m_work.note(std::move(step));
    }
    return effect;
}

CaseEffect CaseFold::takeBack(const acts::TakenBack& act, const StoredAct& stored, const DocumentSummary& document) {
    const auto said = std::ranges::find_if(m_comments, [&](const Comment& comment) {
        return comment.id == act.act && comment.by == stored.act.by && !comment.withdrawn.isValid();
    });
    if (said != m_comments.end()) {
        return withdraw(*said, stored.time);
    }
    if (document.state != DocumentState::Registered) {
        return {};
    }
    const auto step = m_work.takeBack(act.act, stored.act.by);
    if (!step) {
        return {};
    }
    CaseEffect effect{.counts = true, .what = step->kind};
    if (document.dueDate == step->after) { // else the day was put right since
        effect.due = step->due;
    }
    return effect;
}

CaseEffect CaseFold::withdraw(Comment& comment, const QDateTime& at) {
    comment.withdrawn = at;
    comment.text.clear();
    comment.mentions.clear();
    comment.files.clear();
    m_mentioned = {};
    for (const Comment& other : std::as_const(m_comments)) {
        if (other.mentions.contains(m_owner.mailbox())) {
            m_mentioned = other.at;
        }
    }
    return {.counts = true, .moves = false, .what = u"commented"_s};
}

QString CaseFold::reversible() const {
    const auto step = m_work.newest();
    return step ? step->act : QString();
}

std::optional<QString> CaseFold::actor(const StoredAct& stored) const {
    const QString as = actedFor(stored.act.body);
    if (as.isEmpty() || as == stored.act.by) {
        return stored.act.by;
    }
    if (as.startsWith(unitMailbox(m_owner.organ, {}))) {
        return as;
    }
    const bool may =
        isPersonOf(as, m_owner.organ) && isDelegable(stored.act.body, as) && m_standsIn(as, stored.act.by, stored.time);
    return may ? std::optional(as) : std::nullopt;
}

bool CaseFold::isDelegable(const ActBody& body, const QString& absent) const {
    if (std::holds_alternative<acts::Commented>(body)) {
        return true;
    }
    const auto* answer = std::get_if<acts::TimeAnswered>(&body);
    return std::ranges::any_of(m_work.lines(), [&](const WorkLine& line) {
        const bool isTheirs = line.to == absent && line.role <= WorkRole::Lead;
        const bool isAsked = line.by == absent && line.askedUntil.isValid();
        return line.isOpen() && (answer ? isAsked : isTheirs);
    });
}

CaseEffect CaseFold::workBy(const QString& by, const StoredAct& stored) {
    const ActBody& body = stored.act.body;
    if (const auto* act = std::get_if<acts::Assigned>(&body)) {
        return direct({.words = act->note, .shares = {{.to = act->to, .role = WorkRole::Lead}}}, by, stored.time);
    }
    if (const auto* act = std::get_if<acts::Directed>(&body)) {
        return direct(act->directive, by, stored.time);
    }
    if (const auto* act = std::get_if<acts::Progressed>(&body)) {
        return {.counts = m_work.fold().progress(by, act->note, stored.time)};
    }
    if (const auto* act = std::get_if<acts::WorkGivenBack>(&body)) {
        return {.counts = m_work.fold().giveBack(by, act->reason, stored.time)};
    }
    if (const auto* act = std::get_if<acts::TimeAsked>(&body)) {
        return {.counts = m_work.fold().askTime(by, act->until, act->reason, stored.time)};
    }
    if (const auto* act = std::get_if<acts::TimeAnswered>(&body)) {
        return answerTime(*act, by, stored.time);
    }
    if (const auto* act = std::get_if<acts::Finished>(&body)) {
        const WorkFold::End end = m_work.fold().finish(by, act->note, stored.time);
        return {.counts = end != WorkFold::End::Nothing, .ends = end == WorkFold::End::All};
    }
    return {};
}

CaseEffect CaseFold::direct(const Directive& directive, const QString& by, const QDateTime& at) {
    if (!m_work.fold().direct(directive, by, at)) {
        return {};
    }
    const bool concerns = std::ranges::any_of(directive.shares, [&](const WorkShare& share) {
        return share.role <= WorkRole::Lead || isShareOf(share.to, m_owner);
    });
    CaseEffect effect{.counts = true};
    if (directive.dueDate.isValid() && concerns) {
        effect.due = directive.dueDate;
    }
    return effect;
}

CaseEffect CaseFold::answerTime(const acts::TimeAnswered& act, const QString& by, const QDateTime& at) {
    if (!m_work.fold().answerTime(act.answer, by, at)) {
        return {};
    }
    const std::optional<WorkLine> own = openShare(m_work.lines(), m_owner);
    const bool leads = std::ranges::any_of(m_work.lines(), [&](const WorkLine& line) {
        return line.isOpen() && line.to == act.answer.to && line.role == WorkRole::Lead;
    });
    CaseEffect effect{.counts = true};
    if (act.answer.granted && (leads || (own && own->to == act.answer.to))) {
        effect.due = act.answer.until;
    }
    return effect;
}

CaseEffect CaseFold::remind(const StoredAct& stored, const DocumentSummary& document) {
    const std::optional<Reminder> told = reminderOf(stored, m_owner.organ);
    const bool isNew =
        told && std::ranges::none_of(m_reminders, [&](const Reminder& one) { return one.isSame(*told); });
    if (!isNew || document.state != DocumentState::Registered || !m_reminds(stored)) {
        return {};
    }
    m_reminders.append(*told);
    if (isPersonOf(told->to, m_owner.organ) && stored.participants.contains(told->to)) {
        m_work.tell(told->to, told->by, told->at);
    }
    return {.counts = true, .moves = false};
}

CaseEffect CaseFold::comment(const acts::Commented& act, const StoredAct& stored, const DocumentSummary& document) {
    using enum DocumentState;
    const bool isOpen =
        document.incoming ? document.state == Registered || document.state == Answered : document.state != Withdrawn;
    if (!isOpen || m_isClosed || m_comments.size() >= mostComments || !actor(stored)) {
        return {};
    }
    const std::optional<Comment> said = commentOf(act, stored, m_owner.organ);
    if (!said) {
        return {};
    }
    m_comments.append(*said);
    if (said->mentions.contains(m_owner.mailbox())) {
        m_mentioned = said->at;
    }
    if (document.incoming) {
        m_work.heard(said->by);
        for (const QString& mention : said->mentions) {
            // Who takes part by another way, as a clerk does by the office's mailbox, keeps the say that they have.
            if (stored.participants.contains(mention)) {
                m_work.tell(mention, said->by, said->at);
            }
        }
    }
    return {.counts = true, .as = said->as, .moves = false};
}

} // namespace app
