// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/xmltree.h"

#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype largestList = 32 * 1024 * 1024;
constexpr qsizetype longestTag = 64 * 1024;

const xmlChar* x(const char* text) {
    return reinterpret_cast<const xmlChar*>(text);
}

QString taken(xmlChar* text) {
    const QString copy = QString::fromUtf8(reinterpret_cast<const char*>(text));
    xmlFree(text);
    return copy;
}

/// A document type brings entities and defaulted attributes: there is none in a trusted list.
void refuseDocumentType(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    auto* parser = static_cast<xmlParserCtxt*>(context);
    parser->wellFormed = 0;
    xmlStopParser(parser);
}

bool hasEndlessTag(const QByteArray& xml) {
    qsizetype at = xml.indexOf('<');
    while (at >= 0) {
        const qsizetype end = xml.indexOf('>', at);
        if ((end < 0 ? xml.size() : end) - at > longestTag) {
            return true;
        }
        at = end < 0 ? -1 : xml.indexOf('<', end);
    }
    return false;
}

} // namespace

Result<XmlDocument> readHostileXml(const QByteArray& xml) {
    if (xml.size() > largestList || hasEndlessTag(xml)) {
        return fail("trusted-list-too-large", u"%1 bytes"_s.arg(xml.size()));
    }
    const std::unique_ptr<xmlParserCtxt, XmlFreeing> parser(xmlNewParserCtxt());
    XmlDocument document;
    if (parser) {
        parser->sax->internalSubset = refuseDocumentType;
        parser->sax->externalSubset = refuseDocumentType;
        document.reset(xmlCtxtReadMemory(parser.get(), xml.constData(), static_cast<int>(xml.size()), nullptr, nullptr,
                                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    }
    if (!document || parser->wellFormed == 0 || xmlDocGetRootElement(document.get()) == nullptr) {
        const bool told = parser && parser->lastError.message != nullptr;
        return fail("trusted-list-not-xml", told ? QString::fromUtf8(parser->lastError.message).trimmed() : QString());
    }
    return document;
}

bool isElement(const xmlNode* node, const char* name, const char* space) {
    return node != nullptr && node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, x(name)) != 0 &&
           node->ns != nullptr && xmlStrEqual(node->ns->href, x(space)) != 0;
}

QList<xmlNode*> childrenOf(const xmlNode* node, const char* name, const char* space) {
    QList<xmlNode*> found;
    for (xmlNode* child = node == nullptr ? nullptr : node->children; child != nullptr; child = child->next) {
        if (isElement(child, name, space)) {
            found.append(child);
        }
    }
    return found;
}

xmlNode* childAt(xmlNode* node, const QList<const char*>& names, const char* space) {
    for (const char* name : names) {
        const QList<xmlNode*> found = childrenOf(node, name, space);
        if (found.isEmpty()) {
            return nullptr;
        }
        node = found.first();
    }
    return node;
}

QString textOf(xmlNode* node) {
    return node == nullptr ? QString() : taken(xmlNodeGetContent(node)).trimmed();
}

QString attributeOf(xmlNode* node, const char* name) {
    return node == nullptr ? QString() : taken(xmlGetNoNsProp(node, x(name)));
}

} // namespace docsig
