// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/pathbuilder.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <array>

namespace docsig {

namespace {

constexpr qsizetype mostOthers = 64;
constexpr int longestPath = 10;

void freeShared(STACK_OF(X509) * stack) {
    sk_X509_free(stack);
}

using BorrowedStack = std::unique_ptr<STACK_OF(X509), Freeing<freeShared>>;
using Context = std::unique_ptr<X509_STORE_CTX, Freeing<X509_STORE_CTX_free>>;

int complaintsIndex() {
    static const int index = X509_STORE_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

/// Collects every complaint and goes on: all findings are reported, not only the first.
int collect(int good, X509_STORE_CTX* context) {
    if (good == 0) {
        auto* complaints = static_cast<QList<PathComplaint>*>(X509_STORE_CTX_get_ex_data(context, complaintsIndex()));
        const PathComplaint one{X509_STORE_CTX_get_error(context), X509_STORE_CTX_get_error_depth(context)};
        if (!complaints->contains(one)) {
            complaints->append(one);
        }
    }
    return 1;
}

/// All of these say one thing: the path does not end at a root that is trusted here.
bool saysNoRoot(const PathComplaint& complaint) {
    static constexpr std::array noRoot{X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
                                       X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
                                       X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
                                       X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
                                       X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE,
                                       X509_V_ERR_CERT_UNTRUSTED,
                                       X509_V_ERR_CERT_CHAIN_TOO_LONG};
    return std::ranges::find(noRoot, complaint.error) != noRoot.end();
}

} // namespace

CertificatePath buildPath(X509* leaf, const QList<QByteArray>& others, const TrustStore::Private& store,
                          const QDateTime& at) {
    CertificatePath path;
    const BorrowedStack roots(sk_X509_new_null());
    for (const SharedCertificate& root : store.roots) {
        sk_X509_push(roots.get(), root.get());
    }
    std::vector<std::shared_ptr<const KnownCertificate>> parsed;
    const BorrowedStack helpers(sk_X509_new_null());
    for (const QByteArray& der : others.first(qMin(others.size(), mostOthers))) {
        if (auto one = store.known->of(der)) {
            sk_X509_push(helpers.get(), one->certificate.get());
            parsed.push_back(std::move(one));
        }
    }
    for (const SharedCertificate& one : store.intermediates) {
        sk_X509_push(helpers.get(), one.get());
    }
    const Context context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), nullptr, leaf, helpers.get()) != 1) {
        path.complaints.append({X509_V_ERR_UNSPECIFIED, 0});
        return path;
    }
    X509_STORE_CTX_set0_trusted_stack(context.get(), roots.get());
    X509_STORE_CTX_set_ex_data(context.get(), complaintsIndex(), &path.complaints);
    X509_STORE_CTX_set_verify_cb(context.get(), collect);
    X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_depth(parameters, longestPath);
    // A trusted list names issuing authorities, too: an anchor need not be self-signed.
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(at.toSecsSinceEpoch()));
    // Revocation and purpose have rules of our own; OpenSSL builds the path and checks its signatures.
    if (X509_verify_cert(context.get()) < 0 && path.complaints.isEmpty()) {
        path.complaints.append({X509_V_ERR_UNSPECIFIED, 0});
    }
    path.certificates.reset(X509_STORE_CTX_get1_chain(context.get()));
    path.reachesRoot = path.size() > 0 && path.complaints.removeIf(saysNoRoot) == 0;
    ERR_clear_error();
    return path;
}

} // namespace docsig
