// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/opensslpointers.h"
#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QSet>

#include <memory>
#include <vector>

namespace docsig {

/// A certificate that is only read from now on, with what is told of it.
struct KnownCertificate {
    std::shared_ptr<X509> certificate; ///< its caches are filled: it may be read by several threads
    CertificateFacts facts;
};

/// What was parsed and checked before, so that judging the next document by the same authorities does not decode their
/// keys and check their lists again, which costs more than reading the document. Holds only what follows from the bytes
/// alone, never a judgement at a time. Private to docsig/trust. Any thread.
class KnownCertificates final {
public:
    /// The certificate of these bytes; null where they are not exactly one.
    [[nodiscard]] std::shared_ptr<const KnownCertificate> of(QByteArrayView der);
    [[nodiscard]] std::shared_ptr<const KnownCertificate> of(X509* certificate) {
        return of(derOf(certificate, i2d_X509));
    }

    /// Whether the list bears a good signature of that authority's key. Remembered for the two objects, which are kept
    /// alive for it.
    [[nodiscard]] bool isSignedBy(const std::shared_ptr<X509_CRL>& list, X509* issuer);

private:
    struct CheckedList {
        std::shared_ptr<X509_CRL> list; ///< keeps the address from meaning another list
        QByteArray issuerKey;           ///< SubjectPublicKeyInfo
        bool good = false;
    };

    QMutex m_mutex;
    QHash<QByteArray, std::shared_ptr<const KnownCertificate>> m_certificates;
    qsizetype m_bytes = 0; ///< of all keys of m_certificates
    std::vector<CheckedList> m_lists;
};

} // namespace docsig
