// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/signaturetree.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>

#include <QStringList>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostCertificates = 5; // a chain; each that is tried costs a pass over the packet
constexpr int mostNamespaces = 64;        // in scope; an honest packet has five
constexpr auto enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"_L1;
constexpr std::array canonical{"http://www.w3.org/2001/10/xml-exc-c14n#"_L1,
                               "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"_L1};

struct ParserFreeing {
    void operator()(xmlParserCtxt* parser) const noexcept { xmlFreeParserCtxt(parser); }
};

bool isElement(const xmlNode* node, const char* name) {
    return node != nullptr && node->type == XML_ELEMENT_NODE && node->ns != nullptr &&
           xmlStrEqual(node->name, reinterpret_cast<const xmlChar*>(name)) == 1 &&
           xmlStrEqual(node->ns->href, reinterpret_cast<const xmlChar*>(XmlSignatureSpace)) == 1;
}

QList<xmlNode*> childrenOf(xmlNode* parent, const char* name) {
    QList<xmlNode*> found;
    for (xmlNode* node = parent == nullptr ? nullptr : parent->children; node != nullptr; node = node->next) {
        if (isElement(node, name)) {
            found.append(node);
        }
    }
    return found;
}

/// The only child of that name; null where there is none or a second.
xmlNode* onlyChild(xmlNode* parent, const char* name) {
    const QList<xmlNode*> found = childrenOf(parent, name);
    return found.size() == 1 ? found.first() : nullptr;
}

QString takeText(xmlChar* text) {
    const QString value = QString::fromUtf8(reinterpret_cast<const char*>(text));
    xmlFree(text);
    return value;
}

QString attributeOf(xmlNode* node, const char* name) {
    return node == nullptr ? QString() : takeText(xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)));
}

bool hasAttribute(xmlNode* node, const char* name) {
    return node != nullptr && xmlHasProp(node, reinterpret_cast<const xmlChar*>(name)) != nullptr;
}

/// Every ds:Signature below, in the order of the document.
QList<xmlNode*> signaturesBelow(xmlNode* top) {
    QList<xmlNode*> found;
    for (xmlNode* node = top; node != nullptr;) {
        if (isElement(node, "Signature")) {
            found.append(node);
        }
        if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != top && node->next == nullptr) {
            node = node->parent;
        }
        node = node == top ? nullptr : node->next;
    }
    return found;
}

/// In the header of the envelope, where the standard has it.
bool standsInHeader(const xmlNode* signature) {
    static const std::array path{"edXMLHeader", "edXMLEnvelope", "edXML"};
    const xmlNode* node = signature->parent;
    for (const char* name : path) {
        if (node == nullptr || node->type != XML_ELEMENT_NODE ||
            xmlStrEqual(node->name, reinterpret_cast<const xmlChar*>(name)) != 1) {
            return false;
        }
        node = node->parent;
    }
    return node != nullptr && node->type == XML_DOCUMENT_NODE;
}

bool isCanonical(const QString& algorithm) {
    return std::ranges::find(canonical, algorithm) != canonical.end();
}

/// One reference, to the whole packet without the signature itself, and no transform that could leave anything out.
bool isOverWhole(xmlNode* signedInfo) {
    xmlNode* reference = onlyChild(signedInfo, "Reference");
    if (!hasAttribute(reference, "URI") || !attributeOf(reference, "URI").isEmpty()) {
        return false;
    }
    const QList<xmlNode*> transforms = childrenOf(onlyChild(reference, "Transforms"), "Transform");
    return (transforms.size() == 1 || transforms.size() == 2) &&
           attributeOf(transforms.first(), "Algorithm") == enveloped &&
           (transforms.size() == 1 || isCanonical(attributeOf(transforms.last(), "Algorithm")));
}

/// Whether an element stands there that is none of these, or one of them twice.
bool holdsMore(const xmlNode* parent, std::initializer_list<const char*> allowed) {
    QList<const char*> left(allowed);
    for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
        const auto known = std::ranges::find_if(left, [node](const char* name) { return isElement(node, name); });
        if (node->type == XML_ELEMENT_NODE && known == left.end()) {
            return true;
        }
        if (known != left.end()) {
            left.erase(known);
        }
    }
    return false;
}

/// Canonical XML looks through all declarations in scope at each element.
bool declaresTooMuch(const xmlNode* node, int inScope) {
    for (const xmlNs* one = node->nsDef; one != nullptr; one = one->next) {
        if (++inScope > mostNamespaces) {
            return true;
        }
    }
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (child->type == XML_ELEMENT_NODE && declaresTooMuch(child, inScope)) {
            return true;
        }
    }
    return false;
}

QList<QByteArray> certificatesIn(xmlNode* signature) {
    QList<QByteArray> certificates;
    for (xmlNode* data : childrenOf(onlyChild(signature, "KeyInfo"), "X509Data")) {
        for (xmlNode* one : childrenOf(data, "X509Certificate")) {
            const QByteArray der = QByteArray::fromBase64(takeText(xmlNodeGetContent(one)).simplified().toLatin1());
            if (!der.isEmpty() && certificates.size() < mostCertificates && !certificates.contains(der)) {
                certificates.append(der);
            }
        }
    }
    return certificates;
}

} // namespace

XmlDocument treeOfPacket(QByteArrayView packet) {
    const std::unique_ptr<xmlParserCtxt, ParserFreeing> parser(xmlNewParserCtxt());
    if (!parser) {
        return nullptr;
    }
    XmlDocument document(xmlCtxtReadMemory(parser.get(), packet.data(), static_cast<int>(packet.size()), nullptr,
                                           "UTF-8",
                                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE));
    if (document && (parser->nsWellFormed == 0 || parser->wellFormed == 0 || document->intSubset != nullptr ||
                     declaresTooMuch(xmlDocGetRootElement(document.get()), 0))) {
        document.reset();
    }
    return document;
}

Result<SignatureParts> signatureParts(xmlDoc* document) {
    SignatureParts parts;
    const QList<xmlNode*> signatures = signaturesBelow(xmlDocGetRootElement(document));
    if (signatures.isEmpty()) {
        return parts;
    }
    if (signatures.size() > 1) {
        return fail("packet-signature-several", QString::number(signatures.size()));
    }
    parts.signature = signatures.first();
    if (!standsInHeader(parts.signature)) {
        return fail("packet-signature-misplaced");
    }
    xmlNode* signedInfo = onlyChild(parts.signature, "SignedInfo");
    xmlNode* method = onlyChild(signedInfo, "SignatureMethod");
    xmlNode* canonicalization = onlyChild(signedInfo, "CanonicalizationMethod");
    if (method == nullptr || canonicalization == nullptr || onlyChild(parts.signature, "SignatureValue") == nullptr ||
        childrenOf(signedInfo, "Reference").isEmpty()) {
        return fail("packet-signature-incomplete");
    }
    if (!isOverWhole(signedInfo) || !isCanonical(attributeOf(canonicalization, "Algorithm"))) {
        return fail("packet-signature-not-whole");
    }
    if (holdsMore(parts.signature, {"SignedInfo", "SignatureValue", "KeyInfo"}) ||
        holdsMore(signedInfo, {"CanonicalizationMethod", "SignatureMethod", "Reference"})) {
        // Objects and manifests: nothing of them is part of the packet, and each reference in them costs a pass over
        // it.
        return fail("packet-signature-extra");
    }
    parts.method = attributeOf(method, "Algorithm");
    parts.digest = attributeOf(onlyChild(onlyChild(signedInfo, "Reference"), "DigestMethod"), "Algorithm");
    if (parts.method.contains("hmac"_L1, Qt::CaseInsensitive)) {
        return fail("packet-signature-hmac", parts.method);
    }
    parts.certificates = certificatesIn(parts.signature);
    return parts;
}

QByteArray canonicalForm(xmlDoc* document) {
    xmlChar* text = nullptr;
    const int size = xmlC14NDocDumpMemory(document, nullptr, XML_C14N_EXCLUSIVE_1_0, nullptr, 0, &text);
    const QByteArray canonicalBytes = size > 0 ? QByteArray(reinterpret_cast<const char*>(text), size) : QByteArray();
    xmlFree(text);
    return canonicalBytes;
}

} // namespace exchange
