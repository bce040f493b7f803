// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docsig/genuine/signer.h"

#include "docsig/keys/democertificate.h"

#include <openssl/rsa.h>

namespace genuine {

using namespace Qt::Literals::StringLiterals;
using namespace docsig;

namespace {

using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freeing<EVP_PKEY_CTX_free>>;

/// A key whose algorithm is id-RSASSA-PSS (RFC 4055 §1.2); `restricted`: to SHA-256 and a salt of 32 bytes at least.
EvpKey pssKey(bool restricted) {
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA-PSS", nullptr));
    EVP_PKEY* made = nullptr;
    EVP_PKEY_keygen_init(context.get());
    EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), 2048);
    if (restricted) {
        EVP_PKEY_CTX_set_rsa_pss_keygen_md(context.get(), EVP_sha256());
        EVP_PKEY_CTX_set_rsa_pss_keygen_mgf1_md(context.get(), EVP_sha256());
        EVP_PKEY_CTX_set_rsa_pss_keygen_saltlen(context.get(), 32);
    }
    EVP_PKEY_keygen(context.get(), &made);
    return EvpKey(made);
}

EvpKey keyOf(KeyForm form) {
    switch (form) {
    case KeyForm::Rsa:
        return EvpKey(EVP_RSA_gen(2048));
    case KeyForm::RsaPssOnly:
        return pssKey(false);
    case KeyForm::RsaPssRestricted:
        return pssKey(true);
    case KeyForm::P256:
        return EvpKey(EVP_EC_gen("P-256"));
    case KeyForm::Brainpool:
        return EvpKey(EVP_EC_gen("brainpoolP256r1"));
    case KeyForm::Ed25519:
        return EvpKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    case KeyForm::Ed448:
        return EvpKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED448"));
    }
    return {};
}

} // namespace

Signer makeSigner(const DemoAuthority& authority, KeyForm form, const QString& extendedKeyUsage,
                  const QDateTime& since) {
    const DemoKey above = authority.issuerKey(DemoLevel::Intermediate);
    const unsigned char* at = bytesOf(above.privateKey);
    const EvpKey issuerKey(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(above.privateKey.size())));
    const X509Certificate issuer = parseCertificate(above.certificate);
    DemoCertificate wanted;
    wanted.subject = {
        {u"C"_s, u"VN"_s}, {u"O"_s, u"Sở Mẫu"_s}, {u"OU"_s, demoMark()}, {u"CN"_s, u"BẢN THỬ – Trần Thị Bưởi"_s}};
    wanted.notBefore = since.isValid() ? since : QDateTime::currentDateTimeUtc().addDays(-1);
    wanted.notAfter = wanted.notBefore.addYears(2);
    wanted.extendedKeyUsage = extendedKeyUsage;
    Signer signer{keyOf(form), {}, above.certificate};
    const X509Certificate own = makeDemoCertificate(wanted, signer.key.get(), issuer.get(), issuerKey.get());
    signer.certificate = derOf(own.get(), i2d_X509);
    return signer;
}

} // namespace genuine
