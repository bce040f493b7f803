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
        {u"15"_s, {u"Đồng ý lấy lại"_s, u"Recall agreed"_s, 0}},
        {u"16"_s, {u"Từ chối lấy lại"_s, u"Recall refused"_s, 0}},
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

bool statusAdvances(const QString& lastCode, const QString& code) {
    const auto next = table().constFind(code);
    if (next == table().cend() || code == lastCode) {
        return false;
    }
    const auto last = table().constFind(lastCode);
    if (last == table().cend()) {
        return true;
    }
    // A recall and its answers come after anything but each other's repetition; only a final answer ends the line.
    if (next->rank == 0) {
        return lastCode != u"15"_s;
    }
    if (last->rank == 0) {
        return false;
    }
    if (lastCode == u"02"_s) {
        return false;
    }
    return next->rank > last->rank;
}

void applyEvent(TrailLine& line, TrailEvent event) {
    event.late = !statusAdvances(line.lastCode, event.code);
    if (!event.late) {
        line.lastCode = event.code;
        line.words = trailWords(event.code);
        line.time = event.time;
        line.reason = event.reason;
    }
    line.history.append(std::move(event));
}

} // namespace app
