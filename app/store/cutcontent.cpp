// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/cutcontent.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QByteArray cutHeadLine = "congvan cut 1\n";
constexpr qint64 longestDescription = 4 << 20;
constexpr qsizetype mostCutPieces = 20'000;
constexpr qint64 largestPiece = 4LL << 30;
constexpr int longestCutLine = 1 << 20;
constexpr qint64 copiedAtOnce = 48 * 1024; // a multiple of three: base64 of it ends without padding

using CutResult = std::expected<void, CutFault>;

QJsonObject toJson(const CutPiece& piece) {
    switch (piece.kind) {
    case CutPiece::Kind::Plain:
        break;
    case CutPiece::Kind::Content:
        return {{u"content"_s, QString::fromLatin1(piece.sha256)},
                {u"size"_s, piece.size},
                {u"line"_s, piece.lineLength},
                {u"break"_s, QString::fromLatin1(piece.lineBreak)}};
    case CutPiece::Kind::Inline:
        return {{u"inline"_s, true},
                {u"size"_s, piece.size},
                {u"line"_s, piece.lineLength},
                {u"break"_s, QString::fromLatin1(piece.lineBreak)}};
    }
    return {{u"size"_s, piece.size}};
}

std::optional<CutPiece> pieceOf(const QJsonObject& object) {
    CutPiece piece{.sha256 = object.value("content"_L1).toString().toLatin1(),
                   .size = object.value("size"_L1).toInteger(-1),
                   .lineLength = object.value("line"_L1).toInt(),
                   .lineBreak = object.value("break"_L1).toString().toLatin1()};
    if (object.contains("content"_L1)) {
        piece.kind = CutPiece::Kind::Content;
    } else if (object.contains("inline"_L1)) {
        piece.kind = CutPiece::Kind::Inline;
    }
    const bool isLine = piece.lineLength == 0 ||
                        (piece.lineLength > 0 && piece.lineLength % 4 == 0 && piece.lineLength <= longestCutLine &&
                         (piece.lineBreak == "\n" || piece.lineBreak == "\r\n"));
    if (piece.size < 0 || piece.size > largestPiece || !isLine) {
        return std::nullopt;
    }
    return piece;
}

/// The head of a cut; the device stands behind it afterwards.
std::optional<QList<CutPiece>> readCutHead(QIODevice& cut) {
    if (cut.read(cutHeadLine.size()) != cutHeadLine) {
        return std::nullopt;
    }
    const QByteArray description = cut.readLine(longestDescription);
    const QJsonArray listed = QJsonDocument::fromJson(description).array();
    if (!description.endsWith('\n') || listed.isEmpty() || listed.size() > mostCutPieces) {
        return std::nullopt;
    }
    QList<CutPiece> pieces;
    for (const QJsonValue& value : listed) {
        const std::optional<CutPiece> piece = pieceOf(value.toObject());
        if (!piece) {
            return std::nullopt;
        }
        pieces.append(*piece);
    }
    return pieces;
}

/// Copies, perhaps into base64, exactly so many bytes.
class PieceCopy {
public:
    PieceCopy(QIODevice& from, QIODevice& to)
        : m_from(from)
        , m_to(to) {}

    CutResult plain(qint64 size) {
        return each(size, copiedAtOnce, [](const QByteArray& bytes, bool) { return bytes; });
    }

    CutResult base64(const CutPiece& piece) {
        if (piece.lineLength == 0) {
            return each(piece.size, copiedAtOnce, [](const QByteArray& bytes, bool) { return bytes.toBase64(); });
        }
        const qint64 bytesOfLine = piece.lineLength / 4 * 3;
        const qint64 lines = qMax(qint64(1), copiedAtOnce / bytesOfLine);
        return each(piece.size, lines * bytesOfLine, [&](const QByteArray& bytes, bool isLast) {
            const QByteArray text = bytes.toBase64();
            QByteArray broken;
            broken.reserve(text.size() + (text.size() / piece.lineLength + 1) * piece.lineBreak.size());
            for (qsizetype at = 0; at < text.size(); at += piece.lineLength) {
                broken += text.mid(at, piece.lineLength);
                if (!isLast || at + piece.lineLength < text.size()) {
                    broken += piece.lineBreak;
                }
            }
            return broken;
        });
    }

private:
    CutResult each(qint64 size, qint64 atOnce, const auto& shape) {
        for (qint64 left = size; left > 0;) {
            const QByteArray bytes = readFully(qMin(left, atOnce));
            if (bytes.isEmpty()) {
                return std::unexpected(CutFault::Unreadable);
            }
            left -= bytes.size();
            const QByteArray out = shape(bytes, left == 0);
            if (m_to.write(out) != out.size()) {
                return std::unexpected(CutFault::NotWritten);
            }
        }
        return {};
    }

    /// Empty where there are not so many.
    QByteArray readFully(qint64 size) {
        QByteArray bytes(size, Qt::Uninitialized);
        for (qint64 got = 0; got < size;) {
            const qint64 step = m_from.read(bytes.data() + got, size - got);
            if (step <= 0) {
                return {};
            }
            got += step;
        }
        return bytes;
    }

    QIODevice& m_from;
    QIODevice& m_to;
};

qint64 base64Size(const CutPiece& piece) {
    const qint64 signs = (piece.size + 2) / 3 * 4;
    const qint64 breaks = piece.lineLength == 0 || signs == 0 ? 0 : (signs - 1) / piece.lineLength;
    return signs + breaks * piece.lineBreak.size();
}

qint64 sizeInPacket(const CutPiece& piece) {
    return piece.kind == CutPiece::Kind::Plain ? piece.size : base64Size(piece);
}

/// The bytes of an attachment that stay in the cut, decoded from the packet.
CutResult writeInline(QIODevice& packet, const CutPiece& piece, QIODevice& cut) {
    QByteArray text = packet.read(base64Size(piece)); // no longer than findPieces allows
    text.replace('\r', QByteArray()).replace('\n', QByteArray());
    const QByteArray bytes = QByteArray::fromBase64(text);
    if (bytes.size() != piece.size) {
        return std::unexpected(CutFault::Unreadable);
    }
    return cut.write(bytes) == bytes.size() ? CutResult() : std::unexpected(CutFault::NotWritten);
}

} // namespace

CutResult writeCut(QIODevice& packet, const QList<CutPiece>& pieces, QIODevice& cut) {
    QJsonArray listed;
    for (const CutPiece& piece : pieces) {
        listed.append(toJson(piece));
    }
    const QByteArray head = cutHeadLine + QJsonDocument(listed).toJson(QJsonDocument::Compact) + '\n';
    if (cut.write(head) != head.size()) {
        return std::unexpected(CutFault::NotWritten);
    }
    for (const CutPiece& piece : pieces) {
        if (piece.kind == CutPiece::Kind::Content) {
            continue;
        }
        if (!packet.seek(piece.from)) {
            return std::unexpected(CutFault::Unreadable);
        }
        const CutResult written = piece.kind == CutPiece::Kind::Plain ? PieceCopy(packet, cut).plain(piece.size)
                                                                      : writeInline(packet, piece, cut);
        if (!written) {
            return written;
        }
    }
    return {};
}

CutResult putTogether(QIODevice& cut,
                      const std::function<std::unique_ptr<QIODevice>(const QByteArray& sha256)>& content,
                      QIODevice& packet) {
    const std::optional<QList<CutPiece>> pieces = readCutHead(cut);
    if (!pieces) {
        return std::unexpected(CutFault::Damaged);
    }
    for (const CutPiece& piece : *pieces) {
        CutResult done;
        if (piece.kind == CutPiece::Kind::Content) {
            const std::unique_ptr<QIODevice> source = content(piece.sha256);
            if (!source) {
                return std::unexpected(CutFault::Unreadable);
            }
            done = PieceCopy(*source, packet).base64(piece);
        } else if (piece.kind == CutPiece::Kind::Inline) {
            done = PieceCopy(cut, packet).base64(piece);
        } else {
            done = PieceCopy(cut, packet).plain(piece.size);
        }
        if (!done) {
            return done;
        }
    }
    return {};
}

std::optional<qint64> sizeOfCut(QIODevice& cut) {
    const std::optional<QList<CutPiece>> pieces = readCutHead(cut);
    if (!pieces) {
        return std::nullopt;
    }
    qint64 size = 0;
    for (const CutPiece& piece : *pieces) {
        size += sizeInPacket(piece);
    }
    return size;
}

} // namespace app
