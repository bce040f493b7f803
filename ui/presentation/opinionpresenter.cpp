// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/opinionpresenter.h"

#include "app/domain/vietnamtime.h"
#include "app/services/savecopy.h"
#include "ui/presentation/workpresenter.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::Stance;

namespace {

struct OpinionWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Opinions)
};

/// What there is to do for this person, or what became of it.
void sayTurn(RowText& row, const app::OpinionSummary& opinion, const QDate& today) {
    if (opinion.isClosed()) {
        row.facts = opinion.own ? OpinionWords::tr("Closed") : row.facts;
        row.verdict = opinion.own ? stanceWords(*opinion.own) : OpinionWords::tr("Closed");
        row.verdictIcon = opinion.own ? stanceIcon(*opinion.own) : "check"_L1;
        row.verdictTone = opinion.own ? stanceTone(*opinion.own) : Tone::Neutral;
    } else if (opinion.waits()) {
        row.verdict = OpinionWords::tr("Waits for your answer");
        row.verdictIcon = "clock"_L1;
        row.verdictTone = Tone::Caution;
        row.unread = true;
    } else if (opinion.own) {
        row.verdict = stanceWords(*opinion.own);
        row.verdictIcon = stanceIcon(*opinion.own);
        row.verdictTone = stanceTone(*opinion.own);
    } else if (opinion.isToClose(today)) {
        row.verdict = OpinionWords::tr("Can be closed");
        row.verdictIcon = "flag"_L1;
        row.verdictTone = Tone::Caution;
    }
}

QString signatureWords(app::AnswerSignature signature) {
    switch (signature) {
    case app::AnswerSignature::Valid:
        return OpinionWords::tr("signed");
    case app::AnswerSignature::CannotTell:
        return OpinionWords::tr("its signature can't be told");
    case app::AnswerSignature::Wrong:
        return OpinionWords::tr("its signature is not valid");
    case app::AnswerSignature::Unchecked:
    case app::AnswerSignature::None:
        break;
    }
    return OpinionWords::tr("its signature is not checked yet");
}

QString answerWords(const app::OpinionAnswer& answer, const Formatter& formatter) {
    QStringList parts{stanceWords(answer.stance), formatter.moment(answer.at)};
    if (answer.isLate) {
        parts << (answer.counts ? OpinionWords::tr("late") : OpinionWords::tr("came too late to count"));
    }
    if (!answer.proof.isEmpty()) {
        parts << signatureWords(answer.signature);
    } else if (answer.isUnsigned) {
        parts << OpinionWords::tr("not signed");
    }
    if (answer.isPending) {
        parts << OpinionWords::tr("waits for the server");
    }
    return parts.join(u" · "_s);
}

/// Who is asked, and who answered in their place.
QString memberName(const app::OpinionMember& member, const OpinionView& view) {
    if (member.isOffice()) {
        return member.officeName;
    }
    const QString name = nameOf(view.people, member.mailbox);
    const app::OpinionAnswer* answer = member.answer();
    const bool inPlace = answer && !answer->by.isEmpty() && answer->by != member.mailbox;
    return inPlace ? OpinionWords::tr("%1 in the place of %2").arg(nameOf(view.people, answer->by), name) : name;
}

} // namespace

const app::OpinionMember* OpinionView::turn() const {
    const auto whose = app::answersFor(opinion, self.mailbox(), self.standsFor);
    return whose ? opinion.member(*whose) : nullptr;
}

bool OpinionView::waitsForOffices() const {
    return !opinion.isClosed() && std::ranges::any_of(opinion.members, [](const app::OpinionMember& member) {
        return member.isOffice() && !member.answer();
    });
}

bool OpinionView::canAnswer() const {
    const app::OpinionMember* member = turn();
    return member && !opinion.isClosed() && (today <= opinion.due || !member->answer());
}

bool OpinionView::isOwnUnsigned() const {
    const app::OpinionMember* member = turn();
    return member && !member->answer() && !member->answers.isEmpty();
}

const app::OpinionAnswer* OpinionView::ownAnswer() const {
    const app::OpinionMember* member = turn();
    return member ? member->answer() : nullptr;
}

app::Result<OpinionListView> readOpinions(Office& office) {
    auto rows = office.opinions();
    auto people = rows ? office.people() : std::unexpected(rows.error());
    if (!people) {
        return std::unexpected(people.error());
    }
    return OpinionListView{.rows = std::move(*rows), .people = std::move(*people), .today = app::vietnamToday()};
}

app::Result<OpinionView> readOpinion(Office& office, const app::OpinionId& id) {
    auto opinion = office.opinion(id);
    auto people = opinion ? office.people() : std::unexpected(opinion.error());
    if (!people) {
        return std::unexpected(people.error());
    }
    return OpinionView{.opinion = std::move(*opinion),
                       .people = std::move(*people),
                       .self = office.acting(),
                       .today = app::vietnamToday()};
}

RowText rowOf(const app::OpinionSummary& opinion, const QList<app::Person>& people, const Formatter& formatter,
              const QDate& today) {
    RowText row;
    row.title = nameOf(people, opinion.leader);
    row.subject = opinion.subject;
    row.time = opinion.isClosed()     ? formatter.listTime(opinion.closed, today)
               : opinion.due == today ? OpinionWords::tr("Due today")
                                      : OpinionWords::tr("Due %1").arg(opinion.due.toString(u"dd/MM"_s));
    row.timeUrgent = !opinion.isClosed() && opinion.due < today;
    if (opinion.isAsker) {
        row.tag = OpinionWords::tr("you ask");
        row.tagTone = Tone::Neutral;
        row.facts = OpinionWords::tr("answered: %1/%2")
                        .arg(formatter.count(opinion.answered), formatter.count(opinion.members));
    }
    sayTurn(row, opinion, today);
    if (!opinion.answersFor.isEmpty()) {
        row.tag = OpinionWords::tr("for %1").arg(nameOf(people, opinion.answersFor));
        row.tagTone = Tone::Neutral;
    }
    QStringList spoken{row.verdict, row.subject, row.title, row.tag, row.facts, row.time};
    spoken.removeAll(QString());
    row.spoken = spoken.join(u", "_s);
    return row;
}

QString stanceWords(Stance stance) {
    switch (stance) {
    case Stance::Agree:
        return OpinionWords::tr("Agree");
    case Stance::Disagree:
        return OpinionWords::tr("Disagree");
    case Stance::Other:
        break;
    }
    return OpinionWords::tr("Other opinion");
}

QLatin1String stanceIcon(Stance stance) {
    return stance == Stance::Agree ? "check"_L1 : stance == Stance::Disagree ? "cross"_L1 : "pen"_L1;
}

Tone stanceTone(Stance stance) {
    return stance == Stance::Agree ? Tone::Good : stance == Stance::Disagree ? Tone::Bad : Tone::Caution;
}

QString opinionFacts(const OpinionView& view, const Formatter& formatter) {
    const app::Opinion& opinion = view.opinion;
    QStringList facts{nameOf(view.people, opinion.leader)};
    if (opinion.by != opinion.leader) {
        facts << OpinionWords::tr("written by %1").arg(nameOf(view.people, opinion.by));
    }
    facts << OpinionWords::tr("asked %1").arg(formatter.moment(opinion.asked))
          << OpinionWords::tr("answer by %1").arg(formatter.day(opinion.due));
    if (opinion.isSigned) {
        facts << OpinionWords::tr("answers are signed");
    }
    if (opinion.isPending) {
        facts << OpinionWords::tr("waits for the server");
    }
    return facts.join(u" · "_s);
}

QString opinionState(const OpinionView& view, const Formatter& formatter) {
    const app::Opinion& opinion = view.opinion;
    if (opinion.isClosed()) {
        const QString closed = OpinionWords::tr("Closed %1 by %2.")
                                   .arg(formatter.moment(opinion.closed), nameOf(view.people, opinion.closedBy));
        return opinion.closeReason.isEmpty() ? closed : closed + u' ' + opinion.closeReason;
    }
    const bool isOver = view.today > opinion.due;
    if (view.isAsker()) {
        return isOver ? OpinionWords::tr("The last day is over: close it, and nobody can answer any more.") : QString();
    }
    if (view.isOwnUnsigned()) {
        return OpinionWords::tr(
            "Your answer has no valid signature and does not count: please answer anew and sign it.");
    }
    if (!view.ownAnswer()) {
        return isOver ? OpinionWords::tr("The last day is over; an answer still arrives, and is marked as late.")
                      : QString();
    }
    return isOver ? OpinionWords::tr("The last day is over: your answer stands.")
                  : OpinionWords::tr("You can change your answer until %1.").arg(formatter.day(opinion.due));
}

QString tallyWords(const app::OpinionTally& tally, const Formatter& formatter) {
    const QString counts = OpinionWords::tr("Agree %1 · disagree %2 · other opinion %3 · no answer %4")
                               .arg(formatter.count(tally.agree), formatter.count(tally.disagree),
                                    formatter.count(tally.other), formatter.count(tally.missing()));
    const QString apart =
        tally.notSigned == 0
            ? counts
            : counts + u" · "_s + OpinionWords::tr("not signed, not counted %1").arg(formatter.count(tally.notSigned));
    return tally.withSignature == 0
               ? apart
               : apart + u" · "_s + OpinionWords::tr("signed %1").arg(formatter.count(tally.withSignature));
}

MemberText memberText(const app::OpinionMember& member, const OpinionView& view, const Formatter& formatter) {
    MemberText text{.who = memberName(member, view)};
    // The last one stands first, whether it counts or not.
    const app::OpinionAnswer* counting = member.answer();
    if (!counting && !member.answers.isEmpty()) {
        counting = &member.answers.last();
    }
    if (counting) {
        text.said = answerWords(*counting, formatter);
        text.words = counting->text;
        text.icon = stanceIcon(counting->stance);
        text.tone = stanceTone(counting->stance);
    }
    for (const app::OpinionAnswer& answer : member.answers) {
        if (&answer != counting) {
            text.before << (answer.text.isEmpty() ? answerWords(answer, formatter)
                                                  : u"%1: %2"_s.arg(answerWords(answer, formatter), answer.text));
        }
    }
    return text;
}

MemberTexts memberTexts(const OpinionView& view, const Formatter& formatter) {
    MemberTexts texts;
    for (const app::OpinionMember& member : view.opinion.members) {
        if (app::countedAnswer(view.opinion, member)) {
            texts.answered << memberText(member, view, formatter);
        } else if (!member.answers.isEmpty()) {
            texts.notSigned << memberText(member, view, formatter);
        } else {
            texts.missing << memberName(member, view);
        }
    }
    return texts;
}

bool hasPages(const app::OpinionFile& file) {
    return file.document || file.name.endsWith(".pdf"_L1, Qt::CaseInsensitive);
}

QString savedName(const app::OpinionFile& file) {
    if (hasPages(file)) {
        const bool hasEnding = file.name.endsWith(".pdf"_L1, Qt::CaseInsensitive);
        return app::copyName(hasEnding ? file.name.chopped(4) : file.name, {});
    }
    return app::plainFileName(file.name);
}

} // namespace ui
