// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/trail.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

struct Words {
    QString vietnamese;
    QString english;
    int rank = 0; ///< height on the way up; 0: not on it
};

const QHash<QString, Words>& table() {
    static const QHash<QString, Words> words{
        {u"queued"_s, {u"Chờ gửi"_s, u"Waiting to be sent"_s, 1}},
        {u"uncertain"_s, {u"Chưa rõ đã gửi"_s, u"Not known whether it was sent"_s, 2}},
        {u"failed"_s, {u"Gửi không thành công"_s, u"Sending failed"_s, 2}},
        {u"sent"_s, {u"Đã gửi"_s, u"Sent"_s, 3}},
        {u"01"_s, {u"Đã đến"_s, u"Arrived"_s, 4}},
        {u"02"_s, {u"Từ chối tiếp nhận"_s, u"Refused"_s, 5}},
        {u"03"_s, {u"Đã tiếp nhận"_s, u"Accepted"_s, 6}},
        {u"04"_s, {u"Đã phân công"_s, u"Assigned"_s, 7}},
        {u"05"_s, {u"Đang xử lý"_s, u"Being handled"_s, 8}},
        {u"06"_s, {u"Hoàn thành"_s, u"Finished"_s, 9}},
        {u"13"_s, {u"Đề nghị lấy lại"_s, u"Recall asked"_s, 0}},
        {u"15"_s, {u"Đồng ý lấy lại / cập nhật"_s, u"Recall or update agreed"_s, 0}},
        {u"16"_s, {u"Từ chối lấy lại / cập nhật"_s, u"Recall or update refused"_s, 0}},
        {u"update"_s, {u"Đã gửi bản cập nhật"_s, u"New version sent"_s, 0}},
        {u"cancelled"_s, {u"Đã rút trước khi gửi"_s, u"Taken back before it went out"_s, 0}},
    };
    return words;
}

} // namespace

QString trailWords(const QString& code) {
    const auto found = table().constFind(code);
    return found == table().cend() ? code : found->vietnamese;
}

QString trailWordsEnglish(const QString& code) {
    const auto found = table().constFind(code);
    return found == table().cend() ? code : found->english;
}

namespace {

/// What a line has come to, from the events that count.
struct Course {
    QString progress{}; ///< the last code on the way up, or "cancelled"
    QString asked{};    ///< "13" or "update": what we asked last
    QString answer{};   ///< "15" or "16": what came back to that; empty: nothing yet

    [[nodiscard]] bool isOpen() const { return !asked.isEmpty() && answer.isEmpty(); }
    [[nodiscard]] bool isTakenBack() const { return asked == u"13"_s && answer == u"15"_s; }
};

bool isAsk(const QString& code) {
    return code == u"13"_s || code == u"update"_s;
}
bool isAnswer(const QString& code) {
    return code == u"15"_s || code == u"16"_s;
}
int rankOf(const QString& code) {
    const auto found = table().constFind(code);
    return found == table().cend() ? 0 : found->rank;
}

Course courseOf(const TrailLine& line) {
    Course course;
    for (const TrailEvent& event : line.history) {
        if (event.late) {
            continue;
        }
        if (isAsk(event.code)) {
            course.asked = event.code;
            course.answer.clear();
        } else if (isAnswer(event.code)) {
            course.answer = event.code;
        } else {
            course.progress = event.code;
        }
    }
    return course;
}

bool advances(const Course& course, const QString& code) {
    if (!table().contains(code) || course.isTakenBack()) {
        return false;
    }
    if (course.progress == u"cancelled"_s) {
        return code == u"queued"_s; // it is sent again
    }
    if (code == u"cancelled"_s) {
        return course.progress.isEmpty() || course.progress == u"queued"_s || course.progress == u"failed"_s;
    }
    if (isAsk(code)) {
        // Asked for back, it is not brought up to date; asked twice, it is asked once.
        return !course.isOpen() || (course.asked == u"update"_s && code == u"13"_s);
    }
    if (isAnswer(code)) {
        return course.isOpen();
    }
    return course.progress != u"02"_s && rankOf(code) > rankOf(course.progress);
}

} // namespace

bool statusAdvances(const TrailLine& line, const QString& code) {
    return advances(courseOf(line), code);
}

bool isTakenBack(const TrailLine& line) {
    return courseOf(line).isTakenBack();
}

bool isRecallable(const TrailLine& line) {
    const Course course = courseOf(line);
    return course.progress != u"cancelled"_s && course.progress != u"02"_s && advances(course, u"13"_s);
}

void applyEvent(TrailLine& line, TrailEvent event) {
    const Course before = courseOf(line);
    event.late = !advances(before, event.code);
    // What happens at the receiver while it has not answered a recall is kept; the open question is what is shown.
    const bool isHidden = before.isOpen() && before.asked == u"13"_s && !isAsk(event.code) && !isAnswer(event.code);
    if (!event.late && !isHidden) {
        line.lastCode = event.code;
        line.words = trailWords(event.code);
        line.time = event.time;
        line.reason = event.reason;
    }
    line.history.append(std::move(event));
}

} // namespace app
