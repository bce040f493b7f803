// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace docsig {

/// How the bytes in /Contents are to be read, by the signature's SubFilter.
enum class CmsForm {
    Detached,      ///< adbe.pkcs7.detached
    EnvelopedSha1, ///< adbe.pkcs7.sha1: the content is the SHA-1 of the ByteRange
    Cades,         ///< ETSI.CAdES.detached
    TimeStamp,     ///< ETSI.RFC3161: a time-stamp token over the ByteRange
};

/// The form that a SubFilter names; nothing for one that is not supported (adbe.x509.rsa_sha1 and unknown ones).
[[nodiscard]] std::optional<CmsForm> cmsFormOf(const QString& subFilter);

/// What a CMS blob says and whether its arithmetic holds. No certificate path is judged here.
struct CmsReading {
    Judgement integrity = Judgement::CannotTell; ///< digest of the content and raw signature
    Judgement algorithm = Judgement::CannotTell; ///< valid with a note where it is weak and old (SHA-1)
    QByteArray signerCertificate;                ///< DER; empty where the blob does not carry it
    QList<QByteArray> certificates;              ///< DER, all of the blob, at most 64
    QString digestAlgorithm;                     ///< "SHA256"… or the dotted OID of an unknown one
    QString signatureAlgorithm;                  ///< "RSA", "RSA-PSS", "ECDSA", "EdDSA" or the dotted OID
    int keyBits = 0;                             ///< of the signer's key
    QByteArray messageDigest;                    ///< as the signed attribute states it
    QByteArray signatureValue;                   ///< raw; what a signature time-stamp stamps
    bool signingCertificateMatches = false; ///< signing-certificate (v1 or v2) is there and names signerCertificate
    QDateTime claimedTime;                  ///< the attribute signingTime; null where absent
    std::optional<QDateTime> stampedTime;   ///< genTime of a TimeStamp form; proves nothing before its path is judged
    QByteArray timeStampToken;              ///< unsigned attribute signatureTimeStampToken, DER or BER; empty: none
    QList<QByteArray> revocationLists;      ///< CRLs beside the signer info, which nothing signs; DER, at most 64
    QList<QByteArray> archivedLists;        ///< CRLs of the signed attribute adbe-revocationInfoArchival, the same
    QList<QByteArray> archivedResponses;    ///< OCSPResponse of that attribute, DER, not looked into, at most 64
    QList<Finding> findings;                ///< parts Integrity, Algorithm, Time; place is left to the caller
};

/// Reads the bytes of /Contents (DER or BER; trailing zero bytes are padding, anything else behind is a finding; at
/// most 4 MiB) and checks them against the content's parts (those that the ByteRange names). Never throws; every
/// failure is a finding. A time-stamp token in the unsigned attributes is only handed out: readCms(token,
/// CmsForm::TimeStamp, {signatureValue}) judges it. `passed` is called behind each part that was hashed, for the caller
/// who wants to let it go. Any thread.
[[nodiscard]] CmsReading readCms(QByteArrayView contents, CmsForm form, const QList<QByteArrayView>& parts,
                                 const std::function<void()>& passed = {});

/// Reads a time-stamp token of which only the stamped digest is at hand, not the bytes that it was made of. The caller
/// knows by which algorithm. Like readCms() otherwise.
[[nodiscard]] CmsReading readStampOverDigest(QByteArrayView token, QByteArrayView imprint);

} // namespace docsig
