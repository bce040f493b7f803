// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sampleoffice.h"

#include "app/domain/actions.h"
#include "app/domain/vietnamtime.h"
#include "tests/ui/samplepage.h"
#include "tests/ui/samplereport.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMutexLocker>

namespace tests {

using namespace Qt::Literals::StringLiterals;
using app::DocumentState;
using app::Folder;
using docsig::Judgement;
using docsig::Verdict;

namespace {

app::OrganId organ(const char16_t* code) {
    return *app::OrganId::parse(QStringView(code));
}

} // namespace

SampleOffice::SampleOffice(app::Role role, const QString& folder)
    : m_folder(folder) {
    m_profile.folder = folder;
    m_profile.person.organ = organ(u"H99.02");
    m_profile.person.login = u"vanthu"_s;
    m_profile.person.name = role == app::Role::Leader ? u"Trần Thị B"_s : u"Lê Thị Hoa"_s;
    m_profile.person.role = role;
    m_profile.person.title = u"GIÁM ĐỐC"_s;
    m_profile.agency.id = organ(u"H99.02");
    m_profile.agency.name = u"Sở Nội vụ"_s;
    m_profile.signatureKey = app::Pkcs12File{u"/keys/giamdoc.p12"_s};
    m_profile.evidence.timeStampAddress = u"http://tsa.ca.gov.vn"_s;
    m_profile.sealKey = app::Pkcs12File{u"/keys/sonoivu.p12"_s};
    m_letter = layOut(false);
    m_decision = layOut(true);

    const auto say = [this](app::DocumentDetail& detail, Verdict verdict, const QString& finding) {
        app::IncomingVerdict judged{
            .document = detail.summary.id, .verdict = verdict, .report = sampleReport(), .sender = {}, .judgedAt = {}};
        judged.report.verdict = verdict;
        if (!finding.isEmpty()) {
            docsig::Finding found;
            found.code = finding;
            found.part = verdict == Verdict::Invalid ? docsig::Part::Coverage : docsig::Part::Trust;
            found.weight = verdict == Verdict::Invalid ? docsig::Weight::Fault : docsig::Weight::Doubt;
            judged.report.signatures.first().findings << found;
            if (verdict == Verdict::CannotTell) {
                judged.report.signatures.first().trust = Judgement::CannotTell;
            }
        }
        judged.sender.judgement = Judgement::Valid;
        judged.sender.sealName = detail.issuer.name;
        m_verdicts.insert(detail.summary.id.text(), judged);
        detail.summary.verdict =
            app::VerdictFacts{.verdict = verdict, .signatures = 2, .worstFinding = finding, .judgedAt = {}};
    };
    auto& first = add(Folder::ToAccept, u"Ủy ban nhân dân tỉnh"_s,
                      u"V/v rà soát danh mục hồ sơ và kế hoạch nộp lưu hồ sơ điện tử năm 2026"_s, u"412/UBND-NC"_s);
    first.summary.urgency = app::Urgency::Urgent;
    first.summary.unread = true;
    say(first, Verdict::Valid, {});
    auto& second =
        add(Folder::ToAccept, u"Sở Tài chính"_s, u"Thông báo dự toán chi thường xuyên năm 2027"_s, u"88/TB-STC"_s);
    second.summary.unread = true;
    say(second, Verdict::Valid, {});
    auto& third =
        add(Folder::ToAccept, u"Huyện ủy Bình Mẫu"_s, u"Giấy mời họp về công tác cán bộ quý IV"_s, u"31-GM/HU"_s);
    third.summary.unread = true;
    say(third, Verdict::CannotTell, u"revocation-unknown"_s);
    say(add(Folder::ToAccept, u"Công ty Cấp nước Mẫu"_s, u"Về việc điều chỉnh thời gian bảo trì hệ thống"_s,
            u"12/CNM-KD"_s),
        Verdict::Invalid, u"page-content-changed"_s);
    auto& fifth =
        add(Folder::ToAccept, u"Bộ Nội vụ"_s, u"Hướng dẫn nghiệp vụ quản lý tài liệu lưu trữ số"_s, u"5120/HD-BNV"_s);
    fifth.summary.urgency = app::Urgency::Express;
    say(fifth, Verdict::Valid, {});
    say(add(Folder::ToAccept, u"Sở Y tế"_s, u"Trả lời Công văn số 377/SNV-VP về nhân sự y tế cơ sở"_s,
            u"214/SYT-TCCB"_s),
        Verdict::Valid, {});
    add(Folder::ToAccept, u"Chi cục Văn thư - Lưu trữ"_s, u"Tờ trình phê duyệt thời hạn bảo quản hồ sơ"_s,
        u"09/TTr-CCVTLT"_s);
    auto& handled =
        add(Folder::ToHandle, u"Sở Tài chính"_s, u"Đề nghị góp ý dự thảo quy chế chi tiêu"_s, u"91/STC-NS"_s);
    handled.summary.state = DocumentState::Registered;
    handled.summary.arrivalNumber = 1203;
    handled.arrivalDate = app::vietnamToday();
    handled.summary.dueDate = app::vietnamToday();
    handled.summary.reminded = app::ReminderStage::Before;
    say(handled, Verdict::Valid, {});

    const auto ours = [this](Folder where, DocumentState state, const QString& to, const QString& subject,
                             const QString& number) -> app::DocumentDetail& {
        auto& detail = add(where, to, subject, number);
        detail.summary.incoming = false;
        detail.summary.state = state;
        detail.summary.kindName = u"Quyết định"_s;
        detail.kind = app::DocumentKind::QuyetDinh;
        detail.issuer = {organ(u"H99.02"), u"Sở Nội vụ"_s};
        detail.signer = {{}, u"GIÁM ĐỐC"_s, u"Trần Thị B"_s, u"H99.02/vanthu"_s};
        detail.author = u"H99.02/vanthu"_s;
        detail.receivers = {{organ(u"H99.03"), u"Sở Tài chính"_s}, {organ(u"H99.04"), u"Sở Y tế"_s}};
        return detail;
    };
    ours(Folder::Drafts, DocumentState::Draft, {}, u"Kế hoạch kiểm tra công tác văn thư năm 2027"_s, {});
    ours(Folder::Drafts, DocumentState::Returned, u"Sở Y tế"_s, u"Trả lời về chỉ tiêu biên chế"_s, {}).reason =
        u"Bổ sung số liệu quý III."_s;
    ours(Folder::ToSign, DocumentState::WaitingForSignature, u"Sở Tài chính, Sở Y tế"_s,
         u"Phê duyệt Đề án số hóa tài liệu lưu trữ giai đoạn 2026–2030"_s, {})
        .summary.urgency = app::Urgency::Urgent;
    ours(Folder::ToSign, DocumentState::WaitingForSignature, u"Sở Tài chính"_s, u"Công văn trả lời Sở Tài chính"_s, {});
    ours(Folder::ToSign, DocumentState::WaitingForSignature, u"UBND các huyện"_s, u"Thông báo kết luận họp giao ban"_s,
         {});
    ours(Folder::ToIssue, DocumentState::Signed, u"Sở Tài chính"_s, u"Quyết định cử cán bộ đi học"_s, {});
    ours(Folder::ToIssue, DocumentState::Numbered, u"Sở Y tế"_s, u"Quyết định thành lập tổ công tác"_s, u"06/QĐ-SNV"_s);
    ours(Folder::ToIssue, DocumentState::Sealed, u"Sở Y tế"_s, u"Quyết định khen thưởng"_s, u"05/QĐ-SNV"_s);
    auto& sent = ours(Folder::Issued, DocumentState::Sent, u"Sở Tài chính, Sở Y tế"_s,
                      u"Quyết định ban hành quy chế công tác văn thư"_s, u"04/QĐ-SNV"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    sent.trail << app::TrailLine{{organ(u"H99.03"), u"Sở Tài chính"_s}, u"03"_s, {}, now, {}, {}}
               << app::TrailLine{{organ(u"H99.04"), u"Sở Y tế"_s}, u"02"_s, {}, now, u"Gửi nhầm nơi nhận"_s, {}};
    sent.history << app::HistoryLine{u"signed"_s, u"H99.02/giamdoc"_s, {}, now, u"Trần Thị B"_s, false}
                 << app::HistoryLine{u"sent"_s, u"H99.02/vanthu"_s, {}, now, {}, true};

    app::DossierSummary dossier{.id = app::DossierId::create(),
                                .code = u"H99.02.2026.01"_s,
                                .title = u"Hồ sơ xây dựng quy chế công tác văn thư năm 2026"_s,
                                .retention = u"06"_s,
                                .opened = now,
                                .closed = {},
                                .documents = 1};
    m_dossiers << app::DossierDetail{.summary = dossier, .openedBy = {}, .closedBy = {}, .documents = {sent.summary}};
}

app::DocumentDetail& SampleOffice::add(Folder folder, const QString& who, const QString& subject,
                                       const QString& number) {
    // Ids that are the same in every run.
    const app::DocumentId id = app::DocumentId::ofName(QByteArray::number(int(m_documents.size())));
    app::DocumentDetail detail{.summary = {.id = id}};
    detail.summary.folder = folder;
    detail.summary.incoming = folder == Folder::ToAccept || folder == Folder::ToHandle;
    detail.summary.state = DocumentState::Arrived;
    detail.summary.counterpart = who;
    detail.summary.subject = subject;
    detail.summary.number = number;
    detail.summary.kindName = u"Công văn"_s;
    detail.summary.time = QDateTime::currentDateTimeUtc().addSecs(-1900 * m_documents.size());
    detail.issuer = {organ(u"H99.01"), who};
    detail.kind = app::DocumentKind::CongVan;
    detail.date = app::vietnamToday();
    m_documents << detail;
    return m_documents.last();
}

void SampleOffice::addMany(int count) {
    for (int index = 0; index < count; ++index) {
        add(Folder::ToAccept, u"Cơ quan số %1"_s.arg(index),
            u"Văn bản thử số %1 có trích yếu dài vừa phải"_s.arg(index), u"%1/CQ-VP"_s.arg(index));
    }
}

QString SampleOffice::layOut(bool decision) {
    // The same pages for every office of this process: laying out takes longer than all else here.
    const auto make = [](bool which) {
        auto page = samplePage(which);
        page.initials = true;
        return app::layOut(page);
    };
    static const app::Result<app::LaidOutDocument> letter = make(false);
    static const app::Result<app::LaidOutDocument> order = make(true);
    const app::Result<app::LaidOutDocument>& laidOut = decision ? order : letter;
    const QString path = QDir(m_folder).filePath(decision ? u"quyet-dinh.pdf"_s : u"cong-van.pdf"_s);
    QFile file(path);
    if (laidOut && file.open(QIODevice::WriteOnly)) {
        file.write(laidOut->pdf);
        if (decision) {
            m_decisionPage = *laidOut;
        }
    }
    return path;
}

QStringList SampleOffice::acts() const {
    const QMutexLocker lock(&m_mutex);
    return m_acts;
}

app::Result<void> SampleOffice::note(const QString& act) {
    const QMutexLocker lock(&m_mutex);
    if (!refuseWith.isEmpty()) {
        return std::unexpected(app::Error(refuseWith, {}));
    }
    m_acts << act;
    return {};
}

app::DocumentDetail* SampleOffice::find(const app::DocumentId& id) {
    for (app::DocumentDetail& detail : m_documents) {
        if (detail.summary.id == id) {
            return &detail;
        }
    }
    return nullptr;
}

app::Profile SampleOffice::profile() const {
    return m_profile;
}

app::Result<void> SampleOffice::saveProfile(const app::Profile& profile) {
    m_profile = profile;
    return {};
}

QString SampleOffice::renderProgram() const {
    return QStringLiteral(CONGVAN_BIN_DIR "/congvan-render");
}

app::Result<app::FolderCounts> SampleOffice::counts() {
    const QMutexLocker lock(&m_mutex);
    app::FolderCounts counts;
    for (const app::DocumentDetail& detail : m_documents) {
        switch (detail.summary.folder) {
        case Folder::ToAccept:
            ++counts.toAccept;
            counts.unread += detail.summary.unread ? 1 : 0;
            break;
        case Folder::ToDirect:
            ++counts.toDirect;
            break;
        case Folder::ToHandle:
            ++counts.toHandle;
            break;
        case Folder::Following:
            ++counts.following;
            break;
        case Folder::Drafts:
            ++counts.drafts;
            break;
        case Folder::ToSign:
            ++counts.toSign;
            break;
        case Folder::ToIssue:
            ++counts.toIssue;
            break;
        default:
            break;
        }
    }
    counts.overdue = 2;
    for (const app::Opinion& one : std::as_const(m_opinions)) {
        const app::OpinionMember* member = one.member(m_profile.person.mailbox());
        counts.opinions += member && !member->answer() && !one.isClosed() ? 1 : 0;
    }
    for (const app::Meeting& one : std::as_const(m_meetings)) {
        const app::MeetingMember* member = one.member(m_profile.person.mailbox());
        counts.meetings += member && !member->answer() && !one.isOver() ? 1 : 0;
    }
    return counts;
}

app::Result<app::DocumentDetail> SampleOffice::detail(const app::DocumentId& id) {
    const QMutexLocker lock(&m_mutex);
    const app::DocumentDetail* known = find(id);
    if (!known) {
        return std::unexpected(app::Error(u"document-not-found"_s, {}));
    }
    app::DocumentDetail detail = *known;
    detail.actions = app::actionsFor(detail, m_profile.person);
    return detail;
}

app::Result<QString> SampleOffice::mainPdf(const app::DocumentId& id) {
    const QMutexLocker lock(&m_mutex);
    const app::DocumentDetail* known = find(id);
    return known && (!known->summary.incoming || known->paper) ? m_decision : m_letter;
}

app::Result<void> SampleOffice::markRead(const app::DocumentId&) {
    return {};
}

app::Result<QList<app::BookEntry>> SampleOffice::book(int, bool incoming) {
    QList<app::BookEntry> entries;
    for (int number = 1; number <= 30; ++number) {
        app::BookEntry entry;
        entry.stream = incoming ? u"book/H99.02/2026-incoming"_s : u"book/H99.02/2026-outgoing-vb"_s;
        entry.sequence = number;
        entry.number = 1173 + number;
        entry.notation = u"QĐ-SNV"_s;
        entry.date = app::vietnamToday();
        entry.counterpart = incoming ? u"Sở Tài chính"_s : QString();
        entry.documentNumber = u"%1/STC-NS"_s.arg(number);
        entry.packetSha256 = number % 8 == 4 ? QByteArray() : QByteArray(64, 'a'); // some came on paper
        entry.subject = u"Về việc thực hiện kế hoạch công tác quý IV"_s;
        entry.by = u"H99.02/vanthu"_s;
        entry.voided = number == 7;
        entry.voidReason = u"Ghi nhầm ngày"_s;
        entries << entry;
    }
    return entries;
}

app::Result<QList<app::BookOverview>> SampleOffice::books(int) {
    const QMutexLocker lock(&m_mutex);
    return QList<app::BookOverview>{
        {.stream = u"book/H99.02/2026-incoming"_s, .lastNumber = 1203, .voided = 1, .closing = closing},
        {.stream = u"book/H99.02/2026-outgoing-vb"_s, .lastNumber = 1203, .voided = 1}};
}

app::Result<void> SampleOffice::closeBook(const QString& stream, int lastNumber, const QString& reason) {
    auto noted = note(u"close:%1:%2:%3"_s.arg(stream).arg(lastNumber).arg(reason));
    const QMutexLocker lock(&m_mutex);
    if (noted) {
        closing = app::BookClosing{.sequence = 99,
                                   .lastNumber = lastNumber,
                                   .reason = reason,
                                   .by = u"H99.02/vanthu"_s,
                                   .at = QDateTime::currentDateTimeUtc()};
    }
    return noted;
}

app::Result<void> SampleOffice::voidNumber(const QString& stream, int number, const QString& reason) {
    return note(u"void:%1:%2:%3"_s.arg(stream).arg(number).arg(reason));
}

app::Result<QList<app::Person>> SampleOffice::leaders() {
    app::Person leader;
    leader.organ = organ(u"H99.02");
    leader.login = u"giamdoc"_s;
    leader.name = u"Trần Thị B"_s;
    leader.title = u"GIÁM ĐỐC"_s;
    leader.role = app::Role::Leader;
    return QList<app::Person>{leader};
}

app::Result<std::optional<app::IncomingVerdict>> SampleOffice::verdict(const app::DocumentId& id) {
    const QMutexLocker lock(&m_mutex);
    const auto found = m_verdicts.constFind(id.text());
    return found == m_verdicts.cend() ? std::optional<app::IncomingVerdict>() : std::optional(*found);
}

app::Result<app::IncomingVerdict> SampleOffice::judge(const app::DocumentId&, std::stop_token) {
    return std::unexpected(app::Error(u"judging-cancelled"_s, {}));
}

app::Result<int> SampleOffice::judgePending(std::stop_token) {
    return 0;
}

app::Result<void> SampleOffice::pinSeal(const app::DocumentId&) {
    return note(u"pin"_s);
}

docsig::SignatureReport SampleOffice::verifyFile(const QString&, std::stop_token) {
    return ownCannotTell ? openReport() : sampleReport();
}

app::Result<app::Draft> SampleOffice::startDraft(app::DocumentKind kind) {
    app::Draft draft;
    draft.id = app::DocumentId::create();
    draft.kind = kind;
    draft.superiorName = u"UBND TỈNH MẪU"_s;
    draft.organName = u"SỞ NỘI VỤ"_s;
    draft.notation = kind == app::DocumentKind::QuyetDinh ? u"QĐ-SNV"_s : u"SNV-VP"_s;
    draft.placeName = u"Tỉnh Mẫu"_s;
    draft.issuingAuthority = u"GIÁM ĐỐC SỞ NỘI VỤ"_s;
    draft.signer = {{}, u"GIÁM ĐỐC"_s, u"Trần Thị B"_s, u"H99.02/giamdoc"_s};
    draft.recipients = {u"Như trên"_s, u"Lưu: VT, VP"_s};
    return draft;
}

app::Result<app::Draft> SampleOffice::loadDraft(const app::DocumentId&) {
    return startDraft(app::DocumentKind::CongVan);
}

app::Result<void> SampleOffice::saveDraft(const app::Draft& draft) {
    return note(u"save:"_s + draft.subject);
}

app::Result<void> SampleOffice::removeDraft(const app::DocumentId&) {
    return note(u"remove"_s);
}

app::Result<app::LaidOutDocument> SampleOffice::preview(const app::Draft& draft) {
    app::OfficialDocument page;
    page.form = draft.kind == app::DocumentKind::QuyetDinh ? app::OfficialDocument::Form::QuyetDinh
                                                           : app::OfficialDocument::Form::CongVan;
    page.parentAgency = draft.superiorName;
    page.agency = draft.organName;
    page.notation = draft.notation;
    page.placeName = draft.placeName;
    page.subject = draft.subject;
    page.addressees = draft.addressees;
    page.body = draft.body;
    page.recipients = draft.recipients;
    page.signer = {draft.signer.competence, draft.signer.position, draft.signer.fullName};
    return app::layOut(page);
}

app::Result<void> SampleOffice::submit(const app::DocumentId&, const QString& signerMailbox) {
    return note(u"submit:"_s + signerMailbox);
}

app::Result<app::DocumentId> SampleOffice::importPdf(const QString& path, const app::Draft& metadata) {
    if (auto noted = note(u"import:"_s + path); !noted) {
        return std::unexpected(noted.error());
    }
    return metadata.id;
}

app::Result<app::SigningView> SampleOffice::view(const app::DocumentId&) {
    app::SigningView view;
    view.path = m_decision;
    view.pdf = m_decisionPage.pdf;
    view.sha256 = QCryptographicHash::hash(view.pdf, QCryptographicHash::Sha256).toHex();
    view.report.verdict = Verdict::Unsigned;
    view.place = m_decisionPage.places.leaderSignature;
    view.certificateFindings = certificateConcerns;
    view.certificate = sampleCertificate(u"Trần Thị B"_s, u"Giám đốc"_s, u"Sở Nội vụ tỉnh Mẫu"_s);
    return view;
}

app::Result<app::SigningView> SampleOffice::openToSign(const app::DocumentId& id) {
    return view(id);
}

app::Result<app::SigningView> SampleOffice::openToSeal(const app::DocumentId& id) {
    return view(id);
}

app::Result<app::SigningReceipt> SampleOffice::take(const QString& act, const app::DocumentId& id,
                                                    const QByteArray& sha, const docsig::Pin& pin) {
    const auto shown = view(id);
    if (shown->sha256 != sha) {
        return std::unexpected(app::Error(u"signing-other-bytes"_s, {}));
    }
    if (pin.utf8() != rightPin.toUtf8()) {
        std::ignore = note(u"wrong-pin"_s);
        return std::unexpected(app::Error(u"pkcs12-wrong-pin"_s, {}));
    }
    if (auto noted = note(act); !noted) {
        return std::unexpected(noted.error());
    }
    const QMutexLocker lock(&m_mutex);
    if (app::DocumentDetail* detail = find(id)) {
        detail->summary.state = act == "sign"_L1 ? DocumentState::Signed : DocumentState::Sealed;
        detail->summary.folder = Folder::ToIssue;
    }
    app::SigningReceipt receipt;
    receipt.certificate = *shown->certificate;
    receipt.wanted = act == "sign"_L1 ? m_profile.evidence.levelOfSignatures() : m_profile.evidence.levelOfSeals();
    return receipt;
}

app::Result<app::SigningReceipt> SampleOffice::sign(const app::DocumentId& id, const QByteArray& shownSha256,
                                                    const app::KeySource&, const docsig::Pin& pin) {
    return take(u"sign"_s, id, shownSha256, pin);
}

app::Result<app::SigningReceipt> SampleOffice::seal(const app::DocumentId& id, const QByteArray& shownSha256,
                                                    const app::KeySource&, const docsig::Pin& pin) {
    return take(u"seal"_s, id, shownSha256, pin);
}

app::Result<void> SampleOffice::returnDraft(const app::DocumentId&, const QString& reason) {
    return note(u"return:"_s + reason);
}

app::Result<app::DocumentNumber> SampleOffice::expectedNumber(const app::DocumentId&) {
    return app::DocumentNumber{7, u"QĐ-SNV"_s, app::vietnamToday(), u"07/QĐ-SNV"_s};
}

app::Result<app::DocumentNumber> SampleOffice::number(const app::DocumentId& id, const QDate&, std::stop_token) {
    if (auto noted = note(u"number"_s); !noted) {
        return std::unexpected(noted.error());
    }
    return expectedNumber(id);
}

app::Result<int> SampleOffice::expectedArrivalNumber(const app::DocumentId&) {
    return 1204;
}

app::Result<app::ArrivalReceipt> SampleOffice::accept(const app::DocumentId& id, const app::ArrivalForm& form,
                                                      std::stop_token) {
    if (auto noted = note(u"accept:"_s + (form.withoutVerdict ? u"anyway"_s : u"valid"_s)); !noted) {
        return std::unexpected(noted.error());
    }
    const QMutexLocker lock(&m_mutex);
    if (app::DocumentDetail* detail = find(id)) {
        detail->summary.folder = Folder::ToHandle;
        detail->summary.state = DocumentState::Registered;
        detail->summary.arrivalNumber = 1204;
        detail->arrivalDate = form.date;
    }
    return app::ArrivalReceipt{1204, u"1204"_s, form.date};
}

app::Result<void> SampleOffice::refuse(const app::DocumentId& id, const QString& reason) {
    if (auto noted = note(u"refuse:"_s + reason); !noted) {
        return noted;
    }
    const QMutexLocker lock(&m_mutex);
    if (app::DocumentDetail* detail = find(id)) {
        detail->summary.folder = Folder::Done;
        detail->summary.state = DocumentState::Refused;
    }
    return {};
}

app::Result<app::Draft> SampleOffice::reply(const app::DocumentId&) {
    return startDraft(app::DocumentKind::CongVan);
}

app::Result<QList<app::DossierSummary>> SampleOffice::dossiers() {
    QList<app::DossierSummary> rows;
    for (const app::DossierDetail& dossier : std::as_const(m_dossiers)) {
        rows << dossier.summary;
    }
    return rows;
}

app::Result<app::DossierDetail> SampleOffice::dossier(const app::DossierId&) {
    return m_dossiers.first();
}

app::Result<app::DossierId> SampleOffice::openDossier(const app::DossierForm& form) {
    if (auto noted = note(u"dossier:"_s + form.title); !noted) {
        return std::unexpected(noted.error());
    }
    return m_dossiers.first().summary.id;
}

app::Result<void> SampleOffice::fileInto(const app::DossierId&, const app::DocumentId&) {
    return note(u"file"_s);
}

app::Result<void> SampleOffice::closeDossier(const app::DossierId&) {
    return note(u"close"_s);
}

app::Result<app::ExportReceipt> SampleOffice::exportDossier(const app::DossierId&, const QString& folder) {
    app::ExportReceipt receipt;
    receipt.folder = folder;
    return receipt;
}

app::Result<app::ExportCheck> SampleOffice::checkExport(const QString&) {
    return app::ExportCheck{};
}

app::Result<app::SyncSummary> SampleOffice::sync(const app::ProgressCallback&, std::stop_token) {
    return app::SyncSummary{};
}

app::SyncState SampleOffice::syncState() {
    app::SyncState state;
    state.reach = app::SyncState::Reach::Online;
    state.lastSync = QDateTime::currentDateTimeUtc();
    state.queued = 3;
    state.network = network;
    return state;
}

app::Result<void> SampleOffice::setNetwork(exchange::NetworkPolicy policy) {
    network = policy;
    return {};
}

} // namespace tests
