// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <expected>
#include <functional>
#include <memory>
#include <optional>

class QIODevice;

namespace app {

/// A packet holds its attachments once more, in base64 (RFC 4648 §4). Where an attachment lies in the store by itself,
/// the packet is kept as a cut: what stands around the attachments, and where which of them belongs. The bytes come
/// back as they were, since a cut is only made where they do. What is kept of the packet is packed (`packing.h`),
/// unless it is large; cuts from before are not, and are read as they are.
struct CutPiece {
    enum class Kind {
        Plain,   ///< bytes of the packet as they are
        Content, ///< base64 of a content of the store
        Inline,  ///< base64 of bytes that lie in the cut itself: an attachment that is kept in another form
    };
    Kind kind = Kind::Plain;
    QByteArray sha256{};    ///< of the content
    qint64 size = 0;        ///< of the bytes, without their base64
    int lineLength = 0;     ///< signs in a line of base64; 0 where it is one line
    QByteArray lineBreak{}; ///< between two lines
    qint64 from = 0;        ///< where the piece begins in the packet; known only while it is cut

    friend bool operator==(const CutPiece&, const CutPiece&) = default;
};

/// What went wrong on the way: what is kept, the device that is read, or the one that is written.
enum class CutFault { Damaged, Unreadable, NotWritten };

/// Looks through a packet for what can be cut out of it. `has` tells whether the store holds a content of that hash and
/// size. Reads in pieces: memory does not grow with the packet. Nothing where nothing can be cut out.
[[nodiscard]] std::optional<QList<CutPiece>>
findPieces(QIODevice& packet, const std::function<bool(const QByteArray& sha256, qint64 size)>& has);

/// Writes the cut of a packet.
[[nodiscard]] std::expected<void, CutFault> writeCut(QIODevice& packet, const QList<CutPiece>& pieces, QIODevice& cut);

/// Puts the packet together again. `content` opens one of the store. The caller compares the hash of what comes out.
[[nodiscard]] std::expected<void, CutFault>
putTogether(QIODevice& cut, const std::function<std::unique_ptr<QIODevice>(const QByteArray& sha256)>& content,
            QIODevice& packet);

/// How many bytes the packet has; nothing where the cut is damaged.
[[nodiscard]] std::optional<qint64> sizeOfCut(QIODevice& cut);

} // namespace app
