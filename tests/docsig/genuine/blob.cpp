// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docsig/genuine/blob.h"

#include "docsig/cms/derwriter.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>

namespace genuine {

using namespace docsig;

namespace {

constexpr unsigned char octets = 0x04;
constexpr unsigned char sequence = 0x30;
constexpr unsigned char set = 0x31;
constexpr unsigned char firstTag = 0xa0;
constexpr unsigned char secondTag = 0xa1;
constexpr qsizetype piece = 50;

const QByteArray derNull = QByteArray::fromHex("0500");

QByteArray integer(int value) {
    const QByteArray bytes(1, static_cast<char>(value));
    return derElement(0x02, value > 0x7f ? '\0' + bytes : bytes);
}

/// A constructed element, its length as the manner wants it.
QByteArray frame(unsigned char tag, const QByteArray& content, bool indefinite) {
    if (!indefinite) {
        return derElement(tag, content);
    }
    return QByteArray(1, static_cast<char>(tag)) + '\x80' + content + QByteArray(2, '\0');
}

/// An OCTET STRING, in BER one in pieces (X.690 §8.7.3).
QByteArray octetString(const QByteArray& bytes, bool inPieces) {
    if (!inPieces) {
        return derElement(octets, bytes);
    }
    QByteArray pieces;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        pieces += derElement(octets, bytes.mid(at, piece));
    }
    return frame(octets | 0x20, pieces, true);
}

const EVP_MD* digestNamed(const QByteArray& name) {
    return EVP_get_digestbyname(name.constData());
}

QByteArray identifierOf(int nid) {
    return derOf(OBJ_nid2obj(nid), i2d_ASN1_OBJECT);
}

QByteArray digestIdentifier(const QByteArray& name) {
    return derElement(sequence, identifierOf(EVP_MD_get_type(digestNamed(name))) + derNull);
}

/// RSASSA-PSS-params with every member written out (RFC 4055 §3.1).
QByteArray pssParameters(const Manner& manner) {
    const QByteArray own = digestIdentifier(manner.digest);
    return derElement(sequence, derElement(firstTag, own) +
                                    derElement(secondTag, algorithm("1.2.840.113549.1.1.8", own)) +
                                    derElement(0xa2, integer(manner.saltLength)));
}

/// BSI TR-03111 §5.2.1.1: one identifier for each digest.
QByteArray plainIdentifier(const QByteArray& digest) {
    static const QList<QByteArray> known{"SHA1", "SHA224", "SHA256", "SHA384", "SHA512"};
    return algorithm("0.4.0.127.0.7.1.1.4.1." + QByteArray::number(known.indexOf(digest) + 1));
}

QByteArray signatureIdentifier(const Signer& signer, const Manner& manner) {
    const int key = EVP_PKEY_get_base_id(signer.key.get());
    switch (manner.value) {
    case Value::RsaPkcs1:
        return derElement(sequence, identifierOf(NID_rsaEncryption) + derNull);
    case Value::RsaPss:
        return derElement(sequence, identifierOf(NID_rsassaPss) + pssParameters(manner));
    case Value::Ecdsa:
        return algorithm(manner.digest == "SHA3-256" ? "2.16.840.1.101.3.4.3.10" : "1.2.840.10045.4.3.2");
    case Value::PlainEcdsa:
        return plainIdentifier(manner.digest);
    case Value::EdDsa:
        return derElement(sequence, identifierOf(key));
    }
    return {};
}

/// r and s side by side, each as long as the curve's order.
QByteArray plainOf(const QByteArray& der, EVP_PKEY* key) {
    const unsigned char* at = bytesOf(der);
    const std::unique_ptr<ECDSA_SIG, Freeing<ECDSA_SIG_free>> pair(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    const int half = (EVP_PKEY_get_bits(key) + 7) / 8;
    QByteArray plain(qsizetype{2} * half, '\0');
    auto* out = reinterpret_cast<unsigned char*>(plain.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), out, half);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), out + half, half);
    return plain;
}

QByteArray rawValue(const Signer& signer, const QByteArray& bytes, const Manner& manner) {
    const EvpDigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    const EVP_MD* digest = manner.value == Value::EdDsa ? nullptr : digestNamed(manner.digest);
    EVP_DigestSignInit(context.get(), &keyContext, digest, nullptr, signer.key.get());
    if (manner.value == Value::RsaPss) {
        EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, manner.saltLength);
    }
    std::size_t size = 0;
    EVP_DigestSign(context.get(), nullptr, &size, bytesOf(bytes), static_cast<std::size_t>(bytes.size()));
    QByteArray value(static_cast<qsizetype>(size), '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &size, bytesOf(bytes),
                   static_cast<std::size_t>(bytes.size()));
    value.truncate(static_cast<qsizetype>(size));
    return manner.value == Value::PlainEcdsa ? plainOf(value, signer.key.get()) : value;
}

QByteArray signedAttributes(const Signer& signer, const QByteArray& digest, const Manner& manner) {
    QList<QByteArray> all = manner.moreAttributes;
    all << attribute("1.2.840.113549.1.9.3", identifier(manner.contentType))
        << attribute("1.2.840.113549.1.9.4", derElement(octets, digest));
    if (manner.signingTime.isValid()) {
        all << attribute(
            "1.2.840.113549.1.9.5",
            derElement(
                0x17,
                QByteArrayView(manner.signingTime.toUTC().toString(QStringLiteral("yyMMddHHmmss")).toLatin1() + 'Z')));
    }
    if (manner.signingCertificate) {
        const QByteArray one = derElement(sequence, derElement(octets, hash(signer.certificate, "SHA256")));
        all << attribute("1.2.840.113549.1.9.16.2.47", derElement(sequence, derElement(sequence, one)));
    }
    return derSetOf(all);
}

QByteArray signerInfo(const Signer& signer, const QByteArray& bytes, const Manner& manner) {
    const QByteArray attributes =
        manner.attributes ? signedAttributes(signer, hash(bytes, manner.digest), manner) : QByteArray();
    const QByteArray value = rawValue(signer, manner.attributes ? attributes : bytes, manner);
    const X509Certificate certificate = parseCertificate(signer.certificate);
    QByteArray info = integer(1) +
                      derElement(sequence, derOf(X509_get_issuer_name(certificate.get()), i2d_X509_NAME) +
                                               derOf(X509_get0_serialNumber(certificate.get()), i2d_ASN1_INTEGER)) +
                      (manner.digestIdentifier.isEmpty() ? digestIdentifier(manner.digest) : manner.digestIdentifier);
    if (manner.attributes) {
        info += static_cast<char>(firstTag) + attributes.sliced(1);
    }
    info += signatureIdentifier(signer, manner) + octetString(value, manner.indefinite);
    if (manner.unsignedAttributes) {
        info += frame(secondTag, manner.unsignedAttributes(value).join(), manner.indefinite);
    }
    return frame(sequence, info, manner.indefinite);
}

} // namespace

QByteArray identifier(const QByteArray& dotted) {
    const std::unique_ptr<ASN1_OBJECT, Freeing<ASN1_OBJECT_free>> object(OBJ_txt2obj(dotted.constData(), 1));
    return derOf(object.get(), i2d_ASN1_OBJECT);
}

QByteArray algorithm(const QByteArray& dottedOid, const QByteArray& parameters) {
    return derElement(sequence, identifier(dottedOid) + parameters);
}

QByteArray attribute(const QByteArray& dottedType, const QByteArray& value) {
    return derElement(sequence, identifier(dottedType) + derElement(set, value));
}

QByteArray hash(const QByteArray& bytes, const QByteArray& digest) {
    const EVP_MD* method = digestNamed(digest);
    const EvpDigestContext context(EVP_MD_CTX_new());
    const bool extendable = (EVP_MD_get_flags(method) & EVP_MD_FLAG_XOF) != 0;
    QByteArray value(extendable ? 64 : EVP_MD_get_size(method), '\0'); // RFC 8702: 512 bits of SHAKE256
    auto* out = reinterpret_cast<unsigned char*>(value.data());
    EVP_DigestInit_ex(context.get(), method, nullptr);
    EVP_DigestUpdate(context.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (extendable) {
        EVP_DigestFinalXOF(context.get(), out, static_cast<std::size_t>(value.size()));
    } else {
        EVP_DigestFinal_ex(context.get(), out, nullptr);
    }
    return value;
}

QByteArray blob(const Signer& signer, const QByteArray& bytes, const Manner& manner) {
    const bool ber = manner.indefinite;
    const bool inside = !manner.content.isEmpty();
    const QByteArray digests =
        manner.digestIdentifier.isEmpty() ? digestIdentifier(manner.digest) : manner.digestIdentifier;
    const QByteArray content = identifier(manner.contentType) +
                               (inside ? frame(firstTag, octetString(manner.content, ber), ber) : QByteArray());
    const QByteArray certificates = signer.certificate + (manner.withIssuer ? signer.issuer : QByteArray());
    const QByteArray data = integer(inside && manner.contentType != "1.2.840.113549.1.7.1" ? 3 : 1) +
                            frame(set, digests, ber) + frame(sequence, content, ber) +
                            frame(firstTag, certificates, ber) +
                            frame(set, signerInfo(signer, inside ? manner.content : bytes, manner), ber);
    return frame(sequence, identifier("1.2.840.113549.1.7.2") + frame(firstTag, frame(sequence, data, ber), ber), ber);
}

QByteArray oldTimeStamp(const Signer& stamper, const QByteArray& bytes, const QDateTime& time) {
    const QByteArray imprint = derElement(sequence, digestIdentifier("SHA1") + derElement(octets, hash(bytes, "SHA1")));
    const QByteArray when = time.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + 'Z';
    Manner manner;
    manner.digest = "SHA1";
    manner.signingCertificate = false;
    manner.signingTime = time;
    manner.withIssuer = false;
    manner.contentType = "1.2.840.113549.1.9.16.1.4";
    manner.content = derElement(sequence, integer(1) + identifier("1.1.2") + imprint + integer(77) +
                                              derElement(0x18, when) + derElement(sequence, integer(60)));
    const QByteArray named = derElement(sequence, derElement(octets, hash(stamper.certificate, "SHA1")));
    manner.moreAttributes << attribute("1.2.840.113549.1.9.16.2.12", derElement(sequence, derElement(sequence, named)));
    return blob(stamper, {}, manner);
}

} // namespace genuine
