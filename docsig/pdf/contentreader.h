// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/value.h"

#include <optional>

namespace docsig::pdf {

/// One instruction of a content stream with its operands; of an inline image ("BI") the one operand is its dictionary,
/// with the keys as they are written.
struct Instruction {
    QByteArray name;
    Array operands;
};

/// Reads a content stream (ISO 32000-1 §7.8.2) instruction by instruction; the bytes are somebody else's. It knows no
/// meaning: a name that is no operator is given like any other.
class ContentReader {
public:
    explicit ContentReader(QByteArrayView bytes)
        : m_bytes(bytes) {}

    /// Nothing at the end, and where the stream can't be read on: failed() tells which.
    [[nodiscard]] std::optional<Instruction> next();
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    [[nodiscard]] std::optional<Instruction> inlineImage();
    [[nodiscard]] std::optional<Value> operand();
    [[nodiscard]] QByteArray word();
    std::nullopt_t giveUp() {
        m_failed = true;
        return std::nullopt;
    }

    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    bool m_failed = false;
};

} // namespace docsig::pdf
