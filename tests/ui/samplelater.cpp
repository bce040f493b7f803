// SPDX-License-Identifier: GPL-3.0-or-later
// What the sample office derives later: evidence of signatures, from authorities that answer or do not, and the copy
// with the stamp.
#include "app/domain/vietnamtime.h"
#include "app/services/purposesigning.h"
#include "tests/ui/sampleoffice.h"
#include "tests/ui/samplereport.h"

#include <QDir>
#include <QFile>

#include <condition_variable>
#include <mutex>

namespace tests {

using namespace Qt::Literals::StringLiterals;

namespace {

void waitForStop(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait(lock, stop, [] { return false; });
}

} // namespace

void SampleOffice::waitForEvidence(const app::EvidenceJob& job) {
    const QMutexLocker lock(&m_mutex);
    m_evidence.insert(job.document.text(), job);
}

app::Result<std::optional<app::EvidenceJob>> SampleOffice::evidenceJob(const app::DocumentId& id) {
    const QMutexLocker lock(&m_mutex);
    const auto found = m_evidence.constFind(id.text());
    return found == m_evidence.cend() ? std::optional<app::EvidenceJob>() : std::optional(*found);
}

app::Result<QList<app::DocumentId>> SampleOffice::dueEvidence() {
    const QMutexLocker lock(&m_mutex);
    QList<app::DocumentId> due;
    for (const app::EvidenceJob& job : std::as_const(m_evidence)) {
        if (!job.rests && !job.nextAttempt.isValid()) {
            due << job.document;
        }
    }
    return due;
}

app::Result<app::EvidenceOutcome> SampleOffice::completeEvidence(const app::DocumentId& id, std::stop_token stop) {
    if (authoritySilent) {
        waitForStop(stop);
    }
    const QMutexLocker lock(&m_mutex);
    m_acts << (stop.stop_requested() ? u"complete:stopped"_s : u"complete"_s);
    const auto found = m_evidence.find(id.text());
    if (found == m_evidence.end()) {
        return std::unexpected(app::Error(u"evidence-nothing-waits"_s, {}));
    }
    app::EvidenceJob& job = *found;
    job.nextAttempt = QDateTime({2026, 11, 26}, {2, 30}, Qt::UTC);
    if (!stop.stop_requested()) {
        job.reached = evidenceReaches;
    }
    const app::EvidenceOutcome outcome{.document = id,
                                       .wanted = job.wanted,
                                       .reached = job.reached,
                                       .missing = job.missing,
                                       .error = job.error,
                                       .settled = job.reached >= job.wanted,
                                       .nextAttempt = job.nextAttempt};
    if (outcome.settled) {
        m_evidence.remove(id.text());
    }
    return outcome;
}

app::Result<app::EvidenceAnswer> SampleOffice::askEvidence(const app::DocumentId& id, std::stop_token stop) {
    if (authoritySilent) {
        waitForStop(stop);
    }
    const QMutexLocker lock(&m_mutex);
    m_acts << (stop.stop_requested() ? u"ask:stopped"_s : u"ask"_s);
    if (stop.stop_requested()) {
        return std::unexpected(app::Error(u"judging-cancelled"_s, {}));
    }
    app::EvidenceAnswer answer{.document = id};
    answer.report = authorityKnows ? sampleReport() : openReport();
    answer.verdict = answer.report.verdict;
    if (!authorityKnows) {
        answer.missing = {{.code = u"evidence-revocation-missing"_s,
                           .part = docsig::Part::Trust,
                           .weight = docsig::Weight::Doubt,
                           .page = -1,
                           .place = u"Nguyễn Văn A"_s,
                           .detail = {}}};
    }
    if (const auto found = m_verdicts.find(id.text()); found != m_verdicts.end()) {
        found->verdict = answer.verdict;
        found->report = answer.report;
    }
    return answer;
}

app::Result<QString> SampleOffice::openFile(const app::DocumentId& id, const QByteArray& sha256) {
    if (auto noted = note(u"view "_s + id.text() + u' ' + QString::fromLatin1(sha256)); !noted) {
        return std::unexpected(noted.error());
    }
    return m_letter;
}

app::Result<void> SampleOffice::saveFile(const app::DocumentId& id, const QByteArray& sha256, const QString& path) {
    return note(u"save "_s + id.text() + u' ' + QString::fromLatin1(sha256) + u' ' + path);
}

app::Result<QString> SampleOffice::arrivalCopy(const app::DocumentId& id) {
    if (auto noted = note(u"arrival-copy"_s); !noted) {
        return std::unexpected(noted.error());
    }
    const auto document = detail(id);
    QFile original(m_letter);
    if (!document || !original.open(QIODevice::ReadOnly)) {
        return std::unexpected(app::Error(u"document-not-found"_s, {}));
    }
    app::PurposeTask task;
    task.purpose = app::SigningPurpose::IncomingStamp;
    task.agency = m_profile.agency.name;
    task.arrival.number = QString::number(document->summary.arrivalNumber);
    task.arrival.date = document->arrivalDate;
    const QByteArray pdf = original.readAll();
    const docsig::VerifyClient verifier(QStringLiteral(CONGVAN_BIN_DIR "/congvan-verify"), QString());
    const app::PurposeSigning stamping(verifier, renderProgram());
    const auto plan = stamping.plan(pdf, task);
    const auto stamped = plan ? stamping.stamp(pdf, *plan) : std::unexpected(plan.error());
    if (!stamped) {
        return std::unexpected(stamped.error());
    }
    QFile copy(QDir(m_folder).filePath(u"den.pdf"_s));
    if (!copy.open(QIODevice::WriteOnly) || copy.write(*stamped) != stamped->size()) {
        return std::unexpected(app::Error(u"store-failed"_s, {}));
    }
    return copy.fileName();
}

void SampleOffice::addChanges() {
    const QMutexLocker lock(&m_mutex);
    int number = 0;
    for (app::DocumentDetail& detail : m_documents) {
        if (detail.summary.folder == app::Folder::ToAccept && number < 2) {
            const bool recalled = number++ == 0;
            const auto kind = recalled ? app::ChangeKind::Withdraw : app::ChangeKind::Replace;
            const auto state = recalled ? app::ChangeOffer::State::Open : app::ChangeOffer::State::Told;
            detail.summary.mark = recalled ? app::ChangeMark::RecallOffered : app::ChangeMark::Replaced;
            detail.changes = {{.packetSha256 = "a",
                               .kind = kind,
                               .state = state,
                               .reason = u"Văn bản có sai sót ở căn cứ pháp lý."_s,
                               .received = detail.summary.time,
                               .answer = {},
                               .document = std::nullopt}};
        }
    }
}

void SampleOffice::askTime() {
    addWork(true);
    const QMutexLocker lock(&m_mutex);
    for (app::DocumentDetail& detail : m_documents) {
        if (detail.work.size() == 3) {
            detail.summary.folder = app::Folder::ToDirect;
            detail.actions.canAnswerTime = true;
            detail.work[1].askedUntil = QDate(2026, 12, 9);
            detail.work[1].askedWhy = u"Chờ ý kiến của Sở Tài chính"_s;
        }
    }
}

void SampleOffice::giveWork() {
    const QMutexLocker lock(&m_mutex);
    for (app::DocumentDetail& detail : m_documents) {
        if (detail.summary.folder == app::Folder::ToHandle) {
            detail.summary.state = app::DocumentState::Registered;
            detail.actions.canAskTime = true;
            detail.work = {{.to = m_profile.person.mailbox(),
                            .role = app::WorkRole::Lead,
                            .by = m_profile.agency.id.text() + u"/lanhdao"_s,
                            .at = detail.summary.time,
                            .words = u"Giao chủ trì tham mưu văn bản trả lời đúng hạn."_s,
                            .dueDate = QDate(2026, 11, 30)}};
        }
    }
}

void SampleOffice::addTwin(const QString& number) {
    const QMutexLocker lock(&m_mutex);
    for (app::DocumentDetail& detail : m_documents) {
        if (detail.summary.folder == app::Folder::ToAccept) {
            detail.links.append({.kind = app::DocumentLink::Kind::SameAs,
                                 .document = std::nullopt,
                                 .number = number,
                                 .subject = detail.summary.subject});
        }
    }
}

void SampleOffice::addWork(bool directed) {
    const QMutexLocker lock(&m_mutex);
    const QString own = m_profile.person.mailbox();
    const QString organ = m_profile.agency.id.text();
    for (app::DocumentDetail& detail : m_documents) {
        if (detail.summary.folder != app::Folder::ToHandle) {
            continue;
        }
        const QDateTime at = detail.summary.time;
        detail.summary.state = app::DocumentState::Registered;
        detail.actions = {};
        detail.actions.canDirect = true;
        detail.actions.canHandle = true;
        app::WorkLine presented{.to = own, .role = app::WorkRole::Direct, .by = organ + u"/vanthu"_s, .at = at};
        if (!directed) {
            detail.summary.folder = app::Folder::ToDirect;
            detail.actions.canPresent = true;
            detail.actions.canReply = true;
            detail.work = {presented};
            continue;
        }
        detail.summary.folder = app::Folder::Following;
        presented.state = app::WorkState::Done;
        const QString words = u"Giao chủ trì tham mưu văn bản trả lời đúng hạn."_s;
        const QDate due(2026, 11, 30);
        detail.work = {presented,
                       {.to = organ + u"/chuyenvien"_s,
                        .role = app::WorkRole::Lead,
                        .by = own,
                        .at = at,
                        .words = words,
                        .dueDate = due,
                        .state = app::WorkState::Working,
                        .note = u"Đã lấy ý kiến các phòng"_s},
                       {.to = organ + u"/truongphong"_s,
                        .role = app::WorkRole::Support,
                        .by = own,
                        .at = at,
                        .words = words,
                        .dueDate = due}};
    }
}

app::Result<void> SampleOffice::present(const app::DocumentId&, const QString& mailbox) {
    return note(u"present:"_s + mailbox);
}

app::Result<void> SampleOffice::direct(const app::DocumentId&, const app::Directive& directive) {
    QStringList shares;
    for (const app::WorkShare& share : directive.shares) {
        shares << app::workRoleKey(share.role) + u'=' + share.to;
    }
    return note(u"direct:%1:%2:%3"_s.arg(shares.join(u','), directive.dueDate.toString(Qt::ISODate), directive.words));
}

app::Result<void> SampleOffice::noteDeed(app::AuditDeed deed, const app::DocumentId& id, const QString&) {
    const QMutexLocker lock(&m_mutex);
    if (!m_deedFault.code.isEmpty()) {
        return std::unexpected(m_deedFault);
    }
    m_deeds.append(app::auditDeedKey(deed) + u':' + id.text());
    return {};
}

QStringList SampleOffice::deeds() const {
    const QMutexLocker lock(&m_mutex);
    return m_deeds;
}

void SampleOffice::failDeeds(const app::Error& error) {
    const QMutexLocker lock(&m_mutex);
    m_deedFault = error;
}

app::Result<void> SampleOffice::giveBackWork(const app::DocumentId&, const QString& reason) {
    return note(u"give-back-work:"_s + reason);
}

app::Result<void> SampleOffice::askMoreTime(const app::DocumentId&, const QDate& until, const QString& reason) {
    return note(u"ask-time:%1:%2"_s.arg(until.toString(Qt::ISODate), reason));
}

app::Result<void> SampleOffice::answerMoreTime(const app::DocumentId&, const app::WorkTime& answer) {
    return note((answer.granted ? u"grant-time:%1:%2"_s : u"refuse-time:%1:%2"_s)
                    .arg(answer.to.section(u'/', -1), answer.words));
}

app::Person SampleOffice::acting() {
    const QMutexLocker lock(&m_mutex);
    app::Person self = m_profile.person;
    for (const app::Delegation& known : std::as_const(m_delegations)) {
        if (known.to == self.mailbox()) {
            self.standsFor << known.by;
        }
    }
    return self;
}

app::Result<QList<app::Delegation>> SampleOffice::delegations() {
    const QMutexLocker lock(&m_mutex);
    return m_delegations;
}

app::Result<void> SampleOffice::delegate(const app::DelegationForm& form) {
    return note(u"delegate:%1:%2:%3:%4"_s.arg(form.to.section(u'/', -1), form.from.toString(Qt::ISODate),
                                              form.until.toString(Qt::ISODate), form.words));
}

app::Result<void> SampleOffice::endDelegation(const QString& id) {
    return note(u"end-delegation:"_s + id);
}

void SampleOffice::beAway(const QString& login, const QString& to, int days) {
    const QMutexLocker lock(&m_mutex);
    const QString organ = m_profile.agency.id.text() + u'/';
    const QDate today = app::vietnamToday();
    m_delegations << app::Delegation{.id = u"mau-%1"_s.arg(m_delegations.size()),
                                     .by = organ + login,
                                     .to = to.isEmpty() ? QString() : organ + to,
                                     .from = today,
                                     .until = today.addDays(days),
                                     .words = u"Đi công tác"_s,
                                     .written = QDateTime::currentDateTimeUtc(),
                                     .ended = {}};
}

app::Result<QList<app::RightsChange>> SampleOffice::changedRights() {
    const QMutexLocker lock(&m_mutex);
    return rights;
}

app::Result<QList<app::Unit>> SampleOffice::units() {
    const auto all = people();
    return all ? app::Result<QList<app::Unit>>(app::unitsOfPeople(*all)) : std::unexpected(all.error());
}

app::Result<void> SampleOffice::nameUnit(const QString& unit, const QString& name) {
    if (auto noted = note(u"unit:%1:%2"_s.arg(unit, name)); !noted) {
        return noted;
    }
    const QMutexLocker lock(&m_mutex);
    unitNames[unit] = name;
    return {};
}

app::Result<void> SampleOffice::confirmRights(const QString& mailbox) {
    const QMutexLocker lock(&m_mutex);
    if (!refuseWith.isEmpty()) {
        return std::unexpected(app::Error(refuseWith, {}));
    }
    rights.removeIf([&](const app::RightsChange& change) { return change.mailbox == mailbox; });
    m_acts << u"confirm:"_s + mailbox;
    return {};
}

void SampleOffice::addApplication() {
    const QMutexLocker lock(&m_mutex);
    for (app::DocumentDetail& detail : m_documents) {
        if (detail.summary.folder == app::Folder::ToAccept) {
            detail.summary.application = u"one-stop"_s;
            detail.summary.kindName = u"Hồ sơ một cửa"_s;
            detail.summary.number = u"H99.03-261126-0007"_s;
            detail.summary.subject = u"Cấp giấy chứng nhận đăng ký hộ kinh doanh"_s;
            detail.applicationType = u"motcua"_s;
            detail.extras = {{.name = u"MaHoSo"_s, .value = u"H99.03-261126-0007"_s},
                             {.name = u"TenThuTuc"_s, .value = u"Đăng ký thành lập hộ kinh doanh"_s},
                             {.name = u"NgayHenTra"_s, .value = u"01/12/2026"_s}};
            return;
        }
    }
}

app::Result<QList<app::BookEntry>> SampleOffice::applicationBooks(int) {
    app::BookEntry entry;
    entry.stream = u"book/H99.02/2026-incoming-one-stop"_s;
    entry.number = 4;
    entry.date = app::vietnamToday();
    entry.counterpart = u"Sở Tài chính"_s;
    entry.documentNumber = u"H99.03-261126-0007"_s;
    entry.subject = u"Cấp giấy chứng nhận đăng ký hộ kinh doanh"_s;
    entry.by = u"H99.02/vanthu"_s;
    return QList{entry};
}

app::Result<void> SampleOffice::markUnread(const app::DocumentId&) {
    return note(u"unread"_s);
}

app::Result<QList<app::UndoOffer>> SampleOffice::undoOffers(const app::DocumentId&) {
    const QMutexLocker lock(&m_mutex);
    return undoable;
}

app::Result<void> SampleOffice::undo(const app::DocumentId&, const QString& act) {
    return note(u"undo:"_s + act);
}

app::Result<void> SampleOffice::comment(const app::DocumentId&, const QString& text, const QStringList& files) {
    return note(u"comment:"_s + text + (files.isEmpty() ? QString() : u" + "_s + files.join(u" + "_s)));
}

app::Result<QList<app::DocumentId>> SampleOffice::unreadMentions() {
    const QMutexLocker lock(&m_mutex);
    QList<app::DocumentId> found;
    for (const app::DocumentDetail& detail : std::as_const(m_documents)) {
        if (detail.summary.mentioned) {
            found << detail.summary.id;
        }
    }
    return found;
}

void SampleOffice::addComments() {
    const QMutexLocker lock(&m_mutex);
    const QString organ = m_profile.agency.id.text();
    const QString own = m_profile.person.mailbox();
    for (app::DocumentDetail& detail : m_documents) {
        if (detail.summary.folder == app::Folder::ToHandle && detail.comments.isEmpty()) {
            detail.summary.mentioned = true;
            detail.actions.canComment = true;
            detail.comments = {
                {.by = organ + u"/giamdoc"_s,
                 .at = QDateTime({2026, 11, 24}, {1, 15}, Qt::UTC),
                 .text = u"Đề nghị rà soát lại số liệu tại phụ lục 2 trước khi trả lời; @chuyenvien đối chiếu "
                         "với báo cáo quý III."_s,
                 .mentions = {organ + u"/chuyenvien"_s}},
                {.by = organ + u"/chuyenvien"_s,
                 .at = QDateTime({2026, 11, 24}, {2, 40}, Qt::UTC),
                 .text = u"Đã đối chiếu, số liệu khớp.\n<b>Chưa có</b> ý kiến của phòng Tài chính."_s,
                 .files = {{.name = u"Biểu số liệu đối chiếu.xlsx"_s, .sha256 = "5", .size = 38'400}}},
                {.by = organ + u"/truongphong"_s,
                 .at = QDateTime({2026, 11, 24}, {17, 5}, Qt::UTC),
                 .text = u"Phòng thống nhất."_s,
                 .mentions = {own},
                 .isPending = true}};
            return;
        }
    }
}

app::Result<void> SampleOffice::finish(const app::DocumentId&) {
    return note(u"finish"_s);
}

app::Result<app::RecallReceipt> SampleOffice::recall(const app::DocumentId&, const QString& reason,
                                                     const app::PacketSeal* seal) {
    if (auto noted = note((seal ? u"recall-signed:"_s : u"recall:"_s) + reason); !noted) {
        return std::unexpected(noted.error());
    }
    return app::RecallReceipt{.asked = {{.id = {}, .name = u"Sở Tài chính"_s}}};
}

app::Result<app::RecallEffect> SampleOffice::changeEffect(const app::DocumentId& id) {
    const QMutexLocker lock(&m_mutex);
    const app::DocumentDetail* known = find(id);
    if (!known || known->changes.isEmpty()) {
        return std::unexpected(app::Error(u"no-open-change"_s, {}));
    }
    return app::RecallEffect{.offer = known->changes.first(),
                             .state = app::DocumentState::Registered,
                             .arrivalNumber = 1187,
                             .answers = {u"45/SNV-VP"_s},
                             .dossiers = 1,
                             .isAssigned = true};
}

app::Result<void> SampleOffice::agreeToChange(const app::DocumentId&) {
    return note(u"agree"_s);
}

app::Result<void> SampleOffice::refuseChange(const app::DocumentId&, const QString& reason) {
    return note(u"refuse-change:"_s + reason);
}

} // namespace tests
