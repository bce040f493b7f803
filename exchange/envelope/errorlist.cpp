// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/errorlist.h"

#include <QHash>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestList = 1024 * 1024;
constexpr qsizetype mostErrors = 1000;
constexpr qsizetype longestText = 4000;

std::unexpected<Error> malformed(const QString& why) {
    return fail("error-list-malformed", why);
}

/// The element's name without a prefix, declared or not.
QStringView plainName(const QXmlStreamReader& reader) {
    const QStringView name = reader.qualifiedName();
    return name.mid(name.lastIndexOf(u':') + 1);
}

PacketError readError(QXmlStreamReader& reader) {
    PacketError error;
    while (reader.readNextStartElement()) {
        if (plainName(reader) == "Code"_L1) {
            error.code = reader.readElementText(QXmlStreamReader::SkipChildElements).trimmed().left(longestText);
        } else if (plainName(reader) == "Description"_L1) {
            error.description = reader.readElementText(QXmlStreamReader::SkipChildElements).trimmed().left(longestText);
        } else {
            reader.skipCurrentElement();
        }
    }
    return error;
}

/// The validator's letter for a finding, or none.
QString letterOf(const QString& code) {
    static const QHash<QString, QString> letters{
        {u"packet-element-missing"_s, u"N"_s},
        {u"packet-text-over-limit"_s, u"R"_s},
        {u"packet-date-wrong"_s, u"M"_s},
        {u"packet-number-wrong"_s, u"T"_s},
    };
    return letters.value(code);
}

} // namespace

Result<QList<PacketError>> readErrorList(const QByteArray& xml) {
    if (xml.size() > longestList) {
        return malformed(u"more than a megabyte"_s);
    }
    if (xml.contains("<!DOCTYPE")) {
        return malformed(u"a DTD"_s);
    }
    QXmlStreamReader reader(xml);
    reader.setNamespaceProcessing(false); // undeclared prefixes do no harm
    if (!reader.readNextStartElement() || plainName(reader) != "ErrorList"_L1) {
        return malformed(u"no ErrorList"_s);
    }
    QList<PacketError> errors;
    while (reader.readNextStartElement()) {
        if (plainName(reader) != "Error"_L1) {
            reader.skipCurrentElement();
        } else if (errors.size() == mostErrors) {
            return malformed(u"too many entries"_s);
        } else {
            errors.append(readError(reader));
        }
    }
    if (reader.hasError()) {
        return malformed(reader.errorString());
    }
    return errors;
}

QByteArray errorListXml(const QList<PacketError>& errors) {
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartElement(u"ErrorList"_s);
    for (const PacketError& error : errors) {
        writer.writeStartElement(u"Error"_s);
        writer.writeTextElement(u"Code"_s, error.code);
        writer.writeTextElement(u"Description"_s, error.description);
        writer.writeEndElement();
    }
    writer.writeEndElement();
    return xml;
}

QList<PacketError> errorListOf(const QList<Finding>& findings) {
    static const QRegularExpression places(u"\\[\\d+\\]"_s);
    QList<PacketError> errors;
    for (const Finding& found : findings) {
        const QString letter = letterOf(found.code);
        QString path = found.place;
        path.remove(places).replace(u'/', u'.');
        errors.append({letter.isEmpty() ? found.code : letter + u'.' + path, found.detail});
    }
    return errors;
}

} // namespace exchange
