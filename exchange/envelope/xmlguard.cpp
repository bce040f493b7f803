// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/xmlguard.h"

#include <QRegularExpression>

#include <cstring>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

std::unexpected<Error> encodingRefused(const QString& detail) {
    return fail("packet-encoding", detail);
}

constexpr qsizetype longestDeclaration = 256; // an honest one has 60 bytes

/// An XML declaration names its encoding; only UTF-8 is taken, because other decoders hide what the guard looks for.
Result<void> checkDeclaration(const QByteArray& declaration) {
    static const QRegularExpression encoding(u"\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']"_s);
    const auto found = encoding.match(QString::fromLatin1(declaration));
    if (found.hasMatch() && found.captured(1).compare("utf-8"_L1, Qt::CaseInsensitive) != 0 &&
        found.captured(1).compare("utf8"_L1, Qt::CaseInsensitive) != 0) {
        return encodingRefused(u"declared encoding "_s + found.captured(1).left(40));
    }
    return {};
}

} // namespace

XmlGuard::XmlGuard(const ReaderLimits& limits)
    : m_limits(limits) {}

std::unexpected<Error> XmlGuard::documentTypeRefused() {
    return fail("packet-dtd", u"the packet has a document type declaration"_s);
}

Result<void> XmlGuard::look(QByteArrayView bytes) {
    if (!m_started) {
        if (auto judged = lookAtStart(bytes); !judged) {
            return judged;
        }
    }
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    while (at != end) {
        if (m_state == State::Text || m_state == State::CData) {
            // The long runs are text: jump to what could end them.
            const char wanted = m_state == State::Text ? '<' : '>';
            const auto left = static_cast<size_t>(end - at);
            const void* found = std::memchr(at, wanted, left);
            const char* next = found == nullptr ? end : static_cast<const char*>(found);
            if (m_state == State::CData && next != at) {
                m_beforeLast = next - at > 1 ? next[-2] : m_last;
                m_last = next[-1];
            }
            at = next;
            if (at == end) {
                break;
            }
        }
        if (auto stepped = step(*at); !stepped) {
            return stepped;
        }
        ++at;
    }
    return {};
}

Result<void> XmlGuard::lookAtStart(QByteArrayView bytes) {
    m_start.append(bytes.first(std::min<qsizetype>(bytes.size(), 4)));
    if (m_start.size() < 2) {
        return {};
    }
    m_started = true;
    // UTF-16 and UTF-32 have a zero byte or a mark of their own among the first bytes.
    const auto first = static_cast<unsigned char>(m_start.at(0));
    if (first == 0xFE || first == 0xFF || m_start.contains('\0')) {
        return encodingRefused(u"not UTF-8 by its first bytes"_s);
    }
    m_start.clear();
    return {};
}

Result<void> XmlGuard::step(char byte) {
    if (m_state != State::Text && m_state != State::CData && ++m_length > m_limits.tagBytes) {
        if (m_state != State::Comment || m_length > m_limits.textBytes) {
            return fail("packet-tag-too-long",
                        u"a tag, comment or instruction of more than %1 bytes"_s.arg(m_length - 1));
        }
    }
    switch (m_state) {
    case State::Text:
        m_state = State::TagOpen; // the byte is '<'
        m_length = 0;
        break;
    case State::TagOpen:
        m_attributes = 0;
        m_head.clear();
        m_last = m_beforeLast = 0;
        m_isDeclaration = false;
        m_state = byte == '!' ? State::Bang : byte == '?' ? State::Instruction : byte == '>' ? State::Text : State::Tag;
        break;
    case State::Tag:
        if (byte == '>') {
            m_state = State::Text;
        } else if (byte == '"' || byte == '\'') {
            m_quote = byte;
            m_state = State::Quoted;
        } else if (byte == '=' && ++m_attributes > m_limits.attributes) {
            return fail("packet-too-many-attributes", u"an element has more than %1"_s.arg(m_limits.attributes));
        }
        break;
    case State::Quoted:
        if (byte == m_quote) {
            m_state = State::Tag;
        }
        break;
    case State::Bang:
        return bang(byte);
    case State::CData:
        // Only reached at a '>': the section ends where two brackets stand before it.
        if (m_last == ']' && m_beforeLast == ']') {
            m_state = State::Text;
        }
        m_beforeLast = m_last;
        m_last = byte;
        break;
    case State::Comment:
        if (byte == '>' && m_last == '-' && m_beforeLast == '-') {
            m_state = State::Text;
        }
        m_beforeLast = m_last;
        m_last = byte;
        break;
    case State::Instruction:
        return instruction(byte);
    }
    return {};
}

Result<void> XmlGuard::bang(char byte) {
    m_head.append(byte);
    if (m_head == "--") {
        m_state = State::Comment;
        m_last = m_beforeLast = 0;
    } else if (m_head == "[CDATA[") {
        m_state = State::CData;
        m_last = m_beforeLast = 0;
    } else if (!QByteArrayView("--").startsWith(m_head) && !QByteArrayView("[CDATA[").startsWith(m_head)) {
        return documentTypeRefused();
    }
    return {};
}

Result<void> XmlGuard::instruction(char byte) {
    if (m_head.size() < longestDeclaration) {
        m_head.append(byte);
        m_isDeclaration = m_head.startsWith("xml ") || m_head.startsWith("xml\t") || m_head.startsWith("xml\n") ||
                          m_head.startsWith("xml\r");
    } else if (m_isDeclaration) {
        // What stands behind would not be looked at.
        return encodingRefused(u"a declaration of more than %1 bytes"_s.arg(longestDeclaration));
    }
    if (byte == '>' && m_last == '?') {
        m_state = State::Text;
        if (m_isDeclaration) {
            return checkDeclaration(m_head);
        }
    }
    m_last = byte;
    return {};
}

} // namespace exchange
