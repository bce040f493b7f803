// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/runtime/httpevidencesource.h"
#include "app/runtime/profile.h"
#include "app/runtime/programs.h"
#include "app/services/acceptincoming.h"
#include "app/services/answerrecall.h"
#include "app/services/arrivalcopy.h"
#include "app/services/askevidence.h"
#include "app/services/auditlog.h"
#include "app/services/commentdocument.h"
#include "app/services/dailydigest.h"
#include "app/services/delegations.h"
#include "app/services/directdocument.h"
#include "app/services/documentfiles.h"
#include "app/services/documenttrail.h"
#include "app/services/dossiers.h"
#include "app/services/draftdocument.h"
#include "app/services/evidencequeue.h"
#include "app/services/feedwatch.h"
#include "app/services/handleincoming.h"
#include "app/services/importpdf.h"
#include "app/services/initialdocument.h"
#include "app/services/judgeincoming.h"
#include "app/services/keepbooks.h"
#include "app/services/meetings.h"
#include "app/services/nameunits.h"
#include "app/services/numberdocument.h"
#include "app/services/officeduties.h"
#include "app/services/opinionoffices.h"
#include "app/services/opinions.h"
#include "app/services/paperscan.h"
#include "app/services/querydirectory.h"
#include "app/services/querydocuments.h"
#include "app/services/readtexts.h"
#include "app/services/recalldocument.h"
#include "app/services/refuseincoming.h"
#include "app/services/registerpaper.h"
#include "app/services/registers.h"
#include "app/services/reminders.h"
#include "app/services/replacedocument.h"
#include "app/services/replyto.h"
#include "app/services/reportwork.h"
#include "app/services/returndraft.h"
#include "app/services/savedsearches.h"
#include "app/services/sealdocument.h"
#include "app/services/secretbook.h"
#include "app/services/senddocument.h"
#include "app/services/signdocument.h"
#include "app/services/signdocuments.h"
#include "app/services/submitforsignature.h"
#include "app/services/syncoffice.h"
#include "app/services/undoact.h"
#include "app/services/updatedocument.h"
#include "app/services/watchrights.h"
#include "app/store/officestore.h"
#include "exchange/client/hubclient.h"

#include <QDateTime>

#include <functional>
#include <memory>

namespace app {

/// What a test, or a person with a slow line, sets otherwise than usual.
struct SessionOptions {
    exchange::ClientLimits limits;    ///< time-outs of the line to the server
    EvidenceLimits evidenceLimits;    ///< time-outs of the ways to time stamps and revocation data
    std::function<QDateTime()> clock; ///< UTC; empty: the system's
    int largestStorePages = 0;        ///< to meet a full disk; 0: no limit
    docsig::SealingCost secretCost{}; ///< of a passphrase of the secret books
    /// Writes contents through another device; empty: straight into the file.
    std::function<std::unique_ptr<QIODevice>(QFileDevice& file)> throughDevice;
};

/// One opened profile: creates every collaborator, holds the profile's lock, and hands out the use cases. The services
/// may be called from any thread but the GUI's and live as long as the session. Destruction stops what runs and
/// releases the lock.
class OfficeSession {
public:
    /// Codes: `profile-in-use` when another process has it open, `profile-missing`, `profile-unreadable`, those of the
    /// store. A docsig::CryptoRuntime must be alive in the process.
    [[nodiscard]] static Result<std::unique_ptr<OfficeSession>>
    open(const QString& profileFolder, const Programs& programs, const SessionOptions& options = {});

    ~OfficeSession();
    OfficeSession(const OfficeSession&) = delete;
    OfficeSession& operator=(const OfficeSession&) = delete;

    /// As it is now; a copy, since saveProfile() may be called from another thread.
    [[nodiscard]] Profile profile() const;
    [[nodiscard]] const Person& person() const;
    [[nodiscard]] const Agency& agency() const;
    [[nodiscard]] const Programs& programs() const;
    /// Stores changed settings (language, keys, pictures); the session's services use them from the next call on.
    [[nodiscard]] Result<void> saveProfile(const Profile& profile);

    [[nodiscard]] DraftDocument& draftDocument();
    [[nodiscard]] SubmitForSignature& submitForSignature();
    [[nodiscard]] ImportPdf& importPdf();
    [[nodiscard]] ReturnDraft& returnDraft();
    [[nodiscard]] InitialDocument& initialDocument();
    [[nodiscard]] SignDocument& signDocument();
    /// Several documents with one PIN.
    [[nodiscard]] SignDocuments& signDocuments();
    [[nodiscard]] SignDocuments& sealDocuments();
    [[nodiscard]] SignDocuments& initialDocuments();
    [[nodiscard]] NumberDocument& numberDocument();
    [[nodiscard]] SealDocument& sealDocument();
    [[nodiscard]] SendDocument& sendDocument();
    [[nodiscard]] SyncOffice& syncOffice();
    /// Waits for news at the server until it is destroyed, which must be before the session is.
    [[nodiscard]] std::unique_ptr<FeedWatch> watchNews(std::function<void()> onNews, const WatchManner& manner = {});
    [[nodiscard]] JudgeIncoming& judgeIncoming();
    [[nodiscard]] AcceptIncoming& acceptIncoming();
    [[nodiscard]] ArrivalCopy& arrivalCopy();
    [[nodiscard]] PaperScan& paperScan();
    [[nodiscard]] RegisterPaper& registerPaper();
    /// Registers of secret documents, locked until somebody gives their passphrase.
    [[nodiscard]] SecretBook& secretBook();
    [[nodiscard]] RefuseIncoming& refuseIncoming();
    [[nodiscard]] ReplyTo& replyTo();
    [[nodiscard]] HandleIncoming& handleIncoming();
    [[nodiscard]] DirectDocument& directDocument();
    [[nodiscard]] CommentDocument& commentDocument();
    [[nodiscard]] Delegations& delegations();
    [[nodiscard]] UndoAct& undoAct();
    [[nodiscard]] WatchRights& watchRights();
    [[nodiscard]] NameUnits& nameUnits();
    [[nodiscard]] Opinions& opinions();
    [[nodiscard]] OpinionOffices& opinionOffices();
    [[nodiscard]] OfficeDuties& officeDuties();
    [[nodiscard]] Reminders& reminders();
    [[nodiscard]] Meetings& meetings();
    /// The person, with those for whom they stand in now.
    [[nodiscard]] Person acting() const;
    [[nodiscard]] DocumentFiles& documentFiles();
    [[nodiscard]] AuditLog& auditLog();
    [[nodiscard]] ReadTexts& readTexts();
    [[nodiscard]] DailyDigest& dailyDigest();
    [[nodiscard]] SavedSearches& savedSearches();
    [[nodiscard]] RecallDocument& recallDocument();
    [[nodiscard]] AnswerRecall& answerRecall();
    [[nodiscard]] UpdateDocument& updateDocument();
    [[nodiscard]] ReplaceDocument& replaceDocument();
    [[nodiscard]] DocumentTrail& documentTrail();
    [[nodiscard]] Dossiers& dossiers();
    [[nodiscard]] QueryDocuments& queryDocuments();
    [[nodiscard]] QueryDirectory& queryDirectory();
    [[nodiscard]] Registers& registers();
    [[nodiscard]] KeepBooks& keepBooks();
    [[nodiscard]] ReportWork& reportWork();
    [[nodiscard]] EvidenceQueue& evidenceQueue();
    [[nodiscard]] AskEvidence& askEvidence();

private:
    struct Parts;
    explicit OfficeSession(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace app
