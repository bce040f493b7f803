// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/cms/cadesbuilder.h"

#include "docsig/cms/cmspointers.h"
#include "docsig/cms/derwriter.h"
#include "docsig/cms/runningdigest.h"
#include "docsig/keys/checkedkey.h"

#include <openssl/objects.h>
#include <openssl/rsa.h>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isSelfIssued(const X509* certificate) {
    return X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
}

std::unexpected<Error> buildFailure(const QString& step) {
    return fail("cms-build-failed", u"%1: %2"_s.arg(step, takeOpensslErrors()));
}

/// An algorithm identifier of that digest; NULL as its parameters (RFC 4055, 2.1).
X509_ALGOR* algorithmOf(const EVP_MD* method) {
    X509_ALGOR* algorithm = X509_ALGOR_new();
    X509_ALGOR_set0(algorithm, OBJ_nid2obj(EVP_MD_get_type(method)), V_ASN1_NULL, nullptr);
    return algorithm;
}

/// id-RSASSA-PSS with hash, MGF1 over the same hash and a salt of its length (RFC 4055, 3.1; RFC 4056, 3).
bool namePss(X509_ALGOR* signature, const EVP_MD* method) {
    const std::unique_ptr<RSA_PSS_PARAMS, Freeing<RSA_PSS_PARAMS_free>> parameters(RSA_PSS_PARAMS_new());
    const std::unique_ptr<X509_ALGOR, Freeing<X509_ALGOR_free>> inner(algorithmOf(method));
    ASN1_STRING* mask = nullptr;
    if (!parameters || !inner || ASN1_item_pack(inner.get(), ASN1_ITEM_rptr(X509_ALGOR), &mask) == nullptr) {
        return false;
    }
    parameters->hashAlgorithm = algorithmOf(method);
    parameters->maskGenAlgorithm = X509_ALGOR_new();
    X509_ALGOR_set0(parameters->maskGenAlgorithm, OBJ_nid2obj(NID_mgf1), V_ASN1_SEQUENCE, mask);
    parameters->saltLength = ASN1_INTEGER_new();
    ASN1_STRING* packed = nullptr;
    if (ASN1_INTEGER_set(parameters->saltLength, EVP_MD_get_size(method)) != 1 ||
        ASN1_item_pack(parameters.get(), ASN1_ITEM_rptr(RSA_PSS_PARAMS), &packed) == nullptr) {
        return false;
    }
    return X509_ALGOR_set0(signature, OBJ_nid2obj(NID_rsassaPss), V_ASN1_SEQUENCE, packed) == 1;
}

/// What is signed: the attributes as a SET OF in DER (RFC 5652, 5.4).
QByteArray signedAttributes(const CMS_SignerInfo* signer) {
    QList<QByteArray> attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
        attributes.append(derOf(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE));
    }
    return derSetOf(std::move(attributes));
}

} // namespace

Result<QByteArray> buildDetachedCades(QByteArrayView contentDigest, SigningKey& key, Digest digest,
                                      SignatureScheme scheme) {
    const EVP_MD* method = evpDigest(digest);
    if (contentDigest.size() != EVP_MD_get_size(method)) {
        return fail("cms-digest-size", u"%1 bytes"_s.arg(contentDigest.size()));
    }
    const QList<QByteArray> chain = key.chain();
    const X509Certificate leaf = parseCertificate(chain.constFirst());
    const CmsContent cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_PARTIAL | CMS_DETACHED | CMS_BINARY));
    if (!leaf || !cms) {
        return buildFailure(u"begin"_s);
    }
    // The public key stands in for the private one: the value comes from the key itself, below.
    CMS_SignerInfo* signer = CMS_add1_signer(cms.get(), leaf.get(), X509_get0_pubkey(leaf.get()), method,
                                             CMS_PARTIAL | CMS_BINARY | CMS_CADES | CMS_NOSMIMECAP);
    if (signer == nullptr) {
        return buildFailure(u"signer"_s);
    }
    if (scheme == SignatureScheme::RsaPss) {
        X509_ALGOR* signature = nullptr;
        CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, nullptr, &signature);
        if (!namePss(signature, method)) {
            return buildFailure(u"PSS"_s);
        }
    }
    for (const QByteArray& der : chain.sliced(1)) {
        const X509Certificate issuer = parseCertificate(der);
        if (!issuer || (!isSelfIssued(issuer.get()) && CMS_add1_cert(cms.get(), issuer.get()) != 1)) {
            return buildFailure(u"certificate"_s);
        }
    }
    // PAdES (EN 319 142-1, 6.3) forbids signingTime: the dictionary's /M carries the claimed time.
    if (CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1) !=
            1 ||
        CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, contentDigest.data(),
                                    static_cast<int>(contentDigest.size())) != 1) {
        return buildFailure(u"attributes"_s);
    }
    const Result<QByteArray> value = key.sign(signedAttributes(signer), digest, scheme);
    if (!value) {
        return value;
    }
    if (ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), value->constData(), static_cast<int>(value->size())) !=
        1) {
        return buildFailure(u"value"_s);
    }
    QByteArray der = derOf(cms.get(), i2d_CMS_ContentInfo);
    if (der.isEmpty()) {
        return buildFailure(u"encoding"_s);
    }
    return der;
}

qsizetype cadesSizeBound(const SigningKey& key) {
    // Outside the certificates: attributes of about 250 bytes, identifiers and lengths of about 150, the issuer's name
    // twice (signer identifier, signing-certificate) and the raw value.
    constexpr qsizetype frame = 1024;
    qsizetype bound = frame;
    const QList<QByteArray> chain = key.chain();
    for (const QByteArray& der : chain) {
        bound += der.size();
    }
    if (const X509Certificate leaf = parseCertificate(chain.constFirst())) {
        bound += 2 * i2d_X509_NAME(X509_get_issuer_name(leaf.get()), nullptr);
        bound += EVP_PKEY_get_size(X509_get0_pubkey(leaf.get()));
    }
    return bound;
}

QByteArray digestOf(const QList<QByteArrayView>& parts, Digest digest) {
    RunningDigest running(digest);
    for (const QByteArrayView part : parts) {
        running.add(part);
    }
    return running.value();
}

} // namespace docsig
