// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to members of the sample office.
#include "app/domain/vietnamtime.h"
#include "tests/ui/sampleoffice.h"

#include <QMutexLocker>

#include <algorithm>

namespace tests {

using namespace Qt::Literals::StringLiterals;
using app::Stance;

namespace {

/// In the morning in Vietnam, so many days from today.
QDateTime morning(int days) {
    return app::vietnamDayBegin(app::vietnamToday().addDays(days)).addSecs(9 * 3600 + 12 * 60);
}

app::OpinionAnswer answered(Stance stance, const QString& text, int days) {
    return {.stance = stance, .text = text, .at = morning(days)};
}

} // namespace

void SampleOffice::addOpinions(int more) {
    const QMutexLocker lock(&m_mutex);
    const QString office = m_profile.agency.id.text() + u'/';
    const QString self = m_profile.person.mailbox();
    app::Opinion rules{
        .id = app::OpinionId::ofName("quy chế"),
        .by = office + u"giamdoc"_s,
        .leader = office + u"giamdoc"_s,
        .subject = u"Dự thảo Quy chế làm việc của Sở Nội vụ năm 2027"_s,
        .text = u"Đề nghị các đồng chí cho ý kiến về dự thảo Quy chế, trong đó tập trung vào:\n"
                "– Điều 5: phân công công việc giữa Giám đốc và các Phó Giám đốc;\n"
                "– Điều 12: thời hạn xử lý văn bản đến."_s,
        .due = app::vietnamToday().addDays(4),
        .files = {{.name = u"Tờ trình và dự thảo Quy chế làm việc.pdf"_s,
                   .sha256 = QByteArray(64, 'a'),
                   .size = 412'000},
                  {.name = u"Bảng so sánh.ods"_s, .sha256 = QByteArray(64, 'b'), .size = 38'200}},
        .members = {{.mailbox = self}, {.mailbox = office + u"chuyenvien"_s}, {.mailbox = office + u"truongphong"_s}},
        .asked = morning(-1)};
    app::Opinion late = rules;
    late.id = app::OpinionId::ofName("biên chế");
    late.subject = u"Phương án phân bổ biên chế công chức năm 2027"_s;
    late.text.clear();
    late.files.clear();
    late.due = app::vietnamToday().addDays(-2);
    late.asked = morning(-9);
    app::Opinion own{.id = app::OpinionId::ofName("văn thư"),
                     .by = self,
                     .leader = office + u"giamdoc"_s,
                     .subject = u"Kế hoạch số hóa hồ sơ lưu trữ giai đoạn 2027–2030"_s,
                     .text = u"Đề nghị cho ý kiến về kinh phí và tiến độ."_s,
                     .due = app::vietnamToday().addDays(2),
                     .members = {{.mailbox = office + u"chuyenvien"_s,
                                  .answers = {answered(Stance::Agree, {}, -3),
                                              answered(Stance::Other,
                                                       u"Đề nghị bổ sung kinh phí bảo trì hệ thống sau năm 2028 và làm "
                                                       "rõ đơn vị chịu trách nhiệm kiểm tra chất lượng bản số hóa."_s,
                                                       -1)}},
                                 {.mailbox = office + u"truongphong"_s,
                                  .answers = {answered(Stance::Disagree, u"Tiến độ năm 2027 không khả thi."_s, -1)}},
                                 {.mailbox = office + u"phogiamdoc"_s}},
                     .asked = morning(-4)};
    if (more == 0) {
        app::OpinionAnswer inPlace = answered(Stance::Agree, u"Nhất trí với dự thảo."_s, -1);
        inPlace.by = office + u"chuyenvien"_s;
        inPlace.proof = QByteArray(64, 'c');
        inPlace.signature = app::AnswerSignature::Valid;
        own.members.append({.mailbox = office + u"phophong"_s, .answers = {inPlace}});
        own.members.append({.mailbox = u"H99.03"_s, .officeName = u"Sở Tài chính"_s});
    }
    for (int number = 0; number < more; ++number) {
        own.members.append({.mailbox = office + u"nguoi%1"_s.arg(number),
                            .answers = {answered(Stance::Other, u"Ý kiến số %1"_s.arg(number), -1)}});
    }
    app::Opinion closed = rules;
    closed.id = app::OpinionId::ofName("họp");
    closed.subject = u"Chương trình họp giao ban quý IV"_s;
    closed.text = u"Đề nghị cho ý kiến về chương trình."_s;
    closed.files.clear();
    closed.due = app::vietnamToday().addDays(-20);
    closed.asked = morning(-30);
    closed.members.first().answers = {answered(Stance::Agree, u"Nhất trí."_s, -25)};
    closed.closed = morning(-19);
    closed.closedBy = closed.by;
    m_opinions << late << rules << own << closed;
}

void SampleOffice::wantSignatures() {
    const QMutexLocker lock(&m_mutex);
    for (app::Opinion& one : m_opinions) {
        one.isSigned = true;
        app::weighSignatures(one);
    }
}

app::Result<QList<app::OpinionSummary>> SampleOffice::opinions() {
    const QMutexLocker lock(&m_mutex);
    QList<app::OpinionSummary> rows;
    const QString self = m_profile.person.mailbox();
    for (const app::Opinion& one : std::as_const(m_opinions)) {
        const app::OpinionMember* member = one.member(self);
        const app::OpinionAnswer* answer = member ? member->answer() : nullptr;
        rows.append({.id = one.id,
                     .subject = one.subject,
                     .by = one.by,
                     .leader = one.leader,
                     .due = one.due,
                     .asked = one.asked,
                     .closed = one.closed,
                     .members = int(one.members.size()),
                     .answered = app::tallyOf(one).answered(),
                     .isAsker = one.isAsker(self),
                     .own = answer ? std::optional(answer->stance) : std::nullopt});
    }
    return rows;
}

app::Result<app::Opinion> SampleOffice::opinion(const app::OpinionId& id) {
    const QMutexLocker lock(&m_mutex);
    const auto known = std::ranges::find(m_opinions, id, &app::Opinion::id);
    return known == m_opinions.end() ? std::unexpected(app::Error(u"opinion-not-found"_s, {}))
                                     : app::Result<app::Opinion>(*known);
}

app::Result<app::OpinionId> SampleOffice::askOpinion(const app::OpinionForm& form) {
    QStringList beside = form.files;
    for (const app::DocumentId& document : form.documents) {
        beside << document.text();
    }
    const auto noted = note(u"ask-opinion:%1:%2:%3:%4:%5"_s.arg(
        form.leader, form.subject, form.due.toString(Qt::ISODate), form.members.join(u','), beside.join(u',')));
    return noted ? app::Result<app::OpinionId>(app::OpinionId::create()) : std::unexpected(noted.error());
}

app::Result<void> SampleOffice::answerOpinion(const app::OpinionId& id, Stance stance, const QString& text) {
    if (auto noted = note(u"answer-opinion:%1:%2"_s.arg(app::stanceKey(stance), text)); !noted) {
        return noted;
    }
    const QMutexLocker lock(&m_mutex);
    const auto known = std::ranges::find(m_opinions, id, &app::Opinion::id);
    for (app::OpinionMember& member : known->members) {
        if (member.mailbox == m_profile.person.mailbox()) {
            member.answers.append(answered(stance, text, 0));
        }
    }
    return {};
}

app::Result<void> SampleOffice::answerOpinionSigned(const app::OpinionId& id, const app::AnswerForm& form,
                                                    const app::KeySource&, const docsig::Pin&) {
    if (auto noted = note(u"sign-opinion"_s); !noted) {
        return noted;
    }
    return answerOpinion(id, form.stance, form.text);
}

app::Result<app::DocumentId> SampleOffice::draftOpinion(const app::OpinionId&) {
    const auto noted = note(u"draft-opinion"_s);
    return noted ? app::Result<app::DocumentId>(app::DocumentId::create()) : std::unexpected(noted.error());
}

app::Result<QList<app::OfficeReply>> SampleOffice::opinionReplies(const app::OpinionId&) {
    return QList<app::OfficeReply>{{.office = {.id = *app::OrganId::parse(u"H99.03"), .name = u"Sở Tài chính"_s},
                                    .document = app::DocumentId::ofName("trả lời"),
                                    .number = u"412/STC-NS"_s,
                                    .subject = u"góp ý Kế hoạch số hóa hồ sơ lưu trữ"_s,
                                    .date = app::vietnamToday()}};
}

app::Result<void> SampleOffice::recordOpinion(const app::OpinionId&, const app::DocumentId& document, Stance stance,
                                              const QString& text) {
    return note(u"record-opinion:%1:%2:%3"_s.arg(document.text().left(8), app::stanceKey(stance), text));
}

app::Result<void> SampleOffice::closeOpinion(const app::OpinionId&, const QString& reason) {
    return note(u"close-opinion:"_s + reason);
}

app::Result<QString> SampleOffice::openOpinionFile(const app::OpinionId&, int index) {
    const auto noted = note(u"open-opinion-file:%1"_s.arg(index));
    return noted ? app::Result<QString>(m_letter) : std::unexpected(noted.error());
}

app::Result<void> SampleOffice::saveOpinionFile(const app::OpinionId&, int index, const QString& path) {
    return note(u"save-opinion-file:%1:%2"_s.arg(index).arg(path));
}

app::Result<app::OpinionTally> SampleOffice::saveOpinionTally(const app::OpinionId& id, const QString& path,
                                                              app::Language) {
    if (const auto noted = note(u"tally:"_s + path); !noted) {
        return std::unexpected(noted.error());
    }
    const auto known = opinion(id);
    return known ? app::Result<app::OpinionTally>(app::tallyOf(*known)) : std::unexpected(known.error());
}

} // namespace tests
