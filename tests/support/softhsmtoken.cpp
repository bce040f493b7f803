// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/softhsmtoken.h"

#include <QDir>
#include <QFile>
#include <QList>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <p11-kit/p11-kit.h>
#include <p11-kit/pkcs11.h>

#include <functional>
#include <memory>

namespace support {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The module for as long as one piece of work lasts.
class Module final {
public:
    Module()
        : m_functions(p11_kit_module_load(QFile::encodeName(SoftHsmToken::modulePath()).constData(), 0)) {
        if (m_functions != nullptr && p11_kit_module_initialize(m_functions) != CKR_OK) {
            p11_kit_module_release(m_functions);
            m_functions = nullptr;
        }
    }
    ~Module() {
        if (m_functions != nullptr) {
            p11_kit_module_finalize(m_functions);
            p11_kit_module_release(m_functions);
        }
    }
    Module(const Module&) = delete;
    Module& operator=(const Module&) = delete;

    CK_FUNCTION_LIST* operator->() const { return m_functions; }
    [[nodiscard]] bool isLoaded() const { return m_functions != nullptr; }

private:
    CK_FUNCTION_LIST* m_functions;
};

CK_UTF8CHAR* text(QByteArray& bytes) {
    return reinterpret_cast<CK_UTF8CHAR*>(bytes.data());
}

/// The slot of an initialised token, or the first one.
CK_SLOT_ID slotOf(const Module& module, bool initialised) {
    CK_SLOT_ID places[16] = {};
    CK_ULONG count = 16;
    module->C_GetSlotList(CK_TRUE, places, &count);
    for (CK_ULONG i = 0; i < count; ++i) {
        CK_TOKEN_INFO info{};
        module->C_GetTokenInfo(places[i], &info);
        if (((info.flags & CKF_TOKEN_INITIALIZED) != 0) == initialised) {
            return places[i];
        }
    }
    return places[0];
}

/// Does something in a read-write session of that user.
bool inSession(const Module& module, CK_SLOT_ID slot, CK_USER_TYPE user, QByteArray pin,
               const std::function<CK_RV(CK_SESSION_HANDLE)>& work) {
    CK_SESSION_HANDLE session = 0;
    if (module->C_OpenSession(slot, CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr, &session) != CKR_OK) {
        return false;
    }
    const bool done = module->C_Login(session, user, text(pin), static_cast<CK_ULONG>(pin.size())) == CKR_OK &&
                      work(session) == CKR_OK;
    module->C_Logout(session);
    module->C_CloseSession(session);
    return done;
}

/// Attributes with the bytes that they point to.
class Template final {
public:
    void add(CK_ATTRIBUTE_TYPE type, const QByteArray& value) {
        m_values.append(value);
        m_types.append(type);
    }
    template <typename Number>
    void addNumber(CK_ATTRIBUTE_TYPE type, Number value) {
        add(type, QByteArray(reinterpret_cast<const char*>(&value), sizeof(value)));
    }
    void addFlag(CK_ATTRIBUTE_TYPE type, bool value) { addNumber<CK_BBOOL>(type, value ? CK_TRUE : CK_FALSE); }

    CK_RV create(const Module& module, CK_SESSION_HANDLE session) {
        QList<CK_ATTRIBUTE> attributes;
        for (qsizetype i = 0; i < m_types.size(); ++i) {
            attributes.append({m_types[i], m_values[i].data(), static_cast<CK_ULONG>(m_values[i].size())});
        }
        CK_OBJECT_HANDLE object = 0;
        return module->C_CreateObject(session, attributes.data(), static_cast<CK_ULONG>(attributes.size()), &object);
    }

private:
    QList<CK_ATTRIBUTE_TYPE> m_types;
    QList<QByteArray> m_values;
};

QByteArray numberOf(const EVP_PKEY* key, const char* name) {
    BIGNUM* number = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &number) != 1) {
        return {};
    }
    QByteArray bytes(BN_num_bytes(number), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
    BN_free(number);
    return bytes;
}

void addRsa(Template& object, const EVP_PKEY* key) {
    object.addNumber<CK_KEY_TYPE>(CKA_KEY_TYPE, CKK_RSA);
    object.add(CKA_MODULUS, numberOf(key, OSSL_PKEY_PARAM_RSA_N));
    object.add(CKA_PUBLIC_EXPONENT, numberOf(key, OSSL_PKEY_PARAM_RSA_E));
    object.add(CKA_PRIVATE_EXPONENT, numberOf(key, OSSL_PKEY_PARAM_RSA_D));
    object.add(CKA_PRIME_1, numberOf(key, OSSL_PKEY_PARAM_RSA_FACTOR1));
    object.add(CKA_PRIME_2, numberOf(key, OSSL_PKEY_PARAM_RSA_FACTOR2));
    object.add(CKA_EXPONENT_1, numberOf(key, OSSL_PKEY_PARAM_RSA_EXPONENT1));
    object.add(CKA_EXPONENT_2, numberOf(key, OSSL_PKEY_PARAM_RSA_EXPONENT2));
    object.add(CKA_COEFFICIENT, numberOf(key, OSSL_PKEY_PARAM_RSA_COEFFICIENT1));
}

void addElliptic(Template& object, const EVP_PKEY* key) {
    object.addNumber<CK_KEY_TYPE>(CKA_KEY_TYPE, CKK_EC);
    const bool larger = EVP_PKEY_get_bits(key) > 256;
    object.add(CKA_EC_PARAMS, QByteArray::fromHex(larger ? "06052b81040022"          // secp384r1
                                                         : "06082a8648ce3d030107")); // prime256v1
    object.add(CKA_VALUE, numberOf(key, OSSL_PKEY_PARAM_PRIV_KEY));
}

} // namespace

SoftHsmToken::SoftHsmToken(const QString& label, const QByteArray& pin)
    : m_label(label)
    , m_pin(pin) {
    QDir(m_folder.path()).mkdir(u"tokens"_s);
    QFile configuration(m_folder.filePath(u"softhsm2.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly)) {
        m_fault = u"no folder for the token"_s;
        return;
    }
    configuration.write("directories.tokendir = " + QFile::encodeName(m_folder.filePath(u"tokens"_s)) +
                        "\nobjectstore.backend = file\nlog.level = ERROR\n");
    configuration.close();
    qputenv("SOFTHSM2_CONF", QFile::encodeName(configuration.fileName()));
    if (label.isEmpty()) {
        return;
    }
    const Module module;
    if (!module.isLoaded()) {
        m_fault = u"SoftHSM2 does not start"_s;
        return;
    }
    QByteArray officer("so-12345678");
    QByteArray padded = label.toUtf8().leftJustified(32, ' ');
    QByteArray user = pin;
    const bool made = module->C_InitToken(slotOf(module, false), text(officer), static_cast<CK_ULONG>(officer.size()),
                                          text(padded)) == CKR_OK;
    const bool ready = made && inSession(module, slotOf(module, true), CKU_SO, officer, [&](CK_SESSION_HANDLE session) {
                           return module->C_InitPIN(session, text(user), static_cast<CK_ULONG>(user.size()));
                       });
    m_fault = ready ? QString() : u"the token cannot be initialised"_s;
}

SoftHsmToken::~SoftHsmToken() {
    qunsetenv("SOFTHSM2_CONF");
}

QString SoftHsmToken::modulePath() {
    for (const QString& path :
         {u"/usr/lib/softhsm/libsofthsm2.so"_s, u"/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"_s,
          u"/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"_s}) {
        if (QFile::exists(path)) {
            return path;
        }
    }
    return {};
}

bool SoftHsmToken::addKey(const QByteArray& id, const QByteArray& privateKeyDer) {
    const auto* at = reinterpret_cast<const unsigned char*>(privateKeyDer.constData());
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(privateKeyDer.size())), EVP_PKEY_free);
    Template object;
    object.addNumber<CK_OBJECT_CLASS>(CKA_CLASS, CKO_PRIVATE_KEY);
    object.addFlag(CKA_TOKEN, true);
    object.addFlag(CKA_PRIVATE, true);
    object.addFlag(CKA_SENSITIVE, true);
    object.addFlag(CKA_SIGN, true);
    object.add(CKA_ID, id);
    if (EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA) {
        addRsa(object, key.get());
    } else {
        addElliptic(object, key.get());
    }
    const Module module;
    return module.isLoaded() && inSession(module, slotOf(module, true), CKU_USER, m_pin,
                                          [&](CK_SESSION_HANDLE session) { return object.create(module, session); });
}

bool SoftHsmToken::addCertificate(const QByteArray& id, const QByteArray& certificateDer, bool openly) {
    const auto* at = reinterpret_cast<const unsigned char*>(certificateDer.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        d2i_X509(nullptr, &at, static_cast<long>(certificateDer.size())), X509_free);
    unsigned char* name = nullptr;
    const int size = i2d_X509_NAME(X509_get_subject_name(certificate.get()), &name);
    Template object;
    object.addNumber<CK_OBJECT_CLASS>(CKA_CLASS, CKO_CERTIFICATE);
    object.addNumber<CK_CERTIFICATE_TYPE>(CKA_CERTIFICATE_TYPE, CKC_X_509);
    object.addFlag(CKA_TOKEN, true);
    object.addFlag(CKA_PRIVATE, !openly);
    object.add(CKA_SUBJECT, QByteArray(reinterpret_cast<const char*>(name), size));
    object.add(CKA_ID, id);
    object.add(CKA_LABEL, "chứng thư");
    object.add(CKA_VALUE, certificateDer);
    OPENSSL_free(name);
    const Module module;
    return module.isLoaded() && inSession(module, slotOf(module, true), CKU_USER, m_pin,
                                          [&](CK_SESSION_HANDLE session) { return object.create(module, session); });
}

} // namespace support
