// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/officesession.h"

#include "app/runtime/foldersync.h"
#include "app/runtime/secretfile.h"
#include "app/services/incomingpackets.h"
#include "app/services/officedesk.h"
#include "exchange/envelope/packetsignature.h"
#include "exchange/protocol/processlock.h"

#include <QDir>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

EvidenceSourceFactory evidenceFactory(const QString& cacheFolder, const SessionOptions& options) {
    return [cacheFolder, limits = options.evidenceLimits, clock = options.clock](const EvidenceAccess& access) {
        return std::make_unique<HttpEvidenceSource>(
            EvidenceSourceOptions{.access = access, .cacheFolder = cacheFolder, .limits = limits, .clock = clock});
    };
}

} // namespace

/// Order is the order of creation; destruction goes backwards, the lock last.
struct OfficeSession::Parts {
    Parts(exchange::ProcessLock held, std::unique_ptr<OfficeStore> opened, const Profile& profile,
          const Programs& given, const ServerFactory& connect, const SessionOptions& options)
        : lock(std::move(held))
        , store(std::move(opened))
        , programs(given)
        , verifyClient(given.verifyWorker, profile.trustFolder(), docsig::WorkerLimits{})
        , desk({.store = *store,
                .verifyClient = verifyClient,
                .connect = connect,
                .spoolFolder = profile.folder + u"/spool"_s,
                .clock = options.clock,
                .renderWorker = given.renderWorker,
                .evidence = evidenceFactory(profile.evidenceFolder(), options),
                .scanReader = given.scanReader},
               profile)
        , incoming(desk)
        , secretBook(desk, {.folder = profile.secretBookFolder(), .syncFolder = syncFolder, .cost = options.secretCost})
        , person(profile.person)
        , agency(profile.agency) {}

    exchange::ProcessLock lock;
    std::unique_ptr<OfficeStore> store;
    Programs programs;
    docsig::VerifyClient verifyClient;
    OfficeDesk desk;
    IncomingPackets incoming;
    SecretBook secretBook;
    const Person person;
    const Agency agency;

    DraftDocument draftDocument{desk};
    SubmitForSignature submitForSignature{desk};
    ImportPdf importPdf{desk};
    ReturnDraft returnDraft{desk};
    InitialDocument initialDocument{desk};
    SignDocument signDocument{desk};
    SignDocuments signDocuments{desk, PileAct::Sign};
    SignDocuments sealDocuments{desk, PileAct::Seal};
    SignDocuments initialDocuments{desk, PileAct::Initial};
    NumberDocument numberDocument{desk};
    SealDocument sealDocument{desk};
    SendDocument sendDocument{desk};
    SyncOffice syncOffice{desk, incoming};
    JudgeIncoming judgeIncoming{desk};
    AcceptIncoming acceptIncoming{desk};
    ArrivalCopy arrivalCopy{desk};
    PaperScan paperScan{desk};
    RegisterPaper registerPaper{desk};
    RefuseIncoming refuseIncoming{desk};
    ReplyTo replyTo{desk};
    HandleIncoming handleIncoming{desk};
    DirectDocument directDocument{desk};
    CommentDocument commentDocument{desk};
    Delegations delegations{desk};
    UndoAct undoAct{desk};
    WatchRights watchRights{desk};
    NameUnits nameUnits{desk};
    Opinions opinions{desk};
    DocumentFiles documentFiles{desk};
    OpinionOffices opinionOffices{desk};
    OfficeDuties officeDuties{desk};
    Reminders reminders{desk};
    Meetings meetings{desk};
    AuditLog auditLog{desk};
    ReadTexts readTexts{desk};
    DailyDigest dailyDigest{desk};
    SavedSearches savedSearches{desk};
    RecallDocument recallDocument{desk};
    AnswerRecall answerRecall{desk};
    UpdateDocument updateDocument{desk};
    ReplaceDocument replaceDocument{desk};
    DocumentTrail documentTrail{desk};
    Dossiers dossiers{desk};
    QueryDocuments queryDocuments{desk};
    QueryDirectory queryDirectory{desk};
    Registers registers{desk};
    KeepBooks keepBooks{desk};
    ReportWork reportWork{desk};
    EvidenceQueue evidenceQueue{desk};
    AskEvidence askEvidence{desk, judgeIncoming};
};

namespace {

Result<exchange::ProcessLock> lockProfile(const QString& folder) {
    const QString file = folder + u"/profile.lock"_s;
    auto lock = exchange::ProcessLock::take(file);
    return lock ? Result<exchange::ProcessLock>(std::move(*lock))
                : fail("profile-in-use", u"process %1"_s.arg(exchange::ProcessLock::holderOf(file)));
}

ServerFactory serverFactory(const Profile& profile, const QByteArray& secret, const exchange::ClientLimits& limits) {
    const exchange::HubAccount account{
        .baseUrl = QUrl(profile.hubUrl), .account = profile.account, .secret = secret, .caFile = profile.caFile};
    return [account, limits] { return std::make_unique<exchange::HubClient>(account, limits); };
}

} // namespace

OfficeSession::OfficeSession(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts)) {}
OfficeSession::~OfficeSession() = default;

Result<std::unique_ptr<OfficeSession>> OfficeSession::open(const QString& profileFolder, const Programs& programs,
                                                           const SessionOptions& options) {
    // Here, before other threads begin: its state belongs to the process.
    exchange::prepareXmlSignatures();
    const auto profile = readProfile(profileFolder);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    auto lock = lockProfile(profile->folder);
    if (!lock) {
        return std::unexpected(lock.error());
    }
    const auto secret = readSecret(profile->secretFile());
    if (!secret) {
        return std::unexpected(secret.error());
    }
    QDir(profile->folder).mkpath(u"spool"_s);
    auto store =
        OfficeStore::open({.database = {.file = profile->storeFile(), .largestPages = options.largestStorePages},
                           .blobs = {.folder = profile->objectsFolder(),
                                     .syncFolder = syncFolder,
                                     .syncAll = syncFileSystem,
                                     .throughDevice = options.throughDevice},
                           .owner = profile->person});
    if (!store) {
        return std::unexpected(store.error());
    }
    auto parts = std::make_unique<Parts>(std::move(*lock), std::move(*store), *profile, programs,
                                         serverFactory(*profile, *secret, options.limits), options);
    // For whom they stand in follows the day.
    if (const auto looked = parts->store->refreshStanding(parts->desk.today()); !looked) {
        return std::unexpected(looked.error());
    }
    return std::unique_ptr<OfficeSession>(new OfficeSession(std::move(parts)));
}

Profile OfficeSession::profile() const {
    return m_parts->desk.profile();
}

const Person& OfficeSession::person() const {
    return m_parts->person;
}

const Agency& OfficeSession::agency() const {
    return m_parts->agency;
}

const Programs& OfficeSession::programs() const {
    return m_parts->programs;
}

Result<void> OfficeSession::saveProfile(const Profile& profile) {
    if (auto written = writeProfile(profile); !written) {
        return written;
    }
    m_parts->desk.setProfile(profile);
    return {};
}

DraftDocument& OfficeSession::draftDocument() {
    return m_parts->draftDocument;
}
SubmitForSignature& OfficeSession::submitForSignature() {
    return m_parts->submitForSignature;
}
ImportPdf& OfficeSession::importPdf() {
    return m_parts->importPdf;
}
ReturnDraft& OfficeSession::returnDraft() {
    return m_parts->returnDraft;
}
InitialDocument& OfficeSession::initialDocument() {
    return m_parts->initialDocument;
}
SignDocuments& OfficeSession::initialDocuments() {
    return m_parts->initialDocuments;
}
SignDocument& OfficeSession::signDocument() {
    return m_parts->signDocument;
}
SignDocuments& OfficeSession::signDocuments() {
    return m_parts->signDocuments;
}
SignDocuments& OfficeSession::sealDocuments() {
    return m_parts->sealDocuments;
}
NumberDocument& OfficeSession::numberDocument() {
    return m_parts->numberDocument;
}
SealDocument& OfficeSession::sealDocument() {
    return m_parts->sealDocument;
}
SendDocument& OfficeSession::sendDocument() {
    return m_parts->sendDocument;
}
std::unique_ptr<FeedWatch> OfficeSession::watchNews(std::function<void()> onNews, const WatchManner& manner) {
    return std::make_unique<FeedWatch>(m_parts->desk, std::move(onNews), manner);
}
SyncOffice& OfficeSession::syncOffice() {
    return m_parts->syncOffice;
}
JudgeIncoming& OfficeSession::judgeIncoming() {
    return m_parts->judgeIncoming;
}
ArrivalCopy& OfficeSession::arrivalCopy() {
    return m_parts->arrivalCopy;
}

PaperScan& OfficeSession::paperScan() {
    return m_parts->paperScan;
}

KeepBooks& OfficeSession::keepBooks() {
    return m_parts->keepBooks;
}

SecretBook& OfficeSession::secretBook() {
    return m_parts->secretBook;
}

RegisterPaper& OfficeSession::registerPaper() {
    return m_parts->registerPaper;
}

AcceptIncoming& OfficeSession::acceptIncoming() {
    return m_parts->acceptIncoming;
}
RefuseIncoming& OfficeSession::refuseIncoming() {
    return m_parts->refuseIncoming;
}
ReplyTo& OfficeSession::replyTo() {
    return m_parts->replyTo;
}
DailyDigest& OfficeSession::dailyDigest() {
    return m_parts->dailyDigest;
}

ReadTexts& OfficeSession::readTexts() {
    return m_parts->readTexts;
}

SavedSearches& OfficeSession::savedSearches() {
    return m_parts->savedSearches;
}

CommentDocument& OfficeSession::commentDocument() {
    return m_parts->commentDocument;
}
NameUnits& OfficeSession::nameUnits() {
    return m_parts->nameUnits;
}
WatchRights& OfficeSession::watchRights() {
    return m_parts->watchRights;
}
UndoAct& OfficeSession::undoAct() {
    return m_parts->undoAct;
}
Delegations& OfficeSession::delegations() {
    return m_parts->delegations;
}
Opinions& OfficeSession::opinions() {
    return m_parts->opinions;
}
OpinionOffices& OfficeSession::opinionOffices() {
    return m_parts->opinionOffices;
}
OfficeDuties& OfficeSession::officeDuties() {
    return m_parts->officeDuties;
}
Reminders& OfficeSession::reminders() {
    return m_parts->reminders;
}

Meetings& OfficeSession::meetings() {
    return m_parts->meetings;
}
Person OfficeSession::acting() const {
    return m_parts->desk.acting();
}
DocumentFiles& OfficeSession::documentFiles() {
    return m_parts->documentFiles;
}
AuditLog& OfficeSession::auditLog() {
    return m_parts->auditLog;
}
DirectDocument& OfficeSession::directDocument() {
    return m_parts->directDocument;
}
HandleIncoming& OfficeSession::handleIncoming() {
    return m_parts->handleIncoming;
}
RecallDocument& OfficeSession::recallDocument() {
    return m_parts->recallDocument;
}
AnswerRecall& OfficeSession::answerRecall() {
    return m_parts->answerRecall;
}
UpdateDocument& OfficeSession::updateDocument() {
    return m_parts->updateDocument;
}
ReplaceDocument& OfficeSession::replaceDocument() {
    return m_parts->replaceDocument;
}
DocumentTrail& OfficeSession::documentTrail() {
    return m_parts->documentTrail;
}
Dossiers& OfficeSession::dossiers() {
    return m_parts->dossiers;
}
QueryDocuments& OfficeSession::queryDocuments() {
    return m_parts->queryDocuments;
}
QueryDirectory& OfficeSession::queryDirectory() {
    return m_parts->queryDirectory;
}
Registers& OfficeSession::registers() {
    return m_parts->registers;
}
ReportWork& OfficeSession::reportWork() {
    return m_parts->reportWork;
}
EvidenceQueue& OfficeSession::evidenceQueue() {
    return m_parts->evidenceQueue;
}
AskEvidence& OfficeSession::askEvidence() {
    return m_parts->askEvidence;
}

} // namespace app
