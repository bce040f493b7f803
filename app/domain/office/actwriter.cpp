// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/actcodec.h"
#include "app/domain/office/acttree.h"
#include "app/domain/office/meetingcodec.h"
#include "app/domain/vietnamtime.h"

#include <QXmlStreamWriter>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Writes the fields of an act; what is empty is left out.
class ActWriter {
public:
    explicit ActWriter(QXmlStreamWriter& xml)
        : m_xml(xml) {}

    void operator()(const acts::Unknown&) {}

    void operator()(const acts::Submitted& act) {
        field("document", act.document.text());
        field("type", factsOf(act.kind).key);
        field("subject", act.subject);
        field("notation", act.notation);
        field("superior", act.superiorName);
        field("organ", act.organName);
        field("place", act.placeName);
        m_xml.writeStartElement(officeNamespace, u"signer"_s);
        field("competence", act.signer.competence);
        field("position", act.signer.position);
        field("fullName", act.signer.fullName);
        field("mailbox", act.signer.mailbox);
        m_xml.writeEndElement();
        field("urgency", urgencyKey(act.urgency));
        organs(act.receivers);
        for (const QString& recipient : act.recipients) {
            field("recipient", recipient);
        }
        field("dueDate", act.dueDate);
        if (act.replyTo) {
            m_xml.writeStartElement(officeNamespace, u"replyTo"_s);
            field("organId", act.replyTo->organ.text());
            field("packetDocumentId", act.replyTo->packetDocumentId);
            field("number", act.replyTo->number);
            field("notation", act.replyTo->notation);
            field("date", act.replyTo->date);
            if (act.replyTo->local) {
                field("document", act.replyTo->local->text());
            }
            m_xml.writeEndElement();
        }
        field("pdf", act.pdfSha256);
        field("pdfName", act.pdfName);
        field("pages", act.pages);
        m_xml.writeStartElement(officeNamespace, u"places"_s);
        box("number", act.places.number);
        box("date", act.places.date);
        box("leaderSignature", act.places.leaderSignature);
        box("seal", act.places.seal);
        if (!act.places.initial.rect.isEmpty()) {
            box("initial", act.places.initial);
        }
        m_xml.writeEndElement();
        field("initialBy", act.initialBy);
    }

    void operator()(const acts::Initialled& act) {
        field("document", act.document.text());
        field("pdf", act.pdfSha256);
        field("name", act.signerName);
    }

    void operator()(const acts::Returned& act) {
        field("document", act.document.text());
        field("reason", act.reason);
    }

    void operator()(const acts::Signed& act) {
        field("document", act.document.text());
        field("pdf", act.pdfSha256);
        field("name", act.signerName);
    }

    void operator()(const acts::NumberDrawn& act) {
        field("document", act.document.text());
        field("number", act.number);
        field("notation", act.notation);
        field("date", act.date);
        field("subject", act.subject);
    }

    void operator()(const acts::NumberAssigned& act) {
        field("document", act.document.text());
        field("number", act.number);
        field("notation", act.notation);
        field("date", act.date);
        field("pdf", act.pdfSha256);
    }

    void operator()(const acts::Sealed& act) {
        field("document", act.document.text());
        field("pdf", act.pdfSha256);
        field("name", act.sealName);
    }

    void operator()(const acts::EvidenceAdded& act) {
        field("document", act.document.text());
        field("base", act.basePdfSha256);
        field("pdf", act.pdfSha256);
        field("level", act.level);
    }

    void operator()(const acts::Sent& act) {
        field("document", act.document.text());
        field("packet", act.packetSha256);
        field("packetDocumentId", act.packetDocumentId);
        organs(act.receivers);
        if (act.answers) {
            field("answers", act.answers->text());
        }
    }

    void operator()(const acts::Registered& act) {
        field("document", act.document.text());
        field("packet", act.packetSha256);
        field("number", act.number);
        field("date", act.date);
        field("documentNumber", act.documentNumber);
        field("sender", act.sender);
        field("subject", act.subject);
        field("dueDate", act.dueDate);
        field("note", act.note);
        paper(act.paper);
    }

    void operator()(const acts::PaperCorrected& act) {
        field("document", act.document.text());
        paper(act.entry);
        field("reason", act.reason);
    }

    void operator()(const acts::Refused& act) {
        field("document", act.document.text());
        field("packet", act.packetSha256);
        field("reason", act.reason);
    }

    void operator()(const acts::EntryVoided& act) {
        field("number", act.number);
        field("reason", act.reason);
        if (act.document) {
            field("document", act.document->text());
        }
    }

    void operator()(const acts::BookClosed& act) {
        if (act.lastNumber > 0) {
            field("number", act.lastNumber);
        }
        field("reason", act.reason);
    }

    void operator()(const acts::Linked& act) {
        field("document", act.document.text());
        field("answer", act.answer.text());
    }

    void operator()(const acts::DossierOpened& act) {
        field("dossier", act.dossier.text());
        field("code", act.code);
        field("title", act.title);
        field("retention", act.retention);
    }

    void operator()(const acts::DossierFiled& act) {
        field("dossier", act.dossier.text());
        field("document", act.document.text());
    }

    void operator()(const acts::DossierUnfiled& act) {
        field("dossier", act.dossier.text());
        field("document", act.document.text());
    }

    void operator()(const acts::TakenBack& act) {
        field("document", act.document.text());
        field("act", act.act);
    }

    void operator()(const acts::DossierClosed& act) { field("dossier", act.dossier.text()); }

    void operator()(const acts::SealPinned& act) {
        field("organId", act.organ.text());
        field("certificate", act.certificateSha256);
        field("name", act.certificateName);
    }

    void operator()(const acts::Assigned& act) {
        field("document", act.document.text());
        field("to", act.to);
        field("note", act.note);
    }

    void operator()(const acts::Progressed& act) { noted(act); }
    void operator()(const acts::Finished& act) { noted(act); }

    void operator()(const acts::RecallAsked& act) {
        field("document", act.document.text());
        field("packet", act.packetSha256);
        organs(act.receivers);
        field("reason", act.reason);
        if (act.answers) {
            field("answers", act.answers->text());
        }
    }

    void operator()(const acts::ChangeAnswered& act) {
        field("document", act.document.text());
        field("packet", act.packetSha256);
        if (act.change) {
            field("change", act.change->text());
        }
        field("reason", act.reason);
        if (act.number > 0) {
            field("number", act.number);
            field("date", act.date);
        }
    }

    void operator()(const acts::Updated& act) {
        field("document", act.document.text());
        field("packet", act.packetSha256);
        field("pdf", act.pdfSha256);
        organs(act.receivers);
        field("reason", act.reason);
    }

    void operator()(const acts::Superseded& act) {
        field("document", act.document.text());
        field("by", act.by.text());
        field("reason", act.reason);
    }

    void operator()(const acts::Directed& act) {
        field("document", act.document.text());
        given(*givenBy(act));
        field("note", act.directive.words);
        field("dueDate", act.directive.dueDate);
        for (const WorkShare& share : act.directive.shares) {
            m_xml.writeStartElement(officeNamespace, u"share"_s);
            m_xml.writeAttribute(u"role"_s, workRoleKey(share.role));
            m_xml.writeCharacters(actText(share.to));
            m_xml.writeEndElement();
        }
        field("as", act.as);
    }

    void operator()(const acts::WorkGivenBack& act) {
        field("document", act.document.text());
        field("reason", act.reason);
        field("as", act.as);
    }

    void operator()(const acts::AuditAnchored& act) {
        field("number", static_cast<int>(act.number));
        field("sha256", act.hash);
    }

    void operator()(const acts::Commented& act) {
        field("document", act.document.text());
        if (act.given) {
            given(*act.given);
        }
        field("note", act.text);
        for (const QString& mention : act.mentions) {
            field("mention", mention);
        }
        for (const CommentFile& one : act.files) {
            file(one.name, one.sha256, one.size, {});
        }
        field("as", act.as);
    }

    void operator()(const acts::Delegated& act) {
        field("to", act.to);
        field("from", act.from);
        field("until", act.until);
        field("note", act.words);
    }

    void operator()(const acts::DelegationEnded& act) { field("delegation", act.delegation); }
    void operator()(const acts::StandingShared&) {}

    void operator()(const acts::RightsConfirmed& act) {
        field("person", act.mailbox);
        field("role", act.rights.role);
        field("unit", act.rights.unit);
        field("version", QString::number(act.version));
    }

    void operator()(const acts::UnitNamed& act) {
        field("unit", act.unit);
        field("name", act.name);
    }

    void operator()(const acts::StandInBrought& act) {
        field("document", act.document.text());
        given(act.given);
        field("to", act.to);
    }

    void operator()(const acts::OpinionAsked& act) {
        field("opinion", act.opinion.text());
        field("leader", act.leader);
        field("subject", act.subject);
        field("note", act.text);
        field("dueDate", act.due);
        organs(act.offices);
        field("signed", act.isSigned ? u"true"_s : QString());
        for (const QString& member : act.members) {
            field("member", member);
        }
        for (const OpinionFile& one : act.files) {
            file(one.name, one.sha256, one.size, one.document);
        }
    }

    void operator()(const acts::OpinionShared& act) { field("opinion", act.opinion.text()); }

    void operator()(const acts::OpinionAnswered& act) {
        field("opinion", act.opinion.text());
        field("stance", stanceKey(act.stance));
        field("note", act.text);
        field("as", act.as);
        field("proof", act.proof);
    }

    void operator()(const acts::OpinionSent& act) {
        field("opinion", act.opinion.text());
        field("document", act.document.text());
    }

    void operator()(const acts::OpinionRecorded& act) {
        field("opinion", act.opinion.text());
        field("organId", act.office.text());
        field("document", act.document.text());
        field("stance", stanceKey(act.stance));
        field("note", act.text);
    }

    void operator()(const acts::LeaseTaken& act) {
        field("desk", act.desk);
        field("keeper", leaseKindKey(act.kind));
        field("seconds", act.seconds);
    }

    void operator()(const acts::LeaseLeft& act) { field("desk", act.desk); }
    void operator()(const acts::ReminderDaysSet& act) {
        field("table", QString::fromUtf8(writeReminderDays(act.days)));
    }

    void operator()(const acts::Reminded& act) {
        field("document", act.document.text());
        given(act.given);
        field("to", act.to);
        field("holder", act.holder);
        field("dueDate", act.due);
        field("stage", reminderStageKey(act.step.stage));
        field("days", act.step.days);
    }

    void operator()(const acts::OpinionClosed& act) {
        field("opinion", act.opinion.text());
        field("note", act.reason);
    }

    /// Those of meetings.
    template <typename Act>
        requires requires(const Act& act) { act.meeting; }
    void operator()(const Act& act) {
        writeMeetingAct(m_xml, act);
    }

    void operator()(const acts::TimeAsked& act) {
        field("document", act.document.text());
        field("dueDate", act.until);
        field("reason", act.reason);
        field("as", act.as);
    }

    void operator()(const acts::TimeAnswered& act) {
        field("document", act.document.text());
        field("to", act.answer.to);
        field("dueDate", act.answer.until);
        field("note", act.answer.words);
        field("as", act.as);
    }

private:
    void given(const acts::GivenDocument& document) {
        if (document.task) {
            writeTaskEntry(m_xml, *document.task);
            return;
        }
        field("packet", document.packetSha256);
        field("organId", document.from.text());
        field("received", isoTime(document.received));
        field("number", document.arrivalNumber);
        field("date", document.arrivalDate);
        field("documentDueDate", document.dueDate);
        paper(document.paper);
    }

    void paper(const std::optional<PaperEntry>& entry) {
        if (!entry) {
            return;
        }
        m_xml.writeStartElement(officeNamespace, u"paper"_s);
        field("key", entry->key);
        field("organId", entry->sender.id.text());
        field("sender", entry->sender.name);
        field("number", entry->number);
        field("notation", entry->notation);
        field("date", entry->date);
        field("type", factsOf(entry->kind).key);
        field("subject", entry->subject);
        field("urgency", urgencyKey(entry->urgency));
        field("dueDate", entry->dueDate);
        field("signer", entry->signer);
        field("pages", entry->pages);
        field("note", entry->note);
        field("scan", entry->scanSha256);
        field("scanName", entry->scanName);
        field("envelopeFor", entry->envelopeFor);
        m_xml.writeEndElement();
    }

    template <typename Act>
    void noted(const Act& act) {
        field("document", act.document.text());
        field("note", act.note);
        field("as", act.as);
    }

    void file(const QString& name, const QByteArray& sha256, qint64 size, const std::optional<DocumentId>& document) {
        m_xml.writeStartElement(officeNamespace, u"file"_s);
        m_xml.writeAttribute(u"sha256"_s, QString::fromLatin1(sha256));
        m_xml.writeAttribute(u"size"_s, QString::number(size));
        if (document) {
            m_xml.writeAttribute(u"document"_s, document->text());
        }
        m_xml.writeCharacters(actText(name));
        m_xml.writeEndElement();
    }

    void field(const char* name, const QString& value) {
        if (!value.isEmpty()) {
            m_xml.writeTextElement(officeNamespace, QString::fromLatin1(name), actText(value));
        }
    }
    void field(const char* name, const QByteArray& value) { field(name, QString::fromLatin1(value)); }
    void field(const char* name, const QDate& value) { field(name, value.toString(Qt::ISODate)); }
    void field(const char* name, int value) { field(name, QString::number(value)); }

    void organs(const QList<OrganRef>& receivers) {
        for (const OrganRef& receiver : receivers) {
            m_xml.writeStartElement(officeNamespace, u"receiver"_s);
            m_xml.writeAttribute(u"organId"_s, receiver.id.text());
            m_xml.writeCharacters(actText(receiver.name));
            m_xml.writeEndElement();
        }
    }

    void box(const char* name, const PageBox& place) {
        m_xml.writeEmptyElement(officeNamespace, QString::fromLatin1(name));
        m_xml.writeAttribute(u"page"_s, QString::number(place.page));
        m_xml.writeAttribute(u"x"_s, QString::number(place.rect.x(), 'f', 3));
        m_xml.writeAttribute(u"y"_s, QString::number(place.rect.y(), 'f', 3));
        m_xml.writeAttribute(u"width"_s, QString::number(place.rect.width(), 'f', 3));
        m_xml.writeAttribute(u"height"_s, QString::number(place.rect.height(), 'f', 3));
    }

    QXmlStreamWriter& m_xml;
};

} // namespace

QByteArray writeAct(const OfficeAct& act) {
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(officeNamespace);
    xml.writeStartElement(officeNamespace, u"act"_s);
    xml.writeAttribute(u"kind"_s, actKind(act.body));
    xml.writeAttribute(u"id"_s, act.id);
    xml.writeAttribute(u"at"_s, isoTime(act.at));
    xml.writeAttribute(u"by"_s, act.by);
    ActWriter writer(xml);
    std::visit(writer, act.body);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace app
