// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/democertificate.h"

#include <QRandomGenerator>
#include <QStringList>

#include <openssl/bn.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <array>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

using Time = std::unique_ptr<ASN1_TIME, Freeing<ASN1_TIME_free>>;
using Name = std::unique_ptr<X509_NAME, Freeing<X509_NAME_free>>;
using Integer = std::unique_ptr<ASN1_INTEGER, Freeing<ASN1_INTEGER_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freeing<X509_EXTENSION_free>>;

void freeStack(STACK_OF(X509) * stack) {
    sk_X509_pop_free(stack, X509_free);
}

Time asn1Time(const QDateTime& time) {
    return Time(ASN1_TIME_set(nullptr, static_cast<time_t>(time.toSecsSinceEpoch())));
}

/// Written as UTF8String without OpenSSL's bound of 64 characters: names of offices are longer.
Name nameOf(const QList<std::pair<QString, QString>>& entries) {
    Name name(X509_NAME_new());
    for (const auto& [type, value] : entries) {
        const std::unique_ptr<ASN1_OBJECT, Freeing<ASN1_OBJECT_free>> object(
            OBJ_txt2obj(type.toLatin1().constData(), 0));
        const QByteArray text = value.toUtf8();
        const int kind = type == "C"_L1 ? V_ASN1_PRINTABLESTRING : V_ASN1_UTF8STRING;
        if (!object || X509_NAME_add_entry_by_OBJ(name.get(), object.get(), kind, bytesOf(text),
                                                  static_cast<int>(text.size()), -1, 0) != 1) {
            return {};
        }
    }
    return name;
}

Integer randomSerial() {
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    words[0] = (words[0] & 0xffffff3fU) | 1U; // positive and not empty in either byte order
    const std::unique_ptr<BIGNUM, Freeing<BN_free>> number(
        BN_bin2bn(reinterpret_cast<const unsigned char*>(words.data()), sizeof(words), nullptr));
    return Integer(BN_to_ASN1_INTEGER(number.get(), nullptr));
}

bool addExtension(X509* to, const X509* issuer, int nid, const QString& value) {
    if (value.isEmpty()) {
        return true;
    }
    X509V3_CTX context{};
    X509V3_set_ctx(&context, const_cast<X509*>(issuer), to, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.toUtf8().constData()));
    return extension && X509_add_ext(to, extension.get(), -1) == 1;
}

bool setOnHold(X509_REVOKED* entry) {
    const std::unique_ptr<ASN1_ENUMERATED, Freeing<ASN1_ENUMERATED_free>> reason(ASN1_ENUMERATED_new());
    return reason && ASN1_ENUMERATED_set(reason.get(), CRL_REASON_CERTIFICATE_HOLD) == 1 &&
           X509_REVOKED_add1_ext_i2d(entry, NID_crl_reason, reason.get(), 0, 0) == 1;
}

} // namespace

QString demoMark() {
    return u"BẢN THỬ - không có giá trị pháp lý (demo)"_s;
}

EvpKey generateDemoKey(KeyKind kind, DemoCurve curve) {
    const char* name = curve == DemoCurve::P384 ? "P-384" : "P-256";
    return EvpKey(kind == KeyKind::Rsa ? EVP_RSA_gen(2048) : EVP_EC_gen(name));
}

X509Certificate makeDemoCertificate(const DemoCertificate& wanted, EVP_PKEY* key, const X509* issuer,
                                    EVP_PKEY* issuerKey) {
    X509Certificate made(X509_new());
    const Name subject = nameOf(wanted.subject);
    const Integer serial = randomSerial();
    if (!made || !subject || !serial) {
        return {};
    }
    X509* certificate = made.get();
    const X509* above = issuer != nullptr ? issuer : certificate;
    QStringList access;
    if (!wanted.ocspAddress.isEmpty()) {
        access.append(u"OCSP;URI:"_s + wanted.ocspAddress);
    }
    if (!wanted.issuerAddress.isEmpty()) {
        access.append(u"caIssuers;URI:"_s + wanted.issuerAddress);
    }
    const QString crl = wanted.crlAddress.isEmpty() ? QString() : u"URI:"_s + wanted.crlAddress;
    const bool good =
        X509_set_version(certificate, X509_VERSION_3) == 1 && X509_set_serialNumber(certificate, serial.get()) == 1 &&
        X509_set_subject_name(certificate, subject.get()) == 1 &&
        X509_set_issuer_name(certificate, X509_get_subject_name(above)) == 1 &&
        X509_set1_notBefore(certificate, asn1Time(wanted.notBefore).get()) == 1 &&
        X509_set1_notAfter(certificate, asn1Time(wanted.notAfter).get()) == 1 &&
        X509_set_pubkey(certificate, key) == 1 &&
        addExtension(certificate, above, NID_basic_constraints, wanted.basicConstraints) &&
        addExtension(certificate, above, NID_key_usage, wanted.keyUsage) &&
        addExtension(certificate, above, NID_ext_key_usage, wanted.extendedKeyUsage) &&
        addExtension(certificate, above, NID_subject_key_identifier, u"hash"_s) &&
        addExtension(certificate, above, NID_authority_key_identifier, u"keyid:always"_s) &&
        addExtension(certificate, above, NID_crl_distribution_points, crl) &&
        addExtension(certificate, above, NID_info_access, access.join(u',')) &&
        addExtension(certificate, above, NID_id_pkix_OCSP_noCheck, wanted.noCheck ? u"yes"_s : QString()) &&
        X509_sign(certificate, issuerKey, EVP_sha256()) > 0;
    return good ? std::move(made) : nullptr;
}

X509List makeDemoCrl(const DemoIssuer& issuer, const QList<DemoRevocation>& revoked, const QDateTime& thisUpdate,
                     const QDateTime& nextUpdate) {
    X509List list(X509_CRL_new());
    X509_CRL_set_version(list.get(), X509_CRL_VERSION_2);
    X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.certificate.get()));
    X509_CRL_set1_lastUpdate(list.get(), asn1Time(thisUpdate).get());
    X509_CRL_set1_nextUpdate(list.get(), asn1Time(nextUpdate).get());
    for (const DemoRevocation& one : revoked) {
        const X509Certificate certificate = parseCertificate(one.certificate);
        if (certificate && X509_NAME_cmp(X509_get_issuer_name(certificate.get()),
                                         X509_get_subject_name(issuer.certificate.get())) != 0) {
            continue;
        }
        std::unique_ptr<X509_REVOKED, Freeing<X509_REVOKED_free>> entry(X509_REVOKED_new());
        if (!certificate ||
            X509_REVOKED_set_serialNumber(entry.get(),
                                          const_cast<ASN1_INTEGER*>(X509_get0_serialNumber(certificate.get()))) != 1 ||
            X509_REVOKED_set_revocationDate(entry.get(), asn1Time(one.when).get()) != 1 ||
            (one.onHold && !setOnHold(entry.get())) || X509_CRL_add0_revoked(list.get(), entry.get()) != 1) {
            return {};
        }
        (void)entry.release(); // the list owns it now
    }
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer.certificate.get(), nullptr, nullptr, list.get(), 0);
    const Extension identifier(X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always"));
    const Integer number = randomSerial();
    const bool good = identifier && X509_CRL_add_ext(list.get(), identifier.get(), -1) == 1 &&
                      X509_CRL_add1_ext_i2d(list.get(), NID_crl_number, number.get(), 0, 0) == 1 &&
                      X509_CRL_sort(list.get()) == 1 && X509_CRL_sign(list.get(), issuer.key.get(), EVP_sha256()) > 0;
    return good ? std::move(list) : nullptr;
}

QByteArray makeDemoPkcs12(const DemoKey& key, const Pin& pin) {
    const unsigned char* at = bytesOf(key.privateKey);
    const EvpKey privateKey(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(key.privateKey.size())));
    const X509Certificate certificate = parseCertificate(key.certificate);
    const std::unique_ptr<STACK_OF(X509), Freeing<freeStack>> issuers(sk_X509_new_null());
    for (const QByteArray& der : key.issuers) {
        sk_X509_push(issuers.get(), parseCertificate(der).release());
    }
    QByteArray word = pin.utf8().toByteArray();
    constexpr int iterations = 2048;
    const std::unique_ptr<PKCS12, Freeing<PKCS12_free>> file(
        PKCS12_create(word.constData(), "congvan-demo", privateKey.get(), certificate.get(), issuers.get(), 0, 0,
                      iterations, iterations, 0));
    OPENSSL_cleanse(word.data(), static_cast<std::size_t>(word.size()));
    return file ? derOf(file.get(), i2d_PKCS12) : QByteArray();
}

} // namespace docsig
