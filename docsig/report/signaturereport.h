// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>

namespace docsig {

/// What was found about one part of one signature. CannotTell is the default everywhere: what was not looked at is
/// never valid.
enum class Judgement { Valid, Invalid, CannotTell };

/// What a whole file is worth.
enum class Verdict { Valid, Invalid, CannotTell, Unsigned, Unreadable };

/// The parts that are never mixed. Document: about the file and no signature's part; changes no verdict.
enum class Part { Integrity, Coverage, Trust, Time, Algorithm, Document };

/// Fault makes its part invalid, Doubt makes it "cannot tell", Note is only told.
enum class Weight { Note, Doubt, Fault };

/// How far a signature was taken (ETSI EN 319 142-1 §6). None: no PAdES baseline signature, or one whose level was not
/// looked at.
enum class Level { None, BB, BT, BLt, BLta };

/// One thing that was seen. `code` is stable and documented like an error code.
struct Finding {
    QString code;
    Part part = Part::Document;
    Weight weight = Weight::Note;
    int page = -1;  ///< 0-based, -1 where no page is concerned
    QString place;  ///< a field, an object, a certificate: for a person to find it
    QString detail; ///< technical English, never shown alone

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Makes a finding. Each code is written at exactly one place in the sources.
[[nodiscard]] inline Finding finding(const char* code, Part part, Weight weight, QString detail = {}) {
    return Finding{QString::fromLatin1(code), part, weight, -1, {}, std::move(detail)};
}

/// A certificate as people and rules need it. Names are UTF-8 as OpenSSL reads them; personal identity numbers
/// (UID=CMND:…, CCCD:…) are masked in every name.
struct CertificateFacts {
    QString commonName;
    QString organisation;
    QString organisationIdentifier; ///< 2.5.4.97, or empty
    QString title;
    QString issuerName; ///< the issuer's common name, else its organisation
    QString serialHex;  ///< lower case
    QDateTime notBefore;
    QDateTime notAfter;
    QByteArray sha256; ///< of the DER, lower-case hex
    QByteArray der;

    friend bool operator==(const CertificateFacts&, const CertificateFacts&) = default;
};

/// A time stamp as people and rules need it.
struct StampFacts {
    QDateTime time;             ///< what it says; proves something only where its path was judged valid
    QString authority;          ///< common name
    QDateTime authorityEnds;    ///< of the authority's certificate
    QString digestAlgorithm;    ///< "SHA256"…
    QString signatureAlgorithm; ///< "RSA", "RSA-PSS", "ECDSA", "EdDSA"…
    int keyBits = 0;
    QByteArray authorityDer; ///< the authority's certificate

    friend bool operator==(const StampFacts&, const StampFacts&) = default;
};

/// One signature, part by part.
struct SignatureResult {
    QString fieldName;
    QString kind = QStringLiteral("signature"); ///< "signature" or "docTimeStamp"
    int revision = 0;                           ///< index into SignatureReport::revisions of the revision that it made
    qint64 coveredBytes = 0;
    bool coversWholeFile = false;
    Judgement integrity = Judgement::CannotTell;
    Judgement coverage = Judgement::CannotTell;
    Judgement trust = Judgement::CannotTell;
    Judgement time = Judgement::CannotTell;
    Judgement algorithm = Judgement::CannotTell;
    CertificateFacts signer;
    QDateTime claimedTime;               ///< what the signer's clock said; proves nothing
    std::optional<QDateTime> provenTime; ///< from a time-stamp whose own path was judged valid
    std::optional<StampFacts> stamp;     ///< its own time stamp; of a document time stamp: itself
    Level level = Level::None;
    QString subFilter;
    QString reason;
    QString location;
    int docMdpPermission = 0; ///< 0: does not certify
    QStringList lockedFields;
    int page = -1; ///< 0-based, -1: invisible
    QRectF rect;   ///< points on the page as shown, origin lower left
    QList<Finding> findings;

    friend bool operator==(const SignatureResult&, const SignatureResult&) = default;
};

/// One revision of the file and how it is explained.
struct RevisionInfo {
    int index = 0;
    qint64 endOffset = 0;
    QString explanation; ///< revision-original, -signature, -fields-filled, -evidence, -unexplained
    QStringList details;

    friend bool operator==(const RevisionInfo&, const RevisionInfo&) = default;
};

/// All that is known about the signatures of one file.
struct SignatureReport {
    Verdict verdict = Verdict::CannotTell;
    QByteArray documentSha256; ///< of the bytes that were judged, lower-case hex
    qint64 size = 0;
    int pageCount = 0;
    QList<SignatureResult> signatures;
    QList<RevisionInfo> revisions;
    QList<Finding> findings;             ///< about the file as a whole
    QHash<QString, QString> fieldValues; ///< text fields by full name

    friend bool operator==(const SignatureReport&, const SignatureReport&) = default;
};

/// The one rule that makes a verdict: invalid if any signature's integrity, coverage, trust, time or algorithm is; else
/// cannot tell if any integrity, coverage or trust is; else valid. With `integrityOnly` trust, time and algorithm stay
/// out. A finding of the whole file counts in its part like a signature's (Part::Document never counts). A report
/// already marked Unreadable stays so; one without signatures is Unsigned.
[[nodiscard]] Verdict judge(const SignatureReport& report, bool integrityOnly);

/// The judgement that findings make of one part: any fault is invalid, else any doubt is cannot tell, else valid. To be
/// asked only for a part that was really looked at.
[[nodiscard]] Judgement judgementFrom(const QList<Finding>& findings, Part part);

} // namespace docsig
