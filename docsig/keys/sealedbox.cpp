// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/sealedbox.h"

#include "docsig/keys/opensslpointers.h"

#include <QCryptographicHash>

#include <openssl/rand.h>

#include <array>
#include <limits>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView sealedMagic = "CVSEALED";
constexpr char sealedVersion = 1;
constexpr qsizetype saltBytes = 16;
constexpr int sealedKeyBytes = 32;
constexpr qsizetype sealedNonceBytes = 12;
constexpr qsizetype sealedTagBytes = 16;
constexpr qsizetype factsBytes = 12; // magic, version, cost
constexpr qsizetype sealedKeyAt = factsBytes + saltBytes;
constexpr qsizetype checkAt = sealedKeyAt + sealedNonceBytes + sealedKeyBytes + sealedTagBytes;
constexpr quint64 mostMemory = 256ULL * 1024 * 1024;
constexpr int mostRounds = 4;

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freeing<EVP_CIPHER_CTX_free>>;

unsigned char* writable(QByteArray& array, qsizetype at = 0) {
    return reinterpret_cast<unsigned char*>(array.data()) + at;
}

std::unexpected<Error> notMade(const char* what) {
    return fail("sealed-not-made", QString::fromLatin1(what));
}

QByteArray checkOf(QByteArrayView header) {
    return QCryptographicHash::hash(header.first(checkAt), QCryptographicHash::Sha256)
        .first(SealedBox::headerBytes - checkAt);
}

/// Nonce, cipher text, tag; empty where it could not be made.
QByteArray sealWith(const unsigned char* key, QByteArrayView plain, QByteArrayView context) {
    if (plain.size() > std::numeric_limits<int>::max() - 64) {
        return {};
    }
    const int size = static_cast<int>(plain.size());
    QByteArray sealed(sealedNonceBytes + size + sealedTagBytes, '\0');
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    const bool good =
        cipher && RAND_bytes(writable(sealed), sealedNonceBytes) == 1 &&
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key, writable(sealed)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytesOf(context), static_cast<int>(context.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), writable(sealed, sealedNonceBytes), &length, bytesOf(plain), size) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), writable(sealed, sealedNonceBytes + length), &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, sealedTagBytes,
                            writable(sealed, sealedNonceBytes + size)) == 1;
    return good ? sealed : QByteArray();
}

/// Whether the tag was right; `plain` has room for what comes out, and is of no use where it was not.
bool openWith(const unsigned char* key, QByteArrayView sealed, QByteArrayView context, unsigned char* plain) {
    const qsizetype size = sealed.size() - sealedNonceBytes - sealedTagBytes;
    if (size < 0 || sealed.size() > std::numeric_limits<int>::max()) {
        return false;
    }
    std::array<unsigned char, sealedTagBytes> tag{};
    std::copy_n(bytesOf(sealed) + sealedNonceBytes + size, sealedTagBytes, tag.begin());
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    return cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key, bytesOf(sealed)) == 1 &&
           EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytesOf(context), static_cast<int>(context.size())) == 1 &&
           EVP_DecryptUpdate(cipher.get(), plain, &length, bytesOf(sealed) + sealedNonceBytes,
                             static_cast<int>(size)) == 1 &&
           EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, sealedTagBytes, tag.data()) == 1 &&
           EVP_DecryptFinal_ex(cipher.get(), plain + length, &length) == 1;
}

} // namespace

bool SealingCost::isBearable() const {
    if (logN < 10 || logN > 21 || r < 1 || r > 32 || p < 1 || p > mostRounds) {
        return false;
    }
    return 128ULL * static_cast<quint64>(r) * (1ULL << logN) <= mostMemory;
}

/// 32 bytes that are wiped.
class SealedBox::Key {
public:
    Key() = default;
    ~Key() { OPENSSL_cleanse(m_bytes.data(), m_bytes.size()); }
    Q_DISABLE_COPY_MOVE(Key)

    unsigned char* data() { return m_bytes.data(); }
    [[nodiscard]] const unsigned char* data() const { return m_bytes.data(); }
    [[nodiscard]] QByteArrayView view() const {
        return {reinterpret_cast<const char*>(m_bytes.data()), sealedKeyBytes};
    }

    /// What scrypt makes of the passphrase.
    [[nodiscard]] bool derive(const Pin& passphrase, QByteArrayView salt, const SealingCost& cost) {
        const QByteArrayView words = passphrase.utf8();
        return EVP_PBE_scrypt(words.data(), static_cast<std::size_t>(words.size()), bytesOf(salt),
                              static_cast<std::size_t>(salt.size()), 1ULL << cost.logN, static_cast<quint64>(cost.r),
                              static_cast<quint64>(cost.p), 2 * mostMemory, m_bytes.data(), m_bytes.size()) == 1;
    }

    /// The header that only this passphrase opens; empty where it could not be made.
    [[nodiscard]] QByteArray headerUnder(const Pin& passphrase, const SealingCost& cost) const {
        QByteArray header = sealedMagic.toByteArray();
        header.append(sealedVersion);
        header.append(static_cast<char>(cost.logN)).append(static_cast<char>(cost.r)).append(static_cast<char>(cost.p));
        QByteArray salt(saltBytes, '\0');
        Key outer;
        if (RAND_bytes(writable(salt), saltBytes) != 1 || !outer.derive(passphrase, salt, cost)) {
            return {};
        }
        header.append(salt);
        const QByteArray inner = sealWith(outer.data(), view(), header);
        return inner.isEmpty() ? QByteArray() : header + inner + checkOf(header + inner);
    }

private:
    std::array<unsigned char, sealedKeyBytes> m_bytes{};
};

SealedBox::SealedBox(std::unique_ptr<Key> key)
    : m_key(std::move(key)) {}
SealedBox::~SealedBox() = default;
SealedBox::SealedBox(SealedBox&& other) noexcept = default;
SealedBox& SealedBox::operator=(SealedBox&& other) noexcept = default;

const QByteArray& SealedBox::header() const {
    return m_header;
}

Result<SealedBox> SealedBox::make(const Pin& passphrase, const SealingCost& cost) {
    auto key = std::make_unique<Key>();
    if (RAND_bytes(key->data(), sealedKeyBytes) != 1) {
        return notMade("no random bytes");
    }
    return SealedBox(std::move(key)).withPassphrase(passphrase, cost);
}

Result<SealedBox> SealedBox::withPassphrase(const Pin& passphrase, const SealingCost& cost) const {
    if (!cost.isBearable()) {
        return notMade("this cost would be refused");
    }
    auto key = std::make_unique<Key>();
    std::copy_n(m_key->data(), sealedKeyBytes, key->data());
    SealedBox box(std::move(key));
    box.m_header = box.m_key->headerUnder(passphrase, cost);
    if (box.m_header.size() != headerBytes) {
        return notMade("no key for the passphrase");
    }
    return box;
}

Result<SealedBox> SealedBox::unlock(QByteArrayView header, const Pin& passphrase) {
    if (header.size() >= factsBytes && header.startsWith(sealedMagic) && header[8] > sealedVersion) {
        return fail("sealed-version-unknown", QString::number(header[8]));
    }
    const bool isWhole = header.size() == headerBytes && header.startsWith(sealedMagic) && header[8] == sealedVersion &&
                         header.sliced(checkAt) == checkOf(header);
    if (!isWhole) {
        return fail("sealed-header-damaged");
    }
    const SealingCost cost{.logN = header[9], .r = header[10], .p = header[11]};
    if (!cost.isBearable()) {
        return fail("sealed-cost-refused", u"2^%1, %2, %3"_s.arg(cost.logN).arg(cost.r).arg(cost.p));
    }
    Key outer;
    if (!outer.derive(passphrase, header.sliced(factsBytes, saltBytes), cost)) {
        return notMade("no key for the passphrase");
    }
    auto key = std::make_unique<Key>();
    const QByteArrayView inner = header.sliced(sealedKeyAt, checkAt - sealedKeyAt);
    if (!openWith(outer.data(), inner, header.first(sealedKeyAt), key->data())) {
        return fail("sealed-passphrase-wrong");
    }
    SealedBox box(std::move(key));
    box.m_header = header.toByteArray();
    return box;
}

Result<QByteArray> SealedBox::seal(QByteArrayView plain, QByteArrayView context) const {
    QByteArray sealed = sealWith(m_key->data(), plain, context);
    if (sealed.isEmpty()) {
        return notMade("not encrypted");
    }
    return sealed;
}

Result<QByteArray> SealedBox::open(QByteArrayView sealed, QByteArrayView context) const {
    const qsizetype size = sealed.size() - sealedNonceBytes - sealedTagBytes;
    QByteArray plain(std::max<qsizetype>(size, 0), '\0');
    if (size < 0 || !openWith(m_key->data(), sealed, context, writable(plain))) {
        wipe(plain);
        return fail("sealed-content-damaged");
    }
    return plain;
}

namespace {

/// The whole of what is allocated: what was cut off at either end still stands there.
template <typename Text>
void wipeWhole(Text& text) noexcept {
    if (text.isDetached()) {
        auto& whole = text.data_ptr();
        const qsizetype before = whole.freeSpaceAtBegin();
        const auto length = static_cast<std::size_t>(before + whole.size + whole.freeSpaceAtEnd());
        OPENSSL_cleanse(whole.data() - before, length * sizeof(*whole.data()));
    }
    text.clear();
}

} // namespace

void wipe(QByteArray& bytes) noexcept {
    wipeWhole(bytes);
}

void wipe(QString& text) noexcept {
    wipeWhole(text);
}

} // namespace docsig
