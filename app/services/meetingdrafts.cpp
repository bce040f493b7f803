// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/meetingdrafts.h"

#include "app/domain/unit.h"
#include "app/domain/vietnamtime.h"
#include "app/domain/work.h"
#include "app/services/draftdocument.h"
#include "app/services/meetingplanning.h"
#include "app/services/officedesk.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype longestDraftSubject = 500; // of a packet

/// "PHÓ GIÁM ĐỐC" as it stands in a sentence: "Phó Giám đốc" (Nghị định 30/2020 Phụ lục II, chức vụ).
QString titleInSentence(const QString& title) {
    const auto capital = [](const QString& text) { return text.left(1).toUpper() + text.mid(1); };
    const QString low = title.trimmed().toLower();
    const QString deputy = u"phó "_s;
    return low.startsWith(deputy) ? u"Phó "_s + capital(low.mid(deputy.size())) : capital(low);
}

/// What the people of a meeting are called on paper.
class PaperNames {
public:
    PaperNames(QList<Person> people, const OrganId& office)
        : m_people(std::move(people))
        , m_office(office) {}

    /// "Trần Thị Bích Ngọc, Giám đốc"; who is not known keeps the mailbox, a unit without a name its
    /// id.
    [[nodiscard]] QString withTitle(const QString& mailbox) const {
        const Person* one = memberNamed(m_people, m_office, mailbox);
        return one && !one->title.isEmpty() ? one->name + u", "_s + titleInSentence(one->title) : plain(mailbox);
    }
    [[nodiscard]] QString plain(const QString& mailbox) const {
        const Person* one = memberNamed(m_people, m_office, mailbox);
        const QString unit = unitTitle(m_people, mailbox);
        return one ? one->name : (unit.isEmpty() ? mailbox : unit);
    }
    /// "Giám đốc Trần Thị Bích Ngọc".
    [[nodiscard]] QString titleFirst(const QString& mailbox) const {
        const Person* one = memberNamed(m_people, m_office, mailbox);
        return one && !one->title.isEmpty() ? titleInSentence(one->title) + u' ' + one->name : plain(mailbox);
    }

private:
    QList<Person> m_people;
    OrganId m_office;
};

Result<PaperNames> paperNamesOf(const OfficeDesk& desk) {
    auto people = desk.store().directory().people();
    return people ? Result<PaperNames>(PaperNames(*people, desk.organ())) : std::unexpected(people.error());
}

/// "08 giờ 30 phút, ngày 27 tháng 11 năm 2026".
QString momentInSentence(const QDateTime& moment) {
    const QDateTime local = vietnamTime(moment);
    const QDate day = local.date();
    const int monthWidth = day.month() <= 2 ? 2 : 1;
    return u"%1 giờ %2 phút, ngày %3 tháng %4 năm %5"_s.arg(local.time().hour(), 2, 10, QChar(u'0'))
        .arg(local.time().minute(), 2, 10, QChar(u'0'))
        .arg(day.day(), 2, 10, QChar(u'0'))
        .arg(day.month(), monthWidth, 10, QChar(u'0'))
        .arg(day.year());
}

QString closedLine(QString text) {
    text = text.simplified();
    return text.isEmpty() || QStringView(u".:;!?").contains(text.back()) ? text : text + u'.';
}

QStringList lines(const QString& text) {
    QStringList found;
    for (const QString& line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty()) {
            found.append(closedLine(line));
        }
    }
    return found;
}

QString itemLine(qsizetype number, const AgendaItem& item) {
    QStringList facts;
    if (!item.presenter.isEmpty()) {
        facts.append(u"trình bày: "_s + item.presenter);
    }
    if (item.minutes > 0) {
        facts.append(u"%1 phút"_s.arg(item.minutes));
    }
    const QString line = u"%1. %2"_s.arg(number).arg(item.title);
    return closedLine(facts.isEmpty() ? line : u"%1 (%2)"_s.arg(line, facts.join(u"; "_s)));
}

QString taskLine(qsizetype number, const MeetingTask& task, const PaperNames& names) {
    QString line = u"%1) %2 chủ trì"_s.arg(number).arg(names.plain(task.lead));
    if (!task.supports.isEmpty()) {
        QStringList supports;
        for (const QString& support : task.supports) {
            supports.append(names.plain(support));
        }
        line += u", phối hợp với "_s + supports.join(u", "_s);
    }
    QString text = task.text.simplified();
    while (text.endsWith(u'.') || text.endsWith(u';')) {
        text.chop(1);
    }
    return line + u": %1; hoàn thành trước ngày %2."_s.arg(text, dateDisplay(task.due));
}

} // namespace

Result<Draft> invitationDraft(OfficeDesk& desk, const Meeting& meeting) {
    auto draft = DraftDocument(desk).start(DocumentKind::GiayMoi);
    const auto names = draft ? paperNamesOf(desk) : std::unexpected(draft.error());
    if (!names) {
        return std::unexpected(names.error());
    }
    const MeetingPlan& plan = meeting.plan;
    draft->subject = plan.subject.left(longestDraftSubject);
    QStringList invited = plan.guests;
    for (const QString& mailbox : plan.invited) {
        invited.append(names->withTitle(mailbox));
    }
    draft->body = {u"%1 trân trọng kính mời:"_s.arg(draft->organName)};
    for (const QString& one : std::as_const(invited)) {
        draft->body.append(u"- "_s + one + u';');
    }
    draft->body.append(closedLine(u"Tới dự: "_s + plan.subject));
    draft->body += lines(plan.text);
    draft->body.append(closedLine(u"Chủ trì: "_s + names->withTitle(plan.chair)));
    draft->body.append(closedLine(u"Thời gian: "_s + momentInSentence(plan.starts)));
    draft->body.append(closedLine(u"Địa điểm: "_s + plan.place));
    if (!plan.agenda.isEmpty()) {
        draft->body.append(u"Nội dung:"_s);
    }
    for (qsizetype index = 0; index < plan.agenda.size(); ++index) {
        draft->body.append(itemLine(index + 1, plan.agenda.at(index)));
    }
    draft->body.append(u"Kính mời các đồng chí tham dự đầy đủ, đúng thời gian, địa điểm nêu trên."_s);
    return draft;
}

Result<Draft> announcementDraft(OfficeDesk& desk, const Meeting& meeting) {
    auto draft = DraftDocument(desk).start(DocumentKind::ThongBao);
    const auto names = draft ? paperNamesOf(desk) : std::unexpected(draft.error());
    if (!names) {
        return std::unexpected(names.error());
    }
    const MeetingPlan& plan = meeting.plan;
    const QString chair = names->titleFirst(plan.chair);
    draft->subject = u"Kết luận của %1 tại cuộc họp %2"_s.arg(chair, plan.subject).left(longestDraftSubject);
    draft->body = {
        u"Ngày %1, tại %2, %3 chủ trì cuộc họp %4. Sau khi nghe báo cáo và ý kiến của các thành phần dự "
        "họp, %3 kết luận như sau:"_s.arg(dateDisplay(vietnamDate(plan.starts)), plan.place, chair, plan.subject)};
    qsizetype number = 0;
    for (const ItemText& text : meeting.conclusion->texts) {
        const AgendaItem* item = plan.item(text.item);
        const QStringList said = lines(text.text);
        ++number;
        if (item) {
            draft->body.append(u"%1. Về %2:"_s.arg(number).arg(item->title));
            draft->body += said;
        } else {
            draft->body.append(u"%1. %2"_s.arg(number).arg(said.value(0)));
            draft->body += said.mid(1);
        }
    }
    if (!meeting.conclusion->tasks.isEmpty()) {
        draft->body.append(u"%1. Giao nhiệm vụ:"_s.arg(number + 1));
    }
    for (qsizetype index = 0; index < meeting.conclusion->tasks.size(); ++index) {
        draft->body.append(taskLine(index + 1, meeting.conclusion->tasks.at(index), *names));
    }
    draft->body.append(
        u"%1 thông báo để các cơ quan, đơn vị, cá nhân liên quan biết, thực hiện."_s.arg(draft->organName));
    draft->recipients = {u"Các thành phần dự họp;"_s, u"Lưu: VT."_s};
    return draft;
}

} // namespace app
