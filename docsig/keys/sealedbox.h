// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/pin.h"
#include "docsig/report/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace docsig {

/// How dear a try at a passphrase is: scrypt (RFC 7914) with 128 · r · 2^logN bytes of memory, p times one after the
/// other.
struct SealingCost {
    int logN = 17;
    int r = 8;
    int p = 1;

    /// What is taken from a file: at most 256 MiB of memory and four rounds, so that a header that somebody else wrote
    /// burns neither hours nor gigabytes.
    [[nodiscard]] bool isBearable() const;

    friend bool operator==(const SealingCost&, const SealingCost&) = default;
};

/// A key that only a passphrase opens, for what lies on a disk: AES-256-GCM (NIST SP 800-38D) under a random key, which
/// stands in the header, itself sealed under what scrypt makes of the passphrase. So a passphrase is changed without
/// sealing everything anew. The key lies in memory that is wiped. Blocking: deriving takes a good part of a second.
/// Reentrant.
///
/// The header (110 bytes): "CVSEALED", version 1, logN, r, p, salt (16), sealed key (60), the first 22 bytes of the
/// SHA-256 over all before, which tells a damaged header from a wrong passphrase and proves nothing else.
class SealedBox {
public:
    static constexpr qsizetype headerBytes = 110;

    /// A fresh key. Code: `sealed-not-made`, also for a cost that unlock() would refuse.
    [[nodiscard]] static Result<SealedBox> make(const Pin& passphrase, const SealingCost& cost = {});
    /// The key of a header. Codes: `sealed-header-damaged`, `sealed-version-unknown` of a newer program,
    /// `sealed-cost-refused`, `sealed-passphrase-wrong`.
    [[nodiscard]] static Result<SealedBox> unlock(QByteArrayView header, const Pin& passphrase);

    ~SealedBox();
    SealedBox(SealedBox&& other) noexcept;
    SealedBox& operator=(SealedBox&& other) noexcept;
    SealedBox(const SealedBox&) = delete;
    SealedBox& operator=(const SealedBox&) = delete;

    [[nodiscard]] const QByteArray& header() const;
    /// The same key under another passphrase: what was sealed stays readable, the header is another one. Copies of the
    /// header before still open with the passphrase before. Code as make().
    [[nodiscard]] Result<SealedBox> withPassphrase(const Pin& passphrase, const SealingCost& cost = {}) const;

    /// `context` is bound to the value: it opens with the same one alone. Code: `sealed-not-made`.
    [[nodiscard]] Result<QByteArray> seal(QByteArrayView plain, QByteArrayView context) const;
    /// Code: `sealed-content-damaged` for whatever was not sealed by this key in this context.
    [[nodiscard]] Result<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const;

private:
    class Key;
    explicit SealedBox(std::unique_ptr<Key> key);

    std::unique_ptr<Key> m_key;
    QByteArray m_header;
};

/// Overwrites the bytes, in a way that no compiler leaves out, and empties the array. Bytes that a copy shares stay as
/// they are: the last one that is wiped overwrites them.
void wipe(QByteArray& bytes) noexcept;
/// The same for text.
void wipe(QString& text) noexcept;

} // namespace docsig
