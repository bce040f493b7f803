// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/xmlsignature.h"

#include "docsig/keys/certificate.h"

#include <libxml/xpath.h>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/list.h>
#include <xmlsec/transforms.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>

#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <mutex>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto dsig = "http://www.w3.org/2000/09/xmldsig#";
constexpr auto xades = "http://uri.etsi.org/01903/v1.3.2#";
constexpr auto signedPropertiesType = "http://uri.etsi.org/01903#SignedProperties"_L1;

struct SignatureFreeing {
    void operator()(xmlSecDSigCtx* context) const noexcept { xmlSecDSigCtxDestroy(context); }
};

/// The library has one state for the process; it is made at the first list and never given up (its clean-up would take
/// libxml2's away from others).
bool libraryReady() {
    static std::once_flag once;
    static bool ready = false;
    std::call_once(once, [] {
        xmlSecErrorsSetCallback([](const char*, int, const char*, const char*, const char*, int, const char*) {});
        // Its start builds its lists anew: whoever came first did it for all.
        const bool started = xmlSecPtrListGetSize(xmlSecTransformIdsGet()) > 0;
        ready = started || (xmlSecInit() >= 0 && xmlSecCryptoAppInit(nullptr) >= 0 && xmlSecCryptoInit() >= 0);
    });
    return ready;
}

/// Every ds:Signature of the document must be the one that is checked: another could only mislead a reader.
int signaturesBelow(const xmlNode* top) {
    int count = 0;
    for (const xmlNode* node = top; node != nullptr;) {
        count += isElement(node, "Signature", dsig) ? 1 : 0;
        if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != top && node->next == nullptr) {
            node = node->parent;
        }
        node = node == top ? nullptr : node->next;
    }
    return count;
}

bool isAllowedTransform(const QString& algorithm) {
    static const std::array allowed{"http://www.w3.org/2000/09/xmldsig#enveloped-signature"_L1,
                                    "http://www.w3.org/2001/10/xml-exc-c14n#"_L1,
                                    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"_L1};
    return std::ranges::find(allowed, algorithm) != allowed.end();
}

/// Exactly one reference covers the root; every other one names the properties of this signature.
bool coversRoot(xmlNode* root, xmlNode* signature, const QString& propertiesId) {
    xmlNode* signedInfo = childAt(signature, {"SignedInfo"}, dsig);
    const QString rootId = attributeOf(root, "Id");
    int covering = 0;
    for (xmlNode* reference : childrenOf(signedInfo, "Reference", dsig)) {
        const QString uri = attributeOf(reference, "URI");
        if (attributeOf(reference, "Type") == signedPropertiesType) {
            if (propertiesId.isEmpty() || uri != u'#' + propertiesId) {
                return false;
            }
            continue;
        }
        if (xmlHasProp(reference, reinterpret_cast<const xmlChar*>("URI")) == nullptr ||
            (!uri.isEmpty() && (rootId.isEmpty() || uri != u'#' + rootId))) {
            return false;
        }
        bool enveloped = false;
        for (xmlNode* transform : childrenOf(childAt(reference, {"Transforms"}, dsig), "Transform", dsig)) {
            const QString algorithm = attributeOf(transform, "Algorithm");
            if (!isAllowedTransform(algorithm)) {
                return false;
            }
            enveloped = enveloped || algorithm.endsWith("enveloped-signature"_L1);
        }
        covering += enveloped ? 1 : 2;
    }
    return covering == 1;
}

bool registerId(xmlDoc* document, xmlNode* node) {
    xmlAttr* attribute = node == nullptr ? nullptr : xmlHasProp(node, reinterpret_cast<const xmlChar*>("Id"));
    if (attribute == nullptr) {
        return true;
    }
    const QByteArray id = attributeOf(node, "Id").toUtf8();
    return xmlAddID(nullptr, document, reinterpret_cast<const xmlChar*>(id.constData()), attribute) != nullptr;
}

bool allowOnlyGood(xmlSecDSigCtx* context) {
    context->enabledReferenceUris = xmlSecTransformUriTypeEmpty | xmlSecTransformUriTypeSameDocument;
    const std::array references{xmlSecTransformEnvelopedId, xmlSecTransformExclC14NId, xmlSecTransformInclC14NId,
                                xmlSecTransformSha256Id,    xmlSecTransformSha384Id,   xmlSecTransformSha512Id};
    const std::array signatures{xmlSecTransformExclC14NId,    xmlSecTransformInclC14NId,   xmlSecTransformRsaSha256Id,
                                xmlSecTransformRsaSha384Id,   xmlSecTransformRsaSha512Id,  xmlSecTransformEcdsaSha256Id,
                                xmlSecTransformEcdsaSha384Id, xmlSecTransformEcdsaSha512Id};
    return std::ranges::all_of(references,
                               [&](auto id) { return xmlSecDSigCtxEnableReferenceTransform(context, id) >= 0; }) &&
           std::ranges::all_of(signatures,
                               [&](auto id) { return xmlSecDSigCtxEnableSignatureTransform(context, id) >= 0; });
}

} // namespace

Result<void> checkEnvelopedSignature(xmlDoc* document, QByteArrayView certificate) {
    const QList<QByteArray> operators = certificatesIn(certificate);
    xmlSecKey* key = nullptr;
    if (libraryReady() && operators.size() == 1) {
        key = xmlSecCryptoAppKeyLoadMemory(reinterpret_cast<const xmlSecByte*>(operators.first().constData()),
                                           static_cast<xmlSecSize>(operators.first().size()),
                                           xmlSecKeyDataFormatCertDer, nullptr, nullptr, nullptr);
    }
    if (key == nullptr) {
        ERR_clear_error();
        return fail("trusted-list-operator-unreadable");
    }
    const std::unique_ptr<xmlSecDSigCtx, SignatureFreeing> context(xmlSecDSigCtxCreate(nullptr));
    context->signKey = key; // the context owns it now
    xmlNode* root = xmlDocGetRootElement(document);
    const QList<xmlNode*> signatures = childrenOf(root, "Signature", dsig);
    if (signatures.size() != 1 || signaturesBelow(root) != 1) {
        return fail("trusted-list-unsigned", u"%1 signatures"_s.arg(signaturesBelow(root)));
    }
    xmlNode* signature = signatures.first();
    xmlNode* properties = nullptr;
    for (xmlNode* object : childrenOf(signature, "Object", dsig)) {
        xmlNode* found = childAt(object, {"QualifyingProperties", "SignedProperties"}, xades);
        properties = found == nullptr ? properties : found;
    }
    const bool sound = coversRoot(root, signature, attributeOf(properties, "Id")) && registerId(document, root) &&
                       registerId(document, properties) && allowOnlyGood(context.get());
    const bool checked =
        sound && xmlSecDSigCtxVerify(context.get(), signature) >= 0 && context->status == xmlSecDSigStatusSucceeded;
    ERR_clear_error();
    if (!checked) {
        return fail("trusted-list-signature-wrong", sound ? QString() : u"not over the whole list"_s);
    }
    return {};
}

} // namespace docsig
