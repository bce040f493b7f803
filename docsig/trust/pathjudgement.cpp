// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/keys/certificate.h"
#include "docsig/trust/pathbuilder.h"
#include "docsig/trust/revocation.h"
#include "docsig/trust/trustcontents.h"
#include "docsig/trust/truststore.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One question about one path.
class PathJudge final {
public:
    PathJudge(const TrustStore::Private& store, const QDateTime& at, bool timeProven, const TrustPolicy& policy)
        : m_store(store)
        , m_policy(policy)
        , m_at(at.isValid() ? at : QDateTime::currentDateTimeUtc())
        , m_timeProven(timeProven && at.isValid()) {}

    PathJudgement judge(X509* leaf, const QList<QByteArray>& others, Purpose purpose);

private:
    void classify();
    void complain(const PathComplaint& complaint);
    void outsideValidity(bool ended, int depth);
    void checkPurpose(X509* leaf, Purpose purpose);
    void checkRevocation();
    void checkServices();
    void note(Finding one, int depth);

    const TrustStore::Private& m_store;
    TrustPolicy m_policy;
    QDateTime m_at;
    bool m_timeProven;
    CertificatePath m_path;
    PathJudgement m_result;
};

void PathJudge::note(Finding one, int depth) {
    if (const X509* certificate = m_path.at(depth)) {
        one.place = maskPersonalNumbers(entryOf(X509_get_subject_name(certificate), "2.5.4.3"));
    }
    m_result.findings.append(std::move(one));
}

void PathJudge::outsideValidity(bool ended, int depth) {
    // At a proven time the certificate was surely not good; without proof the signature may be older than the end.
    const Weight weight = m_timeProven ? Weight::Fault : Weight::Doubt;
    const X509* certificate = m_path.at(depth);
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

void PathJudge::complain(const PathComplaint& complaint) {
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
    for (const PathComplaint& complaint : std::as_const(m_path.complaints)) {
        complain(complaint);
    }
    if (!m_path.reachesRoot) {
        note(finding("path-unknown-root", Part::Trust, Weight::Doubt), qMax(m_path.size() - 1, 0));
        return;
    }
    checkRevocation();
    checkServices();
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
    for (int depth = 0; depth + 1 < m_path.size(); ++depth) {
        const RevocationAnswer answer = revocationOf(m_path.at(depth), m_path.at(depth + 1), m_store, m_at, m_policy);
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

void PathJudge::checkServices() {
    // EN 319 102-1 §5.1.4 and TS 119 612: an anchor counts while its service is approved. One that was not at that time
    // leaves the path without an anchor, which is "indeterminate", no fault of the signature.
    for (int depth = 0; depth < m_path.size(); ++depth) {
        const QList<ListedService> listed = m_store.services.value(m_result.path.value(depth).sha256);
        QString word = u"not listed yet"_s;
        bool granted = listed.isEmpty();
        bool outdated = !listed.isEmpty();
        for (const ListedService& one : listed) {
            const auto status = one.service.statusAt(m_at);
            granted = granted || (status && status->granted);
            word = status ? status->word + u' ' + status->from.toString(Qt::ISODate) : word;
            outdated = outdated && one.nextUpdate.isValid() && one.nextUpdate < m_at;
        }
        if (!granted) {
            note(finding("trust-service-not-granted", Part::Trust, Weight::Doubt, word), depth);
        } else if (outdated) {
            note(finding("trust-service-list-outdated", Part::Trust, Weight::Note,
                         listed.constFirst().nextUpdate.toString(Qt::ISODate)),
                 depth);
        }
    }
}

PathJudgement PathJudge::judge(X509* leaf, const QList<QByteArray>& others, Purpose purpose) {
    m_path = buildPath(leaf, others, m_store, m_at);
    for (int depth = 0; depth < m_path.size(); ++depth) {
        const auto known = m_store.known->of(m_path.at(depth));
        m_result.path.append(known ? known->facts : CertificateFacts());
    }
    classify();
    checkPurpose(leaf, purpose);
    m_result.trust = judgementFrom(m_result.findings, Part::Trust);
    ERR_clear_error();
    return std::move(m_result);
}

} // namespace

PathJudgement judgePath(QByteArrayView leaf, const QList<QByteArray>& others, const TrustStore& store,
                        const QDateTime& at, Purpose purpose, bool timeProven, const TrustPolicy& policy) {
    const auto known = store.contents().known->of(leaf);
    if (!known) {
        PathJudgement unread;
        unread.findings.append(finding("certificate-unreadable", Part::Trust, Weight::Doubt));
        return unread;
    }
    return PathJudge(store.contents(), at, timeProven, policy).judge(known->certificate.get(), others, purpose);
}

} // namespace docsig
