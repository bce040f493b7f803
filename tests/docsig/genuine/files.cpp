// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docsig/genuine/files.h"

#include "tests/docsig/genuine/blob.h"
#include "tests/docsig/handmadepdf.h"

#include "docsig/cms/derwriter.h"

namespace genuine {

using namespace docsig;
using attacks::Workshop;

namespace {

const QByteArray detached = "adbe.pkcs7.detached";
const QByteArray cades = "ETSI.CAdES.detached";

/// The unsigned page with one signature in that manner.
QByteArray signedBy(const Signer& signer, const Manner& manner, const QByteArray& subFilter = cades,
                    const QByteArray& file = Workshop::plain()) {
    return Workshop::withBlob(file, subFilter,
                              [&](const QByteArray& content) { return blob(signer, content, manner); });
}

/// adbe.pkcs7.sha1 (ISO 32000-1 §12.8.3.3.1): inside is the SHA-1 of the document.
QByteArray signedSha1(const Signer& signer, Manner manner) {
    return Workshop::withBlob(Workshop::plain(), "adbe.pkcs7.sha1", [&](const QByteArray& content) {
        manner.content = hash(content, "SHA1");
        return blob(signer, content, manner);
    });
}

void addOld(QList<File>& files, const Signer& rsa) {
    Manner manner;
    manner.indefinite = true;
    files << File{"BER of indefinite length", signedBy(rsa, manner, detached), Verdict::Valid, {}, true, true};
    manner = {};
    manner.digest = "SHA1";
    files << File{"SHA-1", signedBy(rsa, manner, detached), Verdict::Valid, QStringLiteral("cms-weak-digest"), true,
                  true};
    files << File{
        "adbe.pkcs7.sha1", signedSha1(rsa, manner), Verdict::Valid, QStringLiteral("cms-weak-digest"), true, true};
    manner.indefinite = true;
    files << File{"adbe.pkcs7.sha1, BER, content in pieces", signedSha1(rsa, manner)};
    manner = {};
    manner.digest = "SHA1";
    manner.attributes = false;
    files << File{"adbe.pkcs7.sha1 without attributes", signedSha1(rsa, manner)};
    manner.digest = "SHA256";
    files << File{"adbe.pkcs7.sha1 signed with SHA-256", signedSha1(rsa, manner)};
    files << File{"no signed attributes", signedBy(rsa, manner, detached)};
    manner = {};
    manner.signingCertificate = false;
    manner.signingTime = QDateTime::currentDateTimeUtc();
    files << File{"no signing-certificate attribute", signedBy(rsa, manner, detached), Verdict::Valid,
                  QStringLiteral("cms-signing-certificate-missing")};
    manner = {};
    manner.withIssuer = false;
    files << File{"no intermediate certificate", signedBy(rsa, manner)};
}

void addRareAlgorithms(QList<File>& files, const DemoAuthority& authority, const Signer& rsa) {
    Manner manner;
    manner.value = Value::RsaPss;
    for (const int salt : {0, 20, 32, 64, 222}) {
        manner.saltLength = salt;
        files << File{"PSS, salt of " + QByteArray::number(salt), signedBy(rsa, manner)};
    }
    manner.saltLength = 64;
    manner.digest = "SHA512";
    files << File{"PSS, SHA-512", signedBy(rsa, manner)};
    manner.digest = "SHA3-256";
    files << File{"PSS, SHA3-256", signedBy(rsa, manner)};
    manner = {};
    manner.value = Value::RsaPss;
    files << File{"RSASSA-PSS certificate",
                  signedBy(makeSigner(authority, KeyForm::RsaPssOnly), manner),
                  Verdict::Valid,
                  {},
                  true,
                  true};
    files << File{"restricted RSASSA-PSS certificate",
                  signedBy(makeSigner(authority, KeyForm::RsaPssRestricted), manner)};
    manner = {};
    manner.digest = "SHA3-256";
    files << File{"SHA3-256", signedBy(rsa, manner)};
    manner = {};
    manner.digest = "RIPEMD160";
    files << File{"RIPEMD-160", signedBy(rsa, manner), Verdict::Valid, QStringLiteral("cms-weak-digest")};
}

void addCurves(QList<File>& files, const DemoAuthority& authority) {
    Manner manner;
    manner.value = Value::Ecdsa;
    const Signer brainpool = makeSigner(authority, KeyForm::Brainpool);
    const Signer elliptic = makeSigner(authority, KeyForm::P256);
    files << File{"brainpoolP256r1", signedBy(brainpool, manner), Verdict::Valid, {}, true, true};
    manner.digest = "SHA3-256";
    files << File{"ECDSA, SHA3-256", signedBy(elliptic, manner)};
    manner = {};
    manner.value = Value::PlainEcdsa;
    for (const char* digest : {"SHA1", "SHA224", "SHA256", "SHA384", "SHA512"}) {
        manner.digest = digest;
        files << File{QByteArray("plain ECDSA, ") + digest, signedBy(brainpool, manner)};
    }
    manner = {};
    manner.value = Value::EdDsa;
    manner.digest = "SHA512";
    const Signer edwards = makeSigner(authority, KeyForm::Ed448);
    files << File{"Ed25519", signedBy(makeSigner(authority, KeyForm::Ed25519), manner), Verdict::Valid, {}, true, true};
    manner.digest = "SHAKE256";
    files << File{"Ed448", signedBy(edwards, manner)};
    // RFC 8419 §2.3: id-shake256-len with the length in bits.
    manner.digestIdentifier = algorithm("2.16.840.1.101.3.4.2.18", QByteArray::fromHex("02020200"));
    files << File{"Ed448, digest with its length", signedBy(edwards, manner)};
}

/// What nobody here knows is not called changed.
void addUnknown(QList<File>& files, const Signer& rsa) {
    Manner manner;
    manner.digestIdentifier = algorithm("1.2.3.4.5.6");
    files << File{"unknown digest", signedBy(rsa, manner), Verdict::CannotTell, QStringLiteral("cms-digest-unknown"),
                  false};
    files << File{"unknown SubFilter", signedBy(rsa, {}, "adbe.x509.rsa_sha1"), Verdict::CannotTell,
                  QStringLiteral("subfilter-unknown"), false};
}

/// The profile of a government file of 2018: BER, SHA-1, the signer's certificate alone, signingTime and no
/// signing-certificate, an attribute with a string under a tag of its own, and a time stamp of 43 s before.
QByteArray governmentFile(const DemoAuthority& authority, const Signer& rsa) {
    const Signer stamper = makeSigner(authority, KeyForm::Rsa, QStringLiteral("critical,timeStamping"));
    const QDateTime claimed = QDateTime::currentDateTimeUtc().addSecs(-3600);
    Manner manner;
    manner.indefinite = true;
    manner.digest = "SHA1";
    manner.signingCertificate = false;
    manner.withIssuer = false;
    manner.signingTime = claimed;
    manner.unsignedAttributes = [&](const QByteArray& value) {
        return QList<QByteArray>{
            attribute("1.2.840.113549.1.9.16.2.10", derElement(0x81, QByteArray(68, 'q'))),
            attribute("1.2.840.113549.1.9.16.2.14", oldTimeStamp(stamper, value, claimed.addSecs(-43)))};
    };
    return Workshop::withBlob(
        Workshop::plain(), detached, [&](const QByteArray& content) { return blob(rsa, content, manner); }, {},
        claimed.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toLatin1());
}

/// The evidence of the demo authority in the catalog.
QByteArray withStore(const DemoAuthority& authority, const QByteArray& file) {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray catalog = attacks::withKey(file, attacks::Catalog, "DSS", "90 0 R");
    return attacks::update(file,
                           {{attacks::Catalog, catalog},
                            {90, "<< /Type /DSS /Certs [91 0 R] /CRLs [92 0 R 93 0 R] >>"},
                            {91, handmade::stream(authority.intermediateCertificate())},
                            {92, handmade::stream(authority.intermediateCrl(now.addDays(-1), now.addDays(7)).value())},
                            {93, handmade::stream(authority.rootCrl(now.addDays(-1), now.addDays(7)).value())}});
}

void addRevisions(QList<File>& files, Workshop& workshop, const Signer& rsa) {
    Manner manner;
    manner.withIssuer = false;
    const QByteArray store = withStore(workshop.authority(), Workshop::plain());
    files << File{"DSS before the signature", signedBy(rsa, manner, cades, store)};
    files << File{"DSS after the signature", withStore(workshop.authority(), signedBy(rsa, manner)), Verdict::Valid,
                  QStringLiteral("revision-evidence")};
    constexpr int many = 25;
    QByteArray file = workshop.signedFile();
    for (int count = 1; count < many; ++count) {
        file = workshop.countersigned(file, QStringLiteral("Signer%1").arg(count), false, true);
    }
    files << File{"25 signatures", file, Verdict::Valid, {}, true, true, many};
}

} // namespace

QList<File> files(Workshop& workshop) {
    const DemoAuthority& authority = workshop.authority();
    const Signer rsa = makeSigner(authority, KeyForm::Rsa);
    QList<File> all;
    addOld(all, rsa);
    addRareAlgorithms(all, authority, rsa);
    addCurves(all, authority);
    addUnknown(all, rsa);
    all << File{"government file of 2018",
                governmentFile(authority, rsa),
                Verdict::Valid,
                QStringLiteral("cms-weak-digest"),
                true,
                true};
    addRevisions(all, workshop, rsa);
    return all;
}

} // namespace genuine
