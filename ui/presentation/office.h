// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/dossierexport.h"
#include "app/domain/agency.h"
#include "app/domain/bookentry.h"
#include "app/domain/documentid.h"
#include "app/domain/documentquery.h"
#include "app/domain/documentregister.h"
#include "app/domain/documentview.h"
#include "app/domain/dossier.h"
#include "app/domain/draft.h"
#include "app/domain/folder.h"
#include "app/domain/person.h"
#include "app/domain/sentences.h"
#include "app/domain/syncstate.h"
#include "app/domain/unit.h"
#include "app/domain/workstatistics.h"
#include "app/layout/officialpage.h"
#include "app/runtime/profile.h"
#include "app/services/acceptincoming.h"
#include "app/services/answerrecall.h"
#include "app/services/askevidence.h"
#include "app/services/auditlog.h"
#include "app/services/dailydigest.h"
#include "app/services/delegations.h"
#include "app/services/directdocument.h"
#include "app/services/dossiers.h"
#include "app/services/evidencequeue.h"
#include "app/services/feedwatch.h"
#include "app/services/judgeincoming.h"
#include "app/services/keepbooks.h"
#include "app/services/meetings.h"
#include "app/services/numberdocument.h"
#include "app/services/officeduties.h"
#include "app/services/opinionoffices.h"
#include "app/services/opinions.h"
#include "app/services/paperscan.h"
#include "app/services/recalldocument.h"
#include "app/services/registerpaper.h"
#include "app/services/reminders.h"
#include "app/services/savedsearches.h"
#include "app/services/senddocument.h"
#include "app/services/signdocument.h"
#include "app/services/signdocuments.h"
#include "app/services/syncoffice.h"
#include "app/services/undoact.h"
#include "app/services/updatedocument.h"
#include "app/services/watchrights.h"
#include "ui/presentation/secretdesk.h"

#include <QList>
#include <QString>

#include <optional>
#include <stop_token>

namespace ui {

/// What the window asks of an opened profile: the use cases of app, as one port, so that the window can be shown and
/// tried over any office. SessionOffice is the real one. Everything but profile() blocks and is called on other threads
/// than the GUI's.
class Office {
public:
    virtual ~Office() = default;

    [[nodiscard]] virtual app::Profile profile() const = 0;
    [[nodiscard]] virtual app::Result<void> saveProfile(const app::Profile& profile) = 0;
    /// Waits for news at the server until it is destroyed; `onNews` comes on a thread of its own. Null where there is
    /// no server to wait at.
    [[nodiscard]] virtual std::unique_ptr<app::FeedWatch> watchNews(std::function<void()> onNews) = 0;
    /// Where congvan-render lies.
    [[nodiscard]] virtual QString renderProgram() const = 0;

    // Reading
    [[nodiscard]] virtual app::Result<app::FolderCounts> counts() = 0;
    /// A part of a list or a search, after `after` where that is given.
    [[nodiscard]] virtual app::Result<app::DocumentPage> page(const app::DocumentQuery& query, int limit,
                                                              const std::optional<app::ListPlace>& after) = 0;
    [[nodiscard]] virtual app::Result<app::QueryCounts> count(const app::DocumentQuery& query) = 0;
    [[nodiscard]] virtual app::Result<QList<app::SavedSearch>> savedSearches() = 0;
    [[nodiscard]] virtual app::Result<app::SearchChoices> searchChoices() = 0;
    /// Under its name; one of the same name is replaced.
    [[nodiscard]] virtual app::Result<void> keepSearch(const app::SavedSearch& search) = 0;
    [[nodiscard]] virtual app::Result<void> forgetSearch(const QString& name) = 0;
    /// What waits and what is due, once a day; nothing where today's was taken.
    [[nodiscard]] virtual app::Result<std::optional<app::Digest>> takeDigest() = 0;
    /// What this person was reminded of since it was asked last.
    [[nodiscard]] virtual app::Result<QList<app::ReminderView>> takeReminders() = 0;
    /// Reads the text of documents for the search, so many at most; returns how many.
    [[nodiscard]] virtual app::Result<int> readTexts(int limit, std::stop_token stop) = 0;
    [[nodiscard]] virtual app::Result<app::DocumentDetail> detail(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<QString> mainPdf(const app::DocumentId& id) = 0;
    /// Writes down that the document was looked at, or a copy taken out; what can't be written down does not happen.
    [[nodiscard]] virtual app::Result<void> noteDeed(app::AuditDeed deed, const app::DocumentId& id,
                                                     const QString& detail) = 0;
    [[nodiscard]] virtual app::Result<void> markRead(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<void> markUnread(const app::DocumentId& id) = 0;
    /// This person's own deeds about a document, the newest first, and how each can be undone.
    [[nodiscard]] virtual app::Result<QList<app::UndoOffer>> undoOffers(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<void> undo(const app::DocumentId& id, const QString& act) = 0;
    [[nodiscard]] virtual app::Result<QList<app::BookEntry>> book(int year, bool incoming) = 0;
    /// The books of that year, with the number at which each ends.
    [[nodiscard]] virtual app::Result<QList<app::BookOverview>> books(int year) = 0;
    /// For good; `lastNumber`: with which number it was seen to end.
    [[nodiscard]] virtual app::Result<void> closeBook(const QString& stream, int lastNumber, const QString& reason) = 0;
    [[nodiscard]] virtual app::Result<void> voidNumber(const QString& stream, int number, const QString& reason) = 0;
    /// The registers of secret documents.
    [[nodiscard]] virtual SecretDesk& secrets() = 0;
    /// The incoming books of what is no official document.
    [[nodiscard]] virtual app::Result<QList<app::BookEntry>> applicationBooks(int year) = 0;
    /// Agencies by words of their name or code; without a word the first by name. The own one is left out.
    [[nodiscard]] virtual app::Result<QList<app::Agency>> findAgencies(const QString& text) = 0;
    [[nodiscard]] virtual app::Result<QList<app::Person>> leaders() = 0;
    /// All of the own office.
    [[nodiscard]] virtual app::Result<QList<app::Person>> people() = 0;

    // Verdicts
    [[nodiscard]] virtual app::Result<std::optional<app::IncomingVerdict>> verdict(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<app::IncomingVerdict> judge(const app::DocumentId& id, std::stop_token stop) = 0;
    [[nodiscard]] virtual app::Result<int> judgePending(std::stop_token stop) = 0;
    [[nodiscard]] virtual app::Result<void> pinSeal(const app::DocumentId& id) = 0;
    /// What its signatures still wait for; nothing where they wait for nothing.
    [[nodiscard]] virtual app::Result<std::optional<app::EvidenceJob>> evidenceJob(const app::DocumentId& id) = 0;
    /// Documents whose signatures may be completed now.
    [[nodiscard]] virtual app::Result<QList<app::DocumentId>> dueEvidence() = 0;
    /// Asks for what they wait for; minutes where an authority is slow.
    [[nodiscard]] virtual app::Result<app::EvidenceOutcome> completeEvidence(const app::DocumentId& id,
                                                                             std::stop_token stop) = 0;
    /// Asks for what the verdict on its signatures lacks; minutes where an authority is slow.
    [[nodiscard]] virtual app::Result<app::EvidenceAnswer> askEvidence(const app::DocumentId& id,
                                                                       std::stop_token stop) = 0;
    /// Of a file of ours: what its signatures are worth now.
    [[nodiscard]] virtual docsig::SignatureReport verifyFile(const QString& path, std::stop_token stop) = 0;

    // Rights
    /// Whose rights were changed and were not confirmed, oldest first; nothing at the desks of others than leaders and
    /// clerks.
    [[nodiscard]] virtual app::Result<QList<app::RightsChange>> changedRights() = 0;
    [[nodiscard]] virtual app::Result<void> confirmRights(const QString& mailbox) = 0;
    /// The units of the office, and what leaders and clerks call them.
    [[nodiscard]] virtual app::Result<QList<app::Unit>> units() = 0;
    [[nodiscard]] virtual app::Result<void> nameUnit(const QString& unit, const QString& name) = 0;

    // Absence
    /// This person, with those for whom they stand in now.
    [[nodiscard]] virtual app::Person acting() = 0;
    /// Who of the office is away or will be; the first to begin first.
    [[nodiscard]] virtual app::Result<QList<app::Delegation>> delegations() = 0;
    [[nodiscard]] virtual app::Result<void> delegate(const app::DelegationForm& form) = 0;
    [[nodiscard]] virtual app::Result<void> endDelegation(const QString& id) = 0;

    // Conversation
    /// Says something about a document to all who take part in it; "@login" names somebody.
    [[nodiscard]] virtual app::Result<void> comment(const app::DocumentId& id, const QString& text,
                                                    const QStringList& files) = 0;
    /// Documents with a comment that names this person, who has not looked since; newest first.
    [[nodiscard]] virtual app::Result<QList<app::DocumentId>> unreadMentions() = 0;

    // Opinions
    /// What waits for this person's answer first.
    [[nodiscard]] virtual app::Result<QList<app::OpinionSummary>> opinions() = 0;
    [[nodiscard]] virtual app::Result<app::Opinion> opinion(const app::OpinionId& id) = 0;
    [[nodiscard]] virtual app::Result<app::OpinionId> askOpinion(const app::OpinionForm& form) = 0;
    [[nodiscard]] virtual app::Result<void> answerOpinion(const app::OpinionId& id, app::Stance stance,
                                                          const QString& text) = 0;
    /// The same, signed with that key.
    [[nodiscard]] virtual app::Result<void> answerOpinionSigned(const app::OpinionId& id, const app::AnswerForm& form,
                                                                const app::KeySource& key, const docsig::Pin& pin) = 0;
    /// The draft by which other offices are asked.
    [[nodiscard]] virtual app::Result<app::DocumentId> draftOpinion(const app::OpinionId& id) = 0;
    /// Documents in which other offices answer, and that are not entered yet.
    [[nodiscard]] virtual app::Result<QList<app::OfficeReply>> opinionReplies(const app::OpinionId& id) = 0;
    [[nodiscard]] virtual app::Result<void> recordOpinion(const app::OpinionId& id, const app::DocumentId& document,
                                                          app::Stance stance, const QString& text) = 0;
    [[nodiscard]] virtual app::Result<void> closeOpinion(const app::OpinionId& id, const QString& reason) = 0;
    /// Where the file of that index beside a question lies; that it was looked at is written down.
    [[nodiscard]] virtual app::Result<QString> openOpinionFile(const app::OpinionId& id, int index) = 0;
    [[nodiscard]] virtual app::Result<void> saveOpinionFile(const app::OpinionId& id, int index,
                                                            const QString& path) = 0;
    [[nodiscard]] virtual app::Result<app::OpinionTally> saveOpinionTally(const app::OpinionId& id, const QString& path,
                                                                          app::Language language) = 0;

    // Meetings
    /// Those to come first.
    [[nodiscard]] virtual app::Result<QList<app::MeetingSummary>> meetings() = 0;
    [[nodiscard]] virtual app::Result<app::Meeting> meeting(const app::MeetingId& id) = 0;
    [[nodiscard]] virtual app::Result<QList<app::TaskStanding>> meetingTasks(const app::Meeting& meeting) = 0;
    [[nodiscard]] virtual app::Result<QList<app::PaperStanding>> meetingPapers(const app::Meeting& meeting) = 0;
    [[nodiscard]] virtual app::Result<app::MeetingId> callMeeting(const app::MeetingForm& form) = 0;
    [[nodiscard]] virtual app::Result<void> changeMeeting(const app::MeetingId& id, const app::MeetingForm& form,
                                                          const QString& reason) = 0;
    [[nodiscard]] virtual app::Result<void> cancelMeeting(const app::MeetingId& id, const QString& reason) = 0;
    [[nodiscard]] virtual app::Result<void> answerMeeting(const app::MeetingId& id, app::Attendance attendance,
                                                          const QString& words, const QString& substitute) = 0;
    [[nodiscard]] virtual app::Result<void> noteMeeting(const app::MeetingId& id, int item, const QString& text,
                                                        bool isShared) = 0;
    /// Final by the chair, else a proposal.
    [[nodiscard]] virtual app::Result<void> concludeMeeting(const app::MeetingId& id, const app::ConclusionForm& form,
                                                            bool isFinal) = 0;
    /// A draft that is kept, and linked to the meeting.
    [[nodiscard]] virtual app::Result<app::Draft> draftMeetingPaper(const app::MeetingId& id,
                                                                    app::MeetingPaper what) = 0;
    /// Where the file of that index beside an item lies; that it was looked at is written down.
    [[nodiscard]] virtual app::Result<QString> openMeetingFile(const app::MeetingId& id, int item, int index) = 0;
    [[nodiscard]] virtual app::Result<void> saveMeetingFile(const app::MeetingId& id, int item, int index,
                                                            const QString& path) = 0;

    // Drafting
    [[nodiscard]] virtual app::Result<app::Draft> startDraft(app::DocumentKind kind) = 0;
    [[nodiscard]] virtual app::Result<app::Draft> loadDraft(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<void> saveDraft(const app::Draft& draft) = 0;
    [[nodiscard]] virtual app::Result<void> removeDraft(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<app::LaidOutDocument> preview(const app::Draft& draft) = 0;
    [[nodiscard]] virtual app::Result<void> submit(const app::DocumentId& id, const QString& signerMailbox) = 0;
    [[nodiscard]] virtual app::Result<app::DocumentId> importPdf(const QString& path, const app::Draft& metadata) = 0;

    // Signing and issuing
    [[nodiscard]] virtual app::Result<app::SigningView> openToInitial(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<app::SigningReceipt> initial(const app::DocumentId& id,
                                                                   const QByteArray& shownSha256,
                                                                   const app::KeySource& key,
                                                                   const docsig::Pin& pin) = 0;
    [[nodiscard]] virtual app::Result<app::SigningView> openToSign(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<app::SigningReceipt> sign(const app::DocumentId& id,
                                                                const QByteArray& shownSha256,
                                                                const app::KeySource& key, const docsig::Pin& pin) = 0;
    /// Several documents with one PIN.
    [[nodiscard]] virtual app::PileView openPile(const QList<app::DocumentId>& ids, const app::PileProgress& progress,
                                                 std::stop_token stop) = 0;
    [[nodiscard]] virtual app::Result<app::PileOutcome> signPile(const QList<app::PileCheck>& checks,
                                                                 const app::KeySource& key, const docsig::Pin& pin,
                                                                 const app::PileProgress& progress,
                                                                 std::stop_token stop) = 0;
    [[nodiscard]] virtual app::Result<void> returnDraft(const app::DocumentId& id, const QString& reason) = 0;
    [[nodiscard]] virtual app::Result<app::DocumentNumber> expectedNumber(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<app::DocumentNumber> number(const app::DocumentId& id, const QDate& date,
                                                                  std::stop_token stop) = 0;
    [[nodiscard]] virtual app::Result<app::SigningView> openToSeal(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<app::SigningReceipt> seal(const app::DocumentId& id,
                                                                const QByteArray& shownSha256,
                                                                const app::KeySource& key, const docsig::Pin& pin) = 0;
    /// With a seal the packet is signed, too; null: it is not.
    [[nodiscard]] virtual app::Result<app::SendReceipt>
    send(const app::DocumentId& id, const QList<app::OrganId>& receivers, const app::PacketSeal* seal) = 0;

    // Receiving
    [[nodiscard]] virtual app::Result<int> expectedArrivalNumber(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<app::ArrivalReceipt>
    accept(const app::DocumentId& id, const app::ArrivalForm& form, std::stop_token stop) = 0;
    /// Where the copy with the stamp ĐẾN of an accepted document lies; made where it is not there yet.
    /// Where a file of the document lies; read only. The look is written down.
    [[nodiscard]] virtual app::Result<QString> openFile(const app::DocumentId& id, const QByteArray& sha256) = 0;
    [[nodiscard]] virtual app::Result<void> saveFile(const app::DocumentId& id, const QByteArray& sha256,
                                                     const QString& path) = 0;
    [[nodiscard]] virtual app::Result<QString> arrivalCopy(const app::DocumentId& id) = 0;
    /// One PDF of what a scanner gave; who has it takes it away again (PaperScan).
    [[nodiscard]] virtual app::Result<app::PreparedScan> prepareScan(const QStringList& files,
                                                                     std::stop_token stop) = 0;
    /// Documents that came before and seem to be what is being entered.
    /// The number that a document on paper would get now.
    [[nodiscard]] virtual app::Result<int> expectedPaperNumber() = 0;
    [[nodiscard]] virtual app::Result<QList<app::DocumentLink>> paperTwins(const app::PaperEntry& entry) = 0;
    [[nodiscard]] virtual app::Result<app::RegisterPaper::Receipt> registerPaper(const app::PaperForm& form,
                                                                                 std::stop_token stop) = 0;
    [[nodiscard]] virtual app::Result<void> correctPaper(const app::DocumentId& id, const app::PaperForm& form,
                                                         const QString& reason) = 0;
    [[nodiscard]] virtual app::Result<void> refuse(const app::DocumentId& id, const QString& reason) = 0;
    [[nodiscard]] virtual app::Result<app::Draft> reply(const app::DocumentId& id) = 0;
    /// To the one who says who deals with it.
    [[nodiscard]] virtual app::Result<void> present(const app::DocumentId& id, const QString& mailbox) = 0;
    [[nodiscard]] virtual app::Result<void> direct(const app::DocumentId& id, const app::Directive& directive) = 0;
    /// The own share of the work, with a reason.
    [[nodiscard]] virtual app::Result<void> giveBackWork(const app::DocumentId& id, const QString& reason) = 0;
    /// A later day for the own share, with a reason; the answer to who asked for one.
    [[nodiscard]] virtual app::Result<void> askMoreTime(const app::DocumentId& id, const QDate& until,
                                                        const QString& reason) = 0;
    [[nodiscard]] virtual app::Result<void> answerMoreTime(const app::DocumentId& id, const app::WorkTime& answer) = 0;
    /// Ends the work on an accepted document, or the own share of it, without an answer.
    [[nodiscard]] virtual app::Result<void> finish(const app::DocumentId& id) = 0;

    // After the sending
    /// From every receiver that can be asked.
    [[nodiscard]] virtual app::Result<app::RecallReceipt> recall(const app::DocumentId& id, const QString& reason,
                                                                 const app::PacketSeal* seal) = 0;
    /// `version` is the file of a new version; empty: the contents stay. `change.pdf` is not looked at.
    [[nodiscard]] virtual app::Result<app::PacketSealing> update(const app::DocumentId& id,
                                                                 const app::DocumentUpdate& change,
                                                                 const QString& version,
                                                                 const app::PacketSeal* seal) = 0;
    /// A sealed document takes the place of one that was sent.
    [[nodiscard]] virtual app::Result<app::SendReceipt> replace(const app::DocumentId& earlier,
                                                                const app::DocumentId& by, const QString& reason,
                                                                const app::PacketSeal* seal) = 0;
    /// What its sender asks, and what agreeing would mean.
    [[nodiscard]] virtual app::Result<app::RecallEffect> changeEffect(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<void> agreeToChange(const app::DocumentId& id) = 0;
    [[nodiscard]] virtual app::Result<void> refuseChange(const app::DocumentId& id, const QString& reason) = 0;

    // Dossiers
    [[nodiscard]] virtual app::Result<QList<app::DossierSummary>> dossiers() = 0;
    [[nodiscard]] virtual app::Result<app::DossierDetail> dossier(const app::DossierId& id) = 0;
    [[nodiscard]] virtual app::Result<app::DossierId> openDossier(const app::DossierForm& form) = 0;
    [[nodiscard]] virtual app::Result<void> fileInto(const app::DossierId& dossier,
                                                     const app::DocumentId& document) = 0;
    [[nodiscard]] virtual app::Result<void> closeDossier(const app::DossierId& id) = 0;
    [[nodiscard]] virtual app::Result<app::ExportReceipt> exportDossier(const app::DossierId& id,
                                                                        const QString& folder) = 0;
    [[nodiscard]] virtual app::Result<app::ExportCheck> checkExport(const QString& folder) = 0;

    // Counting
    [[nodiscard]] virtual app::Result<app::WorkReport> workReport(const app::Period& period, app::Breakdown by,
                                                                  app::WorkSubject subject) = 0;
    [[nodiscard]] virtual app::Result<void> saveWorkReport(const app::WorkReport& report, const QString& path,
                                                           app::Language language) = 0;
    /// Gives how many lines the register has.
    [[nodiscard]] virtual app::Result<qsizetype> saveRegister(const app::RegisterRequest& request, const QString& path,
                                                              app::Language language) = 0;

    // What a desk does for the office
    /// Who reminds for the office, as far as is known here.
    [[nodiscard]] virtual app::Result<app::DutyTurn> duties() = 0;
    /// On which days.
    [[nodiscard]] virtual app::Result<app::ReminderDays> reminderDays() = 0;
    /// The program ends: what this desk does for the office is given up, so that another one takes it at once. Tries
    /// for a few seconds.
    [[nodiscard]] virtual app::Result<void> leaveDuties() = 0;

    // Exchange
    [[nodiscard]] virtual app::Result<app::SyncSummary> sync(const app::ProgressCallback& progress,
                                                             std::stop_token stop) = 0;
    [[nodiscard]] virtual app::SyncState syncState() = 0;
    /// What this computer's network may be used for.
    [[nodiscard]] virtual app::Result<void> setNetwork(exchange::NetworkPolicy policy) = 0;
};

} // namespace ui
