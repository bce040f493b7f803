// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/actionpresenter.h"

#include "ui/presentation/commentpresenter.h"
#include "ui/presentation/rowpresenter.h"
#include "ui/presentation/verdictpresenter.h"
#include "ui/presentation/workpresenter.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ActionWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Actions)
};

} // namespace

QList<ActionText> actionsOf(const DocumentCase& known, const Formatter& formatter) {
    const app::Actions& can = known.detail.actions;
    QList<ActionText> actions;
    const auto add = [&actions](Command command, const QString& words) {
        actions << ActionText{command, words, false};
    };
    if (can.canAnswerChange) {
        const bool updates = known.detail.summary.mark != app::ChangeMark::RecallOffered;
        add(Command::AgreeChange,
            updates ? ActionWords::tr("&Take the new version…") : ActionWords::tr("&Agree to give it back…"));
        add(Command::RefuseChange, ActionWords::tr("Re&fuse…"));
    }
    if (const auto asked = app::askedOf(known.detail.work, known.self); can.canAnswerTime && asked) {
        add(Command::GrantTime, ActionWords::tr("&Grant until %1…").arg(formatter.day(asked->askedUntil)));
        add(Command::RefuseTime, ActionWords::tr("Re&fuse more time…"));
    }
    if (can.canAccept) {
        const QString words = known.detail.summary.application.isEmpty() ? ActionWords::tr("&Accept · number %1")
                                                                         : ActionWords::tr("&Accept · no. %1");
        add(Command::Accept, known.expectedArrival ? words.arg(formatter.bookNumber(*known.expectedArrival))
                                                   : ActionWords::tr("&Accept…"));
    }
    if (can.canInitial) {
        add(Command::Initial, ActionWords::tr("&Initial · Ctrl+Enter"));
    }
    if (can.canSign) {
        add(Command::Sign, ActionWords::tr("&Sign · Ctrl+Enter"));
    }
    if (can.canNumber) {
        add(Command::Number, known.expectedNumber
                                 ? ActionWords::tr("Give &number · %1").arg(known.expectedNumber->display)
                                 : ActionWords::tr("Give &number…"));
    }
    if (can.canSeal) {
        add(Command::Seal, ActionWords::tr("S&eal · Ctrl+Enter"));
    }
    if (can.canSend) {
        const int receivers = int(known.detail.receivers.size());
        add(Command::Send,
            receivers > 0 ? ActionWords::tr("&Send to %n office(s)", nullptr, receivers) : ActionWords::tr("&Send…"));
    }
    if (can.canSubmit) {
        const QString signer = known.detail.signer.fullName;
        add(Command::Submit, signer.isEmpty() ? ActionWords::tr("Su&bmit for signature…")
                                              : ActionWords::tr("Su&bmit to %1").arg(signer));
    }
    // Nobody deals with it yet: that is what comes next at the clerk's desk and at the leader's.
    const bool isOpen = can.canDirect && !app::hasOpenShare(known.detail.work);
    const bool isMine = known.detail.summary.folder == app::Folder::ToDirect;
    if (can.canPresent && isOpen) {
        add(Command::Present, ActionWords::tr("&Present to a leader…"));
    }
    if (can.canDirect && (isOpen || isMine)) {
        add(Command::Direct, ActionWords::tr("&Direct…"));
    }
    if (can.canReply) {
        add(Command::Reply, ActionWords::tr("Write an &answer"));
    }
    if (can.canEdit) {
        add(Command::Edit, ActionWords::tr("E&dit"));
    }
    if (can.canFile) {
        add(Command::FileInto, ActionWords::tr("&File into a dossier…"));
    }
    if (can.canHandle) {
        add(Command::Finish,
            known.detail.isUnopened() ? ActionWords::tr("&Deal with it myself…") : ActionWords::tr("Fi&nish…"));
    }
    if (can.canDirect && !isOpen && !isMine) {
        add(Command::Direct, ActionWords::tr("&Direct anew…"));
    }
    if (can.canCorrect) {
        add(Command::CorrectPaper, ActionWords::tr("Correct the &entry…"));
    }
    if (can.canComment) {
        add(Command::Comment, ActionWords::tr("&Comment…"));
    }
    if (can.canGiveBackWork) {
        add(Command::GiveBackWork, known.detail.isUnopened() ? ActionWords::tr("Return to be registered &openly…")
                                                             : ActionWords::tr("Give the &work back…"));
    }
    if (can.canAskTime) {
        add(Command::AskTime, ActionWords::tr("Ask for more &time…"));
    }
    if (can.canRecall) {
        add(Command::Recall, ActionWords::tr("Ta&ke back…"));
        add(Command::Update, ActionWords::tr("Bring &up to date…"));
        add(Command::Replace, ActionWords::tr("Re&place…"));
    }
    if (can.canRefuse) {
        add(Command::Refuse, ActionWords::tr("&Return to sender…"));
    }
    if (can.canReturn) {
        add(Command::GiveBack, ActionWords::tr("Give &back…"));
    }
    if (known.detail.summary.state == app::DocumentState::Draft && can.canEdit) {
        add(Command::Remove, ActionWords::tr("Delete draft…"));
    }
    // Neither filing, talking nor taking back is what usually comes next.
    static const QList rarely{Command::FileInto, Command::Comment, Command::Recall, Command::CorrectPaper};
    if (!actions.isEmpty() && !rarely.contains(actions.first().command)) {
        actions.first().primary = true;
    }
    return actions;
}

QString effectWords(const app::RecallEffect& effect, const Formatter& formatter) {
    QStringList sentences;
    const bool withdraws = effect.offer.kind == app::ChangeKind::Withdraw;
    sentences << (withdraws ? ActionWords::tr("The document is frozen here and its sender is told so (status 15).")
                            : ActionWords::tr(
                                  "The new version takes the place of the earlier one, which is kept (status 15)."));
    if (effect.arrivalNumber > 0) {
        const QString number = formatter.bookNumber(effect.arrivalNumber);
        sentences << (withdraws ? ActionWords::tr("Line %1 of the incoming book stays.").arg(number)
                                : ActionWords::tr("It takes over number %1 of the incoming book.").arg(number));
    }
    if (withdraws && effect.isAssigned) {
        sentences << ActionWords::tr("Somebody was given it to deal with; that work ends.");
    }
    for (const QString& answer : effect.answers) {
        sentences << ActionWords::tr("It was answered by %1, which stays.").arg(answer);
    }
    if (effect.dossiers > 0) {
        sentences << ActionWords::tr("It stays in %n dossier(s).", nullptr, effect.dossiers);
    }
    return sentences.join(u' ');
}

QString headerFacts(const DocumentCase& known, const Formatter& formatter) {
    const app::DocumentDetail& detail = known.detail;
    QStringList facts;
    if (detail.summary.incoming) {
        facts << detail.issuer.name << detail.summary.number << formatter.day(detail.date)
              << formatter.kind(detail.summary.kindName);
        if (detail.summary.arrivalNumber > 0) {
            facts << ActionWords::tr("no. in %1").arg(formatter.bookNumber(detail.summary.arrivalNumber));
        }
        facts << workInBrief(known);
    } else {
        facts << formatter.kind(detail.summary.kindName) << detail.summary.number;
        if (detail.date.isValid()) {
            facts << formatter.day(detail.date);
        }
        facts << stateWords(detail.summary.state) << formatter.moment(detail.summary.time);
    }
    facts << commentsInBrief(known);
    if (known.evidence) {
        facts << waitingWords(*known.evidence).toLower();
    }
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

QString documentTitle(const DocumentCase& known) {
    const QString& subject = known.detail.summary.subject;
    return subject.isEmpty() ? ActionWords::tr("(no subject)") : subject;
}

} // namespace ui
