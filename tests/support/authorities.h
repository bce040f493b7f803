// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/demoauthority.h"
#include "docsig/trust/evidencesource.h"
#include "tests/support/ocspresponder.h"
#include "tests/support/timestamper.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <mutex>

namespace support {

/// What goes wrong at one address.
enum class EvidenceFault {
    None,
    HttpError,    ///< status 500
    Garbage,      ///< status 200 and no DER
    Oversize,     ///< 20 MiB of zeros
    Hangs,        ///< nothing is ever answered; in memory: until told to stop
    Refused,      ///< the protocol's own refusal (RFC 3161 rejection, OCSP tryLater)
    OtherNonce,   ///< of a time stamp
    OtherImprint, ///< of a time stamp
    Broken,       ///< signed, and changed after
};

/// A demo authority's services: a time-stamp authority, OCSP responders (delegates), lists and issuers' certificates,
/// at the paths of DemoAuthority::create(). Thread-safe once made; the authority must outlive it and not be changed
/// while somebody asks.
class Authorities final {
public:
    struct Answer {
        int status = 200;
        QByteArray body{};
        bool hangs = false;
    };

    static constexpr const char* stampPath = "/tsa";

    /// `now`: what its clock says.
    Authorities(docsig::DemoAuthority& authority, const QDateTime& now);

    [[nodiscard]] Answer answer(const QByteArray& path, const QByteArray& body) const;

    /// As it was made: no faults, no answers of the test's own, delegates that answer.
    void restore(const QDateTime& now);
    void setNow(const QDateTime& now);
    /// The time-stamp authority gets a new certificate, issued at that time.
    void renewStamper(const QDateTime& now);
    /// `path` as in the address: "/tsa", "/ocsp/trung-gian", "/trung-gian.crl"…
    void setFault(const QByteArray& path, EvidenceFault fault);
    /// What is answered there instead, whatever is asked.
    void setAnswer(const QByteArray& path, const QByteArray& body);
    /// Who answers OCSP and how; thisUpdate, nextUpdate and revokedAt are filled in.
    void setOcspManner(docsig::DemoLevel level, const OcspManner& manner);

    [[nodiscard]] const docsig::DemoKey& stamper() const { return m_stamper; }

private:
    [[nodiscard]] Answer sound(const QByteArray& path, const QByteArray& body, EvidenceFault fault) const;
    [[nodiscard]] QByteArray ocsp(docsig::DemoLevel level, const QByteArray& body) const;

    docsig::DemoAuthority& m_authority;
    docsig::DemoKey m_stamper;
    docsig::DemoKey m_rootResponder;
    docsig::DemoKey m_intermediateResponder;
    OcspManner m_root;
    OcspManner m_intermediate;
    QDateTime m_now;
    QHash<QByteArray, EvidenceFault> m_faults;
    QHash<QByteArray, QByteArray> m_answers;
    mutable std::mutex m_guard;
};

/// The same without a socket: asks Authorities by the path of the address, whatever its host. Thread-safe.
class MemoryEvidence final : public docsig::EvidenceSource {
public:
    explicit MemoryEvidence(const Authorities& authorities)
        : m_authorities(authorities) {}

    /// Codes of the test's own: test-http-error, test-stopped.
    [[nodiscard]] docsig::Result<QByteArray> fetch(const docsig::EvidenceQuery& query, std::stop_token stop) override;

    /// The paths that were asked, in order.
    [[nodiscard]] QList<QByteArray> asked() const;

private:
    const Authorities& m_authorities;
    mutable std::mutex m_guard;
    QList<QByteArray> m_asked;
};

} // namespace support
