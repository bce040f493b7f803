// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/demoauthority.h"

#include <QByteArray>

#include <libxml/parser.h>
#include <xmlsec/crypto.h>
#include <xmlsec/templates.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

namespace support {

/// An enveloped signature over the reference `uri` by the key; empty where there is no XML to sign. xmlsec must be
/// ready, which the first readTrustedList() sees to.
[[nodiscard]] inline QByteArray signedXml(const QByteArray& xml, const docsig::DemoKey& key, const char* uri = "",
                                          xmlSecTransformId digest = xmlSecTransformSha256Id, bool enveloped = true) {
    const auto x = [](const char* text) { return reinterpret_cast<const xmlChar*>(text); };
    xmlDoc* document = xmlReadMemory(xml.constData(), int(xml.size()), nullptr, nullptr,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlNode* root = xmlDocGetRootElement(document);
    if (root == nullptr) {
        xmlFreeDoc(document);
        return {};
    }
    if (xmlAttr* id = xmlHasProp(root, x("Id"))) {
        xmlAddID(nullptr, document, x("list-1"), id);
    }
    xmlNode* signature =
        xmlSecTmplSignatureCreate(document, xmlSecTransformExclC14NId, xmlSecTransformRsaSha256Id, nullptr);
    xmlAddChild(root, signature);
    xmlNode* reference = xmlSecTmplSignatureAddReference(signature, digest, nullptr, x(uri), nullptr);
    if (enveloped) {
        xmlSecTmplReferenceAddTransform(reference, xmlSecTransformEnvelopedId);
    }
    xmlSecTmplReferenceAddTransform(reference, xmlSecTransformExclC14NId);
    xmlSecDSigCtx* context = xmlSecDSigCtxCreate(nullptr);
    context->signKey = xmlSecCryptoAppKeyLoadMemory(reinterpret_cast<const xmlSecByte*>(key.privateKey.constData()),
                                                    static_cast<xmlSecSize>(key.privateKey.size()),
                                                    xmlSecKeyDataFormatDer, nullptr, nullptr, nullptr);
    const bool done = context->signKey != nullptr && xmlSecDSigCtxSign(context, signature) >= 0;
    xmlChar* out = nullptr;
    int size = 0;
    xmlDocDumpMemory(document, &out, &size);
    const QByteArray result = done ? QByteArray(reinterpret_cast<char*>(out), size) : QByteArray();
    xmlFree(out);
    xmlSecDSigCtxDestroy(context);
    xmlFreeDoc(document);
    return result;
}

} // namespace support
