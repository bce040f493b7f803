// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/officeact.h"

#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

struct KindOf {
    QString operator()(const acts::Unknown& act) const { return act.kind; }
    QString operator()(const acts::Submitted&) const { return u"submitted"_s; }
    QString operator()(const acts::Returned&) const { return u"returned"_s; }
    QString operator()(const acts::Signed&) const { return u"signed"_s; }
    QString operator()(const acts::NumberDrawn&) const { return u"number-drawn"_s; }
    QString operator()(const acts::NumberAssigned&) const { return u"number-assigned"_s; }
    QString operator()(const acts::Sealed&) const { return u"sealed"_s; }
    QString operator()(const acts::Sent&) const { return u"sent"_s; }
    QString operator()(const acts::Registered&) const { return u"registered"_s; }
    QString operator()(const acts::Refused&) const { return u"refused"_s; }
    QString operator()(const acts::EntryVoided&) const { return u"entry-voided"_s; }
    QString operator()(const acts::BookClosed&) const { return u"book-closed"_s; }
    QString operator()(const acts::Linked&) const { return u"linked"_s; }
    QString operator()(const acts::DossierOpened&) const { return u"dossier-opened"_s; }
    QString operator()(const acts::DossierFiled&) const { return u"dossier-filed"_s; }
    QString operator()(const acts::DossierClosed&) const { return u"dossier-closed"_s; }
    QString operator()(const acts::SealPinned&) const { return u"seal-pinned"_s; }
    QString operator()(const acts::EvidenceAdded&) const { return u"evidence-added"_s; }
    QString operator()(const acts::Initialled&) const { return u"initialled"_s; }
    QString operator()(const acts::Assigned&) const { return u"assigned"_s; }
    QString operator()(const acts::Progressed&) const { return u"progressed"_s; }
    QString operator()(const acts::Finished&) const { return u"finished"_s; }
    QString operator()(const acts::RecallAsked&) const { return u"recall-asked"_s; }
    QString operator()(const acts::ChangeAnswered& act) const {
        return act.agreed ? u"change-agreed"_s : u"change-refused"_s;
    }
    QString operator()(const acts::Updated&) const { return u"updated"_s; }
    QString operator()(const acts::Superseded&) const { return u"superseded"_s; }
    QString operator()(const acts::Directed&) const { return u"directed"_s; }
    QString operator()(const acts::WorkGivenBack&) const { return u"work-given-back"_s; }
    QString operator()(const acts::AuditAnchored&) const { return u"audit-anchored"_s; }
    QString operator()(const acts::Commented&) const { return u"commented"_s; }
    QString operator()(const acts::Delegated&) const { return u"delegated"_s; }
    QString operator()(const acts::DelegationEnded&) const { return u"delegation-ended"_s; }
    QString operator()(const acts::StandingShared&) const { return u"standing-shared"_s; }
    QString operator()(const acts::StandInBrought&) const { return u"stand-in-brought"_s; }
    QString operator()(const acts::RightsConfirmed&) const { return u"rights-confirmed"_s; }
    QString operator()(const acts::UnitNamed&) const { return u"unit-named"_s; }
    QString operator()(const acts::TakenBack&) const { return u"taken-back"_s; }
    QString operator()(const acts::DossierUnfiled&) const { return u"dossier-unfiled"_s; }
    QString operator()(const acts::OpinionAsked&) const { return u"opinion-asked"_s; }
    QString operator()(const acts::OpinionShared&) const { return u"opinion-shared"_s; }
    QString operator()(const acts::OpinionAnswered&) const { return u"opinion-answered"_s; }
    QString operator()(const acts::OpinionClosed&) const { return u"opinion-closed"_s; }
    QString operator()(const acts::PaperCorrected&) const { return u"paper-corrected"_s; }
    QString operator()(const acts::OpinionSent&) const { return u"opinion-sent"_s; }
    QString operator()(const acts::OpinionRecorded&) const { return u"opinion-recorded"_s; }
    QString operator()(const acts::LeaseTaken&) const { return u"lease-taken"_s; }
    QString operator()(const acts::LeaseLeft&) const { return u"lease-left"_s; }
    QString operator()(const acts::ReminderDaysSet&) const { return u"reminder-days-set"_s; }
    QString operator()(const acts::Reminded&) const { return u"reminded"_s; }
    QString operator()(const acts::MeetingPlanned&) const { return u"meeting-planned"_s; }
    QString operator()(const acts::MeetingLeft&) const { return u"meeting-left"_s; }
    QString operator()(const acts::MeetingCancelled&) const { return u"meeting-cancelled"_s; }
    QString operator()(const acts::MeetingAnswered&) const { return u"meeting-answered"_s; }
    QString operator()(const acts::MeetingNoted&) const { return u"meeting-noted"_s; }
    QString operator()(const acts::MeetingConcluded& act) const {
        return act.isFinal ? u"meeting-concluded"_s : u"meeting-proposed"_s;
    }
    QString operator()(const acts::MeetingPaperNamed&) const { return u"meeting-paper-named"_s; }
    QString operator()(const acts::TimeAsked&) const { return u"time-asked"_s; }
    QString operator()(const acts::TimeAnswered& act) const {
        return act.answer.granted ? u"time-granted"_s : u"time-refused"_s;
    }
};

} // namespace

OfficeAct makeAct(const QString& by, ActBody body) {
    return {.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
            .at = QDateTime::currentDateTimeUtc(),
            .by = by,
            .body = std::move(body)};
}

QString actKind(const ActBody& body) {
    return std::visit(KindOf{}, body);
}

std::optional<DocumentId> documentOf(const ActBody& body) {
    return std::visit(
        [](const auto& act) -> std::optional<DocumentId> {
            if constexpr (requires { act.document; }) {
                return act.document;
            } else {
                return std::nullopt;
            }
        },
        body);
}

std::optional<DossierId> dossierOf(const ActBody& body) {
    return std::visit(
        [](const auto& act) -> std::optional<DossierId> {
            if constexpr (requires { act.dossier; }) {
                return act.dossier;
            } else {
                return std::nullopt;
            }
        },
        body);
}

std::optional<OpinionId> opinionOf(const ActBody& body) {
    return std::visit(
        [](const auto& act) -> std::optional<OpinionId> {
            if constexpr (requires { act.opinion; }) {
                return act.opinion;
            } else {
                return std::nullopt;
            }
        },
        body);
}

std::optional<MeetingId> meetingOf(const ActBody& body) {
    return std::visit(
        [](const auto& act) -> std::optional<MeetingId> {
            if constexpr (requires { act.meeting; }) {
                return act.meeting;
            } else {
                return std::nullopt;
            }
        },
        body);
}

QString actedFor(const ActBody& body) {
    return std::visit(
        [](const auto& act) {
            if constexpr (requires { act.as; }) {
                return act.as;
            } else {
                return QString();
            }
        },
        body);
}

std::optional<acts::GivenDocument> givenBy(const ActBody& body) {
    if (const auto* act = std::get_if<acts::Directed>(&body)) {
        return acts::GivenDocument{.packetSha256 = act->packetSha256,
                                   .from = act->from,
                                   .received = act->received,
                                   .arrivalNumber = act->arrivalNumber,
                                   .arrivalDate = act->arrivalDate,
                                   .dueDate = act->documentDueDate,
                                   .paper = act->paper,
                                   .task = act->task};
    }
    if (const auto* act = std::get_if<acts::StandInBrought>(&body)) {
        return act->given;
    }
    if (const auto* act = std::get_if<acts::Reminded>(&body)) {
        return act->given;
    }
    const auto* comment = std::get_if<acts::Commented>(&body);
    return comment ? comment->given : std::nullopt;
}

} // namespace app
