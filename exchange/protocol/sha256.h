// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

class QIODevice;

namespace exchange {

/// SHA-256 of bytes that come in pieces. By OpenSSL, which uses what the processor has for it: QCryptographicHash of
/// Qt 6.4 is portable C, several times slower, and every packet and content is hashed at least once. Not shared between
/// threads; movable.
class Sha256 final {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&& other) noexcept;
    Sha256& operator=(Sha256&& other) noexcept;

    void addData(QByteArrayView bytes);
    /// The rest of a device; false where it can't be read.
    [[nodiscard]] bool addFrom(QIODevice& device);
    /// Of all bytes so far, 32 bytes; more may be added behind.
    [[nodiscard]] QByteArray result() const;

    [[nodiscard]] static QByteArray hash(QByteArrayView bytes);

private:
    struct Freeing {
        void operator()(void* context) const noexcept;
    };
    std::unique_ptr<void, Freeing> m_context;
};

} // namespace exchange
