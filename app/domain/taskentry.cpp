// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/taskentry.h"

#include "app/domain/comment.h"
#include "app/domain/meeting.h"
#include "app/domain/paperentry.h"
#include "app/domain/plaintext.h"
#include "app/domain/vietnamtime.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

DocumentId documentOfTask(const QByteArray& key) {
    return DocumentId::ofName("task/" + key);
}

QString faultOf(const TaskEntry& entry) {
    const std::pair<const char*, bool> faults[] = {
        {"key", !isPaperKey(entry.key)},
        {"subject", entry.subject.isEmpty() || entry.subject.size() > longestMeetingLine},
        {"by", entry.by.isEmpty()},
        {"at", !entry.at.isValid()},
        {"text", entry.text.isEmpty() || entry.text.size() > longestTaskText},
        {"due", !entry.due.isValid()}};
    for (const auto& [name, isFault] : faults) {
        if (isFault) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

TaskEntry tidied(const TaskEntry& entry) {
    TaskEntry tidy = entry;
    tidy.subject = visibleText(entry.subject);
    tidy.text = commentText(entry.text);
    return tidy;
}

QJsonObject toJson(const TaskEntry& entry) {
    return {{u"key"_s, QString::fromLatin1(entry.key)},
            {u"meeting"_s, entry.meeting.text()},
            {u"subject"_s, entry.subject},
            {u"by"_s, entry.by},
            {u"at"_s, isoTime(entry.at)},
            {u"text"_s, entry.text},
            {u"due"_s, entry.due.toString(Qt::ISODate)}};
}

std::optional<TaskEntry> taskEntryFromJson(const QJsonObject& object) {
    const auto meeting = MeetingId::parse(object[u"meeting"_s].toString());
    if (!meeting) {
        return std::nullopt;
    }
    TaskEntry entry{.key = object[u"key"_s].toString().toLatin1(),
                    .meeting = *meeting,
                    .subject = object[u"subject"_s].toString(),
                    .by = object[u"by"_s].toString(),
                    .at = parseIsoTime(object[u"at"_s].toString()),
                    .text = object[u"text"_s].toString(),
                    .due = QDate::fromString(object[u"due"_s].toString(), Qt::ISODate)};
    return faultOf(entry).isEmpty() ? std::optional(std::move(entry)) : std::nullopt;
}

} // namespace app
