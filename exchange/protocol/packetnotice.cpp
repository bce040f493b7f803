// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/packetnotice.h"

#include "exchange/protocol/message.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString noticeNamespace = u"urn:congvan:packet:1"_s;
constexpr qsizetype mostHops = 64; // a tree of hubs is not deeper, and a hub stops what it has seen before

Result<PacketNotice> malformed(const QString& why) {
    return fail("packet-notice-malformed", why);
}

} // namespace

QByteArray packetNoticeXml(const PacketNotice& notice) {
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartDocument();
    writer.writeDefaultNamespace(noticeNamespace);
    writer.writeStartElement(noticeNamespace, u"packet"_s);
    writer.writeAttribute(u"sha256"_s, QString::fromLatin1(notice.sha256));
    writer.writeAttribute(u"size"_s, QString::number(notice.size));
    writer.writeAttribute(u"kind"_s, notice.kind);
    if (!notice.reporter.isEmpty()) {
        writer.writeAttribute(u"reporter"_s, notice.reporter);
    }
    writer.writeTextElement(noticeNamespace, u"from"_s, notice.from);
    for (const QString& receiver : notice.to) {
        writer.writeTextElement(noticeNamespace, u"to"_s, receiver);
    }
    for (const QString& hop : notice.hops) {
        writer.writeTextElement(noticeNamespace, u"hop"_s, hop);
    }
    writer.writeEndElement();
    writer.writeEndDocument();
    return xml;
}

Result<PacketNotice> readPacketNotice(const QByteArray& xml) {
    QXmlStreamReader reader(xml);
    if (!reader.readNextStartElement() || reader.name() != "packet"_L1 || reader.namespaceUri() != noticeNamespace) {
        return malformed(u"no packet element"_s);
    }
    PacketNotice notice;
    const QXmlStreamAttributes attributes = reader.attributes();
    notice.sha256 = attributes.value("sha256"_L1).toLatin1();
    bool sizeRead = false;
    notice.size = attributes.value("size"_L1).toLongLong(&sizeRead);
    notice.kind = attributes.value("kind"_L1).toString();
    notice.reporter = attributes.value("reporter"_L1).toString();
    while (reader.readNextStartElement()) {
        if (reader.name() == "from"_L1) {
            notice.from = reader.readElementText();
        } else if (reader.name() == "to"_L1) {
            notice.to.append(reader.readElementText());
        } else if (reader.name() == "hop"_L1 && notice.hops.size() < mostHops) {
            notice.hops.append(reader.readElementText());
        } else {
            reader.skipCurrentElement();
        }
    }
    if (reader.hasError()) {
        return malformed(reader.errorString());
    }
    if (!isSha256Hex(notice.sha256) || !sizeRead || notice.size < 0 || notice.from.isEmpty() || notice.to.isEmpty() ||
        (notice.kind != "edoc"_L1 && notice.kind != "status"_L1)) {
        return malformed(u"a field is missing"_s);
    }
    return notice;
}

} // namespace exchange
