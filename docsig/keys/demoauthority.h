// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/pin.h"
#include "docsig/keys/signingkey.h"
#include "docsig/report/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace docsig {

/// A person's certificate in the demo world.
struct DemoPerson {
    QString commonName;
    QString title;
    QString organisation;
};

/// An office's seal: common name and organisation are the office's name, 2.5.4.97 its OrganId.
struct DemoSeal {
    QString officeName;
    QString organId;
};

/// What is wrong with a certificate that a test wants.
enum class DemoFlaw { None, Expired, NotYetValid, WrongUsage };

/// Who signs.
enum class DemoLevel { Root, Intermediate };

/// The curve of an elliptic key.
enum class DemoCurve { P256, P384 };

/// A key with its certificate and the certificates above it (without the root).
struct DemoKey {
    QByteArray certificate;    ///< DER
    QByteArray privateKey;     ///< PKCS#8 DER, not encrypted: demo keys alone
    QList<QByteArray> issuers; ///< DER, nearest first
    KeyKind kind = KeyKind::Rsa;

    /// As PKCS#12 under the PIN (AES-256, 2048 rounds: a demo must open fast).
    [[nodiscard]] Result<QByteArray> toPkcs12(const Pin& pin) const;
    /// Writes toPkcs12() to a file that only its owner can read.
    [[nodiscard]] Result<void> writePkcs12(const QString& path, const Pin& pin) const;
};

/// A certificate authority for the demo world and for tests: a root, an intermediate, persons, seals, revocation lists.
/// Every subject says "BẢN THỬ" so that nobody takes one for real. The authority's own keys are elliptic (fast), those
/// that it issues RSA-2048 unless asked otherwise: that is what offices have. Keys live in memory unless save() is
/// called. One thread at a time.
class DemoAuthority final {
public:
    /// Makes root and intermediate, valid from one year before `now` to twenty years after.
    /// With an `evidenceAddress` ("http://127.0.0.1:1234") certificates say where issuers, lists and OCSP are to be
    /// had: …/goc.der, …/goc.crl, …/ocsp/goc of the root, …/trung-gian.der, …/trung-gian.crl, …/ocsp/trung-gian of the
    /// intermediate. Without one they name a list at a place that is nowhere.
    [[nodiscard]] static Result<DemoAuthority> create(const QDateTime& now, const QString& name = {},
                                                      const QString& evidenceAddress = {});
    /// Takes up an authority that save() wrote.
    [[nodiscard]] static Result<DemoAuthority> load(const QString& directory);

    ~DemoAuthority();
    DemoAuthority(DemoAuthority&&) noexcept;
    DemoAuthority& operator=(DemoAuthority&&) noexcept;

    /// Two years from a day before `now` (Expired: ended a month before, NotYetValid: begins a month after).
    [[nodiscard]] Result<DemoKey> issuePerson(const DemoPerson& person, DemoFlaw flaw = DemoFlaw::None,
                                              KeyKind kind = KeyKind::Rsa, DemoCurve curve = DemoCurve::P256);
    [[nodiscard]] Result<DemoKey> issueSeal(const DemoSeal& seal, DemoFlaw flaw = DemoFlaw::None,
                                            KeyKind kind = KeyKind::Rsa);
    /// A time-stamping certificate (extended key usage timeStamping alone, critical).
    [[nodiscard]] Result<DemoKey> issueTimeStamper(const QString& commonName);
    /// What is issued from now on begins at that time, as if the authority had lived on.
    void moveTo(const QDateTime& now);

    /// A certificate for answering OCSP in the issuer's place, elliptic; `noCheck`: nobody need ask about itself.
    [[nodiscard]] Result<DemoKey> issueOcspResponder(DemoLevel issuer, bool noCheck = true);
    /// The authority's own key, for a test that makes what no authority makes.
    [[nodiscard]] DemoKey issuerKey(DemoLevel level) const;

    /// The next list of its issuer names this certificate as revoked, or as suspended, at that time.
    void revoke(const QByteArray& certificateDer, const QDateTime& when, bool onHold = false);
    /// When the certificate with that serial number (as `describe()` writes it) was revoked.
    [[nodiscard]] std::optional<QDateTime> revokedAt(const QString& serialHex) const;

    [[nodiscard]] QByteArray rootCertificate() const;         ///< DER
    [[nodiscard]] QByteArray intermediateCertificate() const; ///< DER
    [[nodiscard]] Result<QByteArray> rootCrl(const QDateTime& thisUpdate, const QDateTime& nextUpdate) const;
    [[nodiscard]] Result<QByteArray> intermediateCrl(const QDateTime& thisUpdate, const QDateTime& nextUpdate) const;

    /// Writes roots/, intermediates/ and crls/ (lists good for ten years) as TrustStore::load() reads them.
    [[nodiscard]] Result<void> writeTrustFolder(const QString& directory) const;
    /// Keeps the authority with its keys (mode 0600) for a later load(); revocations are not kept.
    [[nodiscard]] Result<void> save(const QString& directory) const;

private:
    struct Private;
    explicit DemoAuthority(std::unique_ptr<Private> privateData);

    std::unique_ptr<Private> d;
};

} // namespace docsig
