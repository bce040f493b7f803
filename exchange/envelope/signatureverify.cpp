// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/packetsignature.h"
#include "exchange/envelope/signaturetree.h"

#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/list.h>
#include <xmlsec/transforms.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>

#include <algorithm>
#include <array>
#include <mutex>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SignatureFreeing {
    void operator()(xmlSecDSigCtx* context) const noexcept { xmlSecDSigCtxDestroy(context); }
};
using SignatureContext = std::unique_ptr<xmlSecDSigCtx, SignatureFreeing>;

bool allowOnlyGood(xmlSecDSigCtx* context) {
    context->enabledReferenceUris = xmlSecTransformUriTypeEmpty;
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

xmlSecKey* keyOf(const QByteArray& certificate) {
    return xmlSecCryptoAppKeyLoadMemory(reinterpret_cast<const xmlSecByte*>(certificate.constData()),
                                        static_cast<xmlSecSize>(certificate.size()), xmlSecKeyDataFormatCertDer,
                                        nullptr, nullptr, nullptr);
}

enum class Held { Yes, NotWithThisKey, Changed };

/// Whether the signature holds with the key of that certificate; the packet's own KeyInfo is not asked for a key. The
/// tree is not changed by it.
Held holdsWith(const QByteArray& certificate, xmlNode* signature) {
    const SignatureContext context(xmlSecDSigCtxCreate(nullptr));
    if (!context || !allowOnlyGood(context.get())) {
        return Held::NotWithThisKey;
    }
    context->flags |= XMLSEC_DSIG_FLAGS_IGNORE_MANIFESTS;
    context->signKey = keyOf(certificate); // the context owns it now
    if (context->signKey == nullptr) {
        return Held::NotWithThisKey;
    }
    const bool looked = xmlSecDSigCtxVerify(context.get(), signature) >= 0;
    if (looked && context->status == xmlSecDSigStatusSucceeded) {
        return Held::Yes;
    }
    // Where the digest differs no other key helps.
    const auto* reference =
        static_cast<xmlSecDSigReferenceCtx*>(xmlSecPtrListGetItem(&context->signedInfoReferences, 0));
    const bool same = reference != nullptr && reference->status == xmlSecDSigStatusSucceeded;
    return same ? Held::NotWithThisKey : Held::Changed;
}

/// SHA-1 and what nobody uses: not called wrong, because it was not looked at.
bool isKnown(const SignatureParts& parts) {
    static const QStringList methods{u"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"_s,
                                     u"http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"_s,
                                     u"http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"_s,
                                     u"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"_s,
                                     u"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"_s,
                                     u"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512"_s};
    static const QStringList digests{u"http://www.w3.org/2001/04/xmlenc#sha256"_s,
                                     u"http://www.w3.org/2001/04/xmldsig-more#sha384"_s,
                                     u"http://www.w3.org/2001/04/xmlenc#sha512"_s};
    return methods.contains(parts.method) && digests.contains(parts.digest);
}

PacketSignature unchecked(std::unexpected<Error> reason, const SignatureParts& parts = {}) {
    return {PacketSignature::State::Unchecked, std::move(reason).error(), {}, parts.method.section(u'#', -1)};
}

} // namespace

bool prepareXmlSignatures() {
    static std::once_flag once;
    static bool ready = false;
    std::call_once(once, [] {
        xmlSecErrorsSetCallback([](const char*, int, const char*, const char*, const char*, int, const char*) {});
        // The library has one state for the process, and its start builds that anew: whoever came first did it for all.
        const bool started = xmlSecPtrListGetSize(xmlSecTransformIdsGet()) > 0;
        ready = started || (xmlSecInit() >= 0 && xmlSecCryptoAppInit(nullptr) >= 0 && xmlSecCryptoInit() >= 0);
    });
    return ready;
}

PacketSignature tooLargeToCheck() {
    return unchecked(fail("packet-signature-too-large"));
}

Result<PacketSignature> checkPacketSignature(QByteArrayView packet) {
    if (packet.size() > largestSignedPacket) {
        return tooLargeToCheck();
    }
    const XmlDocument document = prepareXmlSignatures() ? treeOfPacket(packet) : nullptr;
    if (!document) {
        return unchecked(fail("packet-signature-namespaces"));
    }
    const auto parts = signatureParts(document.get());
    if (!parts) {
        return std::unexpected(parts.error());
    }
    if (parts->signature == nullptr) {
        return PacketSignature();
    }
    if (!isKnown(*parts)) {
        return unchecked(fail("packet-signature-algorithm", parts->method + u' ' + parts->digest), *parts);
    }
    if (parts->certificates.isEmpty()) {
        return unchecked(fail("packet-signature-without-certificate"), *parts);
    }
    PacketSignature signature{PacketSignature::State::Valid, {}, {}, parts->method.section(u'#', -1)};
    for (const QByteArray& certificate : parts->certificates) {
        const Held held = holdsWith(certificate, parts->signature);
        if (held == Held::Yes) {
            signature.certificate = certificate;
            return signature;
        }
        if (held == Held::Changed) {
            break;
        }
    }
    signature.state = PacketSignature::State::Wrong;
    signature.certificate = parts->certificates.first();
    signature.reason = fail("packet-signature-wrong").error();
    return signature;
}

} // namespace exchange
