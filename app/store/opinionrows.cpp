// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/opinionrows.h"

#include "app/domain/comment.h"
#include "app/domain/vietnamtime.h"
#include "app/store/answerverdicts.h"
#include "app/store/standingrows.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

Opinion askedBy(const StoredAct& stored, const acts::OpinionAsked& act) {
    Opinion asked{.id = act.opinion,
                  .by = stored.act.by,
                  .leader = act.leader,
                  .subject = act.subject,
                  .text = act.text,
                  .due = act.due,
                  .files = act.files,
                  .asked = stored.time,
                  .isSigned = act.isSigned,
                  .isPending = stored.pending};
    for (const QString& member : act.members) {
        asked.members.append({.mailbox = member});
    }
    for (const OrganRef& office : act.offices) {
        asked.members.append(
            {.mailbox = office.id.text(), .officeName = office.name.isEmpty() ? office.id.text() : office.name});
    }
    return asked;
}

void foldAct(OpinionFold& fold, const StoredAct& stored) {
    if (const auto* asked = std::get_if<acts::OpinionAsked>(&stored.act.body)) {
        std::ignore = fold.ask(askedBy(stored, *asked), stored.participants);
    } else if (const auto* answered = std::get_if<acts::OpinionAnswered>(&stored.act.body)) {
        std::ignore = fold.answer(stored.act.by,
                                  {.stance = answered->stance,
                                   .text = answered->text,
                                   .at = stored.time,
                                   .stream = stored.stream,
                                   .isPending = stored.pending,
                                   .proof = answered->proof},
                                  answered->as);
    } else if (const auto* sent = std::get_if<acts::OpinionSent>(&stored.act.body)) {
        std::ignore = fold.send(stored.act.by, sent->document);
    } else if (const auto* said = std::get_if<acts::OpinionRecorded>(&stored.act.body)) {
        std::ignore = fold.record(stored.act.by, said->office,
                                  {.stance = said->stance,
                                   .text = said->text,
                                   .at = stored.time,
                                   .stream = stored.stream,
                                   .isPending = stored.pending,
                                   .document = said->document});
    } else if (const auto* closed = std::get_if<acts::OpinionClosed>(&stored.act.body)) {
        std::ignore = fold.close(stored.act.by, closed->reason, stored.time, stored.pending);
    }
}

void writeMembers(Transaction& transaction, const QString& opinionId, const Opinion& opinion) {
    for (const OpinionMember& member : opinion.members) {
        transaction.change(u"INSERT INTO opinion_member (opinion_id, mailbox, answered) VALUES (?, ?, ?)"_s,
                           {opinionId, member.mailbox, countedAnswer(opinion, member) ? 1 : 0});
    }
}

} // namespace

bool countAnswer(Transaction& transaction, const QString& opinionId, const StoredAct& stored, const Person& owner) {
    const auto* answered = std::get_if<acts::OpinionAnswered>(&stored.act.body);
    if (!answered || stored.pending || stored.act.by == owner.mailbox() || !answered->as.isEmpty()) {
        return false;
    }
    Rows rows = transaction.query(
        u"SELECT asked, signed FROM opinion WHERE id = ? AND asks = 1 AND closed = '' AND pending = 0"_s, {opinionId});
    if (!rows.next() || stored.time < parseIsoTime(rows.text(0))) {
        return false;
    }
    if (rows.flag(1)) {
        return answered->proof.isEmpty(); // counts for nothing; a signed one may take the place of one that counts
    }
    if (isWholeAnswer(answered->stance, commentText(answered->text))) {
        transaction.change(u"UPDATE opinion_member SET answered = 1 WHERE opinion_id = ? AND mailbox = ?"_s,
                           {opinionId, stored.act.by});
        transaction.change(u"UPDATE opinion SET answered = (SELECT COUNT(*) FROM opinion_member"
                           " WHERE opinion_id = opinion.id AND answered = 1) WHERE id = ?"_s,
                           {opinionId});
    }
    return true;
}

std::optional<Opinion> readOpinion(Transaction& transaction, const OpinionId& id, const Person& owner) {
    OpinionFold fold(owner.organ, [&transaction](const QString& by, const QString& to, const QDateTime& moment) {
        return stoodIn(transaction, by, to, moment);
    });
    for (const StoredAct& stored : actsOf(transaction, opinionKey(id))) {
        foldAct(fold, stored);
    }
    std::optional<Opinion> opinion = fold.opinion();
    const bool isTheirs = opinion && (opinion->takesPart(owner.mailbox()) ||
                                      answersFor(*opinion, owner.mailbox(), standsForNow(transaction)));
    if (!isTheirs) {
        return std::nullopt;
    }
    showSignatures(transaction, *opinion);
    return opinion;
}

void deriveOpinion(Transaction& transaction, const QString& opinionId, const Person& owner) {
    transaction.change(u"DELETE FROM opinion WHERE id = ?"_s, {opinionId});
    transaction.change(u"DELETE FROM opinion_member WHERE opinion_id = ?"_s, {opinionId});
    const std::optional<OpinionId> id = OpinionId::parse(opinionId);
    const std::optional<Opinion> opinion = id ? readOpinion(transaction, *id, owner) : std::nullopt;
    if (!opinion) {
        return;
    }
    const QString turn = answersFor(*opinion, owner.mailbox(), standsForNow(transaction)).value_or(owner.mailbox());
    const OpinionMember* member = opinion->member(turn);
    const OpinionAnswer* own = member ? member->answer() : nullptr;
    const bool isPending = opinion->isPending || (own && own->isPending);
    transaction.change(
        u"INSERT INTO opinion (id, subject, by, leader, due, asked, closed, members, answered, asks, own,"
        " pending, answers_for, signed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {opinionId, opinion->subject, opinion->by, opinion->leader, opinion->due.toString(Qt::ISODate),
         isoTime(opinion->asked), opinion->isClosed() ? isoTime(opinion->closed) : u""_s,
         static_cast<int>(opinion->members.size()), tallyOf(*opinion).answered(),
         opinion->isAsker(owner.mailbox()) ? 1 : 0, own ? stanceKey(own->stance) : u""_s, isPending ? 1 : 0,
         turn == owner.mailbox() ? QString(u""_s) : turn, opinion->isSigned ? 1 : 0});
    writeMembers(transaction, opinionId, *opinion);
}

} // namespace app
