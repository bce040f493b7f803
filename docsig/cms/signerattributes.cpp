// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/cms/signerattributes.h"

#include "docsig/cms/dercursor.h"
#include "docsig/cms/derwriter.h"
#include "docsig/cms/rawcheck.h"

#include <openssl/objects.h>

namespace docsig {

namespace {

constexpr unsigned char octetString = 0x04;
constexpr unsigned char sequence = 0x30;

QByteArrayView viewOf(const ASN1_STRING* string) {
    return {ASN1_STRING_get0_data(string), ASN1_STRING_length(string)};
}

/// The first ESSCertID (RFC 5035) of a signing-certificate attribute: is it the digest of that certificate.
bool firstIdentifierIs(QByteArrayView attribute, bool second, const QByteArray& certificate) {
    const auto outer = DerCursor(attribute).next(sequence);
    const auto list = outer ? DerCursor(outer->content).next(sequence) : std::nullopt;
    const auto first = list ? DerCursor(list->content).next(sequence) : std::nullopt;
    if (!first) {
        return false;
    }
    DerCursor identifier(first->content);
    DigestMethod digest{{}, second ? EVP_sha256() : EVP_sha1()};
    if (second) {
        if (const auto algorithm = identifier.next(sequence)) {
            const unsigned char* at = bytesOf(algorithm->whole);
            const std::unique_ptr<X509_ALGOR, Freeing<X509_ALGOR_free>> named(
                d2i_X509_ALGOR(nullptr, &at, static_cast<long>(algorithm->whole.size())));
            digest = named ? digestMethodOf(named.get()) : DigestMethod{};
        }
    }
    const auto hash = identifier.next(octetString);
    return hash && digest.method != nullptr && !hash->content.isEmpty() &&
           hash->content == hashOf({QByteArrayView(certificate)}, digest);
}

int revocationArchiveNid() {
    // Adobe's OID has no number of OpenSSL's own; it is known by its dots.
    static const int nid = OBJ_create("1.2.840.113583.1.1.8", "adbe-revocation", "adbe-revocationInfoArchival");
    return nid;
}

} // namespace

SignerAttributes::SignerAttributes(const CMS_SignerInfo* signer)
    : m_signer(signer) {
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
        m_signed.append(derOf(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE));
    }
}

QByteArray SignerAttributes::inDerOrder() const {
    return derSetOf(m_signed);
}

QByteArray SignerAttributes::inFileOrder() const {
    return derElement(0x31, m_signed.join());
}

int SignerAttributes::count(int nid) const {
    int found = 0;
    for (int at = -1; (at = CMS_signed_get_attr_by_NID(m_signer, nid, at)) >= 0;) {
        ++found;
    }
    return found;
}

const ASN1_STRING* SignerAttributes::single(int nid, int type) const {
    // -3: exactly one attribute with exactly one value.
    return static_cast<const ASN1_STRING*>(CMS_signed_get0_data_by_OBJ(m_signer, OBJ_nid2obj(nid), -3, type));
}

QByteArray SignerAttributes::bytes(int nid, int type) const {
    const ASN1_STRING* string = single(nid, type);
    return string != nullptr ? viewOf(string).toByteArray() : QByteArray();
}

QByteArray SignerAttributes::messageDigest() const {
    return bytes(NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING);
}

QByteArray SignerAttributes::contentType() const {
    const auto* oid = static_cast<const ASN1_OBJECT*>(
        CMS_signed_get0_data_by_OBJ(m_signer, OBJ_nid2obj(NID_pkcs9_contentType), -3, V_ASN1_OBJECT));
    return oid != nullptr
               ? QByteArray(reinterpret_cast<const char*>(OBJ_get0_data(oid)), static_cast<qsizetype>(OBJ_length(oid)))
               : QByteArray();
}

QDateTime SignerAttributes::signingTime() const {
    const ASN1_STRING* time = single(NID_pkcs9_signingTime, V_ASN1_UTCTIME);
    return timeOf(time != nullptr ? time : single(NID_pkcs9_signingTime, V_ASN1_GENERALIZEDTIME));
}

QByteArray SignerAttributes::revocationArchive() const {
    return bytes(revocationArchiveNid(), V_ASN1_SEQUENCE);
}

std::optional<bool> SignerAttributes::namesCertificate(const QByteArray& der) const {
    if (count(NID_id_smime_aa_signingCertificateV2) > 0) {
        return firstIdentifierIs(bytes(NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE), true, der);
    }
    if (count(NID_id_smime_aa_signingCertificate) > 0) {
        return firstIdentifierIs(bytes(NID_id_smime_aa_signingCertificate, V_ASN1_SEQUENCE), false, der);
    }
    return std::nullopt;
}

QByteArray SignerAttributes::timeStampToken() const {
    const int at = CMS_unsigned_get_attr_by_NID(m_signer, NID_id_smime_aa_timeStampToken, -1);
    const ASN1_TYPE* value = at < 0 ? nullptr : X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(m_signer, at), 0);
    return value != nullptr && value->type == V_ASN1_SEQUENCE ? viewOf(value->value.sequence).toByteArray()
                                                              : QByteArray();
}

} // namespace docsig
