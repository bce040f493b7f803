// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/office/acttree.h"

#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype largestAct = 1024 * 1024;
constexpr int deepest = 8;
constexpr int mostElements = 20'000;

std::unexpected<Error> notXml(const QString& detail) {
    return fail("act-not-xml", detail);
}

} // namespace

QString actText(const QString& text) {
    QString cleaned;
    cleaned.reserve(text.size());
    for (const QChar character : text.normalized(QString::NormalizationForm_C)) {
        const char16_t unit = character.unicode();
        if (unit == u'\t' || unit == u'\n' || (unit >= 0x20 && unit < 0xFFFE)) {
            cleaned.append(character);
        }
    }
    return cleaned;
}

const ActElement* ActElement::child(QLatin1StringView wanted) const {
    for (const ActElement& element : children) {
        if (element.name == wanted) {
            return &element;
        }
    }
    return nullptr;
}

QString ActElement::childText(QLatin1StringView wanted) const {
    const ActElement* element = child(wanted);
    return element ? element->text : QString();
}

QList<const ActElement*> ActElement::all(QLatin1StringView wanted) const {
    QList<const ActElement*> found;
    for (const ActElement& element : children) {
        if (element.name == wanted) {
            found.append(&element);
        }
    }
    return found;
}

Result<ActElement> readActTree(const QByteArray& bytes) {
    if (bytes.size() > largestAct) {
        return fail("act-too-large", QString::number(bytes.size()));
    }
    QXmlStreamReader xml(bytes);
    ActElement root;
    QList<ActElement> open;
    int elements = 0;
    bool rootSeen = false;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return notXml(u"a DTD or entity"_s);
        case QXmlStreamReader::StartElement: {
            if (open.size() >= deepest || ++elements > mostElements) {
                return notXml(u"too deep or too many elements"_s);
            }
            if (!rootSeen && (xml.name() != "act"_L1 || xml.namespaceUri() != officeNamespace)) {
                return notXml(u"another root element"_s);
            }
            rootSeen = true;
            ActElement element{.name = xml.name().toString()};
            for (const QXmlStreamAttribute& attribute : xml.attributes()) {
                element.attributes.insert(attribute.name().toString(), attribute.value().toString());
            }
            open.append(std::move(element));
            break;
        }
        case QXmlStreamReader::Characters:
            if (!open.isEmpty()) {
                open.last().text += xml.text();
            }
            break;
        case QXmlStreamReader::EndElement: {
            ActElement element = open.takeLast();
            if (open.isEmpty()) {
                root = std::move(element);
            } else {
                open.last().children.append(std::move(element));
            }
            break;
        }
        default:
            break;
        }
    }
    if (xml.hasError() || !rootSeen) {
        return notXml(xml.errorString());
    }
    return root;
}

} // namespace app
