// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/pin.h"

#include <QStringEncoder>

#include <openssl/crypto.h>

#include <algorithm>
#include <utility>

namespace docsig {

Pin::~Pin() {
    wipe();
}

Pin::Pin(Pin&& other) noexcept
    : m_bytes(std::move(other.m_bytes))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0)) {}

Pin& Pin::operator=(Pin&& other) noexcept {
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

Pin Pin::fromString(QStringView text) {
    // Encoded straight into the memory that is wiped, so that no temporary keeps a copy.
    Pin pin;
    QStringEncoder encode(QStringEncoder::Utf8);
    pin.m_capacity = encode.requiredSpace(text.size());
    pin.m_bytes = std::make_unique<char[]>(static_cast<std::size_t>(pin.m_capacity));
    pin.m_size = encode.appendToBuffer(pin.m_bytes.get(), text) - pin.m_bytes.get();
    return pin;
}

Pin Pin::fromUtf8(QByteArrayView bytes) {
    Pin pin;
    pin.m_capacity = bytes.size();
    pin.m_bytes = std::make_unique<char[]>(static_cast<std::size_t>(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), pin.m_bytes.get());
    pin.m_size = bytes.size();
    return pin;
}

QByteArrayView Pin::utf8() const noexcept {
    return {m_bytes.get(), m_size};
}

void Pin::wipe() noexcept {
    if (m_bytes) {
        OPENSSL_cleanse(m_bytes.get(), static_cast<std::size_t>(m_capacity));
    }
    m_bytes.reset();
    m_size = 0;
    m_capacity = 0;
}

} // namespace docsig
