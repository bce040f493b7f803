// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/comment.h"
#include "app/domain/documentview.h"
#include "app/domain/person.h"
#include "app/domain/reminder.h"
#include "app/domain/reversiblework.h"
#include "app/store/storedact.h"

#include <QDate>

#include <functional>
#include <optional>

namespace app {

/// What an act in a document's case does to the document.
struct CaseEffect {
    bool counts = false;        ///< it belongs into the history
    bool ends = false;          ///< the work is done
    QString as{};               ///< the mailbox in whose place it was done; empty: in person
    std::optional<QDate> due{}; ///< the day that holds from now on, where it is this desk's business
    bool moves = true;          ///< false: the document's own time stays
    QString what{};             ///< kind of the act that it took back; empty: none

    friend bool operator==(const CaseEffect&, const CaseEffect&) = default;
};

/// Folds what people did with a document in its case: who deals with it, and what they said about it to each other.
/// Only the document's own case counts: anybody of the office can open a stream of any other name and write there what
/// they like.
///
/// What is done in the place of somebody who is away counts while `standsIn` says so at the hub's time of the act, and
/// for what that person has to direct or to lead, or is asked, alone. Otherwise it moves nothing.
class CaseFold {
public:
    /// Whether the second stood in for the first at that moment.
    using StandsIn = std::function<bool(const QString& by, const QString& to, const QDateTime& moment)>;

    /// Whether whoever did it may remind others: a clerk.
    using Reminds = std::function<bool(const StoredAct& stored)>;

    CaseFold(const Person& owner, const DocumentId& document, StandsIn standsIn, Reminds reminds);

    /// `document`: as the acts before left it.
    CaseEffect apply(const StoredAct& stored, const DocumentSummary& document);
    /// We agreed to what its sender asked: nothing is said about it any more.
    void close() { m_isClosed = true; }
    /// Nobody has anything to do any more.
    void endWork(const QDateTime& at) { m_work.fold().endAll(at); }

    [[nodiscard]] const QList<WorkLine>& work() const { return m_work.lines(); }
    /// Id of the newest deed of the work, where whoever did it may take it back; empty: there is none.
    [[nodiscard]] QString reversible() const;
    [[nodiscard]] const QList<Comment>& comments() const { return m_comments; }
    /// Of the newest comment that names the owner; invalid: none does.
    [[nodiscard]] QDateTime mentioned() const { return m_mentioned; }

private:
    CaseEffect applyAct(const StoredAct& stored, const DocumentSummary& document);
    CaseEffect applyWork(const StoredAct& stored, const DocumentSummary& document);
    [[nodiscard]] CaseEffect workBy(const QString& by, const StoredAct& stored);
    /// Whose deed it is: the author's, the unit's or the absent person's; nothing where the author has no right to
    /// that.
    [[nodiscard]] std::optional<QString> actor(const StoredAct& stored) const;
    [[nodiscard]] bool isDelegable(const ActBody& body, const QString& absent) const;
    CaseEffect direct(const Directive& directive, const QString& by, const QDateTime& at);
    CaseEffect answerTime(const acts::TimeAnswered& act, const QString& by, const QDateTime& at);
    CaseEffect takeBack(const acts::TakenBack& act, const StoredAct& stored, const DocumentSummary& document);
    CaseEffect withdraw(Comment& comment, const QDateTime& at);
    CaseEffect remind(const StoredAct& stored, const DocumentSummary& document);
    CaseEffect comment(const acts::Commented& act, const StoredAct& stored, const DocumentSummary& document);

    const Person& m_owner;
    QString m_stream;
    StandsIn m_standsIn;
    Reminds m_reminds;
    QList<Reminder> m_reminders; ///< each once
    ReversibleWork m_work;
    QList<Comment> m_comments;
    QDateTime m_mentioned;
    bool m_isClosed = false;
};

} // namespace app
