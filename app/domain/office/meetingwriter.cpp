// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/meetingcodec.h"
#include "app/domain/vietnamtime.h"

#include <QXmlStreamWriter>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// What is empty is left out.
void writeField(QXmlStreamWriter& xml, const QString& name, const QString& value) {
    if (!value.isEmpty()) {
        xml.writeTextElement(officeNamespace, name, actText(value));
    }
}

void writeFields(QXmlStreamWriter& xml, const QString& name, const QStringList& values) {
    for (const QString& value : values) {
        writeField(xml, name, value);
    }
}

void writeMeetingFile(QXmlStreamWriter& xml, const MeetingFile& file) {
    xml.writeStartElement(officeNamespace, u"file"_s);
    xml.writeAttribute(u"sha256"_s, QString::fromLatin1(file.sha256));
    xml.writeAttribute(u"size"_s, QString::number(file.size));
    if (file.document) {
        xml.writeAttribute(u"document"_s, file.document->text());
    }
    xml.writeCharacters(actText(file.name));
    xml.writeEndElement();
}

void writeItem(QXmlStreamWriter& xml, const AgendaItem& item) {
    xml.writeStartElement(officeNamespace, u"item"_s);
    xml.writeAttribute(u"key"_s, QString::number(item.key));
    if (item.minutes > 0) {
        xml.writeAttribute(u"minutes"_s, QString::number(item.minutes));
    }
    writeField(xml, u"title"_s, item.title);
    writeField(xml, u"presenter"_s, item.presenter);
    for (const MeetingFile& file : item.files) {
        writeMeetingFile(xml, file);
    }
    xml.writeEndElement();
}

void writeItemText(QXmlStreamWriter& xml, const ItemText& text) {
    xml.writeStartElement(officeNamespace, u"conclusion"_s);
    xml.writeAttribute(u"item"_s, QString::number(text.item));
    xml.writeCharacters(actText(text.text));
    xml.writeEndElement();
}

void writeGivenTask(QXmlStreamWriter& xml, const MeetingTask& task) {
    xml.writeStartElement(officeNamespace, u"givenTask"_s);
    writeField(xml, u"document"_s, task.document.text());
    writeField(xml, u"text"_s, task.text);
    writeField(xml, u"lead"_s, task.lead);
    writeFields(xml, u"support"_s, task.supports);
    writeField(xml, u"dueDate"_s, task.due.toString(Qt::ISODate));
    xml.writeEndElement();
}

} // namespace

void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingPlanned& act) {
    writeField(xml, u"meeting"_s, act.meeting.text());
    writeField(xml, u"nonce"_s, act.nonce);
    writeField(xml, u"subject"_s, act.plan.subject);
    writeField(xml, u"note"_s, act.plan.text);
    writeField(xml, u"starts"_s, isoTime(act.plan.starts));
    writeField(xml, u"ends"_s, isoTime(act.plan.ends));
    writeField(xml, u"place"_s, act.plan.place);
    writeField(xml, u"chair"_s, act.plan.chair);
    writeField(xml, u"secretary"_s, act.plan.secretary);
    writeFields(xml, u"member"_s, act.plan.invited);
    writeFields(xml, u"unit"_s, act.plan.units);
    writeFields(xml, u"guest"_s, act.plan.guests);
    for (const AgendaItem& item : act.plan.agenda) {
        writeItem(xml, item);
    }
    writeField(xml, u"reason"_s, act.reason);
}

void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingLeft& act) {
    writeField(xml, u"meeting"_s, act.meeting.text());
    writeFields(xml, u"member"_s, act.members);
}

void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingCancelled& act) {
    writeField(xml, u"meeting"_s, act.meeting.text());
    writeField(xml, u"reason"_s, act.reason);
}

void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingAnswered& act) {
    writeField(xml, u"meeting"_s, act.meeting.text());
    writeField(xml, u"attendance"_s, attendanceKey(act.attendance));
    writeField(xml, u"to"_s, act.substitute);
    writeField(xml, u"note"_s, act.text);
}

void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingNoted& act) {
    writeField(xml, u"meeting"_s, act.meeting.text());
    writeField(xml, u"about"_s, QString::number(act.item));
    writeField(xml, u"note"_s, act.text);
}

void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingConcluded& act) {
    writeField(xml, u"meeting"_s, act.meeting.text());
    for (const ItemText& text : act.texts) {
        writeItemText(xml, text);
    }
    for (const MeetingTask& task : act.tasks) {
        writeGivenTask(xml, task);
    }
}

void writeMeetingAct(QXmlStreamWriter& xml, const acts::MeetingPaperNamed& act) {
    writeField(xml, u"meeting"_s, act.meeting.text());
    writeField(xml, u"meetingPaper"_s, act.paper.text());
    writeField(xml, u"what"_s, meetingPaperKey(act.what));
}

void writeTaskEntry(QXmlStreamWriter& xml, const TaskEntry& task) {
    xml.writeStartElement(officeNamespace, u"task"_s);
    writeField(xml, u"key"_s, QString::fromLatin1(task.key));
    writeField(xml, u"meeting"_s, task.meeting.text());
    writeField(xml, u"subject"_s, task.subject);
    writeField(xml, u"by"_s, task.by);
    writeField(xml, u"at"_s, isoTime(task.at));
    writeField(xml, u"text"_s, task.text);
    writeField(xml, u"dueDate"_s, task.due.toString(Qt::ISODate));
    xml.writeEndElement();
}

} // namespace app
