// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demosamples.h"

#include "app/cli/demosampletexts.h"
#include "app/domain/vietnamtime.h"
#include "app/runtime/officesession.h"

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

/// How far a sample goes on its way.
enum class Until { Draft, Submitted, Signed, Sent };

/// The people of the demo world at their desks, doing what they do every day.
class OfficeLife {
public:
    OfficeLife(const DemoWorld& world, const Programs& programs)
        : m_world(world)
        , m_programs(programs)
        , m_pin(docsig::Pin::fromString(DemoWorld::pin())) {}

    /// Empty while everything went well; then nothing more is done.
    [[nodiscard]] Result<void> outcome() const {
        return m_failed ? Result<void>(std::unexpected(*m_failed)) : Result<void>();
    }

    std::optional<DocumentId> write(const SampleText& text, int office, Until until);
    void receive(int office);
    /// Accepts the oldest incoming documents whose subject begins so.
    std::optional<DocumentId> accept(int office, const QString& subject, const QDate& due);
    void refuse(int office, const QString& subject, const QString& reason);
    void file(int office, const QString& title, const QList<std::optional<DocumentId>>& documents);
    void sync(int office, Role role);

private:
    OfficeSession* desk(int office, Role role);
    std::optional<DocumentId> incoming(OfficeSession& desk, const QString& subject);

    /// The value, or nothing and the reason kept.
    template <typename T>
    std::optional<T> take(Result<T> result) {
        if (!result) {
            m_failed = result.error();
            return std::nullopt;
        }
        return std::move(*result);
    }
    void need(const Result<void>& result) {
        if (!result) {
            m_failed = result.error();
        }
    }

    const DemoWorld& m_world;
    const Programs& m_programs;
    docsig::Pin m_pin;
    std::map<std::pair<int, Role>, std::unique_ptr<OfficeSession>> m_desks;
    std::optional<Error> m_failed;
};

OfficeSession* OfficeLife::desk(int office, Role role) {
    auto& held = m_desks[{office, role}];
    if (!held && !m_failed) {
        if (auto opened = take(OfficeSession::open(m_world.profile(office, role).folder, m_programs))) {
            held = std::move(*opened);
        }
    }
    return m_failed ? nullptr : held.get();
}

void OfficeLife::sync(int office, Role role) {
    if (OfficeSession* at = desk(office, role)) {
        take(at->syncOffice().sync());
    }
}

std::optional<DocumentId> OfficeLife::write(const SampleText& text, int office, Until until) {
    sync(office, text.author);
    OfficeSession* author = desk(office, text.author);
    auto draft = author ? take(author->draftDocument().start(text.kind)) : std::nullopt;
    if (!draft) {
        return std::nullopt;
    }
    fillSample(*draft, text);
    for (const int receiver : text.receivers) {
        const DemoProfile& clerk = m_world.profile(receiver, Role::Clerk);
        draft->receivers.append({clerk.person.organ, clerk.organName});
        draft->addressees.append(clerk.organName);
    }
    need(author->draftDocument().save(*draft));
    if (until == Until::Draft || m_failed) {
        return draft->id;
    }
    need(author->submitForSignature().submit(draft->id, m_world.profile(office, Role::Leader).person.mailbox()));
    sync(office, text.author);
    sync(office, Role::Leader);
    sync(office, Role::Clerk);
    if (until == Until::Submitted || m_failed) {
        return draft->id;
    }
    OfficeSession* leader = desk(office, Role::Leader);
    const auto view = take(leader->signDocument().open(draft->id));
    if (view) {
        take(leader->signDocument().sign(draft->id, view->sha256, *leader->profile().signatureKey, m_pin));
    }
    sync(office, Role::Leader);
    sync(office, Role::Clerk);
    OfficeSession* clerk = desk(office, Role::Clerk);
    if (until == Until::Signed || clerk == nullptr) {
        return draft->id;
    }
    take(clerk->numberDocument().number(draft->id, vietnamToday()));
    const auto sealing = take(clerk->sealDocument().open(draft->id));
    if (sealing) {
        take(clerk->sealDocument().seal(draft->id, sealing->sha256, *clerk->profile().sealKey, m_pin));
    }
    if (!m_failed) {
        take(clerk->sendDocument().send(draft->id));
    }
    sync(office, Role::Clerk);
    return draft->id;
}

void OfficeLife::receive(int office) {
    sync(office, Role::Clerk);
    if (OfficeSession* clerk = desk(office, Role::Clerk)) {
        take(clerk->judgeIncoming().judgePending());
    }
}

std::optional<DocumentId> OfficeLife::incoming(OfficeSession& at, const QString& subject) {
    const auto waiting = take(at.queryDocuments().list(Folder::ToAccept));
    for (const DocumentSummary& document : waiting.value_or(QList<DocumentSummary>())) {
        if (document.subject.startsWith(subject)) {
            return document.id;
        }
    }
    return std::nullopt;
}

std::optional<DocumentId> OfficeLife::accept(int office, const QString& subject, const QDate& due) {
    OfficeSession* clerk = desk(office, Role::Clerk);
    const auto id = clerk ? incoming(*clerk, subject) : std::nullopt;
    if (id) {
        ArrivalForm form;
        form.dueDate = due;
        take(clerk->acceptIncoming().accept(*id, form));
        sync(office, Role::Clerk);
    }
    return id;
}

void OfficeLife::refuse(int office, const QString& subject, const QString& reason) {
    OfficeSession* clerk = desk(office, Role::Clerk);
    if (const auto id = clerk ? incoming(*clerk, subject) : std::nullopt) {
        need(clerk->refuseIncoming().refuse(*id, reason));
        sync(office, Role::Clerk);
    }
}

void OfficeLife::file(int office, const QString& title, const QList<std::optional<DocumentId>>& documents) {
    OfficeSession* clerk = desk(office, Role::Clerk);
    const auto dossier = clerk ? take(clerk->dossiers().open({{}, title, {}})) : std::nullopt;
    for (const auto& document : documents) {
        if (dossier && document) {
            need(clerk->dossiers().file(*dossier, *document));
        }
    }
    sync(office, Role::Clerk);
}

} // namespace

Result<void> playSamples(const DemoWorld& world, const Programs& programs) {
    OfficeLife life(world, programs);
    const QDate today = vietnamToday();
    const auto plan = life.write(sampleText(Sample::OutgoingPlan), homeOffice, Until::Sent);
    const auto budget = life.write(sampleText(Sample::Budget), financeOffice, Until::Sent);
    for (const int office : {provinceOffice, financeOffice, homeOffice}) {
        life.receive(office);
    }
    life.accept(provinceOffice, sampleText(Sample::OutgoingPlan).subject, {});
    life.refuse(financeOffice, sampleText(Sample::OutgoingPlan).subject, u"Thiếu phụ lục kinh phí kèm theo"_s);
    const auto accepted = life.accept(homeOffice, sampleText(Sample::Budget).subject, today.addDays(2));

    for (const Sample sample : {Sample::Regulation, Sample::UrgentReview}) {
        life.write(sampleText(sample), provinceOffice, Until::Sent);
    }
    for (const Sample sample : {Sample::Disbursement, Sample::Training}) {
        life.write(sampleText(sample), financeOffice, Until::Sent);
    }
    life.write(sampleText(Sample::DigitisationDecision), homeOffice, Until::Submitted);
    life.write(sampleText(Sample::AnswerDraft), homeOffice, Until::Submitted);
    life.write(sampleText(Sample::AppointmentDecision), homeOffice, Until::Signed);
    life.write(sampleText(Sample::OfficerDraft), homeOffice, Until::Draft);
    life.write(sampleText(Sample::ClerkDraft), homeOffice, Until::Draft);
    life.receive(homeOffice);
    life.file(homeOffice, u"Kế hoạch số hóa và nộp lưu hồ sơ điện tử năm 2026"_s, {plan, accepted});
    return life.outcome();
}

} // namespace app::cli
