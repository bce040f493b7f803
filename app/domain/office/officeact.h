// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/comment.h"
#include "app/domain/documentid.h"
#include "app/domain/documentkind.h"
#include "app/domain/draft.h"
#include "app/domain/office/dutyacts.h"
#include "app/domain/office/meetingacts.h"
#include "app/domain/opinion.h"
#include "app/domain/organid.h"
#include "app/domain/paperentry.h"
#include "app/domain/reference.h"
#include "app/domain/rights.h"
#include "app/domain/taskentry.h"
#include "app/domain/work.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace app {

/// The deeds of an office, as they are written into streams. What a desk shows is derived from them.
namespace acts {

/// A draft goes to the leader, as a PDF with the empty fields of the flow. Carries all that the packet will say.
struct Submitted {
    DocumentId document;
    DocumentKind kind = DocumentKind::CongVan;
    QString subject{};
    QString notation{};
    QString superiorName{};
    QString organName{};
    QString placeName{};
    SignerFacts signer{};
    Urgency urgency = Urgency::Normal;
    QList<OrganRef> receivers{};
    QStringList recipients{};
    QDate dueDate{};
    std::optional<DocumentReference> replyTo{};
    QByteArray pdfSha256{};
    QString pdfName{};
    int pages = 0;
    FlowPlaces places{};
    QString initialBy{}; ///< mailbox of who initials before the leader signs; empty: nobody

    friend bool operator==(const Submitted&, const Submitted&) = default;
};

/// Whoever checked the draft put the initials under its text (ký nháy); now the leader may sign.
struct Initialled {
    DocumentId document;
    QByteArray pdfSha256{};
    QString signerName{}; ///< of the certificate

    friend bool operator==(const Initialled&, const Initialled&) = default;
};

/// The leader, or who was to initial, gives it back.
struct Returned {
    DocumentId document;
    QString reason{};

    friend bool operator==(const Returned&, const Returned&) = default;
};

struct Signed {
    DocumentId document;
    QByteArray pdfSha256{};
    QString signerName{}; ///< of the certificate

    friend bool operator==(const Signed&, const Signed&) = default;
};

/// A line in a book of outgoing documents (in the book's stream).
struct NumberDrawn {
    DocumentId document;
    int number = 0;
    QString notation{};
    QDate date{};
    QString subject{};

    friend bool operator==(const NumberDrawn&, const NumberDrawn&) = default;
};

/// The drawn number and its date stand in the PDF (in the document's case).
struct NumberAssigned {
    DocumentId document;
    int number = 0;
    QString notation{};
    QDate date{};
    QByteArray pdfSha256{};

    friend bool operator==(const NumberAssigned&, const NumberAssigned&) = default;
};

struct Sealed {
    DocumentId document;
    QByteArray pdfSha256{};
    QString sealName{}; ///< of the certificate

    friend bool operator==(const Sealed&, const Sealed&) = default;
};

/// Evidence was added to a PDF by an incremental update: time stamps, revocation data (ETSI EN 319 142-1 §6). Until the
/// document is sent the new PDF takes the place of `basePdfSha256`; what was sent or came in stays as it is, and the
/// new PDF is the archive's copy beside it.
struct EvidenceAdded {
    DocumentId document;
    QByteArray basePdfSha256{}; ///< what it was added to: the newest PDF, or the newest copy of the archive
    QByteArray pdfSha256{};
    QString level{}; ///< that was reached: "B-T", "B-LT", "B-LTA"

    friend bool operator==(const EvidenceAdded&, const EvidenceAdded&) = default;
};

/// The packet is written and queued for the exchange.
struct Sent {
    DocumentId document;
    QByteArray packetSha256{};
    QString packetDocumentId{}; ///< as the packet writes it; statuses name it
    QList<OrganRef> receivers{};
    std::optional<DocumentId> answers{}; ///< the incoming document that this one answers

    friend bool operator==(const Sent&, const Sent&) = default;
};

/// A line in the book of incoming documents (in the book's stream). What came on paper has an entry instead of a
/// packet.
struct Registered {
    DocumentId document;
    QByteArray packetSha256{};
    int number = 0;
    QDate date{};
    QString documentNumber{}; ///< "12/STC-NS", as the document says
    QString sender{};         ///< name of the sending office
    QString subject{};
    QDate dueDate{};
    QString note{};
    std::optional<PaperEntry> paper{};

    friend bool operator==(const Registered&, const Registered&) = default;
};

/// What a clerk had entered of a document on paper was wrong, and this is right: in the stream of its book, which
/// counts, and in its case, for desks that do not have the book.
struct PaperCorrected {
    DocumentId document;
    PaperEntry entry{};
    QString reason{};

    friend bool operator==(const PaperCorrected&, const PaperCorrected&) = default;
};

/// An incoming document is returned to its sender.
struct Refused {
    DocumentId document;
    QByteArray packetSha256{};
    QString reason{};

    friend bool operator==(const Refused&, const Refused&) = default;
};

/// A line of a book is void; its number stays taken. In the book's stream.
struct EntryVoided {
    int number = 0;
    QString reason{};
    std::optional<DocumentId> document{}; ///< whose line it is, so that its history tells of it

    friend bool operator==(const EntryVoided&, const EntryVoided&) = default;
};

/// The year of a book is over, or the book ends before: nothing is entered in it any more. In the book's stream.
struct BookClosed {
    int lastNumber = 0; ///< 0: it has none. It counts where that is the last one indeed
    QString reason{};

    friend bool operator==(const BookClosed&, const BookClosed&) = default;
};

/// Two documents belong together.
struct Linked {
    DocumentId document;
    DocumentId answer; ///< the document that answers `document`

    friend bool operator==(const Linked&, const Linked&) = default;
};

struct DossierOpened {
    DossierId dossier;
    QString code{};
    QString title{};
    QString retention{};

    friend bool operator==(const DossierOpened&, const DossierOpened&) = default;
};

struct DossierFiled {
    DossierId dossier;
    DocumentId document;

    friend bool operator==(const DossierFiled&, const DossierFiled&) = default;
};

/// Whoever filed it takes it out of the dossier again.
struct DossierUnfiled {
    DossierId dossier;
    DocumentId document;

    friend bool operator==(const DossierUnfiled&, const DossierUnfiled&) = default;
};

struct DossierClosed {
    DossierId dossier;

    friend bool operator==(const DossierClosed&, const DossierClosed&) = default;
};

/// The clerk vouches for a seal seen on a document of that office.
struct SealPinned {
    OrganId organ{};
    QByteArray certificateSha256{};
    QString certificateName{};

    friend bool operator==(const SealPinned&, const SealPinned&) = default;
};

/// Somebody is to deal with an incoming document (phân công).
struct Assigned {
    DocumentId document;
    QString to{}; ///< mailbox of a person, or the name of a unit
    QString note{};

    friend bool operator==(const Assigned&, const Assigned&) = default;
};

/// What those have to know of a registered document who were not there when it came.
struct GivenDocument {
    QByteArray packetSha256; ///< that brought the document; empty: it came on paper
    OrganId from{};          ///< who sent it, as the hub told the desk
    QDateTime received{};    ///< UTC
    int arrivalNumber = 0;   ///< số đến
    QDate arrivalDate{};
    QDate dueDate{};                   ///< as it was registered; invalid: none
    std::optional<PaperEntry> paper{}; ///< of what came on paper
    std::optional<TaskEntry> task{};   ///< of a task of a meeting, which has neither packet nor number

    friend bool operator==(const GivenDocument&, const GivenDocument&) = default;
};

/// Says who deals with an incoming document, or presents it to the one who says so. Carries what those have to know who
/// were not there when it came.
struct Directed {
    DocumentId document;
    QByteArray packetSha256{}; ///< that brought the document; empty: it came on paper
    OrganId from{};            ///< who sent it, as the hub told the desk
    QDateTime received{};      ///< UTC
    int arrivalNumber = 0;     ///< số đến
    QDate arrivalDate{};
    QDate documentDueDate{}; ///< as it was registered; invalid: none
    Directive directive{};
    QString as{}; ///< mailbox of the unit, or of the absent person, for which the author acts; empty: in person
    std::optional<PaperEntry> paper{}; ///< of what came on paper
    std::optional<TaskEntry> task{};   ///< see GivenDocument

    friend bool operator==(const Directed&, const Directed&) = default;
};

/// Whoever has a share of the work gives it back.
struct WorkGivenBack {
    DocumentId document;
    QString reason{};
    QString as{}; ///< see Directed

    friend bool operator==(const WorkGivenBack&, const WorkGivenBack&) = default;
};

/// Whoever has a share of the work asks for a later day.
struct TimeAsked {
    DocumentId document;
    QDate until{};
    QString reason{};
    QString as{}; ///< see Directed

    friend bool operator==(const TimeAsked&, const TimeAsked&) = default;
};

/// The answer to that, of whoever gave the share.
struct TimeAnswered {
    DocumentId document;
    WorkTime answer{};
    QString as{}; ///< see Directed

    friend bool operator==(const TimeAnswered&, const TimeAnswered&) = default;
};

/// What somebody who takes part says about a document to the others. Whoever is mentioned is brought into its case.
struct Commented {
    DocumentId document;
    QString text{};
    QStringList mentions{};               ///< mailboxes of people
    std::optional<GivenDocument> given{}; ///< of an incoming document
    QString as{};                         ///< see Directed
    QList<CommentFile> files{};

    friend bool operator==(const Commented&, const Commented&) = default;
};

/// Whoever did something in a document's case takes it back: see CounterAct::TakenBack.
struct TakenBack {
    DocumentId document;
    QString act{}; ///< its id

    friend bool operator==(const TakenBack&, const TakenBack&) = default;
};

/// Somebody is away for a time, and who stands in for them (in the office's stream of standing): Delegation.
struct Delegated {
    QString to{}; ///< mailbox of a person; empty: nobody stands in
    QDate from{};
    QDate until{};
    QString words{};

    friend bool operator==(const Delegated&, const Delegated&) = default;
};

/// They are here again, or somebody else stands in.
struct DelegationEnded {
    QString delegation{}; ///< id of the act

    friend bool operator==(const DelegationEnded&, const DelegationEnded&) = default;
};

/// A leader or clerk looked at what the directory says that somebody may do, and found it right (in the office's stream
/// of standing): RightsConfirmation.
struct RightsConfirmed {
    QString mailbox{}; ///< whose rights
    PersonRights rights{};
    qint64 version = 0; ///< of the directory that said so

    friend bool operator==(const RightsConfirmed&, const RightsConfirmed&) = default;
};

/// A leader or clerk says what a unit of the office is called (in the office's stream of standing). The newest counts.
struct UnitNamed {
    QString unit{}; ///< its id in the directory
    QString name{}; ///< empty: it goes by its id again

    friend bool operator==(const UnitNamed&, const UnitNamed&) = default;
};

/// Nothing new: people who came to the office later learn who is away.
struct StandingShared {
    friend bool operator==(const StandingShared&, const StandingShared&) = default;
};

/// Whoever holds the office's lease reminds of work that is due or late (in the document's case): Reminder. Who is told
/// and was not there is brought into the case.
struct Reminded {
    DocumentId document;
    QString to{};
    QString holder{};
    QDate due{};
    ReminderStep step{};
    GivenDocument given{};

    friend bool operator==(const Reminded&, const Reminded&) = default;
};

/// Whoever is away brings the one who stands in for them into the case of a document.
struct StandInBrought {
    DocumentId document;
    QString to{}; ///< mailbox of a person
    GivenDocument given{};

    friend bool operator==(const StandInBrought&, const StandInBrought&) = default;
};

/// How far the log of views of the author's desk had come, and its hash there (AuditLine).
struct AuditAnchored {
    qint64 number = 0;
    QByteArray hash{};

    friend bool operator==(const AuditAnchored&, const AuditAnchored&) = default;
};

/// Work on an incoming document goes on.
struct Progressed {
    DocumentId document;
    QString note{};
    QString as{}; ///< see Directed

    friend bool operator==(const Progressed&, const Progressed&) = default;
};

/// The work on an incoming document is done, without an answer; by whoever has only a share of it: that share.
struct Finished {
    DocumentId document;
    QString note{};
    QString as{}; ///< see Directed

    friend bool operator==(const Finished&, const Finished&) = default;
};

/// We want a document of ours back from these receivers.
struct RecallAsked {
    DocumentId document;
    QByteArray packetSha256{}; ///< that asks them; empty: it was taken out of the outbox before it went out
    QList<OrganRef> receivers{};
    QString reason{};
    std::optional<DocumentId> answers{}; ///< not sent after all: the incoming document that it would have answered

    friend bool operator==(const RecallAsked&, const RecallAsked&) = default;
};

/// A person answered what the sender of an incoming document asked (status 15 or 16).
struct ChangeAnswered {
    DocumentId document;
    QByteArray packetSha256{};          ///< that asked
    std::optional<DocumentId> change{}; ///< the new version, where an update was offered
    bool agreed = false;
    QString reason{};
    int number = 0; ///< số đến that the new version takes over; 0: none
    QDate date{};

    friend bool operator==(const ChangeAnswered&, const ChangeAnswered&) = default;
};

/// A sent document of ours goes out again: as a new version, to more receivers, or both.
struct Updated {
    DocumentId document;
    QByteArray packetSha256{};
    QByteArray pdfSha256{}; ///< of the new version; empty: the contents are the same
    QList<OrganRef> receivers{};
    QString reason{};

    friend bool operator==(const Updated&, const Updated&) = default;
};

/// A document of ours took the place of an earlier one.
struct Superseded {
    DocumentId document; ///< the earlier one
    DocumentId by;
    QString reason{};

    friend bool operator==(const Superseded&, const Superseded&) = default;
};

/// A leader, or somebody in a leader's name, asks members of the office for their opinion (in the question's stream).
struct OpinionAsked {
    OpinionId opinion;
    QString leader{}; ///< mailbox of the leader in whose name it is asked
    QString subject{};
    QString text{};
    QDate due{};
    QStringList members{}; ///< mailboxes of people
    QList<OpinionFile> files{};
    QList<OrganRef> offices{}; ///< other offices that are asked by a document
    bool isSigned = false;     ///< answers are wanted with a signature

    friend bool operator==(const OpinionAsked&, const OpinionAsked&) = default;
};

/// Nothing new: more members learn of a question than one message can bring in.
struct OpinionShared {
    OpinionId opinion;

    friend bool operator==(const OpinionShared&, const OpinionShared&) = default;
};

/// A member answers, or changes the answer (in a stream of the member's own, see freshAnswerStream()).
struct OpinionAnswered {
    OpinionId opinion;
    Stance stance = Stance::Agree;
    QString text{};
    QString as{};       ///< mailbox of the absent member in whose place it is given; empty: in person
    QByteArray proof{}; ///< hash of the signed PDF of this answer; empty: it is not signed

    friend bool operator==(const OpinionAnswered&, const OpinionAnswered&) = default;
};

/// Whoever asked sends the question to the other offices by this document of ours (in the question's stream).
struct OpinionSent {
    OpinionId opinion;
    DocumentId document;

    friend bool operator==(const OpinionSent&, const OpinionSent&) = default;
};

/// Whoever asked enters what another office says, by the document in which it says so (in the question's stream).
struct OpinionRecorded {
    OpinionId opinion;
    OrganId office{};
    DocumentId document; ///< that came from that office
    Stance stance = Stance::Agree;
    QString text{};

    friend bool operator==(const OpinionRecorded&, const OpinionRecorded&) = default;
};

/// Whoever asked takes no answers any more.
struct OpinionClosed {
    OpinionId opinion;
    QString reason{}; ///< before the last day

    friend bool operator==(const OpinionClosed&, const OpinionClosed&) = default;
};

/// A kind that this version does not know: kept, shown in no list, never lost.
struct Unknown {
    QString kind{};

    friend bool operator==(const Unknown&, const Unknown&) = default;
};

} // namespace acts

using ActBody =
    std::variant<acts::Unknown, acts::Submitted, acts::Returned, acts::Signed, acts::NumberDrawn, acts::NumberAssigned,
                 acts::Sealed, acts::Sent, acts::Registered, acts::Refused, acts::EntryVoided, acts::Linked,
                 acts::DossierOpened, acts::DossierFiled, acts::DossierClosed, acts::SealPinned, acts::EvidenceAdded,
                 acts::Initialled, acts::Assigned, acts::Progressed, acts::Finished, acts::RecallAsked,
                 acts::ChangeAnswered, acts::Updated, acts::Superseded, acts::Directed, acts::WorkGivenBack,
                 acts::TimeAsked, acts::TimeAnswered, acts::AuditAnchored, acts::Commented, acts::Delegated,
                 acts::DelegationEnded, acts::StandingShared, acts::StandInBrought, acts::TakenBack,
                 acts::DossierUnfiled, acts::RightsConfirmed, acts::OpinionAsked, acts::OpinionShared,
                 acts::OpinionAnswered, acts::OpinionClosed, acts::PaperCorrected, acts::BookClosed, acts::OpinionSent,
                 acts::OpinionRecorded, acts::LeaseTaken, acts::LeaseLeft, acts::ReminderDaysSet, acts::Reminded,
                 acts::MeetingPlanned, acts::MeetingLeft, acts::MeetingCancelled, acts::MeetingAnswered,
                 acts::MeetingNoted, acts::MeetingConcluded, acts::MeetingPaperNamed, acts::UnitNamed>;

/// One deed: what, by whom, when. The id is the message's id as well: a deed that arrives twice counts once.
struct OfficeAct {
    QString id{};   ///< UUID
    QDateTime at{}; ///< UTC, milliseconds, the author's clock
    QString by{};   ///< mailbox of the author
    ActBody body{};

    friend bool operator==(const OfficeAct&, const OfficeAct&) = default;
};

/// A fresh act, done now.
[[nodiscard]] OfficeAct makeAct(const QString& by, ActBody body);

/// "submitted", "returned", "signed", "number-drawn", "number-assigned", "sealed", "sent", "registered", "refused",
/// "entry-voided", "linked", "dossier-opened", "dossier-filed", "dossier-closed", "seal-pinned", "evidence-added",
/// "initialled", "assigned", "progressed", "finished", "recall-asked", "change-agreed", "change-refused", "updated",
/// "superseded", "directed", "work-given-back", "time-asked", "time-granted", "time-refused",
/// "audit-anchored", "commented", "delegated", "delegation-ended", "standing-shared", "stand-in-brought", "taken-back",
/// "dossier-unfiled", "rights-confirmed", "opinion-asked", "opinion-shared", "opinion-answered", "opinion-closed",
/// "paper-corrected", "book-closed", "opinion-sent", "opinion-recorded", "lease-taken", "lease-left",
/// "reminder-days-set", "reminded", "meeting-planned", "meeting-left", "meeting-cancelled", "meeting-answered",
/// "meeting-noted", "meeting-proposed", "meeting-concluded", "meeting-paper-named", "unit-named".
[[nodiscard]] QString actKind(const ActBody& body);

/// The document that an act is about, where it is about one.
[[nodiscard]] std::optional<DocumentId> documentOf(const ActBody& body);
[[nodiscard]] std::optional<DossierId> dossierOf(const ActBody& body);
[[nodiscard]] std::optional<OpinionId> opinionOf(const ActBody& body);
[[nodiscard]] std::optional<MeetingId> meetingOf(const ActBody& body);
/// In whose place an act was done, as it says itself: the mailbox of a unit or of a person; empty: in person.
[[nodiscard]] QString actedFor(const ActBody& body);
/// The incoming document that an act brings to desks which had nothing of it, where it brings one.
[[nodiscard]] std::optional<acts::GivenDocument> givenBy(const ActBody& body);

} // namespace app
