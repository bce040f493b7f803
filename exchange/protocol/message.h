// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace exchange {

// Every SHA-256 in exchange is 64 lower-case hexadecimal digits, as text, in a QByteArray.
//
// A mailbox is named by who reads it: an agency "H99.01" (its OrganId), a person "H99.01/lan", a unit "H99.01/unit:vp".
// A stream is named "<word>/<OrganId>/<rest>" (for example "book/H99.01/outgoing-2026"): only accounts of that agency
// may create it. Streams "packet/<sha256>" belong to the hub alone; see ExchangeServer::sendPacket().

/// The head of one message in a stream. Headers form a chain: each one carries the hash of the one before, so a payload
/// can be erased while who, when and why stay provable.
struct MessageHeader {
    QString stream;
    qint64 sequence = 0;       ///< from 1, without holes
    QString kind;              ///< "edoc", "status" (packets between offices) or "office" (our vocabulary)
    QString messageId;         ///< a UUID made by the author: the key by which a message sent twice is stored once
    QString author;            ///< the account that appended it, for example "H99.01/lan"
    QString authorAgency;      ///< OrganId of the author's agency
    QDateTime time;            ///< UTC, the hub's clock, milliseconds
    QByteArray payloadSha256;  ///< of the payload's bytes
    QByteArray attachedSha256; ///< of cites and joining participants, see attachedHash()
    QByteArray previousHeaderSha256; ///< empty for sequence 1
    /// The role that the hub's directory gave the author when it took the message ("clerk", "leader", …, "left"): who
    /// could do what is judged by it, at every desk alike. Empty: the hub knew none, or knew of no roles then; the hash
    /// is the one of before there were roles.
    QString authorRole{};

    friend bool operator==(const MessageHeader&, const MessageHeader&) = default;
};

/// SHA-256 (hex) over a canonical, length-prefixed writing of every field of the header.
[[nodiscard]] QByteArray headerHash(const MessageHeader& header);

/// SHA-256 (hex) over the cited contents and the participants that join with a message, in their order.
[[nodiscard]] QByteArray attachedHash(const QList<QByteArray>& cites, const QStringList& participants);

/// SHA-256 of bytes as 64 lower-case hexadecimal digits.
[[nodiscard]] QByteArray sha256Hex(const QByteArray& bytes);

/// True for 64 lower-case hexadecimal digits and nothing else.
[[nodiscard]] bool isSha256Hex(const QByteArray& text);

struct Message {
    MessageHeader header;
    QByteArray payload;       ///< XML, opaque here; empty where it was erased
    QList<QByteArray> cites;  ///< SHA-256 of contents (packets, PDFs) that the message speaks of
    QStringList participants; ///< mailboxes that take part in the stream from this message on
    bool erased = false;      ///< the hub no longer keeps the payload (recall, disposal, law); its hash stays

    friend bool operator==(const Message&, const Message&) = default;
};

/// A pointer in a mailbox's feed. Cursors only grow; a client keeps the last one that it has stored.
struct FeedEntry {
    qint64 cursor = 0;
    QString stream;
    qint64 sequence = 0;

    friend bool operator==(const FeedEntry&, const FeedEntry&) = default;
};

/// The most that a hub takes as the payload of one message; what is larger travels as content and is cited.
inline constexpr qint64 maximumPayloadBytes = 1024 * 1024;

/// What a client asks to be written at one place of one stream.
struct Append {
    QString stream;
    qint64 expectedSequence = 0; ///< the place; 1 creates the stream. Taken already: "append-conflict"
    QString kind;                ///< "office" from clients; packets go by sendPacket()
    QString messageId;           ///< UUID; keep it over retries and over a rebase
    QByteArray payload;          ///< at most maximumPayloadBytes
    QList<QByteArray> cites;     ///< contents uploaded by this account or readable to it
    QStringList participants;    ///< mailboxes of the own agency that take part from now on
    QByteArray lastSeenHead;     ///< headerHash() of the last message seen in this stream; empty: none, or unknown

    friend bool operator==(const Append&, const Append&) = default;
};

/// The hub has stored the message durably under this header.
struct AppendReceipt {
    MessageHeader header;

    friend bool operator==(const AppendReceipt&, const AppendReceipt&) = default;
};

} // namespace exchange
