// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/cutcontent.h"
#include "exchange/protocol/sha256.h"

#include <QIODevice>

namespace app {

namespace {

constexpr qint64 smallestCut = 512;          // bytes; what is shorter may stay where it is
constexpr qint64 largestInline = 16LL << 20; // it is held in memory once
constexpr qsizetype mostCuts = 5'000;
constexpr qsizetype longestBreak = 2;
constexpr qsizetype decodedAtOnce = 64 * 1024; // a multiple of four

/// What stands between two tags, as long as it may be base64 in lines of one length.
class Base64Run {
public:
    /// Puts one more byte of the text, which stands at `at` in the packet.
    void add(char sign, qint64 at) {
        if (m_isOther) {
            return;
        }
        if (sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n') {
            if (m_signs > 0 && m_gap.size() <= longestBreak) {
                m_gap.append(sign);
            }
            return;
        }
        if (m_signs == 0) {
            m_from = at;
        } else if (!m_gap.isEmpty() && !endLine()) {
            m_isOther = true;
            return;
        }
        m_gap.clear();
        m_pending.append(sign);
        ++m_signs;
        ++m_lineSigns;
        if (m_pending.size() == decodedAtOnce) {
            decode();
        }
    }

    /// What the text was, once it ended.
    [[nodiscard]] std::optional<CutPiece> piece() {
        decode();
        const bool isLastTooLong = m_lineLength > 0 && m_lineSigns > m_lineLength;
        if (m_isOther || m_size < smallestCut || isLastTooLong) {
            return std::nullopt;
        }
        return CutPiece{.kind = CutPiece::Kind::Content,
                        .sha256 = m_hash.result().toHex(),
                        .size = m_size,
                        .lineLength = m_lineLength,
                        .lineBreak = m_lineBreak,
                        .from = m_from};
    }
    /// How many bytes of the packet it takes.
    [[nodiscard]] qint64 length() const {
        const qint64 breaks = m_lineLength == 0 ? 0 : (m_signs - 1) / m_lineLength;
        return m_signs + breaks * m_lineBreak.size();
    }

private:
    /// A sign follows white space: all lines before the last one are of one length and end alike.
    bool endLine() {
        if (m_lineLength == 0) {
            m_lineLength = static_cast<int>(m_lineSigns);
            m_lineBreak = m_gap;
        }
        const bool isLine = m_lineSigns == m_lineLength && m_lineLength % 4 == 0 && m_lineBreak == m_gap &&
                            (m_gap == "\n" || m_gap == "\r\n");
        m_lineSigns = 0;
        return isLine;
    }

    void decode() {
        if (m_isOther || m_pending.isEmpty()) {
            return;
        }
        const auto bytes = QByteArray::fromBase64Encoding(m_pending, QByteArray::AbortOnBase64DecodingErrors);
        // Only what is written in the one way in which it will be written again.
        if (m_isPadded || !bytes || bytes.decoded.toBase64() != m_pending) {
            m_isOther = true;
            return;
        }
        m_isPadded = m_pending.endsWith('=');
        m_hash.addData(bytes.decoded);
        m_size += bytes.decoded.size();
        m_pending.clear();
    }

    exchange::Sha256 m_hash;
    QByteArray m_pending;
    QByteArray m_gap;
    QByteArray m_lineBreak;
    qint64 m_from = 0;
    qint64 m_signs = 0;
    qint64 m_lineSigns = 0;
    qint64 m_size = 0;
    int m_lineLength = 0;
    bool m_isPadded = false;
    bool m_isOther = false;
};

} // namespace

std::optional<QList<CutPiece>> findPieces(QIODevice& packet,
                                          const std::function<bool(const QByteArray& sha256, qint64 size)>& has) {
    QList<CutPiece> pieces;
    qint64 at = 0;
    qint64 plainFrom = 0;
    std::optional<Base64Run> run;
    const auto end = [&] {
        std::optional<CutPiece> found = run ? run->piece() : std::nullopt;
        if (!found || pieces.size() >= 2 * mostCuts) {
            return;
        }
        if (!has(found->sha256, found->size)) {
            if (found->size > largestInline) {
                return;
            }
            found->kind = CutPiece::Kind::Inline;
            found->sha256.clear();
        }
        if (found->from > plainFrom) {
            pieces.append({.size = found->from - plainFrom, .from = plainFrom});
        }
        plainFrom = found->from + run->length();
        pieces.append(*found);
    };
    while (!packet.atEnd()) {
        const QByteArray chunk = packet.read(decodedAtOnce);
        if (chunk.isEmpty()) {
            return std::nullopt;
        }
        for (const char sign : chunk) {
            if (sign == '<') {
                end();
                run.reset();
            } else if (sign == '>') {
                run.emplace();
            } else if (run) {
                run->add(sign, at);
            }
            ++at;
        }
    }
    if (pieces.isEmpty()) {
        return std::nullopt;
    }
    if (at > plainFrom) {
        pieces.append({.size = at - plainFrom, .from = plainFrom});
    }
    return pieces;
}

} // namespace app
