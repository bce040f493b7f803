// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/meetingcodec.h"
#include "app/domain/vietnamtime.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

bool isFileHash(const QString& value) {
    static const QRegularExpression form(u"\\A[0-9a-f]{64}\\z"_s);
    return form.match(value).hasMatch();
}

/// Reads the fields of an act of a meeting; remembers the first one that is wrong.
class MeetingReader {
public:
    MeetingReader(const ActElement& act, QString& fault)
        : m_act(act)
        , m_fault(fault) {}

    MeetingId meeting() { return id<MeetingId>(m_act, "meeting"_L1); }

    acts::MeetingPlanned planned() {
        acts::MeetingPlanned act{.meeting = meeting(), .nonce = m_act.childText("nonce"_L1)};
        act.plan = {.subject = m_act.childText("subject"_L1),
                    .text = m_act.childText("note"_L1),
                    .starts = parseIsoTime(m_act.childText("starts"_L1)),
                    .ends = parseIsoTime(m_act.childText("ends"_L1)),
                    .place = m_act.childText("place"_L1),
                    .chair = m_act.childText("chair"_L1),
                    .secretary = m_act.childText("secretary"_L1),
                    .invited = texts(m_act, "member"_L1),
                    .units = texts(m_act, "unit"_L1),
                    .guests = texts(m_act, "guest"_L1)};
        for (const ActElement* item : m_act.all("item"_L1)) {
            act.plan.agenda.append(agendaItem(*item));
        }
        act.reason = m_act.childText("reason"_L1);
        if (const QString fault = faultOf(act.plan); !fault.isEmpty() || act.nonce.isEmpty()) {
            note(fault.isEmpty() ? u"nonce"_s : fault);
        }
        return act;
    }

    acts::MeetingAnswered answered() {
        const auto attendance = attendanceFromKey(m_act.childText("attendance"_L1));
        if (!attendance) {
            note(u"attendance"_s);
        }
        return {.meeting = meeting(),
                .attendance = attendance.value_or(Attendance::Absent),
                .substitute = m_act.childText("to"_L1),
                .text = m_act.childText("note"_L1)};
    }

    acts::MeetingConcluded concluded(bool isFinal) {
        acts::MeetingConcluded act{.meeting = meeting(), .isFinal = isFinal};
        for (const ActElement* text : m_act.all("conclusion"_L1)) {
            act.texts.append({.item = number(text->attributes.value(u"item"_s), "conclusion"_L1), .text = text->text});
        }
        for (const ActElement* task : m_act.all("givenTask"_L1)) {
            act.tasks.append({.document = id<DocumentId>(*task, "document"_L1),
                              .text = task->childText("text"_L1),
                              .lead = task->childText("lead"_L1),
                              .supports = texts(*task, "support"_L1),
                              .due = QDate::fromString(task->childText("dueDate"_L1), Qt::ISODate)});
        }
        if (const QString fault = faultOf(MeetingConclusion{.texts = act.texts, .tasks = act.tasks});
            !fault.isEmpty()) {
            note(fault);
        }
        return act;
    }

    acts::MeetingPaperNamed paperNamed() {
        const auto what = meetingPaperFromKey(m_act.childText("what"_L1));
        if (!what) {
            note(u"what"_s);
        }
        return {.meeting = meeting(),
                .paper = id<DocumentId>(m_act, "meetingPaper"_L1),
                .what = what.value_or(MeetingPaper::Invitation)};
    }

    acts::MeetingNoted noted() {
        return {.meeting = meeting(),
                .item = number(m_act.childText("about"_L1), "about"_L1),
                .text = m_act.childText("note"_L1)};
    }

    TaskEntry task(const ActElement& element) {
        TaskEntry entry{.key = element.childText("key"_L1).toLatin1(),
                        .meeting = id<MeetingId>(element, "meeting"_L1),
                        .subject = element.childText("subject"_L1),
                        .by = element.childText("by"_L1),
                        .at = parseIsoTime(element.childText("at"_L1)),
                        .text = element.childText("text"_L1),
                        .due = QDate::fromString(element.childText("dueDate"_L1), Qt::ISODate)};
        if (!faultOf(entry).isEmpty()) {
            note(u"task"_s);
        }
        return entry;
    }

    static QStringList texts(const ActElement& element, QLatin1StringView name) {
        QStringList found;
        for (const ActElement* one : element.all(name)) {
            found.append(one->text);
        }
        return found;
    }

private:
    AgendaItem agendaItem(const ActElement& element) {
        const QString minutes = element.attributes.value(u"minutes"_s);
        AgendaItem item{.key = number(element.attributes.value(u"key"_s), "item"_L1),
                        .title = element.childText("title"_L1),
                        .presenter = element.childText("presenter"_L1),
                        .minutes = minutes.isEmpty() ? 0 : number(minutes, "item"_L1)};
        for (const ActElement* file : element.all("file"_L1)) {
            item.files.append(meetingFile(*file));
        }
        return item;
    }

    MeetingFile meetingFile(const ActElement& element) {
        bool isNumber = false;
        const QString sha256 = element.attributes.value(u"sha256"_s);
        MeetingFile file{.name = element.text,
                         .sha256 = sha256.toLatin1(),
                         .size = element.attributes.value(u"size"_s).toLongLong(&isNumber),
                         .document = DocumentId::parse(element.attributes.value(u"document"_s))};
        if (!isFileHash(sha256) || !isNumber || file.size < 0 || file.name.trimmed().isEmpty()) {
            note(u"file"_s);
        }
        return file;
    }

    int number(const QString& text, QLatin1StringView name) {
        bool isNumber = false;
        const int value = text.toInt(&isNumber);
        if (!isNumber || value < 0) {
            note(name);
        }
        return value;
    }

    template <typename Id>
    Id id(const ActElement& element, QLatin1StringView name) {
        const std::optional<Id> value = Id::parse(element.childText(name));
        if (!value) {
            note(name);
        }
        // The fault makes the whole act malformed; what stands here is never seen.
        return value.value_or(Id::ofName("malformed"));
    }

    void note(const QString& name) {
        if (m_fault.isEmpty()) {
            m_fault = name;
        }
    }

    const ActElement& m_act;
    QString& m_fault;
};

} // namespace

std::optional<ActBody> readMeetingAct(const QString& kind, const ActElement& act, QString& fault) {
    MeetingReader reader(act, fault);
    if (kind == "meeting-planned"_L1) {
        return reader.planned();
    }
    if (kind == "meeting-left"_L1) {
        return acts::MeetingLeft{.meeting = reader.meeting(), .members = MeetingReader::texts(act, "member"_L1)};
    }
    if (kind == "meeting-cancelled"_L1) {
        return acts::MeetingCancelled{.meeting = reader.meeting(), .reason = act.childText("reason"_L1)};
    }
    if (kind == "meeting-answered"_L1) {
        return reader.answered();
    }
    if (kind == "meeting-noted"_L1) {
        return reader.noted();
    }
    if (kind == "meeting-proposed"_L1 || kind == "meeting-concluded"_L1) {
        return reader.concluded(kind == "meeting-concluded"_L1);
    }
    if (kind == "meeting-paper-named"_L1) {
        return reader.paperNamed();
    }
    return std::nullopt;
}

std::optional<TaskEntry> readTaskEntry(const ActElement& act, QString& fault) {
    const ActElement* element = act.child("task"_L1);
    return element ? std::optional(MeetingReader(act, fault).task(*element)) : std::nullopt;
}

} // namespace app
