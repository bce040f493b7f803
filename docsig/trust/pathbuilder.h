// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/trust/trustcontents.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace docsig {

/// Gives back what a stack of certificates holds.
inline void freeCertificateStack(STACK_OF(X509) * stack) {
    sk_X509_pop_free(stack, X509_free);
}

/// One complaint of OpenSSL's path validation.
struct PathComplaint {
    int error = X509_V_OK;
    int depth = 0;

    friend bool operator==(const PathComplaint&, const PathComplaint&) = default;
};

/// The path from a certificate upwards, as far as it could be built, and all that is wrong with it. Private to
/// docsig/trust.
struct CertificatePath {
    std::unique_ptr<STACK_OF(X509), Freeing<freeCertificateStack>> certificates; ///< leaf first; may be null
    QList<PathComplaint> complaints; ///< those that say "no trusted root" are left out
    bool reachesRoot = false;        ///< ends at a root of the store

    [[nodiscard]] int size() const { return certificates ? sk_X509_num(certificates.get()) : 0; }
    /// Null outside the path.
    [[nodiscard]] X509* at(int depth) const {
        return depth >= 0 && depth < size() ? sk_X509_value(certificates.get(), depth) : nullptr;
    }
};

/// Builds it from the store's roots, the store's intermediates and at most 64 others, at most 10 certificates long, and
/// checks its signatures, validity at `at` and constraints. Revocation and purpose are not looked at.
[[nodiscard]] CertificatePath buildPath(X509* leaf, const QList<QByteArray>& others, const TrustStore::Private& store,
                                        const QDateTime& at);

} // namespace docsig
