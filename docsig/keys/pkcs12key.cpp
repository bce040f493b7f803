// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/pkcs12key.h"

#include "docsig/keys/checkedkey.h"

#include <QFile>
#include <QtCrypto>

#include <openssl/err.h>
#include <openssl/pkcs12.h>

#include <algorithm>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestFile = 1024 * 1024;

using Pkcs12 = std::unique_ptr<PKCS12, Freeing<PKCS12_free>>;

void freeStack(STACK_OF(X509) * stack) {
    sk_X509_pop_free(stack, X509_free);
}

/// What a PKCS#12 file holds once it is open.
struct Contents {
    EvpKey key;
    X509Certificate certificate;
    QList<QByteArray> others;
};

/// RSA, by QCA: the private part lives in QCA's memory alone.
class RsaFileKey final : public CheckedKey {
public:
    RsaFileKey(QList<QByteArray> chain, QCA::PrivateKey key)
        : CheckedKey(KeyKind::Rsa, std::move(chain))
        , m_key(std::move(key)) {}

private:
    Result<QByteArray> signRaw(QByteArrayView message, Digest digest) override {
        return m_key.signMessage(message.toByteArray(), algorithmOf(digest));
    }

    static QCA::SignatureAlgorithm algorithmOf(Digest digest) {
        switch (digest) {
        case Digest::Sha256:
            return QCA::EMSA3_SHA256;
        case Digest::Sha384:
            return QCA::EMSA3_SHA384;
        case Digest::Sha512:
            return QCA::EMSA3_SHA512;
        }
        return QCA::SignatureUnknown;
    }

    QCA::PrivateKey m_key;
};

/// Elliptic keys, which QCA's provider does not know: OpenSSL itself.
class EllipticFileKey final : public CheckedKey {
public:
    EllipticFileKey(QList<QByteArray> chain, EvpKey key)
        : CheckedKey(KeyKind::EllipticCurve, std::move(chain))
        , m_key(std::move(key)) {}

private:
    Result<QByteArray> signRaw(QByteArrayView message, Digest digest) override {
        const EvpDigestContext context(EVP_MD_CTX_new());
        std::size_t size = static_cast<std::size_t>(EVP_PKEY_get_size(m_key.get()));
        QByteArray value(static_cast<qsizetype>(size), Qt::Uninitialized);
        const bool made = EVP_DigestSignInit(context.get(), nullptr, evpDigest(digest), nullptr, m_key.get()) == 1 &&
                          EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &size,
                                         bytesOf(message), static_cast<std::size_t>(message.size())) == 1;
        // An empty value fails the check that follows, with OpenSSL's reasons still in its queue.
        value.truncate(made ? static_cast<qsizetype>(size) : 0);
        return value;
    }

    EvpKey m_key;
};

Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        return fail("pkcs12-unreadable", path + u": "_s + file.errorString());
    }
    return file.read(largestFile);
}

std::unexpected<Error> unusable(const QString& why) {
    return fail("pkcs12-unusable", why);
}

/// PrivateKeyInfo in memory that is wiped.
QCA::SecureArray pkcs8Of(const EVP_PKEY* key) {
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freeing<PKCS8_PRIV_KEY_INFO_free>> plain(EVP_PKEY2PKCS8(key));
    const int size = plain ? i2d_PKCS8_PRIV_KEY_INFO(plain.get(), nullptr) : 0;
    QCA::SecureArray der(qMax(size, 0));
    if (auto* out = reinterpret_cast<unsigned char*>(der.data()); size > 0) {
        i2d_PKCS8_PRIV_KEY_INFO(plain.get(), &out);
    }
    return der;
}

QCA::SecureArray wipedCopy(const Pin& pin) {
    QCA::SecureArray word(static_cast<int>(pin.utf8().size()));
    std::copy(pin.utf8().begin(), pin.utf8().end(), word.data());
    return word;
}

Result<Contents> unlock(const QByteArray& bytes, const Pin& pin) {
    const unsigned char* at = bytesOf(bytes);
    const Pkcs12 file(d2i_PKCS12(nullptr, &at, static_cast<long>(bytes.size())));
    if (!file) {
        return fail("pkcs12-malformed", takeOpensslErrors());
    }
    QCA::SecureArray word = wipedCopy(pin);
    word.append(QCA::SecureArray(1, '\0')); // OpenSSL wants a terminated string
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    const bool opened = PKCS12_parse(file.get(), word.data(), &key, &certificate, &others) == 1;
    const std::unique_ptr<STACK_OF(X509), Freeing<freeStack>> othersOwner(others);
    Contents contents{EvpKey(key), X509Certificate(certificate), {}};
    if (!opened && ERR_GET_REASON(ERR_peek_last_error()) == PKCS12_R_MAC_VERIFY_FAILURE) {
        return fail("pkcs12-wrong-pin", takeOpensslErrors());
    }
    if (!opened) {
        return unusable(takeOpensslErrors());
    }
    for (int i = 0; i < sk_X509_num(others); ++i) {
        contents.others.append(derOf(sk_X509_value(others, i), i2d_X509));
    }
    return contents;
}

} // namespace

Result<std::unique_ptr<SigningKey>> openPkcs12(const QString& path, const Pin& pin) {
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    Result<Contents> contents = unlock(*bytes, pin);
    if (!contents) {
        return std::unexpected(contents.error());
    }
    if (!contents->key || !contents->certificate) {
        return fail("pkcs12-no-key", path);
    }
    const std::optional<KeyKind> kind = kindOf(contents->certificate.get());
    const QList<QByteArray> chain = orderedChain(derOf(contents->certificate.get(), i2d_X509), contents->others);
    if (kind == KeyKind::EllipticCurve) {
        return std::make_unique<EllipticFileKey>(chain, std::move(contents->key));
    }
    if (kind != KeyKind::Rsa) {
        return unusable(u"the key is neither RSA nor elliptic"_s);
    }
    // The key alone goes to QCA: its own PKCS#12 reader derives the file's key a second time, and does not know the
    // elliptic authorities that may stand above an RSA key.
    QCA::ConvertResult result = QCA::ErrorDecode;
    const QCA::PrivateKey key = QCA::PrivateKey::fromDER(pkcs8Of(contents->key.get()), {}, &result);
    if (result != QCA::ConvertGood || key.isNull()) {
        return unusable(u"QCA does not take it: %1"_s.arg(static_cast<int>(result)));
    }
    return std::make_unique<RsaFileKey>(chain, key);
}

} // namespace docsig
