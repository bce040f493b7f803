// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/statuscode.h"

#include <QtGlobal>

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

const QList<StatusWords>& statusWords() {
    static const QList<StatusWords> words{
        {StatusCode::Arrived, u"01"_s, u"Đã đến"_s, u"Arrived"_s, u"status_inbox_01"_s},
        {StatusCode::Refused, u"02"_s, u"Từ chối tiếp nhận"_s, u"Refused"_s, u"status_rejection_02"_s},
        {StatusCode::Accepted, u"03"_s, u"Đã tiếp nhận"_s, u"Accepted"_s, u"status_acceptance_03"_s},
        {StatusCode::Assigned, u"04"_s, u"Phân công"_s, u"Assigned"_s, u"status_assignment_04"_s},
        {StatusCode::Processing, u"05"_s, u"Đang xử lý"_s, u"In progress"_s, u"status_processing_05"_s},
        {StatusCode::Finished, u"06"_s, u"Hoàn thành"_s, u"Finished"_s, u"status_finish_06"_s},
        {StatusCode::TakeBack, u"13"_s, u"Lấy lại"_s, u"Taking back asked"_s, u"status_cancellation_13"_s},
        {StatusCode::ChangeAccepted, u"15"_s, u"Đồng ý lấy lại hoặc cập nhật"_s, u"Taking back or update agreed"_s,
         u"status_change-acceptance_15"_s},
        {StatusCode::ChangeRefused, u"16"_s, u"Từ chối lấy lại hoặc cập nhật"_s, u"Taking back or update refused"_s,
         u"status_change-rejection_16"_s},
    };
    return words;
}

const StatusWords& wordsOf(StatusCode code) {
    const auto& words = statusWords();
    const auto found = std::ranges::find(words, code, &StatusWords::code);
    Q_ASSERT(found != words.end());
    return *found;
}

std::optional<StatusCode> statusCodeFrom(const QString& text) {
    const QString number = text.trimmed().rightJustified(2, u'0');
    for (const StatusWords& words : statusWords()) {
        if (words.number == number) {
            return words.code;
        }
    }
    return {};
}

} // namespace exchange
