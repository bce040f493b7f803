// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/cms/cmspointers.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>

#include <optional>

namespace docsig {

/// The attributes of one signer info, as values. Private to docsig/cms.
class SignerAttributes final {
public:
    /// `signer` must outlive this object.
    explicit SignerAttributes(const CMS_SignerInfo* signer);

    /// False: the signature is over the content itself.
    [[nodiscard]] bool areSigned() const { return !m_signed.isEmpty(); }
    /// What the signature is over: the signed attributes as a SET OF in DER's order, and in the file's own order.
    [[nodiscard]] QByteArray inDerOrder() const;
    [[nodiscard]] QByteArray inFileOrder() const;

    /// How often a signed attribute is there.
    [[nodiscard]] int count(int nid) const;
    /// Empty where it is absent, repeated or of another type.
    [[nodiscard]] QByteArray messageDigest() const;
    [[nodiscard]] QByteArray contentType() const; ///< the OID's DER content
    [[nodiscard]] QDateTime signingTime() const;
    [[nodiscard]] QByteArray revocationArchive() const; ///< adbe-revocationInfoArchival, DER

    /// The first certificate of signing-certificate-v2, else of signing-certificate: whether it is that one. Nothing
    /// where neither attribute is there.
    [[nodiscard]] std::optional<bool> namesCertificate(const QByteArray& der) const;

    /// The unsigned attribute signature-time-stamp; empty where it is absent.
    [[nodiscard]] QByteArray timeStampToken() const;

private:
    [[nodiscard]] const ASN1_STRING* single(int nid, int type) const;
    [[nodiscard]] QByteArray bytes(int nid, int type) const;

    const CMS_SignerInfo* m_signer;
    QList<QByteArray> m_signed;
};

} // namespace docsig
