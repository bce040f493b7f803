// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/changes.h"
#include "app/domain/comment.h"
#include "app/domain/documentid.h"
#include "app/domain/draft.h"
#include "app/domain/error.h"
#include "app/domain/folder.h"
#include "app/domain/organid.h"
#include "app/domain/paperentry.h"
#include "app/domain/reminder.h"
#include "app/domain/taskentry.h"
#include "app/domain/trail.h"
#include "app/domain/urgency.h"
#include "app/domain/work.h"
#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace app {

/// How far a document has come.
enum class DocumentState {
    Draft,               ///< only here
    WaitingForInitial,   ///< submitted; somebody initials it before it comes to the leader
    WaitingForSignature, ///< submitted, and initialled where that was wanted
    Returned,            ///< the leader gave it back
    Signed,
    Numbered,
    Sealed,
    Sent,       ///< in the outbox or beyond: see the trail
    Arrived,    ///< came, nobody decided
    Registered, ///< accepted, has a number in the incoming book
    Refused,
    Answered,
    Withdrawn, ///< taken back: by its sender with our consent, or by us with the receivers'
    Replaced,  ///< another document, or a new version of it, stands in its place
    Problem,   ///< a packet that could not be read: kept byte for byte, shown with its sentence
    Voided,    ///< its number was made void when it could not get another: sealed under it, or a line of what came
};

/// "draft", "waiting-for-initial", "waiting-for-signature", "returned", "signed", "numbered", "sealed", "sent",
/// "arrived", "registered", "refused", "answered", "withdrawn", "replaced", "problem", "voided".
[[nodiscard]] QString stateKey(DocumentState state);
[[nodiscard]] std::optional<DocumentState> stateFromKey(QStringView key);

/// What hangs over a document besides its state.
enum class ChangeMark {
    None,
    RecallOffered, ///< its sender wants it back: nothing may be done with it until a person answers
    UpdateOffered, ///< a new version of it waits for an answer
    Update,        ///< it is that new version
    Replaced,      ///< another document stands in its place
    RecallAsked,   ///< we want it back and somebody has not answered
};
/// "", "recall-offered", "update-offered", "update", "replaced", "recall-asked".
[[nodiscard]] QString markKey(ChangeMark mark);
[[nodiscard]] ChangeMark markFromKey(QStringView key);

/// The verdict on an incoming document as a list shows it; the whole report is in VerdictRepository.
struct VerdictFacts {
    docsig::Verdict verdict = docsig::Verdict::CannotTell; ///< signatures and sender together
    int signatures = 0;
    QString signerName{};   ///< in the leader's certificate
    QString sealName{};     ///< in the seal's certificate
    QString worstFinding{}; ///< code; empty: none
    QDateTime judgedAt{};   ///< UTC

    friend bool operator==(const VerdictFacts&, const VerdictFacts&) = default;
};

/// All that a row of a list shows; read with one query.
struct DocumentSummary {
    DocumentId id;
    Folder folder = Folder::Drafts;
    DocumentState state = DocumentState::Draft;
    bool incoming = false;
    QString counterpart{}; ///< incoming: name of the sending office; outgoing: receivers, "Sở A, Sở B"
    QString subject{};
    QString number{}; ///< as displayed: "07/QĐ-SNV"; empty: none yet
    QString kindName{};
    QString application{}; ///< key of its ApplicationKind; empty: an official document
    Urgency urgency = Urgency::Normal;
    Secrecy secrecy = Secrecy::None;
    QDateTime time{};                      ///< UTC: of arrival, sending, or the last act
    QDate dueDate{};                       ///< invalid: none
    int arrivalNumber = 0;                 ///< số đến; 0: none
    std::optional<VerdictFacts> verdict{}; ///< nothing: not checked (yet)
    Error problem{};                       ///< of state Problem; empty code otherwise
    bool unread = false;
    bool pending = false;   ///< something about it waits to go to the server
    bool mentioned = false; ///< a comment names this person, and they have not looked since
    bool paper = false;     ///< came on paper: there is no digital signature that could be judged
    ChangeMark mark = ChangeMark::None;
    std::optional<ReminderStage> reminded{}; ///< the furthest word on work that is open still; nothing: none was told
    QString excerpt{}; ///< of a search: the place in its text where the words stand; empty elsewhere

    /// A task of a meeting: there is no paper and no signature.
    [[nodiscard]] bool isTask() const { return application == taskApplication; }

    friend bool operator==(const DocumentSummary&, const DocumentSummary&) = default;
};

/// A file of a document.
struct ContentRef {
    enum class Role {
        Main,
        Attachment,
        Packet,
        Status,
        Evidence, ///< the archive's copy of the main file, with what proves its signatures later
    };

    QByteArray sha256{}; ///< hex
    QString name{};      ///< as the sender wrote it: text to show, never a path
    QString mediaType{};
    qint64 size = 0;
    Role role = Role::Attachment;
    bool here = false; ///< the bytes are in this store

    friend bool operator==(const ContentRef&, const ContentRef&) = default;
};

/// The signature of a packet itself: it says who closed the packet, nothing about the document inside, whose own
/// signatures carry the legal weight. Whether its certificate is the sending office's is not judged here.
struct PacketSignatureFacts {
    enum class State { None, Unchecked, Valid, Wrong };

    State state = State::None;
    QString signer{}; ///< in the certificate; empty where none is known
    QString reason{}; ///< code; of Unchecked and Wrong

    friend bool operator==(const PacketSignatureFacts&, const PacketSignatureFacts&) = default;
};
/// "none", "unchecked", "valid", "wrong".
[[nodiscard]] QString packetSignatureKey(PacketSignatureFacts::State state);

/// What a packet says in an element of its own.
struct PacketExtra {
    QString name{};
    QString value{};

    friend bool operator==(const PacketExtra&, const PacketExtra&) = default;
};

/// A line between two documents.
struct DocumentLink {
    enum class Kind {
        Answers,
        AnsweredBy,
        Replaces,
        ReplacedBy,
        Updates,
        UpdatedBy,
        SameAs, ///< came in twice, as far as its office, number and year or its identifier tell
    };

    Kind kind = Kind::Answers;
    std::optional<DocumentId> document{}; ///< nothing: the other one is not in this store
    QString number{};
    QString subject{};

    friend bool operator==(const DocumentLink&, const DocumentLink&) = default;
};
/// "answers", "answered-by", "replaces", "replaced-by", "updates", "updated-by", "same-as".
[[nodiscard]] QString linkKey(DocumentLink::Kind kind);

/// One act in a document's history.
struct HistoryLine {
    QString kind{};       ///< of the act: "submitted", "signed", …; see officeact.h
    QString by{};         ///< mailbox
    QString as{};         ///< mailbox of the person for whom they stood in, or of the unit; empty: in person
    QDateTime at{};       ///< UTC
    QString detail{};     ///< reason, number, name: what the act says in one phrase
    bool pending = false; ///< not at the server yet

    friend bool operator==(const HistoryLine&, const HistoryLine&) = default;
};

/// What the person at the desk may do with a document now, by its state and their role.
struct Actions {
    bool canEdit = false;
    bool canSubmit = false;
    bool canInitial = false;
    bool canSign = false;
    bool canReturn = false;
    bool canNumber = false;
    bool canSeal = false;
    bool canSend = false;
    bool canAccept = false;
    bool canRefuse = false;
    bool canReply = false;
    bool canFile = false;         ///< into a dossier
    bool canHandle = false;       ///< note progress, finish
    bool canPresent = false;      ///< to the one who says who deals with it
    bool canDirect = false;       ///< say who deals with it
    bool canGiveBackWork = false; ///< their share of the work, with a reason
    bool canAskTime = false;      ///< ask whoever gave their share for a later day
    bool canAnswerTime = false;   ///< somebody asked them for a later day
    bool canComment = false;      ///< say something about it to all who take part
    bool canRecall = false;       ///< ask for it back, send it to more receivers or as a new version
    bool canAnswerChange = false; ///< agree to, or refuse, what its sender asks
    bool canCorrect = false;      ///< what was entered of a document on paper

    friend bool operator==(const Actions&, const Actions&) = default;
};

/// All about one document, without the bytes.
struct DocumentDetail {
    DocumentSummary summary;
    DocumentKind kind = DocumentKind::Imported;
    OrganRef issuer{}; ///< who issued it: the own office or the sender
    QString superiorName{};
    int number = 0;       ///< of our outgoing document; 0: none yet
    QString numberText{}; ///< the number alone, as the packet writes it ("34E31")
    QString notation{};
    QDate date{};       ///< of issue
    QString dateText{}; ///< raw text of the packet where it is no date
    QString placeName{};
    SignerFacts signer{};
    QString author{};    ///< mailbox of the drafter
    QString initialBy{}; ///< mailbox of who initials before the signer; empty: nobody
    QList<OrganRef> receivers{};
    QStringList recipients{};          ///< nơi nhận
    QDateTime received{};              ///< UTC, incoming
    QDate arrivalDate{};               ///< in the incoming book
    std::optional<PaperEntry> paper{}; ///< what was entered of it; nothing where it did not come on paper
    std::optional<TaskEntry> task{};   ///< of a task that a meeting gave
    QString reason{};                  ///< of the return or refusal
    QString packetDocumentId{};        ///< DocumentId of the packet
    QByteArray packetSha256{};
    QByteArray pdfSha256{}; ///< of the newest revision, or the main attachment; empty: none
    QByteArray
        evidenceSha256{}; ///< of the archive's copy with the newest evidence; empty: there is none beside the PDF
    docsig::Level evidenceLevel = docsig::Level::None; ///< of that copy
    FlowPlaces places{};                               ///< of our documents
    QList<ContentRef> contents{};
    QList<QByteArray> revisions{}; ///< hashes of our PDF, oldest first
    QList<DocumentLink> links{};
    QList<HistoryLine> history{}; ///< oldest first
    QList<WorkLine> work{};       ///< who has, or had, a share of dealing with it; oldest first
    QString reversible{};         ///< id of the newest deed of the work, where whoever did it may take it back
    QList<Comment> comments{};    ///< what those who take part said about it; oldest first
    QList<TrailLine> trail{};
    QList<DossierId> dossiers{};
    std::optional<DocumentReference> replyTo{};
    PacketSignatureFacts packetSignature{}; ///< of what came in
    QString applicationType{};              ///< as the packet names it
    QList<PacketExtra> extras{};            ///< of a packet that is no official document: what it says besides
    QStringList packetFindings{};           ///< codes: what was odd in the packet, and who meddled with the document
    QList<ChangeOffer> changes{};           ///< what its sender asked or told about it later, oldest first
    QList<ChangeNote> foreignChanges{};     ///< what others said that did not send it: they move nothing
    QList<TrailEvent> undelivered{};        ///< of what came in: what we reported and a server on the way did not take
    QList<StrangerStatus> strangers{};      ///< statuses of offices that it was not sent to: they move nothing
    Actions actions{};

    /// An envelope that names somebody and was not opened: nobody but them deals with it.
    [[nodiscard]] bool isUnopened() const { return paper && !paper->envelopeFor.isEmpty(); }

    friend bool operator==(const DocumentDetail&, const DocumentDetail&) = default;
};

} // namespace app
