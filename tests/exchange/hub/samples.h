// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/packetwriter.h"
#include "exchange/protocol/message.h"

#include <QFile>
#include <QUuid>
#include <QtGlobal>

/// Values that the tests of the exchange share.
namespace samples {

using namespace Qt::Literals::StringLiterals;

inline QByteArray writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("the test cannot write %s", qPrintable(path));
    }
    return exchange::sha256Hex(bytes);
}

inline QByteArray readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline exchange::Append append(const QString& stream, qint64 place, const QStringList& participants = {},
                               const QByteArray& payload = "<act/>") {
    exchange::Append made;
    made.stream = stream;
    made.expectedSequence = place;
    made.kind = u"office"_s;
    made.messageId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    made.payload = payload;
    made.participants = participants;
    return made;
}

/// An edXML document packet, composed by hand: who sends it to whom.
inline QByteArray documentPacket(const QString& from, const QStringList& to, const QString& subject) {
    QString xml = u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                  "<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\" "
                  "xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"><edXML:edXMLEnvelope><edXML:edXMLHeader>"
                  "<edXML:MessageHeader><edXML:From><edXML:OrganId>"_s +
                  from + u"</edXML:OrganId><edXML:OrganName>Sở Mẫu</edXML:OrganName></edXML:From>"_s;
    for (const QString& receiver : to) {
        xml += u"<edXML:To><edXML:OrganId>"_s + receiver +
               u"</edXML:OrganId><edXML:OrganName>Vụ Thử</edXML:OrganName></edXML:To>"_s;
    }
    xml += u"<edXML:Code><edXML:CodeNumber>07</edXML:CodeNumber><edXML:CodeNotation>SM-VP</edXML:CodeNotation>"
           "</edXML:Code><edXML:Subject>"_s +
           subject + u"</edXML:Subject></edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope></edXML>"_s;
    return xml.toUtf8();
}

inline QByteArray statusPacket(const QString& from, const QString& about) {
    return (u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            "<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\" "
            "xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"><edXML:edXMLEnvelope><edXML:edXMLHeader>"
            "<edXML:MessageHeader><edXML:ResponseFor><edXML:OrganId>"_s +
            about +
            u"</edXML:OrganId><edXML:Code>07/SM-VP</edXML:Code></edXML:ResponseFor><edXML:From><edXML:OrganId>"_s +
            from +
            u"</edXML:OrganId></edXML:From><edXML:StatusCode>03</edXML:StatusCode>"
            "</edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope></edXML>"_s)
        .toUtf8();
}

} // namespace samples
