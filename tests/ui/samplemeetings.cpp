// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings of the sample office.
#include "app/domain/vietnamtime.h"
#include "tests/ui/sampleoffice.h"

#include <QMutexLocker>

#include <algorithm>

namespace tests {

using namespace Qt::Literals::StringLiterals;
using app::Attendance;

namespace {

/// That hour in Vietnam, so many days from today.
QDateTime meetingHour(int days, int hour, int minute = 0) {
    return app::vietnamDayBegin(app::vietnamToday().addDays(days)).addSecs(hour * 3600 + minute * 60);
}

app::MeetingAnswer meetingAnswer(Attendance attendance, const QString& text = {}, const QString& substitute = {}) {
    return {.attendance = attendance, .substitute = substitute, .text = text, .at = meetingHour(-1, 9, 12)};
}

app::Meeting briefing(const QString& office, const QString& self) {
    app::Meeting meeting{.id = app::MeetingId::ofName("giao ban"), .by = office + u"giamdoc"_s};
    meeting.plan = {
        .subject = u"Họp giao ban công tác cải cách hành chính tháng 12 năm 2026"_s,
        .text = u"Đánh giá kết quả thực hiện nhiệm vụ tháng 11; thống nhất các nhiệm vụ trọng tâm tháng 12."_s,
        .starts = meetingHour(1, 8, 30),
        .ends = meetingHour(1, 11),
        .place = u"Phòng họp số 1, trụ sở Sở Nội vụ"_s,
        .chair = office + u"giamdoc"_s,
        .secretary = office + u"chuyenvien"_s,
        .invited = {self, office + u"truongphong"_s},
        .guests = {u"Sở Tài chính"_s, u"Văn phòng Ủy ban nhân dân tỉnh"_s},
        .agenda = {{.key = 1,
                    .title = u"Báo cáo chỉ số cải cách hành chính tháng 11"_s,
                    .presenter = u"Phòng Cải cách hành chính"_s,
                    .minutes = 20,
                    .files = {{.name = u"Báo cáo chỉ số cải cách hành chính.pdf"_s,
                               .sha256 = QByteArray(64, 'a'),
                               .size = 412'000},
                              {.name = u"Biểu tổng hợp.ods"_s, .sha256 = QByteArray(64, 'b'), .size = 38'200}}},
                   {.key = 2, .title = u"Phương án phân bổ biên chế năm 2027"_s, .minutes = 40},
                   {.key = 3, .title = u"Các nội dung khác"_s}}};
    meeting.members = {{.mailbox = self},
                       {.mailbox = office + u"truongphong"_s,
                        .answers = {meetingAnswer(Attendance::Absent, u"Đi công tác tại Bộ Nội vụ."_s)}}};
    meeting.changes = {{.at = meetingHour(-3, 14)},
                       {.at = meetingHour(-1, 8),
                        .reason = u"Trùng lịch họp của Ủy ban nhân dân tỉnh"_s,
                        .what = {u"time"_s, u"agenda"_s}}};
    return meeting;
}

app::Meeting concludedOne(const QString& office, const QString& self, const app::Meeting& like) {
    app::Meeting meeting = like;
    meeting.id = app::MeetingId::ofName("số hóa");
    meeting.by = self;
    meeting.plan.subject = u"Họp triển khai kế hoạch số hóa hồ sơ lưu trữ"_s;
    meeting.plan.text.clear();
    meeting.plan.starts = meetingHour(-6, 14);
    meeting.plan.ends = meetingHour(-6, 16);
    meeting.plan.secretary = self;
    meeting.plan.agenda = {{.key = 1, .title = u"Tiến độ số hóa"_s}, {.key = 2, .title = u"Kinh phí năm 2027"_s}};
    meeting.members.removeFirst();
    meeting.changes.removeLast();
    meeting.notes = {
        {.item = 1, .text = u"Đã số hóa 62 % hồ sơ."_s, .by = self, .at = like.plan.starts, .isShared = true}};
    meeting.conclusion = app::MeetingConclusion{
        .texts = {{.item = 1, .text = u"Thống nhất tiến độ; hoàn thành trước quý II năm 2027."_s},
                  {.item = 2, .text = u"Giao Văn phòng tổng hợp dự toán, trình Giám đốc xem xét."_s}},
        .tasks = {{.document = app::DocumentId::ofName("dự toán"),
                   .text = u"Lập dự toán kinh phí số hóa năm 2027"_s,
                   .lead = office + u"truongphong"_s,
                   .supports = {office + u"chuyenvien"_s},
                   .due = app::vietnamToday().addDays(-1)},
                  {.document = app::DocumentId::ofName("rà soát"),
                   .text = u"Rà soát danh mục hồ sơ chưa số hóa"_s,
                   .lead = office + u"chuyenvien"_s,
                   .due = app::vietnamToday().addDays(-2)}},
        .by = office + u"giamdoc"_s,
        .at = meetingHour(-6, 16, 5)};
    meeting.documents = {{.document = app::DocumentId::ofName("giấy mời"), .paper = app::MeetingPaper::Invitation}};
    return meeting;
}

} // namespace

void SampleOffice::addMeetings() {
    const QMutexLocker lock(&m_mutex);
    const QString office = m_profile.agency.id.text() + u'/';
    const QString self = m_profile.person.mailbox();
    const app::Meeting invited = briefing(office, self);
    app::Meeting moved = invited;
    moved.id = app::MeetingId::ofName("biên chế");
    moved.plan.subject = u"Họp rà soát biên chế công chức"_s;
    moved.plan.starts = meetingHour(4, 14);
    moved.plan.ends = meetingHour(4, 16);
    moved.plan.agenda.clear();
    moved.members.first().answers = {meetingAnswer(Attendance::Attends)};
    moved.members.first().answers.first().isStale = true;
    app::Meeting presided = invited;
    presided.id = app::MeetingId::ofName("kế hoạch");
    presided.by = self;
    presided.plan.subject = u"Họp thông qua kế hoạch công tác năm 2027"_s;
    presided.plan.starts = meetingHour(-1, 8);
    presided.plan.ends = meetingHour(-1, 10);
    presided.plan.chair = self;
    presided.plan.secretary.clear();
    presided.plan.invited = {office + u"truongphong"_s};
    presided.members = {
        {.mailbox = office + u"truongphong"_s,
         .answers = {meetingAnswer(Attendance::Substitute, u"Dự họp Tỉnh ủy"_s, office + u"chuyenvien"_s)}}};
    presided.notes = {
        {.item = 1,
         .text = u"Các đơn vị thống nhất số liệu."_s,
         .by = self,
         .at = meetingHour(-1, 9),
         .isShared = true},
        {.item = 2, .text = u"Còn ý kiến khác nhau về chỉ tiêu."_s, .by = self, .at = meetingHour(-1, 9)}};
    app::Meeting cancelled = moved;
    cancelled.id = app::MeetingId::ofName("hủy");
    cancelled.plan.subject = u"Họp Hội đồng thi đua"_s;
    cancelled.plan.starts = meetingHour(-9, 8);
    cancelled.plan.ends = meetingHour(-9, 10);
    cancelled.cancelled = meetingHour(-10, 8);
    cancelled.cancelledBy = cancelled.by;
    cancelled.cancelReason = u"Chưa đủ hồ sơ trình Hội đồng."_s;
    m_meetings << invited << moved << presided << concludedOne(office, self, invited) << cancelled;
}

app::Result<QList<app::MeetingSummary>> SampleOffice::meetings() {
    const QMutexLocker lock(&m_mutex);
    QList<app::MeetingSummary> rows;
    const QString self = m_profile.person.mailbox();
    for (const app::Meeting& one : std::as_const(m_meetings)) {
        const app::MeetingMember* member = one.member(self);
        const app::MeetingAnswer* own = member ? member->answer() : nullptr;
        const app::MeetingTally tally = app::tallyOf(one);
        rows.append({.id = one.id,
                     .subject = one.plan.subject,
                     .starts = one.plan.starts,
                     .ends = one.plan.ends,
                     .place = one.plan.place,
                     .by = one.by,
                     .chair = one.plan.chair,
                     .state = one.state(),
                     .holds = one.isHeldBy(self),
                     .presides = one.plan.chair == self,
                     .left = one.left.contains(self),
                     .changed = member && !own && !member->answers.isEmpty(),
                     .own = own ? std::optional(own->attendance) : std::nullopt,
                     .invited = tally.invited,
                     .answered = tally.answered(),
                     .attending = tally.attends,
                     .toInvite = int(one.substitutesToInvite().size())});
    }
    return rows;
}

app::Result<app::Meeting> SampleOffice::meeting(const app::MeetingId& id) {
    const QMutexLocker lock(&m_mutex);
    const auto known = std::ranges::find(m_meetings, id, &app::Meeting::id);
    return known == m_meetings.end() ? std::unexpected(app::Error(u"meeting-not-found"_s, {}))
                                     : app::Result<app::Meeting>(*known);
}

app::Result<QList<app::TaskStanding>> SampleOffice::meetingTasks(const app::Meeting& meeting) {
    QList<app::TaskStanding> standings;
    for (const app::MeetingTask& task : meeting.conclusion ? meeting.conclusion->tasks : QList<app::MeetingTask>()) {
        const bool isDone = !standings.isEmpty();
        standings.append({.task = task,
                          .isKnown = true,
                          .state = isDone ? app::DocumentState::Answered : app::DocumentState::Registered,
                          .due = task.due,
                          .note = isDone ? u"Đã gửi danh mục 1.204 hồ sơ."_s : QString()});
    }
    return standings;
}

app::Result<QList<app::PaperStanding>> SampleOffice::meetingPapers(const app::Meeting& meeting) {
    QList<app::PaperStanding> standings;
    for (const app::MeetingDocument& paper : meeting.documents) {
        standings.append(
            {.paper = paper, .isKnown = true, .state = app::DocumentState::Sent, .number = u"14/GM-SNV"_s});
    }
    return standings;
}

app::Result<app::MeetingId> SampleOffice::callMeeting(const app::MeetingForm& form) {
    QStringList items;
    for (const app::AgendaForm& item : form.agenda) {
        items << u"%1/%2/%3/%4"_s.arg(item.title, item.presenter).arg(item.minutes).arg(item.files.size());
    }
    const auto noted = note(u"call-meeting:%1:%2:%3:%4:%5:%6"_s.arg(
        form.subject, app::vietnamTime(form.starts).toString(u"yyyy-MM-dd HH:mm"_s), form.place, form.chair,
        form.invited.join(u','), items.join(u';')));
    return noted ? app::Result<app::MeetingId>(app::MeetingId::create()) : std::unexpected(noted.error());
}

app::Result<void> SampleOffice::changeMeeting(const app::MeetingId&, const app::MeetingForm& form,
                                              const QString& reason) {
    return note(
        u"change-meeting:%1:%2:%3:%4"_s.arg(form.place, form.invited.join(u',')).arg(form.agenda.size()).arg(reason));
}

app::Result<void> SampleOffice::cancelMeeting(const app::MeetingId&, const QString& reason) {
    return note(u"cancel-meeting:"_s + reason);
}

app::Result<void> SampleOffice::answerMeeting(const app::MeetingId& id, Attendance attendance, const QString& words,
                                              const QString& substitute) {
    if (auto noted = note(u"answer-meeting:%1:%2:%3"_s.arg(app::attendanceKey(attendance), words, substitute));
        !noted) {
        return noted;
    }
    const QMutexLocker lock(&m_mutex);
    const auto known = std::ranges::find(m_meetings, id, &app::Meeting::id);
    for (app::MeetingMember& member : known->members) {
        if (member.mailbox == m_profile.person.mailbox()) {
            member.answers.append(meetingAnswer(attendance, words, substitute));
        }
    }
    return {};
}

app::Result<void> SampleOffice::noteMeeting(const app::MeetingId&, int item, const QString& text, bool isShared) {
    return note(u"note-meeting:%1:%2:%3"_s.arg(item).arg(text).arg(isShared));
}

app::Result<void> SampleOffice::concludeMeeting(const app::MeetingId&, const app::ConclusionForm& form, bool isFinal) {
    QStringList said;
    for (const app::ItemText& text : form.texts) {
        said << u"%1=%2"_s.arg(text.item).arg(text.text);
    }
    for (const app::TaskForm& task : form.tasks) {
        said << u"%1/%2/%3"_s.arg(task.text, task.lead, task.due.toString(Qt::ISODate));
    }
    return note(u"conclude-meeting:%1:%2"_s.arg(isFinal).arg(said.join(u';')));
}

app::Result<app::Draft> SampleOffice::draftMeetingPaper(const app::MeetingId&, app::MeetingPaper what) {
    if (const auto noted = note(u"draft-meeting:"_s + app::meetingPaperKey(what)); !noted) {
        return std::unexpected(noted.error());
    }
    return startDraft(what == app::MeetingPaper::Invitation ? app::DocumentKind::GiayMoi : app::DocumentKind::ThongBao);
}

app::Result<QString> SampleOffice::openMeetingFile(const app::MeetingId&, int item, int index) {
    const auto noted = note(u"open-meeting-file:%1.%2"_s.arg(item).arg(index));
    return noted ? app::Result<QString>(m_letter) : std::unexpected(noted.error());
}

app::Result<void> SampleOffice::saveMeetingFile(const app::MeetingId&, int item, int index, const QString& path) {
    return note(u"save-meeting-file:%1.%2:%3"_s.arg(item).arg(index).arg(path));
}

} // namespace tests
