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

constexpr qint64 largestKeyFile = 1024 * 1024;

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

/// A key out of a file, of either kind. OpenSSL wipes the private numbers when it frees them.
class FileKey final : public CheckedKey {
public:
    FileKey(KeyKind kind, QList<QByteArray> chain, EvpKey key)
        : CheckedKey(kind, std::move(chain))
        , m_key(std::move(key)) {}

private:
    Result<QByteArray> signRaw(QByteArrayView message, Digest digest, SignatureScheme scheme) override {
        const EvpDigestContext context(EVP_MD_CTX_new());
        EVP_PKEY_CTX* keyContext = nullptr;
        std::size_t size = static_cast<std::size_t>(EVP_PKEY_get_size(m_key.get()));
        QByteArray value(static_cast<qsizetype>(size), Qt::Uninitialized);
        const bool made =
            EVP_DigestSignInit(context.get(), &keyContext, evpDigest(digest), nullptr, m_key.get()) == 1 &&
            (scheme == SignatureScheme::Standard || usePss(keyContext, digest)) &&
            EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &size, bytesOf(message),
                           static_cast<std::size_t>(message.size())) == 1;
        // An empty value fails the check that follows, with OpenSSL's reasons still in its queue.
        value.truncate(made ? static_cast<qsizetype>(size) : 0);
        return value;
    }

    EvpKey m_key;
};

Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestKeyFile) {
        return fail("pkcs12-unreadable", path + u": "_s + file.errorString());
    }
    return file.read(largestKeyFile);
}

std::unexpected<Error> unusable(const QString& why) {
    return fail("pkcs12-unusable", why);
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
    if (!kind) {
        return unusable(u"the key is neither RSA nor elliptic"_s);
    }
    return std::make_unique<FileKey>(*kind, chain, std::move(contents->key));
}

} // namespace docsig
