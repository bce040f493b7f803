// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/cms/rawcheck.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

using Scheme = SignatureMethod::Scheme;

const ASN1_OBJECT* oidOf(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* oid = nullptr;
    X509_ALGOR_get0(&oid, nullptr, nullptr, algorithm);
    return oid;
}

QString dotted(const ASN1_OBJECT* oid) {
    std::array<char, 128> text{};
    OBJ_obj2txt(text.data(), static_cast<int>(text.size()), oid, 1);
    return QString::fromLatin1(text.data());
}

/// Fills salt and digests from RSASSA-PSS-params (RFC 4055, 3.1); false where they cannot be read or name what is
/// unknown.
bool readPssParameters(const X509_ALGOR* algorithm, SignatureMethod& method) {
    int type = V_ASN1_UNDEF;
    const void* value = nullptr;
    X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    method.namedDigest = EVP_sha1();
    method.maskDigest = EVP_sha1();
    if (type != V_ASN1_SEQUENCE) {
        return false;
    }
    const auto* sequence = static_cast<const ASN1_STRING*>(value);
    const unsigned char* at = ASN1_STRING_get0_data(sequence);
    const std::unique_ptr<RSA_PSS_PARAMS, Freeing<RSA_PSS_PARAMS_free>> parameters(
        d2i_RSA_PSS_PARAMS(nullptr, &at, ASN1_STRING_length(sequence)));
    if (!parameters) {
        return false;
    }
    if (parameters->hashAlgorithm != nullptr) {
        method.namedDigest = digestMethodOf(parameters->hashAlgorithm).method;
    }
    if (parameters->maskGenAlgorithm != nullptr) {
        X509_ALGOR_get0(nullptr, &type, &value, parameters->maskGenAlgorithm);
        if (type != V_ASN1_SEQUENCE) {
            return false;
        }
        const auto* inner = static_cast<const ASN1_STRING*>(value);
        at = ASN1_STRING_get0_data(inner);
        const std::unique_ptr<X509_ALGOR, Freeing<X509_ALGOR_free>> mask(
            d2i_X509_ALGOR(nullptr, &at, ASN1_STRING_length(inner)));
        method.maskDigest = mask ? digestMethodOf(mask.get()).method : nullptr;
    }
    if (parameters->saltLength != nullptr) {
        method.saltLength = static_cast<int>(ASN1_INTEGER_get(parameters->saltLength));
    }
    return method.namedDigest != nullptr && method.maskDigest != nullptr && method.saltLength >= 0;
}

/// Algorithms that OpenSSL 3.0 has no pair of digest and key for.
struct NamedPair {
    const char16_t* oid;
    int digest;
    Scheme scheme;
};

constexpr std::array rarePairs{
    // BSI TR-03111 §5.2.1.1: r and s side by side
    NamedPair{u"0.4.0.127.0.7.1.1.4.1.1", NID_sha1, Scheme::PlainEcdsa},
    NamedPair{u"0.4.0.127.0.7.1.1.4.1.2", NID_sha224, Scheme::PlainEcdsa},
    NamedPair{u"0.4.0.127.0.7.1.1.4.1.3", NID_sha256, Scheme::PlainEcdsa},
    NamedPair{u"0.4.0.127.0.7.1.1.4.1.4", NID_sha384, Scheme::PlainEcdsa},
    NamedPair{u"0.4.0.127.0.7.1.1.4.1.5", NID_sha512, Scheme::PlainEcdsa},
    NamedPair{u"0.4.0.127.0.7.1.1.4.1.6", NID_ripemd160, Scheme::PlainEcdsa},
    NamedPair{u"0.4.0.127.0.7.1.1.4.1.8", NID_sha3_224, Scheme::PlainEcdsa},
    NamedPair{u"0.4.0.127.0.7.1.1.4.1.9", NID_sha3_256, Scheme::PlainEcdsa},
    NamedPair{u"0.4.0.127.0.7.1.1.4.1.10", NID_sha3_384, Scheme::PlainEcdsa},
    NamedPair{u"0.4.0.127.0.7.1.1.4.1.11", NID_sha3_512, Scheme::PlainEcdsa},
    // NIST's arc of signatures with SHA-3 (RFC 9688)
    NamedPair{u"2.16.840.1.101.3.4.3.9", NID_sha3_224, Scheme::Ecdsa},
    NamedPair{u"2.16.840.1.101.3.4.3.10", NID_sha3_256, Scheme::Ecdsa},
    NamedPair{u"2.16.840.1.101.3.4.3.11", NID_sha3_384, Scheme::Ecdsa},
    NamedPair{u"2.16.840.1.101.3.4.3.12", NID_sha3_512, Scheme::Ecdsa},
    NamedPair{u"2.16.840.1.101.3.4.3.13", NID_sha3_224, Scheme::RsaPkcs1},
    NamedPair{u"2.16.840.1.101.3.4.3.14", NID_sha3_256, Scheme::RsaPkcs1},
    NamedPair{u"2.16.840.1.101.3.4.3.15", NID_sha3_384, Scheme::RsaPkcs1},
    NamedPair{u"2.16.840.1.101.3.4.3.16", NID_sha3_512, Scheme::RsaPkcs1},
};

const NamedPair* rarePairOf(const QString& oid) {
    const auto* found =
        std::ranges::find_if(rarePairs, [&](const NamedPair& one) { return oid == QStringView(one.oid); });
    return found != rarePairs.end() ? found : nullptr;
}

/// id-shake256-len with the parameter 512 (RFC 8702 §3.1 in the older words of RFC 8419 §2.3, which Ed448 uses).
bool isShake256Of512(const X509_ALGOR* algorithm, const ASN1_OBJECT* oid) {
    int type = V_ASN1_UNDEF;
    const void* value = nullptr;
    X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    return dotted(oid) == u"2.16.840.1.101.3.4.2.18" && type == V_ASN1_INTEGER &&
           ASN1_INTEGER_get(static_cast<const ASN1_INTEGER*>(value)) == 512;
}

/// The plain form of BSI TR-03111 (r and s side by side) as ECDSA-Sig-Value.
QByteArray derOfPlain(QByteArrayView value) {
    const int half = static_cast<int>(value.size() / 2);
    const std::unique_ptr<ECDSA_SIG, Freeing<ECDSA_SIG_free>> pair(ECDSA_SIG_new());
    if (half == 0 || value.size() % 2 != 0 || !pair) {
        return {};
    }
    ECDSA_SIG_set0(pair.get(), BN_bin2bn(bytesOf(value), half, nullptr),
                   BN_bin2bn(bytesOf(value) + half, half, nullptr));
    return derOf(pair.get(), i2d_ECDSA_SIG);
}

bool setPss(EVP_PKEY_CTX* context, const SignatureMethod& method) {
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) > 0 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, method.saltLength) > 0 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, method.maskDigest) > 0;
}

bool check(const QList<QByteArrayView>& parts, QByteArrayView value, const SignatureMethod& method, EVP_PKEY* key) {
    const EvpDigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    if (EVP_DigestVerifyInit(context.get(), &keyContext, method.digest, nullptr, key) != 1) {
        return false;
    }
    const auto size = static_cast<std::size_t>(value.size());
    if (method.scheme == Scheme::EdDsa) {
        QByteArray whole;
        for (const QByteArrayView part : parts) {
            whole.append(part.data(), part.size());
        }
        return EVP_DigestVerify(context.get(), bytesOf(value), size, bytesOf(whole),
                                static_cast<std::size_t>(whole.size())) == 1;
    }
    if (method.scheme == Scheme::RsaPss && !setPss(keyContext, method)) {
        return false;
    }
    for (const QByteArrayView part : parts) {
        if (EVP_DigestVerifyUpdate(context.get(), part.data(), static_cast<std::size_t>(part.size())) != 1) {
            return false;
        }
    }
    return EVP_DigestVerifyFinal(context.get(), bytesOf(value), size) == 1;
}

} // namespace

DigestMethod digestMethodOf(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* oid = oidOf(algorithm);
    const int nid = OBJ_obj2nid(oid);
    const EVP_MD* method = nid == NID_undef ? nullptr : EVP_get_digestbynid(nid);
    if (method == nullptr) {
        return isShake256Of512(algorithm, oid) ? DigestMethod{u"SHAKE256"_s, EVP_shake256()}
                                               : DigestMethod{dotted(oid)};
    }
    // OpenSSL takes "sha1WithRSAEncryption" for SHA-1 too.
    return {QString::fromLatin1(OBJ_nid2sn(EVP_MD_get_type(method))), method, EVP_MD_get_type(method) != nid};
}

bool isWeak(const DigestMethod& digest) {
    const int nid = digest.method != nullptr ? EVP_MD_get_type(digest.method) : NID_undef;
    return nid == NID_sha1 || nid == NID_ripemd160;
}

bool isBroken(const DigestMethod& digest) {
    const int nid = digest.method != nullptr ? EVP_MD_get_type(digest.method) : NID_undef;
    return nid == NID_md5 || nid == NID_md4 || nid == NID_md2;
}

QByteArray hashOf(const QList<QByteArrayView>& parts, const DigestMethod& digest, const std::function<void()>& passed) {
    const EvpDigestContext context(EVP_MD_CTX_new());
    bool good = digest.method != nullptr && EVP_DigestInit_ex(context.get(), digest.method, nullptr) == 1;
    for (const QByteArrayView part : parts) {
        good = good && EVP_DigestUpdate(context.get(), part.data(), static_cast<std::size_t>(part.size())) == 1;
        if (passed) {
            passed();
        }
    }
    QByteArray value(EVP_MAX_MD_SIZE, '\0');
    auto* out = reinterpret_cast<unsigned char*>(value.data());
    qsizetype length = 0;
    if (good && (EVP_MD_get_flags(digest.method) & EVP_MD_FLAG_XOF) != 0) {
        // RFC 8702, 3.1: SHAKE128 gives 256 bits, SHAKE256 512.
        length = EVP_MD_get_type(digest.method) == NID_shake128 ? 32 : 64;
        good = EVP_DigestFinalXOF(context.get(), out, static_cast<std::size_t>(length)) == 1;
    } else if (good) {
        unsigned int size = 0;
        good = EVP_DigestFinal_ex(context.get(), out, &size) == 1;
        length = static_cast<qsizetype>(size);
    }
    ERR_clear_error();
    value.truncate(good ? length : 0);
    return value;
}

SignatureMethod signatureMethodOf(const X509_ALGOR* algorithm, const EVP_PKEY* key, const DigestMethod& digest) {
    const ASN1_OBJECT* oid = oidOf(algorithm);
    SignatureMethod method;
    method.name = dotted(oid);
    int namedDigest = NID_undef;
    int namedKey = NID_undef;
    const int nid = OBJ_obj2nid(oid);
    if (OBJ_find_sigid_algs(nid, &namedDigest, &namedKey) == 1 && namedDigest != NID_undef) {
        method.namedDigest = EVP_get_digestbynid(namedDigest);
    }
    const NamedPair* rare = rarePairOf(method.name);
    if (rare != nullptr) {
        method.namedDigest = EVP_get_digestbynid(rare->digest);
        namedKey = rare->scheme == Scheme::RsaPkcs1 ? NID_rsaEncryption : NID_X9_62_id_ecPublicKey;
    }
    method.digest = method.namedDigest != nullptr ? method.namedDigest : digest.method;
    const int keyKind = EVP_PKEY_get_base_id(key);
    if (keyKind == EVP_PKEY_RSA_PSS || (keyKind == EVP_PKEY_RSA && nid == NID_rsassaPss)) {
        if (readPssParameters(algorithm, method)) {
            method.scheme = Scheme::RsaPss;
            method.name = u"RSA-PSS"_s;
            method.digest = method.namedDigest;
        }
    } else if (keyKind == EVP_PKEY_RSA && (nid == NID_rsaEncryption || namedKey == NID_rsaEncryption)) {
        method.scheme = Scheme::RsaPkcs1;
        method.name = u"RSA"_s;
    } else if (keyKind == EVP_PKEY_EC && rare != nullptr && rare->scheme == Scheme::PlainEcdsa) {
        method.scheme = Scheme::PlainEcdsa;
        method.name = u"ECDSA"_s;
    } else if (keyKind == EVP_PKEY_EC && (nid == NID_X9_62_id_ecPublicKey || namedKey == NID_X9_62_id_ecPublicKey)) {
        method.scheme = Scheme::Ecdsa;
        method.name = u"ECDSA"_s;
    } else if (keyKind == EVP_PKEY_ED25519 || keyKind == EVP_PKEY_ED448) {
        method.scheme = Scheme::EdDsa;
        method.name = u"EdDSA"_s;
        method.digest = nullptr;
        method.namedDigest = nullptr;
    }
    return method;
}

bool isSignatureOf(const QList<QByteArrayView>& parts, QByteArrayView value, const SignatureMethod& method,
                   EVP_PKEY* key) {
    const QByteArray plain = method.scheme == Scheme::PlainEcdsa ? derOfPlain(value) : QByteArray();
    const bool known = method.scheme != Scheme::Unknown && (method.digest != nullptr || method.scheme == Scheme::EdDsa);
    const bool good = known && check(parts, plain.isEmpty() ? value : QByteArrayView(plain), method, key);
    ERR_clear_error();
    return good;
}

} // namespace docsig
