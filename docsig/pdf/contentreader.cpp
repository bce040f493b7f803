// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/contentreader.h"

#include "docsig/pdf/parser.h"

namespace docsig::pdf {

namespace {

constexpr qsizetype mostOperands = 1000;

bool beginsValue(char letter) {
    return (letter >= '0' && letter <= '9') || QByteArrayView("+-.(<[/").contains(letter);
}

} // namespace

QByteArray ContentReader::word() {
    const qsizetype begin = m_position;
    while (m_position < m_bytes.size() && !isSpace(m_bytes[m_position]) && !isDelimiter(m_bytes[m_position])) {
        ++m_position;
    }
    return m_bytes.sliced(begin, m_position - begin).toByteArray();
}

std::optional<Value> ContentReader::operand() {
    Parser parser(m_bytes, m_position);
    const auto value = parser.value();
    m_position = parser.position();
    // Nothing is indirect in a content stream.
    return value && value->asReference() == nullptr ? value : std::nullopt;
}

std::optional<Instruction> ContentReader::next() {
    Instruction instruction;
    while (!m_failed) {
        Parser parser(m_bytes, m_position);
        parser.skipSpace();
        m_position = parser.position();
        if (m_position >= m_bytes.size()) {
            return instruction.operands.isEmpty() ? std::nullopt : giveUp();
        }
        if (beginsValue(m_bytes[m_position])) {
            const auto value = operand();
            if (!value || instruction.operands.size() >= mostOperands) {
                return giveUp();
            }
            instruction.operands << *value;
            continue;
        }
        instruction.name = word();
        if (instruction.name.isEmpty()) {
            return giveUp();
        }
        if (instruction.name == "true" || instruction.name == "false" || instruction.name == "null") {
            instruction.operands << (instruction.name == "null" ? Value() : Value(instruction.name == "true"));
            continue;
        }
        return instruction.name == "BI" ? inlineImage() : instruction;
    }
    return std::nullopt;
}

std::optional<Instruction> ContentReader::inlineImage() {
    Dictionary image;
    while (true) {
        Parser parser(m_bytes, m_position);
        parser.skipSpace();
        m_position = parser.position();
        if (m_position >= m_bytes.size()) {
            return giveUp();
        }
        if (m_bytes[m_position] != '/') {
            break;
        }
        const auto key = operand();
        Parser before(m_bytes, m_position);
        before.skipSpace();
        m_position = before.position();
        const auto value = m_position < m_bytes.size() ? operand() : std::nullopt;
        if (!key || key->asName() == nullptr || !value) {
            return giveUp();
        }
        image.insert(key->asName()->text, *value);
    }
    if (word() != "ID") {
        return giveUp();
    }
    // The data have no length: "EI" between white space ends them (§8.9.7).
    for (qsizetype at = m_position + 1; at + 2 < m_bytes.size(); ++at) {
        const bool ends = isSpace(m_bytes[at]) && m_bytes[at + 1] == 'E' && m_bytes[at + 2] == 'I' &&
                          (at + 3 == m_bytes.size() || isSpace(m_bytes[at + 3]));
        if (ends) {
            m_position = at + 3;
            return Instruction{"BI", {Value(image)}};
        }
    }
    return giveUp();
}

} // namespace docsig::pdf
