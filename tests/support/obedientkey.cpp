// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/obedientkey.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <fstream>
#include <iterator>
#include <memory>

namespace support {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Key readKey(const char* path) {
    const std::string der = fileBytes(path);
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    return {d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der.size())), EVP_PKEY_free};
}

bool usePss(EVP_PKEY_CTX* context, const EVP_MD* digest) {
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) > 0 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) > 0 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, digest) > 0;
}

/// Over a digest (PSS, of SHA-256) or a DigestInfo (PKCS#1).
std::string signPlain(EVP_PKEY* key, bool pss, std::string_view data) {
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(EVP_PKEY_CTX_new(key, nullptr),
                                                                              EVP_PKEY_CTX_free);
    std::string value(1024, '\0');
    std::size_t size = value.size();
    const bool ready =
        EVP_PKEY_sign_init(context.get()) == 1 &&
        (pss ? usePss(context.get(), EVP_sha256()) && EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) > 0
             : EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) > 0);
    const bool made = ready && EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &size,
                                             reinterpret_cast<const unsigned char*>(data.data()), data.size()) == 1;
    value.resize(made ? size : 0);
    return value;
}

std::string signMessage(EVP_PKEY* key, bool pss, std::string_view data) {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_PKEY_CTX* keyContext = nullptr;
    std::string value(1024, '\0');
    std::size_t size = value.size();
    const bool made = EVP_DigestSignInit(context.get(), &keyContext, EVP_sha256(), nullptr, key) == 1 &&
                      (!pss || usePss(keyContext, EVP_sha256())) &&
                      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &size,
                                     reinterpret_cast<const unsigned char*>(data.data()), data.size()) == 1;
    value.resize(made ? size : 0);
    return value;
}

} // namespace

std::string fileBytes(const char* path) {
    std::ifstream file(path != nullptr ? path : "", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool isRsaKey(const char* path) {
    const Key key = readKey(path);
    return key != nullptr && EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA;
}

std::string signAs(CK_MECHANISM_TYPE mechanism, const char* keyPath, std::string_view data) {
    const Key key = readKey(keyPath);
    if (key == nullptr) {
        return {};
    }
    switch (mechanism) {
    case CKM_RSA_PKCS:
    case CKM_RSA_PKCS_PSS:
        return signPlain(key.get(), mechanism == CKM_RSA_PKCS_PSS, data);
    case CKM_SHA256_RSA_PKCS:
    case CKM_SHA256_RSA_PKCS_PSS:
        return signMessage(key.get(), mechanism == CKM_SHA256_RSA_PKCS_PSS, data);
    default:
        return {};
    }
}

} // namespace support
