// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/certificate.h"
#include "docsig/trust/revocation.h"
#include "docsig/trust/trustcontents.h"
#include "docsig/trust/truststore.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostOthers = 64;
constexpr int longestPath = 10;

void freeShared(STACK_OF(X509) * stack) {
    sk_X509_free(stack);
}

void freeOwned(STACK_OF(X509) * stack) {
    sk_X509_pop_free(stack, X509_free);
}

using BorrowedStack = std::unique_ptr<STACK_OF(X509), Freeing<freeShared>>;
using OwnedStack = std::unique_ptr<STACK_OF(X509), Freeing<freeOwned>>;
using Context = std::unique_ptr<X509_STORE_CTX, Freeing<X509_STORE_CTX_free>>;

/// One complaint of OpenSSL's path validation.
struct Complaint {
    int error = X509_V_OK;
    int depth = 0;

    friend bool operator==(const Complaint&, const Complaint&) = default;
};

int complaintsIndex() {
    static const int index = X509_STORE_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

/// Collects every complaint and goes on: all findings are reported, not only the first.
int collect(int good, X509_STORE_CTX* context) {
    if (good == 0) {
        auto* complaints = static_cast<QList<Complaint>*>(X509_STORE_CTX_get_ex_data(context, complaintsIndex()));
        const Complaint one{X509_STORE_CTX_get_error(context), X509_STORE_CTX_get_error_depth(context)};
        if (!complaints->contains(one)) {
            complaints->append(one);
        }
    }
    return 1;
}

/// One question about one path.
class PathJudge final {
public:
    PathJudge(const TrustStore::Private& store, const QDateTime& at, bool timeProven)
        : m_store(store)
        , m_at(at.isValid() ? at : QDateTime::currentDateTimeUtc())
        , m_timeProven(timeProven && at.isValid()) {}

    PathJudgement judge(X509* leaf, const QList<QByteArray>& others, Purpose purpose);

private:
    void build(X509* leaf, const QList<QByteArray>& others);
    void classify();
    void complain(const Complaint& complaint);
    void outsideValidity(bool ended, int depth);
    void checkPurpose(X509* leaf, Purpose purpose);
    void checkRevocation();
    void note(Finding one, int depth);
    [[nodiscard]] X509* certificateAt(int depth) const;

    const TrustStore::Private& m_store;
    QDateTime m_at;
    bool m_timeProven;
    OwnedStack m_path;
    QList<Complaint> m_complaints;
    PathJudgement m_result;
};

X509* PathJudge::certificateAt(int depth) const {
    return m_path && depth >= 0 && depth < sk_X509_num(m_path.get()) ? sk_X509_value(m_path.get(), depth) : nullptr;
}

void PathJudge::note(Finding one, int depth) {
    if (const X509* certificate = certificateAt(depth)) {
        one.place = maskPersonalNumbers(entryOf(X509_get_subject_name(certificate), "2.5.4.3"));
    }
    m_result.findings.append(std::move(one));
}

void PathJudge::build(X509* leaf, const QList<QByteArray>& others) {
    const BorrowedStack roots(sk_X509_new_null());
    for (const SharedCertificate& root : m_store.roots) {
        sk_X509_push(roots.get(), root.get());
    }
    std::vector<X509Certificate> parsed;
    const BorrowedStack helpers(sk_X509_new_null());
    for (const QByteArray& der : others.first(qMin(others.size(), mostOthers))) {
        if (X509Certificate one = parseCertificate(der)) {
            sk_X509_push(helpers.get(), one.get());
            parsed.push_back(std::move(one));
        }
    }
    for (const SharedCertificate& one : m_store.intermediates) {
        sk_X509_push(helpers.get(), one.get());
    }
    const Context context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), nullptr, leaf, helpers.get()) != 1) {
        m_complaints.append({X509_V_ERR_UNSPECIFIED, 0});
        return;
    }
    X509_STORE_CTX_set0_trusted_stack(context.get(), roots.get());
    X509_STORE_CTX_set_ex_data(context.get(), complaintsIndex(), &m_complaints);
    X509_STORE_CTX_set_verify_cb(context.get(), collect);
    X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_depth(parameters, longestPath);
    X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(m_at.toSecsSinceEpoch()));
    // Revocation and purpose have rules of our own, below; OpenSSL builds the path and checks its signatures.
    if (X509_verify_cert(context.get()) < 0 && m_complaints.isEmpty()) {
        m_complaints.append({X509_V_ERR_UNSPECIFIED, 0});
    }
    m_path.reset(X509_STORE_CTX_get1_chain(context.get()));
}

void PathJudge::outsideValidity(bool ended, int depth) {
    // At a proven time the certificate was surely not good; without proof the signature may be older than the end.
    const Weight weight = m_timeProven ? Weight::Fault : Weight::Doubt;
    const X509* certificate = certificateAt(depth);
    const QString asked = m_at.toString(Qt::ISODate);
    if (ended) {
        const QDateTime end = certificate != nullptr ? timeOf(X509_get0_notAfter(certificate)) : QDateTime();
        note(finding("certificate-expired", Part::Trust, weight, end.toString(Qt::ISODate) + u" < "_s + asked), depth);
        return;
    }
    const QDateTime start = certificate != nullptr ? timeOf(X509_get0_notBefore(certificate)) : QDateTime();
    note(finding("certificate-not-yet-valid", Part::Trust, weight, start.toString(Qt::ISODate) + u" > "_s + asked),
         depth);
}

void PathJudge::complain(const Complaint& complaint) {
    switch (complaint.error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        outsideValidity(true, complaint.depth);
        return;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        outsideValidity(false, complaint.depth);
        return;
    default:
        note(finding("path-broken", Part::Trust, Weight::Fault,
                     QString::fromLatin1(X509_verify_cert_error_string(complaint.error))),
             complaint.depth);
    }
}

void PathJudge::classify() {
    // All of these say one thing: the path does not end at a root that is trusted here.
    static constexpr std::array noRoot{X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
                                       X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
                                       X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
                                       X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
                                       X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE,
                                       X509_V_ERR_CERT_UNTRUSTED,
                                       X509_V_ERR_CERT_CHAIN_TOO_LONG};
    bool rootKnown = true;
    for (const Complaint& complaint : std::as_const(m_complaints)) {
        if (std::find(noRoot.begin(), noRoot.end(), complaint.error) != noRoot.end()) {
            rootKnown = false;
        } else {
            complain(complaint);
        }
    }
    if (!rootKnown || !m_path) {
        const int top = m_path ? sk_X509_num(m_path.get()) - 1 : 0;
        note(finding("path-unknown-root", Part::Trust, Weight::Doubt), top);
        return;
    }
    checkRevocation();
}

void PathJudge::checkPurpose(X509* leaf, Purpose purpose) {
    const quint32 flags = X509_get_extension_flags(leaf);
    const quint32 usage = X509_get_key_usage(leaf);
    bool fitting = (flags & EXFLAG_KUSAGE) == 0 || (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
    if ((flags & EXFLAG_XKUSAGE) != 0 || purpose == Purpose::TimeStamping) {
        const quint32 extended = (flags & EXFLAG_XKUSAGE) != 0 ? X509_get_extended_key_usage(leaf) : 0;
        // A certificate that names only purposes of machines is not a person's or an office's to sign with.
        constexpr quint32 machines = XKU_SSL_SERVER | XKU_CODE_SIGN | XKU_OCSP_SIGN | XKU_TIMESTAMP | XKU_DVCS;
        const bool onlyMachines = extended != 0 && (extended & ~machines) == 0;
        // Purposes that OpenSSL has no bit for (document signing of Adobe, Microsoft, RFC 9336) leave `extended` as it
        // is.
        const auto count = [leaf] {
            const std::unique_ptr<EXTENDED_KEY_USAGE, Freeing<EXTENDED_KEY_USAGE_free>> all(
                static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(leaf, NID_ext_key_usage, nullptr, nullptr)));
            return all ? static_cast<quint32>(sk_ASN1_OBJECT_num(all.get())) : 0U;
        };
        fitting = fitting && (purpose == Purpose::TimeStamping ? (extended & XKU_TIMESTAMP) != 0
                                                               : !onlyMachines || count() > qPopulationCount(extended));
    }
    if (!fitting) {
        note(
            finding("certificate-wrong-purpose", Part::Trust, Weight::Fault,
                    u"key usage 0x%1, extended 0x%2"_s.arg(usage, 0, 16).arg(X509_get_extended_key_usage(leaf), 0, 16)),
            0);
    }
}

void PathJudge::checkRevocation() {
    // The last one is the root: nobody revokes it but whoever keeps the store.
    for (int depth = 0; depth + 1 < sk_X509_num(m_path.get()); ++depth) {
        const RevocationAnswer answer =
            revocationOf(certificateAt(depth), certificateAt(depth + 1), m_store.lists, m_at);
        const QString when = answer.when.toString(Qt::ISODate);
        switch (answer.state) {
        case Revocation::Good:
            break;
        case Revocation::RevokedLater:
            note(finding("certificate-revoked-later", Part::Trust, Weight::Note, when), depth);
            break;
        case Revocation::Revoked:
            note(finding("certificate-revoked", Part::Trust, Weight::Fault, when), depth);
            break;
        case Revocation::Stale:
            note(finding("revocation-stale", Part::Trust, Weight::Doubt, when), depth);
            break;
        case Revocation::Unknown:
            note(finding("revocation-unknown", Part::Trust, Weight::Doubt), depth);
            break;
        }
    }
}

PathJudgement PathJudge::judge(X509* leaf, const QList<QByteArray>& others, Purpose purpose) {
    build(leaf, others);
    classify();
    checkPurpose(leaf, purpose);
    for (int i = 0; m_path && i < sk_X509_num(m_path.get()); ++i) {
        if (const auto facts = describe(derOf(sk_X509_value(m_path.get(), i), i2d_X509))) {
            m_result.path.append(*facts);
        }
    }
    m_result.trust = judgementFrom(m_result.findings, Part::Trust);
    ERR_clear_error();
    return std::move(m_result);
}

} // namespace

PathJudgement judgePath(QByteArrayView leaf, const QList<QByteArray>& others, const TrustStore& store,
                        const QDateTime& at, Purpose purpose, bool timeProven) {
    const X509Certificate certificate = parseCertificate(leaf);
    if (!certificate) {
        PathJudgement unread;
        unread.findings.append(finding("certificate-unreadable", Part::Trust, Weight::Doubt));
        return unread;
    }
    return PathJudge(store.contents(), at, timeProven).judge(certificate.get(), others, purpose);
}

} // namespace docsig
