// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/decryption.h"

#include <QCryptographicHash>

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <utility>

namespace docsig::pdf {

namespace {

constexpr qsizetype block = 16;
constexpr qsizetype oldHash = 32; // of /O and /U up to revision 4
constexpr int deepestValue = 64;

/// What fills a password up to 32 bytes (algorithm 2): all of it, for the empty one.
const QByteArray padding = QByteArray::fromHex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a");

QByteArray md5(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

/// OpenSSL has RC4 in a provider that is not loaded, and it shall stay so.
QByteArray rc4(const QByteArray& key, QByteArray bytes) {
    std::array<unsigned char, 256> state{};
    std::iota(state.begin(), state.end(), static_cast<unsigned char>(0));
    unsigned char second = 0;
    for (std::size_t first = 0; first < state.size(); ++first) {
        const auto part = static_cast<unsigned char>(key[static_cast<qsizetype>(first) % key.size()]);
        second = static_cast<unsigned char>(second + state[first] + part);
        std::swap(state[first], state[second]);
    }
    unsigned char first = 0;
    second = 0;
    for (char& byte : bytes) {
        first = static_cast<unsigned char>(first + 1);
        second = static_cast<unsigned char>(second + state[first]);
        std::swap(state[first], state[second]);
        byte = static_cast<char>(byte ^ state[static_cast<unsigned char>(state[first] + state[second])]);
    }
    return bytes;
}

/// AES-CBC without padding; empty where the lengths do not fit.
QByteArray aes(const QByteArray& key, const QByteArray& vector, const QByteArray& bytes, bool encrypts) {
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                  &EVP_CIPHER_CTX_free);
    const EVP_CIPHER* cipher = key.size() == 2 * block ? EVP_aes_256_cbc() : EVP_aes_128_cbc();
    const auto in = [](const QByteArray& view) { return reinterpret_cast<const unsigned char*>(view.constData()); };
    QByteArray out(bytes.size() + block, '\0');
    int size = 0;
    int last = 0;
    const bool fits = key.size() == EVP_CIPHER_get_key_length(cipher) && vector.size() == block;
    const bool good =
        fits && EVP_CipherInit_ex(context.get(), cipher, nullptr, in(key), in(vector), encrypts ? 1 : 0) == 1 &&
        EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1 &&
        EVP_CipherUpdate(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, in(bytes),
                         static_cast<int>(bytes.size())) == 1 &&
        EVP_CipherFinal_ex(context.get(), reinterpret_cast<unsigned char*>(out.data()) + size, &last) == 1;
    out.truncate(good ? size + last : 0);
    return out;
}

/// What AESV2 and AESV3 write: the vector, then the blocks, the last one padded (PKCS #7).
std::optional<QByteArray> unwrapped(const QByteArray& key, const QByteArray& bytes) {
    if (bytes.isEmpty()) {
        return QByteArray();
    }
    if (bytes.size() < 2 * block || bytes.size() % block != 0) {
        return std::nullopt;
    }
    QByteArray out = aes(key, bytes.first(block), bytes.sliced(block), false);
    const qsizetype pad = out.isEmpty() ? 0 : static_cast<unsigned char>(out.back());
    if (pad < 1 || pad > block || pad > out.size() || out.last(pad) != QByteArray(pad, out.back())) {
        return std::nullopt;
    }
    out.chop(pad);
    return out;
}

/// Algorithm 2.B of ISO 32000-2 for the empty user password, whose third part is empty; revision 5 stops at the first
/// digest.
QByteArray newHash(const QByteArray& salt, qint64 revision) {
    QByteArray hash = QCryptographicHash::hash(salt, QCryptographicHash::Sha256);
    constexpr int leastRounds = 64;
    constexpr int mostRounds = leastRounds + 256;
    for (int round = 1; revision > 5 && round <= mostRounds; ++round) {
        const QByteArray mixed = aes(hash.first(block), hash.sliced(block, block), hash.repeated(64), true);
        const int sum = std::accumulate(mixed.cbegin(), mixed.cbegin() + block, 0,
                                        [](int all, char one) { return all + static_cast<unsigned char>(one); });
        static constexpr std::array digests{QCryptographicHash::Sha256, QCryptographicHash::Sha384,
                                            QCryptographicHash::Sha512};
        hash = QCryptographicHash::hash(mixed, digests.at(static_cast<std::size_t>(sum % 3)));
        if (round >= leastRounds && static_cast<unsigned char>(mixed.back()) <= round - 32) {
            break;
        }
    }
    return hash.first(2 * block);
}

QByteArray bytesAt(const Dictionary& dictionary, const char* key) {
    const Value value = dictionary.value(key);
    return value.asString() != nullptr ? value.asString()->bytes : QByteArray();
}

QByteArray littleEndian(qint64 number, int bytes) {
    QByteArray out;
    for (int shift = 0; shift < 8 * bytes; shift += 8) {
        out += static_cast<char>((static_cast<quint64>(number) >> shift) & 0xffU);
    }
    return out;
}

} // namespace

std::shared_ptr<const Decryption> Decryption::withEmptyPassword(const Dictionary& encrypt,
                                                                const QByteArray& identifier) {
    const qint64 version = encrypt.value("V").asInteger().value_or(0);
    const qint64 revision = encrypt.value("R").asInteger().value_or(0);
    Decryption made;
    const bool old = revision >= 2 && revision <= 4 && version >= 1 && version <= 4;
    const bool recent = (revision == 5 || revision == 6) && version == 5;
    if (!encrypt.value("Filter").isName("Standard") || !(old || recent) || !made.findMethods(encrypt, version)) {
        return nullptr;
    }
    made.m_metadata = version < 4 || encrypt.value("EncryptMetadata").asBool().value_or(true);
    const bool opens = old ? made.findOldKey(encrypt, identifier, revision) : made.findNewKey(encrypt, revision);
    return opens ? std::make_shared<const Decryption>(std::move(made)) : nullptr;
}

Decryption::Method Decryption::methodOf(const Dictionary& filters, const Value& name) {
    if (name.isNull() || name.isName("Identity")) {
        return Method::None;
    }
    const QByteArray key = name.asName() != nullptr ? name.asName()->text : QByteArray();
    const Value method = filters.value(key).dictionary().value("CFM");
    if (method.isName("V2")) {
        return Method::Rc4;
    }
    if (method.isName("AESV2")) {
        return Method::Aes128;
    }
    return method.isName("AESV3") ? Method::Aes256 : method.isName("None") ? Method::None : Method::Unknown;
}

bool Decryption::findMethods(const Dictionary& encrypt, qint64 version) {
    if (version < 4) {
        m_strings = m_streams = Method::Rc4;
        return version != 3; // never published
    }
    m_filters = encrypt.value("CF").dictionary();
    m_strings = methodOf(m_filters, encrypt.value("StrF"));
    m_streams = methodOf(m_filters, encrypt.value("StmF"));
    const auto fits = [version](Method method) {
        return method == Method::None || (method == Method::Aes256) == (version == 5);
    };
    return m_strings != Method::Unknown && m_streams != Method::Unknown && fits(m_strings) && fits(m_streams);
}

/// Algorithms 2, 4 and 5 of ISO 32000-1 §7.6.3.3 f.
bool Decryption::findOldKey(const Dictionary& encrypt, const QByteArray& identifier, qint64 revision) {
    const QByteArray owner = bytesAt(encrypt, "O").left(oldHash);
    const QByteArray user = bytesAt(encrypt, "U").left(oldHash);
    const qint64 version = encrypt.value("V").asInteger().value_or(0);
    const qint64 bits = version == 1 ? 40 : version == 4 ? 128 : encrypt.value("Length").asInteger().value_or(40);
    const auto permissions = encrypt.value("P").asInteger();
    if (owner.size() != oldHash || user.size() != oldHash || !permissions || bits < 40 || bits > 128 || bits % 8 != 0) {
        return false;
    }
    const qsizetype length = revision == 2 ? 5 : static_cast<qsizetype>(bits / 8);
    QByteArray key = md5(padding + owner + littleEndian(*permissions, 4) + identifier +
                         (revision >= 4 && !m_metadata ? QByteArray(4, '\xff') : QByteArray()));
    for (int round = 0; revision >= 3 && round < 50; ++round) {
        key = md5(key.first(length));
    }
    m_key = key.first(length);
    if (revision == 2) {
        return rc4(m_key, padding) == user;
    }
    QByteArray proof = rc4(m_key, md5(padding + identifier));
    for (char round = 1; round < 20; ++round) {
        QByteArray turned = m_key;
        std::ranges::transform(turned, turned.begin(), [round](char byte) { return static_cast<char>(byte ^ round); });
        proof = rc4(turned, proof);
    }
    return proof == user.first(block);
}

/// Algorithms 2.A and 11 of ISO 32000-2 §7.6.4.3: the hash, the salt that proves it, the salt that opens /UE.
bool Decryption::findNewKey(const Dictionary& encrypt, qint64 revision) {
    constexpr qsizetype salt = 8;
    const QByteArray user = bytesAt(encrypt, "U");
    const QByteArray wrapped = bytesAt(encrypt, "UE");
    if (user.size() < oldHash + 2 * salt || wrapped.size() != oldHash ||
        newHash(user.sliced(oldHash, salt), revision) != user.first(oldHash)) {
        return false;
    }
    m_key = aes(newHash(user.sliced(oldHash + salt, salt), revision), QByteArray(block, '\0'), wrapped, false);
    return m_key.size() == oldHash;
}

/// A stream may name another crypt filter than the file's (§7.4.10); metadata may be left readable.
Decryption::Method Decryption::methodFor(const Dictionary& stream) const {
    if (!m_metadata && stream.value("Type").isName("Metadata")) {
        return Method::None;
    }
    const auto first = [](const Value& value) {
        return value.isArray() ? (value.array().isEmpty() ? Value() : value.array().constFirst()) : value;
    };
    if (first(stream.value("Filter")).isName("Crypt")) {
        return methodOf(m_filters, first(stream.value("DecodeParms")).dictionary().value("Name"));
    }
    return m_streams;
}

std::optional<QByteArray> Decryption::plain(const QByteArray& bytes, Method method, const Reference& object) const {
    if (method == Method::None) {
        return bytes;
    }
    if (method == Method::Aes256) {
        return unwrapped(m_key, bytes);
    }
    // Algorithm 1: every object has a key of its own.
    QByteArray key = m_key + littleEndian(object.number, 3) + littleEndian(object.generation, 2);
    if (method == Method::Aes128) {
        key += "sAlT";
    }
    key = md5(key).first(std::min(m_key.size() + 5, block));
    if (method == Method::Rc4) {
        return rc4(key, bytes);
    }
    return method == Method::Aes128 ? unwrapped(key, bytes) : std::nullopt;
}

std::optional<Value> Decryption::readDeep(const Value& value, const Reference& object, int depth) const {
    if (depth > deepestValue) {
        return std::nullopt;
    }
    if (const String* string = value.asString()) {
        auto bytes = plain(string->bytes, m_strings, object);
        return bytes ? std::optional(Value(String{std::move(*bytes), string->hexadecimal})) : std::nullopt;
    }
    if (value.isArray()) {
        Array items;
        for (const Value& item : value.array()) {
            const auto read = readDeep(item, object, depth + 1);
            if (!read) {
                return std::nullopt;
            }
            items << *read;
        }
        return Value(items);
    }
    if (!value.isDictionary()) {
        return value;
    }
    Dictionary entries = value.dictionary();
    const bool signature = entries.contains("ByteRange");
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const auto read =
            signature && entry.key() == "Contents" ? std::optional(*entry) : readDeep(*entry, object, depth + 1);
        if (!read) {
            return std::nullopt;
        }
        *entry = *read;
    }
    return Value(entries);
}

std::optional<Value> Decryption::read(const Value& value, const Reference& object) const {
    return m_strings == Method::None ? value : readDeep(value, object, 0);
}

std::optional<QByteArray> Decryption::readStream(const QByteArray& raw, const Dictionary& dictionary,
                                                 const Reference& object) const {
    return plain(raw, methodFor(dictionary), object);
}

} // namespace docsig::pdf
