// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/cutcontent.h"

#include "app/store/packing.h"

#include <QBuffer>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// A cut begins with one of these; behind the second one all of it is packed.
const QByteArray cutHeadLine = "congvan cut 1\n";
const QByteArray packedHeadLine = "congvan cut 2\n";
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

/// The bytes of a cut, in whichever form it is kept.
class OpenCut {
public:
    explicit OpenCut(QIODevice& file)
        : m_file(file) {
        const QByteArray head = file.read(cutHeadLine.size());
        m_isSound = head == cutHeadLine || (head == packedHeadLine && unpack());
    }
    OpenCut(const OpenCut&) = delete;
    OpenCut& operator=(const OpenCut&) = delete;

    [[nodiscard]] bool isSound() const { return m_isSound; }
    [[nodiscard]] QIODevice& device() { return m_unpacked.isOpen() ? m_unpacked : m_file; }

private:
    [[nodiscard]] bool unpack() {
        const std::optional<QByteArray> bytes =
            m_file.size() <= 2 * mostUnpacked() ? unpacked(m_file.readAll()) : std::nullopt;
        if (!bytes) {
            return false;
        }
        m_unpacked.setData(*bytes);
        return m_unpacked.open(QIODevice::ReadOnly);
    }

    QIODevice& m_file;
    QBuffer m_unpacked;
    bool m_isSound = false;
};

/// What a cut consists of; the device stands behind it afterwards.
std::optional<QList<CutPiece>> readDescription(QIODevice& cut) {
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

qint64 keptBytes(const QList<CutPiece>& pieces) {
    qint64 kept = 0;
    for (const CutPiece& piece : pieces) {
        kept += piece.kind == CutPiece::Kind::Content ? 0 : piece.size;
    }
    return kept;
}

CutResult writeKept(QIODevice& packet, const QList<CutPiece>& pieces, QIODevice& cut) {
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

CutResult writeAll(QIODevice& cut, const QByteArray& bytes) {
    return cut.write(bytes) == bytes.size() ? CutResult() : std::unexpected(CutFault::NotWritten);
}

} // namespace

CutResult writeCut(QIODevice& packet, const QList<CutPiece>& pieces, QIODevice& cut) {
    QJsonArray listed;
    for (const CutPiece& piece : pieces) {
        listed.append(toJson(piece));
    }
    const QByteArray description = QJsonDocument(listed).toJson(QJsonDocument::Compact) + '\n';
    constexpr qint64 largestPacked = 1 << 20; // what is larger is no envelope, and is copied in pieces
    if (description.size() + keptBytes(pieces) > largestPacked) {
        const CutResult begun = writeAll(cut, cutHeadLine + description);
        return begun ? writeKept(packet, pieces, cut) : begun;
    }
    QBuffer plain;
    plain.open(QIODevice::WriteOnly);
    plain.write(description);
    const CutResult gathered = writeKept(packet, pieces, plain);
    return gathered ? writeAll(cut, packedHeadLine + packed(plain.data())) : gathered;
}

CutResult putTogether(QIODevice& cut,
                      const std::function<std::unique_ptr<QIODevice>(const QByteArray& sha256)>& content,
                      QIODevice& packet) {
    OpenCut open(cut);
    QIODevice& kept = open.device();
    const std::optional<QList<CutPiece>> pieces = open.isSound() ? readDescription(kept) : std::nullopt;
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
            done = PieceCopy(kept, packet).base64(piece);
        } else {
            done = PieceCopy(kept, packet).plain(piece.size);
        }
        if (!done) {
            return done;
        }
    }
    return {};
}

std::optional<qint64> sizeOfCut(QIODevice& cut) {
    OpenCut open(cut);
    const std::optional<QList<CutPiece>> pieces = open.isSound() ? readDescription(open.device()) : std::nullopt;
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
