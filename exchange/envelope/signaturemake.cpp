// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/packetsignature.h"
#include "exchange/envelope/signaturetree.h"
#include "exchange/envelope/xmlborder.h"
#include "exchange/protocol/sha256.h"

#include <QBuffer>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype coordinateBytes = 32; // of P-256, the one curve whose keys sign with SHA-256

/// SignedInfo as exclusive canonical XML writes it, so that what is signed is what stands in the packet: no blanks, no
/// empty-element tags, the one namespace where it is first used.
QByteArray signedInfo(const QByteArray& digest, const QByteArray& method) {
    return "<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
           "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">"
           "</ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#" +
           method +
           "\"></ds:SignatureMethod><ds:Reference URI=\"\"><ds:Transforms>"
           "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"></ds:Transform>"
           "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform></ds:Transforms>"
           "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>"
           "<ds:DigestValue>" +
           digest.toBase64() + "</ds:DigestValue></ds:Reference></ds:SignedInfo>";
}

/// One INTEGER of a DER ECDSA-Sig-Value, as so many bytes without sign; empty where it does not fit.
QByteArray coordinate(QByteArrayView der, qsizetype& at) {
    if (der.size() - at < 2 || der[at] != 0x02 || der[at + 1] < 0 || der.size() - at - 2 < der[at + 1]) {
        return {};
    }
    QByteArrayView value = der.sliced(at + 2, der[at + 1]);
    at += 2 + value.size();
    while (value.size() > 1 && value.front() == 0) {
        value = value.sliced(1);
    }
    return value.size() > coordinateBytes ? QByteArray() : value.toByteArray().rightJustified(coordinateBytes, '\0');
}

/// XMLDSig 1.1 §6.4.3: r and s one behind the other, not the DER of X9.62.
QByteArray plainEcdsa(QByteArrayView der) {
    qsizetype at = 2;
    if (der.size() < 8 || der[0] != 0x30 || der[1] != der.size() - 2) {
        return {};
    }
    const QByteArray r = coordinate(der, at);
    const QByteArray s = coordinate(der, at);
    return r.isEmpty() || s.isEmpty() || at != der.size() ? QByteArray() : r + s;
}

std::unexpected<Error> notSigned(const QString& why) {
    return fail("packet-not-signed", why);
}

} // namespace

Result<QByteArray> signPacket(const QByteArray& packet, PacketSigner& signer) {
    static const QByteArray headerEnd("</edXML:edXMLHeader>");
    const qsizetype place = packet.indexOf(headerEnd);
    const QList<QByteArray> chain = signer.chain();
    qsizetype room = 8 * 1024;
    for (const QByteArray& certificate : chain) {
        room += certificate.size() * 2;
    }
    if (packet.size() + room > largestSignedPacket) {
        return fail("packet-too-large-to-sign", QString::number(packet.size()));
    }
    // The tree's parser has no limits of ours: what it is given was read under them before, as every packet is.
    QBuffer buffer;
    buffer.setData(packet);
    buffer.open(QIODevice::ReadOnly);
    if (const auto readable = readXml(buffer, {}, ReadUntil::End, nullptr); !readable) {
        return notSigned(readable.error().code);
    }
    const XmlDocument document = treeOfPacket(packet);
    if (!document || place < 0 || chain.isEmpty()) {
        return notSigned(u"not a packet of our writer, or no certificate"_s);
    }
    const auto parts = signatureParts(document.get());
    if (!parts || parts->signature != nullptr) {
        return fail("packet-signed-already");
    }
    const QByteArray digest = Sha256::hash(canonicalForm(document.get()));
    const QByteArray information = signedInfo(digest, signer.isElliptic() ? "ecdsa-sha256" : "rsa-sha256");
    const auto raw = signer.sign(information);
    if (!raw) {
        return std::unexpected(raw.error());
    }
    const QByteArray value = signer.isElliptic() ? plainEcdsa(*raw) : *raw;
    QByteArray element = "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">" + information +
                         "<ds:SignatureValue>" + value.toBase64() + "</ds:SignatureValue><ds:KeyInfo><ds:X509Data>";
    for (const QByteArray& certificate : chain) {
        element += "<ds:X509Certificate>" + certificate.toBase64() + "</ds:X509Certificate>";
    }
    element += "</ds:X509Data></ds:KeyInfo></ds:Signature>";
    QByteArray made = packet;
    made.insert(place, element);
    const auto checked = checkPacketSignature(made);
    if (!checked || checked->state != PacketSignature::State::Valid || checked->certificate != chain.first()) {
        return notSigned(u"what was made does not hold"_s);
    }
    return made;
}

} // namespace exchange
