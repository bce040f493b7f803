// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/packetreader.h"
#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QByteArrayView>

namespace exchange {

/// Stands before the XML parser and sees every byte first. It knows just enough of XML to find tags, and refuses what
/// the parser would choke on before it could stop: another encoding than UTF-8, any `<!…>` declaration (a DTD, and with
/// it every entity), tags of thousands of attributes (libxml2 2.9 needs seconds for them) and endless tags, comments
/// and instructions.
class XmlGuard {
public:
    explicit XmlGuard(const ReaderLimits& limits);

    /// Looks at the next bytes of the packet, in order.
    [[nodiscard]] Result<void> look(QByteArrayView bytes);

    /// The refusal of a DTD; the parser's own callback uses it as well.
    [[nodiscard]] static std::unexpected<Error> documentTypeRefused();

private:
    enum class State { Text, TagOpen, Tag, Quoted, Bang, CData, Comment, Instruction };

    [[nodiscard]] Result<void> lookAtStart(QByteArrayView bytes);
    [[nodiscard]] Result<void> step(char byte);
    [[nodiscard]] Result<void> bang(char byte);
    [[nodiscard]] Result<void> instruction(char byte);

    ReaderLimits m_limits;
    State m_state = State::Text;
    QByteArray m_start;     ///< the first bytes, until the encoding is known
    bool m_started = false; ///< the first bytes have been judged
    QByteArray m_head;      ///< what a `<!` or `<?` began with
    qint64 m_length = 0;    ///< of the tag, comment or instruction so far
    int m_attributes = 0;
    char m_quote = 0;
    char m_last = 0;
    char m_beforeLast = 0;
    bool m_isDeclaration = false; ///< inside `<?xml … ?>`
};

} // namespace exchange
