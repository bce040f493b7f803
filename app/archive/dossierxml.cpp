// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/dossierxml.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr auto dossierNamespace = "urn:congvan:dossier:1"_L1;
constexpr qsizetype mostFiles = 100'000;

void write(QXmlStreamWriter& xml, const QString& name, const QString& value) {
    if (!value.isEmpty()) {
        xml.writeTextElement(dossierNamespace, name, value);
    }
}

void writeDocument(QXmlStreamWriter& xml, const ExportDocument& document, qsizetype index) {
    xml.writeStartElement(dossierNamespace, u"document"_s);
    xml.writeAttribute(u"id"_s, document.id);
    xml.writeAttribute(u"direction"_s, document.direction);
    write(xml, u"typeName"_s, document.kindName);
    write(xml, u"codeNumber"_s, document.number);
    write(xml, u"codeNotation"_s, document.notation);
    write(xml, u"issuedDate"_s, document.date.isValid() ? document.date.toString(u"dd/MM/yyyy"_s) : QString());
    write(xml, u"organId"_s, document.authorOrganId);
    write(xml, u"organName"_s, document.authorName);
    write(xml, u"subject"_s, document.subject);
    write(xml, u"autograph"_s, document.signerName);
    write(xml, u"bookNumber"_s, document.bookNumber);
    write(xml, u"verdict"_s, document.verdict);
    write(xml, u"time"_s, document.time.toUTC().toString(Qt::ISODateWithMs));
    for (const QString& link : document.links) {
        write(xml, u"link"_s, link);
    }
    for (const ExportFile& file : document.files) {
        xml.writeStartElement(dossierNamespace, u"file"_s);
        xml.writeAttribute(u"path"_s, documentFolder(index) + u'/' + file.name);
        xml.writeAttribute(u"role"_s, file.role);
        xml.writeAttribute(u"sha256"_s, QString::fromLatin1(file.sha256));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

} // namespace

QString documentFolder(qsizetype index) {
    return u"documents/%1"_s.arg(index + 1, 4, 10, QLatin1Char('0'));
}

QByteArray dossierXml(const ExportDossier& dossier) {
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(dossierNamespace);
    xml.writeStartElement(dossierNamespace, u"dossier"_s);
    xml.writeAttribute(u"id"_s, dossier.id);
    write(xml, u"fileCode"_s, dossier.code);
    write(xml, u"title"_s, dossier.title);
    write(xml, u"maintenance"_s, dossier.retention);
    write(xml, u"organId"_s, dossier.organId);
    write(xml, u"organName"_s, dossier.organName);
    write(xml, u"opened"_s, dossier.opened.toUTC().toString(Qt::ISODateWithMs));
    write(xml, u"closed"_s, dossier.closed.toUTC().toString(Qt::ISODateWithMs));
    write(xml, u"totalDoc"_s, QString::number(dossier.documents.size()));
    for (qsizetype index = 0; index < dossier.documents.size(); ++index) {
        writeDocument(xml, dossier.documents.at(index), index);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

Result<DossierIndex> readDossierXml(const QByteArray& bytes) {
    DossierIndex index;
    QXmlStreamReader xml(bytes);
    bool refused = false;
    bool rootSeen = false;
    while (!xml.atEnd() && !refused) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD) {
            refused = true;
        } else if (token == QXmlStreamReader::StartElement) {
            if (!rootSeen) {
                rootSeen = true;
                refused = xml.name() != "dossier"_L1 || xml.namespaceUri() != dossierNamespace;
            } else if (xml.name() == "document"_L1) {
                ++index.documents;
            } else if (xml.name() == "file"_L1) {
                index.files.append({.path = xml.attributes().value("path"_L1).toString(),
                                    .sha256 = xml.attributes().value("sha256"_L1).toLatin1()});
                refused = index.files.size() > mostFiles;
            } else if (xml.name() == "fileCode"_L1) {
                index.code = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            }
        }
    }
    if (refused || xml.hasError() || !rootSeen) {
        return fail("export-metadata-unreadable", xml.errorString());
    }
    return index;
}

} // namespace app
