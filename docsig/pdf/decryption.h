// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/value.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace docsig::pdf {

/// Reads the strings and streams of a file that the standard security handler encrypts and that opens with the empty
/// user password (ISO 32000-1 §7.6, ISO 32000-2 §7.6): RC4 of 40 to 128 bits, AESV2 and AESV3, revisions 2 to 6. It
/// protects nothing and writes nothing: what anybody may open is read as any viewer shows it. Any thread.
class Decryption {
public:
    /// From the Encrypt dictionary and the first string of the trailer's ID. Null: another handler, an unknown
    /// algorithm, or a password is needed.
    [[nodiscard]] static std::shared_ptr<const Decryption> withEmptyPassword(const Dictionary& encrypt,
                                                                             const QByteArray& identifier);

    /// The value of an indirect object with its strings readable; /Contents beside /ByteRange stays as it is (§7.6.1).
    /// Nothing where a string does not decrypt.
    [[nodiscard]] std::optional<Value> read(const Value& value, const Reference& object) const;
    /// The bytes of a stream, still under its other filters; nothing where they do not decrypt.
    [[nodiscard]] std::optional<QByteArray> readStream(const QByteArray& raw, const Dictionary& dictionary,
                                                       const Reference& object) const;

private:
    enum class Method { None, Rc4, Aes128, Aes256, Unknown };

    [[nodiscard]] bool findMethods(const Dictionary& encrypt, qint64 version);
    [[nodiscard]] static Method methodOf(const Dictionary& filters, const Value& name);
    [[nodiscard]] bool findOldKey(const Dictionary& encrypt, const QByteArray& identifier, qint64 revision);
    [[nodiscard]] bool findNewKey(const Dictionary& encrypt, qint64 revision);
    [[nodiscard]] Method methodFor(const Dictionary& stream) const;
    [[nodiscard]] std::optional<QByteArray> plain(const QByteArray& bytes, Method method,
                                                  const Reference& object) const;
    [[nodiscard]] std::optional<Value> readDeep(const Value& value, const Reference& object, int depth) const;

    QByteArray m_key; ///< of the file
    Method m_strings = Method::Unknown;
    Method m_streams = Method::Unknown;
    bool m_metadata = true; ///< is encrypted, too
    Dictionary m_filters;   ///< /CF
};

} // namespace docsig::pdf
