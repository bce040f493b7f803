// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace exchange {

/// Packets up to this size can carry a signature: XMLDSig needs the whole tree in memory.
inline constexpr qint64 largestSignedPacket = 20 * 1000 * 1000;

/// What is known of the signature of a packet. It says who closed the envelope, nothing about the documents inside,
/// whose own signatures carry the legal weight.
struct PacketSignature {
    enum class State {
        None,
        Unchecked, ///< there is one, and it can't be told whether it holds; see `reason`
        Valid,     ///< the packet is as it was signed with the key of `certificate`; whose that is, is not judged here
        Wrong,     ///< the packet was changed, or signed with another key
    };
    State state = State::None;
    Error reason;           ///< of Unchecked and Wrong
    QByteArray certificate; ///< DER; of Valid and Wrong
    QString algorithm;      ///< as the packet names it, the last part of the address: "rsa-sha256"
};

/// Checks the one ds:Signature of a packet: XMLDSig core, enveloped, over the whole packet, so that what was read is
/// what was signed and nothing can be moved out of its reach. Refused as an attack (Result is an error): several
/// signatures (packet-signature-several), one that stands elsewhere than in the header (packet-signature-misplaced),
/// one that is not over the whole packet or brings transforms of its own (packet-signature-not-whole), one without its
/// parts (packet-signature-incomplete) or with others (packet-signature-extra), one that needs no private key
/// (packet-signature-hmac). `packet` has been read by PacketReader before: it is UTF-8 without a DTD, within limits.
/// Blocking; any thread.
[[nodiscard]] Result<PacketSignature> checkPacketSignature(QByteArrayView packet);

/// What is said of one that is above largestSignedPacket, or comes over a line without an end.
[[nodiscard]] PacketSignature tooLargeToCheck();

/// Who signs packets: a token, a file, a remote service. The exchange knows no key. Used by one thread at a time.
class PacketSigner {
public:
    PacketSigner() = default;
    virtual ~PacketSigner() = default;
    PacketSigner(const PacketSigner&) = delete;
    PacketSigner& operator=(const PacketSigner&) = delete;

    /// DER, the signer's own certificate first.
    [[nodiscard]] virtual QList<QByteArray> chain() const = 0;
    [[nodiscard]] virtual bool isElliptic() const = 0;
    /// Signs the message with SHA-256: the raw value of RSASSA-PKCS1-v1_5, or the DER of an ECDSA signature.
    [[nodiscard]] virtual Result<QByteArray> sign(QByteArrayView message) = 0;
};

/// The packet with an enveloped signature at the end of its header (XMLDSig 1.1, RSA-SHA256 or ECDSA-SHA256, exclusive
/// canonical XML), nothing else changed. What was made is checked before it is given out. `packet` is one of our own
/// writer; anything else is refused under the limits of the reader. Codes: packet-too-large-to-sign,
/// packet-signed-already, packet-not-signed, and the signer's own.
[[nodiscard]] Result<QByteArray> signPacket(const QByteArray& packet, PacketSigner& signer);

/// Makes xmlsec ready, once in the life of a program and before a second thread might use it. Programs call it at their
/// start; without, the first check does.
bool prepareXmlSignatures();

} // namespace exchange
