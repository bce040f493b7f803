// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/office.h"

#include <atomic>

namespace app {
class OfficeSession;
}

namespace ui {

/// The opened profile behind the port. Does not own the session.
class SessionOffice final : public Office {
public:
    explicit SessionOffice(app::OfficeSession& session);

    [[nodiscard]] app::Profile profile() const override;
    [[nodiscard]] app::Result<void> saveProfile(const app::Profile& profile) override;
    [[nodiscard]] std::unique_ptr<app::FeedWatch> watchNews(std::function<void()> onNews) override;
    [[nodiscard]] QString renderProgram() const override;
    [[nodiscard]] app::Result<app::FolderCounts> counts() override;
    [[nodiscard]] app::Result<app::DocumentPage> page(const app::DocumentQuery& query, int limit,
                                                      const std::optional<app::ListPlace>& after) override;
    [[nodiscard]] app::Result<app::QueryCounts> count(const app::DocumentQuery& query) override;
    [[nodiscard]] app::Result<QList<app::SavedSearch>> savedSearches() override;
    [[nodiscard]] app::Result<app::SearchChoices> searchChoices() override;
    [[nodiscard]] app::Result<void> keepSearch(const app::SavedSearch& search) override;
    [[nodiscard]] app::Result<void> forgetSearch(const QString& name) override;
    [[nodiscard]] app::Result<std::optional<app::Digest>> takeDigest() override;
    [[nodiscard]] app::Result<QList<app::ReminderView>> takeReminders() override;
    [[nodiscard]] app::Result<app::DutyTurn> duties() override;
    [[nodiscard]] app::Result<app::ReminderDays> reminderDays() override;
    [[nodiscard]] app::Result<void> leaveDuties() override;
    [[nodiscard]] app::Result<int> readTexts(int limit, std::stop_token stop) override;
    [[nodiscard]] app::Result<app::DocumentDetail> detail(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<QString> mainPdf(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<void> markRead(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<void> markUnread(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<QList<app::UndoOffer>> undoOffers(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<void> undo(const app::DocumentId& id, const QString& act) override;
    [[nodiscard]] app::Result<void> noteDeed(app::AuditDeed deed, const app::DocumentId& id,
                                             const QString& detail) override;
    [[nodiscard]] app::Result<QList<app::BookEntry>> book(int year, bool incoming) override;
    [[nodiscard]] app::Result<QList<app::BookEntry>> applicationBooks(int year) override;
    [[nodiscard]] app::Result<QList<app::BookOverview>> books(int year) override;
    [[nodiscard]] app::Result<void> closeBook(const QString& stream, int lastNumber, const QString& reason) override;
    [[nodiscard]] app::Result<void> voidNumber(const QString& stream, int number, const QString& reason) override;
    [[nodiscard]] SecretDesk& secrets() override { return m_secrets; }
    [[nodiscard]] app::Result<QList<app::Agency>> findAgencies(const QString& text) override;
    [[nodiscard]] app::Result<QList<app::Person>> leaders() override;
    [[nodiscard]] app::Result<std::optional<app::IncomingVerdict>> verdict(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<app::IncomingVerdict> judge(const app::DocumentId& id, std::stop_token stop) override;
    [[nodiscard]] app::Result<int> judgePending(std::stop_token stop) override;
    [[nodiscard]] app::Result<void> pinSeal(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<std::optional<app::EvidenceJob>> evidenceJob(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<QList<app::DocumentId>> dueEvidence() override;
    [[nodiscard]] app::Result<app::EvidenceOutcome> completeEvidence(const app::DocumentId& id,
                                                                     std::stop_token stop) override;
    [[nodiscard]] app::Result<app::EvidenceAnswer> askEvidence(const app::DocumentId& id,
                                                               std::stop_token stop) override;
    [[nodiscard]] docsig::SignatureReport verifyFile(const QString& path, std::stop_token stop) override;
    [[nodiscard]] app::Result<app::Draft> startDraft(app::DocumentKind kind) override;
    [[nodiscard]] app::Result<app::Draft> loadDraft(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<void> saveDraft(const app::Draft& draft) override;
    [[nodiscard]] app::Result<void> removeDraft(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<app::LaidOutDocument> preview(const app::Draft& draft) override;
    [[nodiscard]] app::Result<void> submit(const app::DocumentId& id, const QString& signerMailbox) override;
    [[nodiscard]] app::Result<app::DocumentId> importPdf(const QString& path, const app::Draft& metadata) override;
    [[nodiscard]] app::Result<QList<app::Person>> people() override;
    [[nodiscard]] app::Result<app::SigningView> openToInitial(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<app::SigningReceipt> initial(const app::DocumentId& id, const QByteArray& shownSha256,
                                                           const app::KeySource& key, const docsig::Pin& pin) override;
    [[nodiscard]] app::Result<app::SigningView> openToSign(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<app::SigningReceipt> sign(const app::DocumentId& id, const QByteArray& shownSha256,
                                                        const app::KeySource& key, const docsig::Pin& pin) override;
    [[nodiscard]] app::PileView openPile(const QList<app::DocumentId>& ids, const app::PileProgress& progress,
                                         std::stop_token stop) override;
    [[nodiscard]] app::Result<app::PileOutcome> signPile(const QList<app::PileCheck>& checks, const app::KeySource& key,
                                                         const docsig::Pin& pin, const app::PileProgress& progress,
                                                         std::stop_token stop) override;
    [[nodiscard]] app::Result<void> returnDraft(const app::DocumentId& id, const QString& reason) override;
    [[nodiscard]] app::Result<app::DocumentNumber> expectedNumber(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<app::DocumentNumber> number(const app::DocumentId& id, const QDate& date,
                                                          std::stop_token stop) override;
    [[nodiscard]] app::Result<app::SigningView> openToSeal(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<app::SigningReceipt> seal(const app::DocumentId& id, const QByteArray& shownSha256,
                                                        const app::KeySource& key, const docsig::Pin& pin) override;
    [[nodiscard]] app::Result<app::SendReceipt> send(const app::DocumentId& id, const QList<app::OrganId>& receivers,
                                                     const app::PacketSeal* seal) override;
    [[nodiscard]] app::Result<int> expectedArrivalNumber(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<app::ArrivalReceipt> accept(const app::DocumentId& id, const app::ArrivalForm& form,
                                                          std::stop_token stop) override;
    [[nodiscard]] app::Result<QString> openFile(const app::DocumentId& id, const QByteArray& sha256) override;
    [[nodiscard]] app::Result<void> saveFile(const app::DocumentId& id, const QByteArray& sha256,
                                             const QString& path) override;
    [[nodiscard]] app::Result<QString> arrivalCopy(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<app::PreparedScan> prepareScan(const QStringList& files, std::stop_token stop) override;
    [[nodiscard]] app::Result<int> expectedPaperNumber() override;
    [[nodiscard]] app::Result<QList<app::DocumentLink>> paperTwins(const app::PaperEntry& entry) override;
    [[nodiscard]] app::Result<app::RegisterPaper::Receipt> registerPaper(const app::PaperForm& form,
                                                                         std::stop_token stop) override;
    [[nodiscard]] app::Result<void> correctPaper(const app::DocumentId& id, const app::PaperForm& form,
                                                 const QString& reason) override;
    [[nodiscard]] app::Result<void> refuse(const app::DocumentId& id, const QString& reason) override;
    [[nodiscard]] app::Result<void> present(const app::DocumentId& id, const QString& mailbox) override;
    [[nodiscard]] app::Result<void> direct(const app::DocumentId& id, const app::Directive& directive) override;
    [[nodiscard]] app::Result<void> giveBackWork(const app::DocumentId& id, const QString& reason) override;
    [[nodiscard]] app::Result<void> askMoreTime(const app::DocumentId& id, const QDate& until,
                                                const QString& reason) override;
    [[nodiscard]] app::Result<void> answerMoreTime(const app::DocumentId& id, const app::WorkTime& answer) override;
    [[nodiscard]] app::Result<void> comment(const app::DocumentId& id, const QString& text,
                                            const QStringList& files) override;
    [[nodiscard]] app::Result<QList<app::DocumentId>> unreadMentions() override;
    [[nodiscard]] app::Result<QList<app::RightsChange>> changedRights() override;
    [[nodiscard]] app::Result<void> confirmRights(const QString& mailbox) override;
    [[nodiscard]] app::Result<QList<app::Unit>> units() override;
    [[nodiscard]] app::Result<void> nameUnit(const QString& unit, const QString& name) override;
    [[nodiscard]] app::Person acting() override;
    [[nodiscard]] app::Result<QList<app::MeetingSummary>> meetings() override;
    [[nodiscard]] app::Result<app::Meeting> meeting(const app::MeetingId& id) override;
    [[nodiscard]] app::Result<QList<app::TaskStanding>> meetingTasks(const app::Meeting& meeting) override;
    [[nodiscard]] app::Result<QList<app::PaperStanding>> meetingPapers(const app::Meeting& meeting) override;
    [[nodiscard]] app::Result<app::MeetingId> callMeeting(const app::MeetingForm& form) override;
    [[nodiscard]] app::Result<void> changeMeeting(const app::MeetingId& id, const app::MeetingForm& form,
                                                  const QString& reason) override;
    [[nodiscard]] app::Result<void> cancelMeeting(const app::MeetingId& id, const QString& reason) override;
    [[nodiscard]] app::Result<void> answerMeeting(const app::MeetingId& id, app::Attendance attendance,
                                                  const QString& words, const QString& substitute) override;
    [[nodiscard]] app::Result<void> noteMeeting(const app::MeetingId& id, int item, const QString& text,
                                                bool isShared) override;
    [[nodiscard]] app::Result<void> concludeMeeting(const app::MeetingId& id, const app::ConclusionForm& form,
                                                    bool isFinal) override;
    [[nodiscard]] app::Result<app::Draft> draftMeetingPaper(const app::MeetingId& id, app::MeetingPaper what) override;
    [[nodiscard]] app::Result<QString> openMeetingFile(const app::MeetingId& id, int item, int index) override;
    [[nodiscard]] app::Result<void> saveMeetingFile(const app::MeetingId& id, int item, int index,
                                                    const QString& path) override;
    [[nodiscard]] app::Result<QList<app::OpinionSummary>> opinions() override;
    [[nodiscard]] app::Result<app::Opinion> opinion(const app::OpinionId& id) override;
    [[nodiscard]] app::Result<app::OpinionId> askOpinion(const app::OpinionForm& form) override;
    [[nodiscard]] app::Result<void> answerOpinion(const app::OpinionId& id, app::Stance stance,
                                                  const QString& text) override;
    [[nodiscard]] app::Result<void> answerOpinionSigned(const app::OpinionId& id, const app::AnswerForm& form,
                                                        const app::KeySource& key, const docsig::Pin& pin) override;
    [[nodiscard]] app::Result<app::DocumentId> draftOpinion(const app::OpinionId& id) override;
    [[nodiscard]] app::Result<QList<app::OfficeReply>> opinionReplies(const app::OpinionId& id) override;
    [[nodiscard]] app::Result<void> recordOpinion(const app::OpinionId& id, const app::DocumentId& document,
                                                  app::Stance stance, const QString& text) override;
    [[nodiscard]] app::Result<void> closeOpinion(const app::OpinionId& id, const QString& reason) override;
    [[nodiscard]] app::Result<QString> openOpinionFile(const app::OpinionId& id, int index) override;
    [[nodiscard]] app::Result<void> saveOpinionFile(const app::OpinionId& id, int index, const QString& path) override;
    [[nodiscard]] app::Result<app::OpinionTally> saveOpinionTally(const app::OpinionId& id, const QString& path,
                                                                  app::Language language) override;
    [[nodiscard]] app::Result<QList<app::Delegation>> delegations() override;
    [[nodiscard]] app::Result<void> delegate(const app::DelegationForm& form) override;
    [[nodiscard]] app::Result<void> endDelegation(const QString& id) override;
    [[nodiscard]] app::Result<void> finish(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<app::RecallReceipt> recall(const app::DocumentId& id, const QString& reason,
                                                         const app::PacketSeal* seal) override;
    [[nodiscard]] app::Result<app::PacketSealing> update(const app::DocumentId& id, const app::DocumentUpdate& change,
                                                         const QString& version, const app::PacketSeal* seal) override;
    [[nodiscard]] app::Result<app::SendReceipt> replace(const app::DocumentId& earlier, const app::DocumentId& by,
                                                        const QString& reason, const app::PacketSeal* seal) override;
    [[nodiscard]] app::Result<app::RecallEffect> changeEffect(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<void> agreeToChange(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<void> refuseChange(const app::DocumentId& id, const QString& reason) override;
    [[nodiscard]] app::Result<app::Draft> reply(const app::DocumentId& id) override;
    [[nodiscard]] app::Result<QList<app::DossierSummary>> dossiers() override;
    [[nodiscard]] app::Result<app::DossierDetail> dossier(const app::DossierId& id) override;
    [[nodiscard]] app::Result<app::DossierId> openDossier(const app::DossierForm& form) override;
    [[nodiscard]] app::Result<void> fileInto(const app::DossierId& dossier, const app::DocumentId& document) override;
    [[nodiscard]] app::Result<void> closeDossier(const app::DossierId& id) override;
    [[nodiscard]] app::Result<app::ExportReceipt> exportDossier(const app::DossierId& id,
                                                                const QString& folder) override;
    [[nodiscard]] app::Result<app::ExportCheck> checkExport(const QString& folder) override;
    [[nodiscard]] app::Result<app::WorkReport> workReport(const app::Period& period, app::Breakdown by,
                                                          app::WorkSubject subject) override;
    [[nodiscard]] app::Result<void> saveWorkReport(const app::WorkReport& report, const QString& path,
                                                   app::Language language) override;
    [[nodiscard]] app::Result<qsizetype> saveRegister(const app::RegisterRequest& request, const QString& path,
                                                      app::Language language) override;
    [[nodiscard]] app::Result<app::SyncSummary> sync(const app::ProgressCallback& progress,
                                                     std::stop_token stop) override;
    [[nodiscard]] app::SyncState syncState() override;
    [[nodiscard]] app::Result<void> setNetwork(exchange::NetworkPolicy policy) override;

private:
    app::OfficeSession& m_session;
    SessionSecrets m_secrets;
    std::atomic<bool> m_isLeaving = false; ///< what is given up is not taken again
};

} // namespace ui
