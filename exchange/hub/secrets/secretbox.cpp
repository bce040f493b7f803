// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/secrets/secretbox.h"

#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

#include <unistd.h>

namespace hub {

using exchange::fail;
using exchange::Result;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int keyBytes = 32;
constexpr int nonceBytes = 12;
constexpr int tagBytes = 16;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

unsigned char* bytes(QByteArray& array, qsizetype at = 0) {
    return reinterpret_cast<unsigned char*>(array.data()) + at;
}

const unsigned char* bytes(const QByteArray& array, qsizetype at = 0) {
    return reinterpret_cast<const unsigned char*>(array.constData()) + at;
}

std::unexpected<exchange::Error> keyFileFailed(const QString& why) {
    return fail("hub-key-file-failed", why);
}

} // namespace

Result<void> SecretBox::createKeyFile(const QString& path) {
    if (QFileInfo::exists(path)) {
        return {};
    }
    QByteArray key(keyBytes, '\0');
    if (RAND_bytes(bytes(key), keyBytes) != 1) {
        return keyFileFailed(u"no random bytes"_s);
    }
    QFile file(path);
    // Born with its mode: at no moment can others read it.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(key) != keyBytes || !file.flush() || ::fsync(file.handle()) != 0) {
        return keyFileFailed(file.errorString());
    }
    return {};
}

Result<SecretBox> SecretBox::load(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return keyFileFailed(file.errorString());
    }
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others) {
        return keyFileFailed(u"others may read it"_s);
    }
    QByteArray key = file.read(keyBytes + 1);
    if (key.size() != keyBytes) {
        return keyFileFailed(u"its size is wrong"_s);
    }
    return SecretBox(std::move(key));
}

QByteArray SecretBox::checkValue() const {
    return QMessageAuthenticationCode::hash("congvan-hub key check 1", m_key, QCryptographicHash::Sha256).toHex();
}

QByteArray accountContext(const QString& account) {
    return account.toLatin1();
}

QByteArray relayContext(const QString& relay) {
    return "relay/" + relay.toUtf8();
}

Result<QByteArray> SecretBox::seal(const QByteArray& plain, const QByteArray& context) const {
    QByteArray sealed(nonceBytes + plain.size() + tagBytes, '\0');
    const Context cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int length = 0;
    const int plainSize = static_cast<int>(plain.size());
    const bool good =
        RAND_bytes(bytes(sealed), nonceBytes) == 1 &&
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(m_key), bytes(sealed)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytes(context), static_cast<int>(context.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), bytes(sealed, nonceBytes), &length, bytes(plain), plainSize) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), bytes(sealed, nonceBytes + length), &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, bytes(sealed, nonceBytes + plainSize)) == 1;
    if (!good) {
        return fail("hub-secret-unsealed");
    }
    return sealed;
}

Result<QByteArray> SecretBox::open(const QByteArray& sealed, const QByteArray& context) const {
    const qsizetype plainSize = sealed.size() - nonceBytes - tagBytes;
    QByteArray copy = sealed;
    QByteArray plain(std::max<qsizetype>(plainSize, 0), '\0');
    const Context cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int length = 0;
    const bool good =
        plainSize > 0 && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(m_key), bytes(copy)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytes(context), static_cast<int>(context.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), bytes(plain), &length, bytes(copy, nonceBytes), static_cast<int>(plainSize)) ==
            1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, bytes(copy, nonceBytes + plainSize)) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), bytes(plain, length), &length) == 1;
    if (!good) {
        return fail("hub-secret-unreadable", QString::fromLatin1(context));
    }
    return plain;
}

} // namespace hub
