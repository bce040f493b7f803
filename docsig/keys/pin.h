// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>

#include <memory>

namespace docsig {

/// A PIN or a key file's password, in memory that is wiped when it ends. It cannot be copied, compared, logged or
/// stored. The caller wipes what it was made from.
class Pin final {
public:
    Pin() = default; ///< empty
    ~Pin();
    Pin(Pin&& other) noexcept;
    Pin& operator=(Pin&& other) noexcept;
    Pin(const Pin&) = delete;
    Pin& operator=(const Pin&) = delete;

    [[nodiscard]] static Pin fromString(QStringView text);
    [[nodiscard]] static Pin fromUtf8(QByteArrayView bytes);

    [[nodiscard]] QByteArrayView utf8() const noexcept;
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }

private:
    void wipe() noexcept;

    std::unique_ptr<char[]> m_bytes;
    qsizetype m_size = 0;
    qsizetype m_capacity = 0;
};

} // namespace docsig
