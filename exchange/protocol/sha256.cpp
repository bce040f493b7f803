// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/sha256.h"

#include <QIODevice>

#include <openssl/evp.h>

#include <new>

namespace exchange {

namespace {

constexpr qsizetype pieceSize = 256 * 1024;

EVP_MD_CTX* contextOf(void* context) {
    return static_cast<EVP_MD_CTX*>(context);
}

/// Hashing fails for want of memory alone, and then nothing may go on as if it had been hashed.
void mustHold(bool done) {
    if (!done) {
        throw std::bad_alloc();
    }
}

} // namespace

void Sha256::Freeing::operator()(void* context) const noexcept {
    EVP_MD_CTX_free(contextOf(context));
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new()) {
    mustHold(m_context && EVP_DigestInit_ex(contextOf(m_context.get()), EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&& other) noexcept = default;
Sha256& Sha256::operator=(Sha256&& other) noexcept = default;

void Sha256::addData(QByteArrayView bytes) {
    mustHold(EVP_DigestUpdate(contextOf(m_context.get()), bytes.data(), static_cast<std::size_t>(bytes.size())) == 1);
}

bool Sha256::addFrom(QIODevice& device) {
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (;;) {
        const qint64 size = device.read(piece.data(), piece.size());
        if (size <= 0) {
            return size == 0 && device.atEnd();
        }
        addData(QByteArrayView(piece.constData(), size));
    }
}

QByteArray Sha256::result() const {
    const std::unique_ptr<void, Freeing> copy(EVP_MD_CTX_new());
    QByteArray value(32, '\0');
    mustHold(copy && EVP_MD_CTX_copy_ex(contextOf(copy.get()), contextOf(m_context.get())) == 1 &&
             EVP_DigestFinal_ex(contextOf(copy.get()), reinterpret_cast<unsigned char*>(value.data()), nullptr) == 1);
    return value;
}

QByteArray Sha256::hash(QByteArrayView bytes) {
    Sha256 hash;
    hash.addData(bytes);
    return hash.result();
}

} // namespace exchange
