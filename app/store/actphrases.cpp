// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/actphrases.h"

#include "app/domain/bookentry.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace app {

QString namesOf(const QList<OrganRef>& organs) {
    QStringList names;
    for (const OrganRef& organ : organs) {
        names.append(organ.name.isEmpty() ? organ.id.text() : organ.name);
    }
    return names.join(u", "_s);
}

namespace {

QString phraseOfChange(const ActBody& body) {
    if (const auto* act = std::get_if<acts::Assigned>(&body)) {
        return act->to;
    }
    if (const auto* act = std::get_if<acts::Directed>(&body)) {
        QStringList names;
        for (const WorkShare& share : act->directive.shares) {
            names.append(share.to);
        }
        const QString all = names.join(u", "_s);
        return act->directive.words.isEmpty() ? all : all + u": "_s + act->directive.words;
    }
    if (const auto* act = std::get_if<acts::WorkGivenBack>(&body)) {
        return act->reason;
    }
    if (const auto* act = std::get_if<acts::TimeAsked>(&body)) {
        return u"%1: %2"_s.arg(act->until.toString(u"dd/MM/yyyy"_s), act->reason);
    }
    if (const auto* act = std::get_if<acts::TimeAnswered>(&body)) {
        const QString day = act->answer.until.toString(u"dd/MM/yyyy"_s);
        return QStringList{act->answer.to, day, act->answer.words}.filter(QRegularExpression(u"."_s)).join(u" · "_s);
    }
    if (const auto* act = std::get_if<acts::StandInBrought>(&body)) {
        return act->to;
    }
    if (const auto* act = std::get_if<acts::Reminded>(&body)) {
        return u"%1, %2"_s.arg(act->to, act->due.toString(u"dd/MM/yyyy"_s));
    }
    if (const auto* act = std::get_if<acts::Commented>(&body)) {
        return act->mentions.join(u", "_s);
    }
    if (const auto* act = std::get_if<acts::Progressed>(&body)) {
        return act->note;
    }
    if (const auto* act = std::get_if<acts::Finished>(&body)) {
        return act->note;
    }
    if (const auto* act = std::get_if<acts::RecallAsked>(&body)) {
        return namesOf(act->receivers) + u": "_s + act->reason;
    }
    if (const auto* act = std::get_if<acts::ChangeAnswered>(&body)) {
        return act->reason;
    }
    if (const auto* act = std::get_if<acts::Updated>(&body)) {
        return namesOf(act->receivers) + u": "_s + act->reason;
    }
    if (const auto* act = std::get_if<acts::Superseded>(&body)) {
        return act->reason;
    }
    return {};
}

} // namespace

QString phraseOf(const ActBody& body) {
    if (const auto* act = std::get_if<acts::Returned>(&body)) {
        return act->reason;
    }
    if (const auto* act = std::get_if<acts::Signed>(&body)) {
        return act->signerName;
    }
    if (const auto* act = std::get_if<acts::Initialled>(&body)) {
        return act->signerName;
    }
    if (const auto* act = std::get_if<acts::NumberDrawn>(&body)) {
        return numberDisplay(act->number, act->notation);
    }
    if (const auto* act = std::get_if<acts::NumberAssigned>(&body)) {
        return numberDisplay(act->number, act->notation);
    }
    if (const auto* act = std::get_if<acts::Sealed>(&body)) {
        return act->sealName;
    }
    if (const auto* act = std::get_if<acts::EvidenceAdded>(&body)) {
        return act->level;
    }
    if (const auto* act = std::get_if<acts::Sent>(&body)) {
        return namesOf(act->receivers);
    }
    if (const auto* act = std::get_if<acts::Registered>(&body)) {
        return numberDisplay(act->number);
    }
    if (const auto* act = std::get_if<acts::EntryVoided>(&body)) {
        return numberDisplay(act->number) + u": "_s + act->reason;
    }
    if (const auto* act = std::get_if<acts::Refused>(&body)) {
        return act->reason;
    }
    return phraseOfChange(body);
}

} // namespace app
