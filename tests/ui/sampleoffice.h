// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/samplesecrets.h"
#include "ui/presentation/office.h"

#include <QMutex>

#include <functional>

namespace tests {

/// An office in memory for the tests of the window: life-like documents, laid out by app/layout, with verdicts as the
/// checks would give them. It remembers what it was asked to do.
class SampleOffice final : public ui::Office {
public:
    explicit SampleOffice(app::Role role, const QString& folder);

    /// One document in ToSign that this person is to initial.
    void addToInitial();
    /// Fills ToAccept with this many documents more.
    void addMany(int count);
    /// From now on this document's signatures wait for evidence.
    void waitForEvidence(const app::EvidenceJob& job);

    /// So many more reports wait to be accepted, found by the words of their text.
    void addReports(int count);
    /// One more came and was not looked at.
    void addUnread();
    /// Three files beside the first document that waits: one to be seen, one to be saved, one that is not here yet.
    void attachFiles();
    // What was done
    QStringList acts() const;
    QString rightPin = QStringLiteral("123456");
    QString refuseWith;                         ///< every act fails with this code; empty: none
    QList<docsig::Finding> certificateConcerns; ///< about the certificate that is to sign
    bool authoritySilent = false;               ///< who is asked for evidence answers only a request to stop
    docsig::Level evidenceReaches = docsig::Level::BLta;
    bool authorityKnows = true;                  ///< what is asked about a verdict is answered
    bool ownCannotTell = false;                  ///< of our files: whether the certificate was revoked is not known
    QString failing;                             ///< among several, the document of this subject can't be signed
    QStringList searched;                        ///< what was asked of the directory
    std::function<void(qsizetype)> whileSigning; ///< called in the thread that signs, before each of several documents

    app::Profile profile() const override;
    std::unique_ptr<app::FeedWatch> watchNews(std::function<void()>) override { return nullptr; }
    app::Result<void> saveProfile(const app::Profile& profile) override;
    QString renderProgram() const override;
    app::Result<app::FolderCounts> counts() override;
    app::Result<app::DocumentPage> page(const app::DocumentQuery& query, int limit,
                                        const std::optional<app::ListPlace>& after) override;
    app::Result<app::QueryCounts> count(const app::DocumentQuery& query) override;
    app::Result<QList<app::SavedSearch>> savedSearches() override;
    app::Result<app::SearchChoices> searchChoices() override;
    app::Result<void> keepSearch(const app::SavedSearch& search) override;
    app::Result<void> forgetSearch(const QString& name) override;
    app::Result<int> readTexts(int limit, std::stop_token stop) override;
    app::Result<std::optional<app::Digest>> takeDigest() override;
    app::Result<QList<app::ReminderView>> takeReminders() override;
    app::Result<app::DutyTurn> duties() override;
    app::Result<app::ReminderDays> reminderDays() override;
    app::Result<void> leaveDuties() override;
    std::optional<app::Digest> digest;  ///< what the day brings; taken once
    QList<app::ReminderView> reminders; ///< to be told once
    app::Result<app::DocumentDetail> detail(const app::DocumentId& id) override;
    app::Result<QString> mainPdf(const app::DocumentId& id) override;
    app::Result<void> markRead(const app::DocumentId& id) override;
    app::Result<void> markUnread(const app::DocumentId& id) override;
    app::Result<QList<app::UndoOffer>> undoOffers(const app::DocumentId& id) override;
    app::Result<void> undo(const app::DocumentId& id, const QString& act) override;
    QList<app::UndoOffer> undoable; ///< what this person did about any document
    app::Result<QList<app::BookEntry>> book(int year, bool incoming) override;
    app::Result<QList<app::BookEntry>> applicationBooks(int year) override;
    app::Result<QList<app::BookOverview>> books(int year) override;
    app::Result<void> closeBook(const QString& stream, int lastNumber, const QString& reason) override;
    app::Result<void> voidNumber(const QString& stream, int number, const QString& reason) override;
    ui::SecretDesk& secrets() override { return secretBooks; }
    SampleSecrets secretBooks;
    std::optional<app::BookClosing> closing; ///< of the incoming book
    /// What waits to be accepted first is a one-stop dossier, which says more than a document does.
    void addApplication();
    app::Result<QList<app::Agency>> findAgencies(const QString& text) override;
    app::Result<QList<app::Person>> leaders() override;
    app::Result<std::optional<app::IncomingVerdict>> verdict(const app::DocumentId& id) override;
    app::Result<app::IncomingVerdict> judge(const app::DocumentId& id, std::stop_token stop) override;
    app::Result<int> judgePending(std::stop_token stop) override;
    app::Result<std::optional<app::EvidenceJob>> evidenceJob(const app::DocumentId& id) override;
    app::Result<QList<app::DocumentId>> dueEvidence() override;
    app::Result<app::EvidenceOutcome> completeEvidence(const app::DocumentId& id, std::stop_token stop) override;
    app::Result<void> pinSeal(const app::DocumentId& id) override;
    app::Result<app::EvidenceAnswer> askEvidence(const app::DocumentId& id, std::stop_token stop) override;
    docsig::SignatureReport verifyFile(const QString& path, std::stop_token stop) override;
    app::Result<app::Draft> startDraft(app::DocumentKind kind) override;
    app::Result<app::Draft> loadDraft(const app::DocumentId& id) override;
    app::Result<void> saveDraft(const app::Draft& draft) override;
    app::Result<void> removeDraft(const app::DocumentId& id) override;
    app::Result<app::LaidOutDocument> preview(const app::Draft& draft) override;
    app::Result<void> submit(const app::DocumentId& id, const QString& signerMailbox) override;
    app::Result<app::DocumentId> importPdf(const QString& path, const app::Draft& metadata) override;
    app::Result<QList<app::Person>> people() override;
    app::Result<app::SigningView> openToInitial(const app::DocumentId& id) override;
    app::Result<app::SigningReceipt> initial(const app::DocumentId& id, const QByteArray& shownSha256,
                                             const app::KeySource& key, const docsig::Pin& pin) override;
    app::Result<app::SigningView> openToSign(const app::DocumentId& id) override;
    app::Result<app::SigningReceipt> sign(const app::DocumentId& id, const QByteArray& shownSha256,
                                          const app::KeySource& key, const docsig::Pin& pin) override;
    app::PileView openPile(const QList<app::DocumentId>& ids, const app::PileProgress& progress,
                           std::stop_token stop) override;
    app::Result<app::PileOutcome> signPile(const QList<app::PileCheck>& checks, const app::KeySource& key,
                                           const docsig::Pin& pin, const app::PileProgress& progress,
                                           std::stop_token stop) override;
    app::Result<void> returnDraft(const app::DocumentId& id, const QString& reason) override;
    app::Result<app::DocumentNumber> expectedNumber(const app::DocumentId& id) override;
    app::Result<app::DocumentNumber> number(const app::DocumentId& id, const QDate& date,
                                            std::stop_token stop) override;
    app::Result<app::SigningView> openToSeal(const app::DocumentId& id) override;
    app::Result<app::SigningReceipt> seal(const app::DocumentId& id, const QByteArray& shownSha256,
                                          const app::KeySource& key, const docsig::Pin& pin) override;
    app::Result<app::SendReceipt> send(const app::DocumentId& id, const QList<app::OrganId>& receivers,
                                       const app::PacketSeal* seal) override;
    app::Result<int> expectedArrivalNumber(const app::DocumentId& id) override;
    app::Result<app::ArrivalReceipt> accept(const app::DocumentId& id, const app::ArrivalForm& form,
                                            std::stop_token stop) override;
    app::Result<QString> openFile(const app::DocumentId& id, const QByteArray& sha256) override;
    app::Result<void> saveFile(const app::DocumentId& id, const QByteArray& sha256, const QString& path) override;
    app::Result<QString> arrivalCopy(const app::DocumentId& id) override;
    app::Result<app::PreparedScan> prepareScan(const QStringList& files, std::stop_token stop) override;
    app::Result<int> expectedPaperNumber() override;
    app::Result<QList<app::DocumentLink>> paperTwins(const app::PaperEntry& entry) override;
    app::Result<app::RegisterPaper::Receipt> registerPaper(const app::PaperForm& form, std::stop_token stop) override;
    app::Result<void> correctPaper(const app::DocumentId& id, const app::PaperForm& form,
                                   const QString& reason) override;
    /// A document on paper is among those to handle, before the others; `scanned`: with its scan.
    void addPaper(bool scanned);
    /// The same as an envelope that names this person.
    void addEnvelope();
    app::ScanText scanText = app::ScanText::Read; ///< what becomes of the text of a scan
    app::Result<void> refuse(const app::DocumentId& id, const QString& reason) override;
    app::Result<void> present(const app::DocumentId& id, const QString& mailbox) override;
    app::Result<void> direct(const app::DocumentId& id, const app::Directive& directive) override;
    app::Result<void> noteDeed(app::AuditDeed deed, const app::DocumentId& id, const QString& detail) override;
    /// What was written down of views and copies, "viewed:<id>", in order.
    [[nodiscard]] QStringList deeds() const;
    /// Nothing can be written down from now on.
    void failDeeds(const app::Error& error);
    app::Result<void> giveBackWork(const app::DocumentId& id, const QString& reason) override;
    app::Result<void> askMoreTime(const app::DocumentId& id, const QDate& until, const QString& reason) override;
    app::Result<void> answerMoreTime(const app::DocumentId& id, const app::WorkTime& answer) override;
    app::Result<QList<app::RightsChange>> changedRights() override;
    app::Result<void> confirmRights(const QString& mailbox) override;
    app::Result<QList<app::Unit>> units() override;
    app::Result<void> nameUnit(const QString& unit, const QString& name) override;
    QList<app::RightsChange> rights; ///< that were changed
    app::Person acting() override;
    app::Result<QList<app::Delegation>> delegations() override;
    app::Result<void> delegate(const app::DelegationForm& form) override;
    app::Result<void> endDelegation(const QString& id) override;
    /// That person (a login) is away for these days from today; `to`: who stands in, empty: nobody.
    void beAway(const QString& login, const QString& to, int days);
    app::Result<void> comment(const app::DocumentId& id, const QString& text, const QStringList& files) override;
    app::Result<QList<app::DocumentId>> unreadMentions() override;
    /// People talk about the first document to handle, and the last of them names this person.
    void addComments();
    app::Result<QList<app::MeetingSummary>> meetings() override;
    app::Result<app::Meeting> meeting(const app::MeetingId& id) override;
    app::Result<QList<app::TaskStanding>> meetingTasks(const app::Meeting& meeting) override;
    app::Result<QList<app::PaperStanding>> meetingPapers(const app::Meeting& meeting) override;
    app::Result<app::MeetingId> callMeeting(const app::MeetingForm& form) override;
    app::Result<void> changeMeeting(const app::MeetingId& id, const app::MeetingForm& form,
                                    const QString& reason) override;
    app::Result<void> cancelMeeting(const app::MeetingId& id, const QString& reason) override;
    app::Result<void> answerMeeting(const app::MeetingId& id, app::Attendance attendance, const QString& words,
                                    const QString& substitute) override;
    app::Result<void> noteMeeting(const app::MeetingId& id, int item, const QString& text, bool isShared) override;
    app::Result<void> concludeMeeting(const app::MeetingId& id, const app::ConclusionForm& form, bool isFinal) override;
    app::Result<app::Draft> draftMeetingPaper(const app::MeetingId& id, app::MeetingPaper what) override;
    app::Result<QString> openMeetingFile(const app::MeetingId& id, int item, int index) override;
    app::Result<void> saveMeetingFile(const app::MeetingId& id, int item, int index, const QString& path) override;
    app::Result<QList<app::OpinionSummary>> opinions() override;
    app::Result<app::Opinion> opinion(const app::OpinionId& id) override;
    app::Result<app::OpinionId> askOpinion(const app::OpinionForm& form) override;
    app::Result<void> answerOpinion(const app::OpinionId& id, app::Stance stance, const QString& text) override;
    app::Result<void> answerOpinionSigned(const app::OpinionId& id, const app::AnswerForm& form,
                                          const app::KeySource& key, const docsig::Pin& pin) override;
    app::Result<app::DocumentId> draftOpinion(const app::OpinionId& id) override;
    app::Result<QList<app::OfficeReply>> opinionReplies(const app::OpinionId& id) override;
    app::Result<void> recordOpinion(const app::OpinionId& id, const app::DocumentId& document, app::Stance stance,
                                    const QString& text) override;
    app::Result<void> closeOpinion(const app::OpinionId& id, const QString& reason) override;
    app::Result<QString> openOpinionFile(const app::OpinionId& id, int index) override;
    app::Result<void> saveOpinionFile(const app::OpinionId& id, int index, const QString& path) override;
    app::Result<app::OpinionTally> saveOpinionTally(const app::OpinionId& id, const QString& path,
                                                    app::Language language) override;
    /// Two questions wait for this person, one of them late; one is theirs, one was closed.
    /// `more`: so many others answered that one, too.
    void addOpinions(int more = 0);
    /// Whoever asks wants all answers signed.
    void wantSignatures();
    /// Meetings to come, one that moved, one to conclude, one concluded with tasks.
    void addMeetings();
    app::Result<void> finish(const app::DocumentId& id) override;
    app::Result<app::RecallReceipt> recall(const app::DocumentId& id, const QString& reason,
                                           const app::PacketSeal* seal) override;
    app::Result<app::PacketSealing> update(const app::DocumentId& id, const app::DocumentUpdate& change,
                                           const QString& version, const app::PacketSeal* seal) override;
    app::Result<app::SendReceipt> replace(const app::DocumentId& earlier, const app::DocumentId& by,
                                          const QString& reason, const app::PacketSeal* seal) override;
    /// The packet of this document carries a signature of its own.
    void signPacketOf(const app::DocumentId& id, const app::PacketSignatureFacts& signature);
    app::Result<app::RecallEffect> changeEffect(const app::DocumentId& id) override;
    app::Result<void> agreeToChange(const app::DocumentId& id) override;
    app::Result<void> refuseChange(const app::DocumentId& id, const QString& reason) override;
    /// The first document of this folder is asked back by its sender, and another is replaced.
    void addChanges();
    /// The documents to handle were presented to this person: the first one is directed already where that is said.
    void addWork(bool directed);
    /// The same, and who leads asks for a later day.
    void askTime();
    /// The documents to handle were given to this person, to lead, until 30/11/2026.
    void giveWork();
    /// What waits to be accepted seems to have come before, under this number.
    void addTwin(const QString& number);
    app::Result<app::Draft> reply(const app::DocumentId& id) override;
    app::Result<QList<app::DossierSummary>> dossiers() override;
    app::Result<app::DossierDetail> dossier(const app::DossierId& id) override;
    app::Result<app::DossierId> openDossier(const app::DossierForm& form) override;
    app::Result<void> fileInto(const app::DossierId& dossier, const app::DocumentId& document) override;
    app::Result<void> closeDossier(const app::DossierId& id) override;
    app::Result<app::ExportReceipt> exportDossier(const app::DossierId& id, const QString& folder) override;
    app::Result<app::ExportCheck> checkExport(const QString& folder) override;
    app::Result<app::WorkReport> workReport(const app::Period& period, app::Breakdown by,
                                            app::WorkSubject subject) override;
    app::Result<void> saveWorkReport(const app::WorkReport& report, const QString& path,
                                     app::Language language) override;
    app::Result<qsizetype> saveRegister(const app::RegisterRequest& request, const QString& path,
                                        app::Language language) override;
    bool nothingCame = false; ///< reports count nothing
    QHash<QString, QString> unitNames{
        {QStringLiteral("tchc"), QStringLiteral("Phòng Tổ chức - Hành chính")}}; ///< by id
    app::Result<app::SyncSummary> sync(const app::ProgressCallback& progress, std::stop_token stop) override;
    app::SyncState syncState() override;
    app::Result<void> setNetwork(exchange::NetworkPolicy policy) override;
    exchange::NetworkPolicy network = exchange::NetworkPolicy::Online;

private:
    app::DocumentDetail& add(app::Folder folder, const QString& who, const QString& subject, const QString& number);
    app::Result<void> note(const QString& act);
    QString layOut(bool decision);
    app::DocumentDetail* find(const app::DocumentId& id);
    app::Result<app::SigningView> view(const app::DocumentId& id);
    app::Result<app::SigningReceipt> take(const QString& act, const app::DocumentId& id, const QByteArray& sha,
                                          const docsig::Pin& pin);

    mutable QMutex m_mutex;
    QString m_folder;
    app::Profile m_profile;
    QList<app::DocumentDetail> m_documents;
    QHash<QString, app::IncomingVerdict> m_verdicts;
    QHash<QString, app::EvidenceJob> m_evidence;
    QList<app::DossierDetail> m_dossiers;
    QList<app::SavedSearch> m_searches;
    QStringList m_acts;
    QStringList m_deeds;
    app::Error m_deedFault;
    QString m_letter;
    QString m_decision;
    app::LaidOutDocument m_decisionPage;
    QList<app::Delegation> m_delegations;
    QList<app::Opinion> m_opinions;
    QList<app::Meeting> m_meetings;
};

} // namespace tests
