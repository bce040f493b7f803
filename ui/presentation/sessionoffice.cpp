// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/sessionoffice.h"

#include "app/runtime/officesession.h"
#include "app/services/draftdocument.h"
#include "app/services/importpdf.h"
#include "app/services/querydirectory.h"
#include "app/services/querydocuments.h"
#include "app/services/refuseincoming.h"
#include "app/services/replyto.h"
#include "app/services/returndraft.h"
#include "app/services/sealdocument.h"
#include "app/services/submitforsignature.h"

namespace ui {

SessionOffice::SessionOffice(app::OfficeSession& session)
    : m_session(session)
    , m_secrets(session.secretBook()) {}

app::Profile SessionOffice::profile() const {
    return m_session.profile();
}

app::Result<void> SessionOffice::saveProfile(const app::Profile& profile) {
    return m_session.saveProfile(profile);
}

QString SessionOffice::renderProgram() const {
    return m_session.programs().renderWorker;
}

app::Result<app::FolderCounts> SessionOffice::counts() {
    return m_session.queryDocuments().counts();
}

app::Result<app::DocumentPage> SessionOffice::page(const app::DocumentQuery& query, int limit,
                                                   const std::optional<app::ListPlace>& after) {
    return m_session.queryDocuments().page(query, limit, after);
}

app::Result<app::QueryCounts> SessionOffice::count(const app::DocumentQuery& query) {
    return m_session.queryDocuments().count(query);
}

app::Result<QList<app::SavedSearch>> SessionOffice::savedSearches() {
    return m_session.savedSearches().all();
}

app::Result<app::SearchChoices> SessionOffice::searchChoices() {
    return m_session.queryDocuments().searchChoices();
}

app::Result<void> SessionOffice::keepSearch(const app::SavedSearch& search) {
    return m_session.savedSearches().keep(search);
}

app::Result<void> SessionOffice::forgetSearch(const QString& name) {
    return m_session.savedSearches().forget(name);
}

app::Result<std::optional<app::Digest>> SessionOffice::takeDigest() {
    return m_session.dailyDigest().takeToday();
}

app::Result<int> SessionOffice::readTexts(int limit, std::stop_token stop) {
    return m_session.readTexts().readPending(limit, std::move(stop));
}

app::Result<app::DocumentDetail> SessionOffice::detail(const app::DocumentId& id) {
    return m_session.queryDocuments().detail(id);
}

app::Result<QString> SessionOffice::mainPdf(const app::DocumentId& id) {
    return m_session.queryDocuments().mainPdf(id);
}

app::Result<void> SessionOffice::noteDeed(app::AuditDeed deed, const app::DocumentId& id, const QString& detail) {
    return m_session.auditLog().note(deed, id, detail);
}

app::Result<void> SessionOffice::markRead(const app::DocumentId& id) {
    return m_session.queryDocuments().markRead(id);
}

app::Result<void> SessionOffice::markUnread(const app::DocumentId& id) {
    return m_session.queryDocuments().markUnread(id);
}

app::Result<QList<app::UndoOffer>> SessionOffice::undoOffers(const app::DocumentId& id) {
    return m_session.undoAct().list(id);
}

app::Result<void> SessionOffice::undo(const app::DocumentId& id, const QString& act) {
    const auto done = m_session.undoAct().undo(id, act);
    return done ? app::Result<void>() : std::unexpected(done.error());
}

app::Result<QList<app::BookEntry>> SessionOffice::book(int year, bool incoming) {
    return m_session.queryDocuments().book(year, incoming);
}

app::Result<QList<app::BookOverview>> SessionOffice::books(int year) {
    return m_session.keepBooks().list(year);
}

app::Result<void> SessionOffice::closeBook(const QString& stream, int lastNumber, const QString& reason) {
    return m_session.keepBooks().close(stream, lastNumber, reason);
}

app::Result<void> SessionOffice::voidNumber(const QString& stream, int number, const QString& reason) {
    return m_session.keepBooks().voidNumber(stream, number, reason);
}

app::Result<QList<app::BookEntry>> SessionOffice::applicationBooks(int year) {
    return m_session.queryDocuments().applicationBooks(year);
}

app::Result<QList<app::Agency>> SessionOffice::findAgencies(const QString& text) {
    return m_session.queryDirectory().agencies(text);
}

app::Result<QList<app::Person>> SessionOffice::leaders() {
    return m_session.queryDirectory().leaders();
}

app::Result<std::optional<app::IncomingVerdict>> SessionOffice::verdict(const app::DocumentId& id) {
    return m_session.judgeIncoming().stored(id);
}

app::Result<app::IncomingVerdict> SessionOffice::judge(const app::DocumentId& id, std::stop_token stop) {
    return m_session.judgeIncoming().judge(id, stop);
}

app::Result<int> SessionOffice::judgePending(std::stop_token stop) {
    return m_session.judgeIncoming().judgePending(stop);
}

app::Result<void> SessionOffice::pinSeal(const app::DocumentId& id) {
    return m_session.judgeIncoming().pinSeal(id);
}

app::Result<std::optional<app::EvidenceJob>> SessionOffice::evidenceJob(const app::DocumentId& id) {
    return m_session.evidenceQueue().jobOf(id);
}

app::Result<QList<app::DocumentId>> SessionOffice::dueEvidence() {
    const auto jobs = m_session.evidenceQueue().due();
    if (!jobs) {
        return std::unexpected(jobs.error());
    }
    QList<app::DocumentId> documents;
    for (const app::EvidenceJob& job : *jobs) {
        documents << job.document;
    }
    return documents;
}

app::Result<app::EvidenceOutcome> SessionOffice::completeEvidence(const app::DocumentId& id, std::stop_token stop) {
    return m_session.evidenceQueue().complete(id, stop);
}

app::Result<app::EvidenceAnswer> SessionOffice::askEvidence(const app::DocumentId& id, std::stop_token stop) {
    return m_session.askEvidence().about(id, std::move(stop));
}

docsig::SignatureReport SessionOffice::verifyFile(const QString& path, std::stop_token stop) {
    return m_session.askEvidence().byWhatIsKept(path, std::move(stop));
}

app::Result<app::Draft> SessionOffice::startDraft(app::DocumentKind kind) {
    return m_session.draftDocument().start(kind);
}

app::Result<app::Draft> SessionOffice::loadDraft(const app::DocumentId& id) {
    return m_session.draftDocument().load(id);
}

app::Result<void> SessionOffice::saveDraft(const app::Draft& draft) {
    return m_session.draftDocument().save(draft);
}

app::Result<void> SessionOffice::removeDraft(const app::DocumentId& id) {
    return m_session.draftDocument().remove(id);
}

app::Result<app::LaidOutDocument> SessionOffice::preview(const app::Draft& draft) {
    return m_session.draftDocument().preview(draft);
}

app::Result<void> SessionOffice::submit(const app::DocumentId& id, const QString& signerMailbox) {
    return m_session.submitForSignature().submit(id, signerMailbox);
}

app::Result<app::DocumentId> SessionOffice::importPdf(const QString& path, const app::Draft& metadata) {
    return m_session.importPdf().import(path, metadata);
}

app::Result<QList<app::Person>> SessionOffice::people() {
    return m_session.queryDirectory().people();
}

app::Result<app::SigningView> SessionOffice::openToInitial(const app::DocumentId& id) {
    return m_session.initialDocument().open(id);
}

app::Result<app::SigningReceipt> SessionOffice::initial(const app::DocumentId& id, const QByteArray& shownSha256,
                                                        const app::KeySource& key, const docsig::Pin& pin) {
    return m_session.initialDocument().initial(id, shownSha256, key, pin);
}

app::Result<app::SigningView> SessionOffice::openToSign(const app::DocumentId& id) {
    return m_session.signDocument().open(id);
}

app::Result<app::SigningReceipt> SessionOffice::sign(const app::DocumentId& id, const QByteArray& shownSha256,
                                                     const app::KeySource& key, const docsig::Pin& pin) {
    return m_session.signDocument().sign(id, shownSha256, key, pin);
}

app::PileView SessionOffice::openPile(const QList<app::DocumentId>& ids, const app::PileProgress& progress,
                                      std::stop_token stop) {
    return m_session.signDocuments().open(ids, progress, stop);
}

app::Result<app::PileOutcome> SessionOffice::signPile(const QList<app::PileCheck>& checks, const app::KeySource& key,
                                                      const docsig::Pin& pin, const app::PileProgress& progress,
                                                      std::stop_token stop) {
    return m_session.signDocuments().sign(checks, key, pin, progress, stop);
}

app::Result<void> SessionOffice::returnDraft(const app::DocumentId& id, const QString& reason) {
    return m_session.returnDraft().returnToDrafter(id, reason);
}

app::Result<app::DocumentNumber> SessionOffice::expectedNumber(const app::DocumentId& id) {
    return m_session.numberDocument().expected(id);
}

app::Result<app::DocumentNumber> SessionOffice::number(const app::DocumentId& id, const QDate& date,
                                                       std::stop_token stop) {
    return m_session.numberDocument().number(id, date, std::move(stop));
}

app::Result<app::SigningView> SessionOffice::openToSeal(const app::DocumentId& id) {
    return m_session.sealDocument().open(id);
}

app::Result<app::SigningReceipt> SessionOffice::seal(const app::DocumentId& id, const QByteArray& shownSha256,
                                                     const app::KeySource& key, const docsig::Pin& pin) {
    return m_session.sealDocument().seal(id, shownSha256, key, pin);
}

app::Result<app::SendReceipt> SessionOffice::send(const app::DocumentId& id, const QList<app::OrganId>& receivers,
                                                  const app::PacketSeal* seal) {
    return m_session.sendDocument().send(id, receivers, seal);
}

app::Result<int> SessionOffice::expectedArrivalNumber(const app::DocumentId& id) {
    return m_session.acceptIncoming().expectedNumber(id);
}

app::Result<app::ArrivalReceipt> SessionOffice::accept(const app::DocumentId& id, const app::ArrivalForm& form,
                                                       std::stop_token stop) {
    return m_session.acceptIncoming().accept(id, form, std::move(stop));
}

app::Result<app::PreparedScan> SessionOffice::prepareScan(const QStringList& files, std::stop_token stop) {
    return m_session.paperScan().prepare(files, std::move(stop));
}

app::Result<int> SessionOffice::expectedPaperNumber() {
    return m_session.registerPaper().expectedNumber();
}

app::Result<QList<app::DocumentLink>> SessionOffice::paperTwins(const app::PaperEntry& entry) {
    return m_session.registerPaper().twins(entry);
}

app::Result<app::RegisterPaper::Receipt> SessionOffice::registerPaper(const app::PaperForm& form,
                                                                      std::stop_token stop) {
    return m_session.registerPaper().enter(form, std::move(stop));
}

app::Result<void> SessionOffice::correctPaper(const app::DocumentId& id, const app::PaperForm& form,
                                              const QString& reason) {
    return m_session.registerPaper().correct(id, form, reason);
}

app::Result<QString> SessionOffice::openFile(const app::DocumentId& id, const QByteArray& sha256) {
    return m_session.documentFiles().open(id, sha256);
}

app::Result<void> SessionOffice::saveFile(const app::DocumentId& id, const QByteArray& sha256, const QString& path) {
    return m_session.documentFiles().save(id, sha256, path);
}

app::Result<QString> SessionOffice::arrivalCopy(const app::DocumentId& id) {
    const auto copy = m_session.arrivalCopy().copyOf(id);
    return copy ? m_session.queryDocuments().content(*copy) : std::unexpected(copy.error());
}

app::Result<void> SessionOffice::present(const app::DocumentId& id, const QString& mailbox) {
    return m_session.directDocument().present(id, mailbox);
}

app::Result<void> SessionOffice::direct(const app::DocumentId& id, const app::Directive& directive) {
    return m_session.directDocument().direct(id, directive);
}

app::Result<void> SessionOffice::giveBackWork(const app::DocumentId& id, const QString& reason) {
    return m_session.directDocument().giveBack(id, reason);
}

app::Result<void> SessionOffice::askMoreTime(const app::DocumentId& id, const QDate& until, const QString& reason) {
    return m_session.directDocument().askMoreTime(id, until, reason);
}

app::Result<void> SessionOffice::answerMoreTime(const app::DocumentId& id, const app::WorkTime& answer) {
    return m_session.directDocument().answerMoreTime(id, answer);
}

app::Result<QList<app::RightsChange>> SessionOffice::changedRights() {
    return m_session.watchRights().open();
}

app::Result<void> SessionOffice::confirmRights(const QString& mailbox) {
    return m_session.watchRights().confirm(mailbox);
}

app::Result<QList<app::Unit>> SessionOffice::units() {
    return m_session.nameUnits().units();
}

app::Result<void> SessionOffice::nameUnit(const QString& unit, const QString& name) {
    return m_session.nameUnits().name(unit, name);
}

app::Person SessionOffice::acting() {
    return m_session.acting();
}

app::Result<QList<app::MeetingSummary>> SessionOffice::meetings() {
    return m_session.meetings().list();
}

app::Result<app::Meeting> SessionOffice::meeting(const app::MeetingId& id) {
    return m_session.meetings().show(id);
}

app::Result<QList<app::TaskStanding>> SessionOffice::meetingTasks(const app::Meeting& meeting) {
    return m_session.meetings().tasks(meeting);
}

app::Result<QList<app::PaperStanding>> SessionOffice::meetingPapers(const app::Meeting& meeting) {
    return m_session.meetings().papers(meeting);
}

app::Result<app::MeetingId> SessionOffice::callMeeting(const app::MeetingForm& form) {
    return m_session.meetings().call(form);
}

app::Result<void> SessionOffice::changeMeeting(const app::MeetingId& id, const app::MeetingForm& form,
                                               const QString& reason) {
    return m_session.meetings().change(id, form, reason);
}

app::Result<void> SessionOffice::cancelMeeting(const app::MeetingId& id, const QString& reason) {
    return m_session.meetings().cancel(id, reason);
}

app::Result<void> SessionOffice::answerMeeting(const app::MeetingId& id, app::Attendance attendance,
                                               const QString& words, const QString& substitute) {
    return m_session.meetings().answer(id, attendance, words, substitute);
}

app::Result<void> SessionOffice::noteMeeting(const app::MeetingId& id, int item, const QString& text, bool isShared) {
    return m_session.meetings().note(id, item, text, isShared);
}

app::Result<void> SessionOffice::concludeMeeting(const app::MeetingId& id, const app::ConclusionForm& form,
                                                 bool isFinal) {
    return isFinal ? m_session.meetings().conclude(id, form) : m_session.meetings().propose(id, form);
}

app::Result<app::Draft> SessionOffice::draftMeetingPaper(const app::MeetingId& id, app::MeetingPaper what) {
    return what == app::MeetingPaper::Invitation ? m_session.meetings().draftInvitation(id)
                                                 : m_session.meetings().draftAnnouncement(id);
}

app::Result<QString> SessionOffice::openMeetingFile(const app::MeetingId& id, int item, int index) {
    return m_session.meetings().openFile(id, item, index);
}

app::Result<void> SessionOffice::saveMeetingFile(const app::MeetingId& id, int item, int index, const QString& path) {
    return m_session.meetings().saveFile(id, item, index, path);
}

app::Result<QList<app::OpinionSummary>> SessionOffice::opinions() {
    return m_session.opinions().list();
}

app::Result<app::Opinion> SessionOffice::opinion(const app::OpinionId& id) {
    return m_session.opinions().show(id);
}

app::Result<app::OpinionId> SessionOffice::askOpinion(const app::OpinionForm& form) {
    return m_session.opinions().ask(form);
}

app::Result<void> SessionOffice::answerOpinion(const app::OpinionId& id, app::Stance stance, const QString& text) {
    return m_session.opinions().answer(id, stance, text);
}

app::Result<void> SessionOffice::answerOpinionSigned(const app::OpinionId& id, const app::AnswerForm& form,
                                                     const app::KeySource& key, const docsig::Pin& pin) {
    return m_session.opinions().answerSigned(id, form, key, pin);
}

app::Result<app::DocumentId> SessionOffice::draftOpinion(const app::OpinionId& id) {
    return m_session.opinionOffices().draft(id);
}

app::Result<QList<app::OfficeReply>> SessionOffice::opinionReplies(const app::OpinionId& id) {
    return m_session.opinionOffices().replies(id);
}

app::Result<void> SessionOffice::recordOpinion(const app::OpinionId& id, const app::DocumentId& document,
                                               app::Stance stance, const QString& text) {
    return m_session.opinionOffices().record(id, document, stance, text);
}

app::Result<void> SessionOffice::closeOpinion(const app::OpinionId& id, const QString& reason) {
    return m_session.opinions().close(id, reason);
}

app::Result<QString> SessionOffice::openOpinionFile(const app::OpinionId& id, int index) {
    return m_session.opinions().openFile(id, index);
}

app::Result<void> SessionOffice::saveOpinionFile(const app::OpinionId& id, int index, const QString& path) {
    return m_session.opinions().saveFile(id, index, path);
}

app::Result<app::OpinionTally> SessionOffice::saveOpinionTally(const app::OpinionId& id, const QString& path,
                                                               app::Language language) {
    return m_session.opinions().saveTally(id, path, language);
}

app::Result<QList<app::Delegation>> SessionOffice::delegations() {
    return m_session.delegations().open();
}

app::Result<void> SessionOffice::delegate(const app::DelegationForm& form) {
    const auto id = m_session.delegations().delegate(form);
    return id ? app::Result<void>() : std::unexpected(id.error());
}

app::Result<void> SessionOffice::endDelegation(const QString& id) {
    return m_session.delegations().end(id);
}

app::Result<void> SessionOffice::comment(const app::DocumentId& id, const QString& text, const QStringList& files) {
    return m_session.commentDocument().comment(id, text, {}, files);
}

app::Result<QList<app::DocumentId>> SessionOffice::unreadMentions() {
    return m_session.queryDocuments().unreadMentions();
}

app::Result<void> SessionOffice::finish(const app::DocumentId& id) {
    return m_session.handleIncoming().finish(id);
}

app::Result<app::RecallReceipt> SessionOffice::recall(const app::DocumentId& id, const QString& reason,
                                                      const app::PacketSeal* seal) {
    return m_session.recallDocument().recall(id, reason, {}, seal);
}

app::Result<app::PacketSealing> SessionOffice::update(const app::DocumentId& id, const app::DocumentUpdate& change,
                                                      const QString& version, const app::PacketSeal* seal) {
    app::DocumentUpdate whole = change;
    if (!version.isEmpty()) {
        auto bytes = app::readVersion(version);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        whole.pdf = std::move(*bytes);
    }
    return m_session.updateDocument().update(id, whole, seal);
}

app::Result<app::SendReceipt> SessionOffice::replace(const app::DocumentId& earlier, const app::DocumentId& by,
                                                     const QString& reason, const app::PacketSeal* seal) {
    return m_session.replaceDocument().replace({earlier}, by, reason, seal);
}

app::Result<app::RecallEffect> SessionOffice::changeEffect(const app::DocumentId& id) {
    return m_session.answerRecall().preview(id);
}

app::Result<void> SessionOffice::agreeToChange(const app::DocumentId& id) {
    return m_session.answerRecall().agree(id);
}

app::Result<void> SessionOffice::refuseChange(const app::DocumentId& id, const QString& reason) {
    return m_session.answerRecall().refuse(id, reason);
}

app::Result<void> SessionOffice::refuse(const app::DocumentId& id, const QString& reason) {
    return m_session.refuseIncoming().refuse(id, reason);
}

app::Result<app::Draft> SessionOffice::reply(const app::DocumentId& id) {
    return m_session.replyTo().reply(id);
}

app::Result<QList<app::DossierSummary>> SessionOffice::dossiers() {
    return m_session.dossiers().list();
}

app::Result<app::DossierDetail> SessionOffice::dossier(const app::DossierId& id) {
    return m_session.dossiers().detail(id);
}

app::Result<app::DossierId> SessionOffice::openDossier(const app::DossierForm& form) {
    return m_session.dossiers().open(form);
}

app::Result<void> SessionOffice::fileInto(const app::DossierId& dossier, const app::DocumentId& document) {
    return m_session.dossiers().file(dossier, document);
}

app::Result<void> SessionOffice::closeDossier(const app::DossierId& id) {
    return m_session.dossiers().close(id);
}

app::Result<app::ExportReceipt> SessionOffice::exportDossier(const app::DossierId& id, const QString& folder) {
    return m_session.dossiers().exportTo(id, folder);
}

app::Result<app::ExportCheck> SessionOffice::checkExport(const QString& folder) {
    return app::Dossiers::check(folder);
}

app::Result<app::WorkReport> SessionOffice::workReport(const app::Period& period, app::Breakdown by,
                                                       app::WorkSubject subject) {
    return m_session.reportWork().report(period, by, subject);
}

app::Result<void> SessionOffice::saveWorkReport(const app::WorkReport& report, const QString& path,
                                                app::Language language) {
    return m_session.reportWork().save(report, path, language);
}

app::Result<qsizetype> SessionOffice::saveRegister(const app::RegisterRequest& request, const QString& path,
                                                   app::Language language) {
    return m_session.registers().save(request, path, language);
}

std::unique_ptr<app::FeedWatch> SessionOffice::watchNews(std::function<void()> onNews) {
    return m_session.watchNews(std::move(onNews));
}

app::SyncState SessionOffice::syncState() {
    return m_session.syncOffice().state();
}

app::Result<void> SessionOffice::setNetwork(exchange::NetworkPolicy policy) {
    return m_session.syncOffice().setNetwork(policy);
}

} // namespace ui
