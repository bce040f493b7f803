// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/evidence.h"

#include "docsig/keys/certificate.h"
#include "docsig/trust/certificateaddresses.h"
#include "docsig/trust/issueranswer.h"
#include "docsig/trust/pathbuilder.h"
#include "docsig/trust/revocation.h"

#include <QStringList>

#include <openssl/err.h>

#include <functional>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostQuestions = 40;                       ///< over one path; an honest one needs two a certificate
constexpr int mostIssuerRounds = 10;                    ///< no path is longer
constexpr qsizetype mostFetched = 32;                   ///< certificates out of answers; buildPath() takes 64 in all
constexpr qsizetype largestEvidence = 64 * 1024 * 1024; // lists of national authorities have tens of megabytes

void addNew(QList<QByteArray>& to, const QList<QByteArray>& from) {
    for (const QByteArray& one : from) {
        if (!one.isEmpty() && !to.contains(one)) {
            to.append(one);
        }
    }
}

/// Collects for one certificate. What answers is put into a store of its own, so that the same judge that will verify
/// the evidence says whether it is enough.
class Collector final {
public:
    Collector(const TrustStore& store, const Evidence& known, const QDateTime& at, EvidenceSource& source,
              std::stop_token stop, const TrustPolicy& policy);

    Evidence collect(X509* leaf, const QList<QByteArray>& others);

private:
    using Kind = EvidenceQuery::Kind;

    void build(X509* leaf) { m_path = buildPath(leaf, m_fetched + m_others, m_store.contents(), m_at); }
    void completePath(X509* leaf);
    [[nodiscard]] bool askIssuers(const X509* certificate);
    void prove(X509* certificate, X509* issuer);
    [[nodiscard]] RevocationAnswer askResponders(X509* certificate, X509* issuer, RevocationAnswer answer);
    [[nodiscard]] RevocationAnswer askLists(const X509* named, X509* certificate, X509* issuer,
                                            RevocationAnswer answer);
    [[nodiscard]] std::optional<QByteArray> ask(Kind kind, const QString& address, const QByteArray& body = {});
    [[nodiscard]] RevocationAnswer judge(X509* certificate, X509* issuer) const;
    void take(const RevocationAnswer& answer);
    void missing(Finding one, const X509* certificate);

    TrustStore m_store;
    QDateTime m_at;
    EvidenceSource& m_source;
    std::stop_token m_stop;
    TrustPolicy m_policy;
    QList<QByteArray> m_fetched; ///< certificates of issuers, out of answers
    QList<QByteArray> m_others;  ///< the caller's
    CertificatePath m_path;
    int m_questions = 0;
    QStringList m_troubles; ///< of the certificate in question, for the log
    Evidence m_found;
};

Collector::Collector(const TrustStore& store, const Evidence& known, const QDateTime& at, EvidenceSource& source,
                     std::stop_token stop, const TrustPolicy& policy)
    : m_store(store)
    , m_at(at.isValid() ? at : QDateTime::currentDateTimeUtc())
    , m_source(source)
    , m_stop(std::move(stop))
    , m_policy(policy) {
    for (const QByteArray& certificate : known.certificates) {
        m_store.addIntermediate(certificate);
    }
    for (const QByteArray& list : known.lists) {
        m_store.addCrl(list);
    }
    for (const QByteArray& response : known.ocspResponses) {
        m_store.addOcspResponse(response);
    }
}

/// Nothing, and a trouble noted, where there was no answer.
std::optional<QByteArray> Collector::ask(Kind kind, const QString& address, const QByteArray& body) {
    if (m_stop.stop_requested() || m_questions == mostQuestions) {
        m_troubles.append(m_stop.stop_requested() ? u"told to stop"_s : u"too many questions"_s);
        return std::nullopt;
    }
    ++m_questions;
    Result<QByteArray> answer = m_source.fetch({kind, address, body}, m_stop);
    if (!answer) {
        m_troubles.append(u"%1: %2"_s.arg(address, answer.error().code));
        return std::nullopt;
    }
    if (answer->size() > largestEvidence) {
        m_troubles.append(u"%1: %2 bytes"_s.arg(address).arg(answer->size()));
        return std::nullopt;
    }
    return std::move(*answer);
}

void Collector::missing(Finding one, const X509* certificate) {
    one.place = maskPersonalNumbers(entryOf(X509_get_subject_name(certificate), "2.5.4.3"));
    one.detail = m_troubles.join(u"; "_s).left(2000);
    m_found.missing.append(std::move(one));
}

/// True: something came that was not known.
bool Collector::askIssuers(const X509* certificate) {
    const qsizetype before = m_fetched.size();
    for (const QString& address : issuerAddresses(certificate)) {
        if (const auto answer = ask(Kind::Issuer, address)) {
            const QList<QByteArray> issuers = issuersIn(*answer);
            addNew(m_fetched, issuers.first(qMin(mostFetched - m_fetched.size(), issuers.size())));
            if (issuers.isEmpty()) {
                m_troubles.append(address + u": no certificate"_s);
            }
        }
        if (m_fetched.size() > before) {
            return true;
        }
    }
    return false;
}

void Collector::completePath(X509* leaf) {
    build(leaf);
    for (int round = 0; !m_path.reachesRoot && m_path.size() > 0 && round < mostIssuerRounds; ++round) {
        // Two authorities that name each other bring nothing new the second time, which ends it.
        if (!askIssuers(m_path.at(m_path.size() - 1))) {
            break;
        }
        build(leaf);
    }
    if (!m_path.reachesRoot) {
        missing(finding("evidence-issuer-missing", Part::Trust, Weight::Doubt),
                m_path.size() > 0 ? m_path.at(m_path.size() - 1) : leaf);
    }
}

RevocationAnswer Collector::judge(X509* certificate, X509* issuer) const {
    return revocationOf(certificate, issuer, m_store.contents(), m_at, m_policy);
}

/// Lists that `named` names; what is judged is the certificate.
RevocationAnswer Collector::askLists(const X509* named, X509* certificate, X509* issuer, RevocationAnswer answer) {
    for (const QString& address : listAddresses(named)) {
        if (answer.isSettled()) {
            break;
        }
        const auto list = ask(Kind::Crl, address);
        if (!list) {
            continue;
        }
        if (!m_store.addCrl(*list)) {
            m_troubles.append(address + u": no list"_s);
            continue;
        }
        answer = judge(certificate, issuer);
        if (!answer.isSettled()) {
            m_troubles.append(address + u": a list that does not count"_s);
        }
    }
    return answer;
}

RevocationAnswer Collector::askResponders(X509* certificate, X509* issuer, RevocationAnswer answer) {
    for (const QString& address : responderAddresses(certificate)) {
        if (answer.isSettled()) {
            break;
        }
        const auto response = ask(Kind::Ocsp, address, ocspRequestFor(certificate, issuer));
        if (!response) {
            continue;
        }
        if (!m_store.addOcspResponse(*response)) {
            m_troubles.append(address + u": no response of OCSP, or a refusal"_s);
            continue;
        }
        answer = judge(certificate, issuer);
        if (answer.unchecked) {
            const SharedCertificate delegate = answer.unchecked;
            answer = askLists(delegate.get(), certificate, issuer, answer);
        }
        if (!answer.isSettled()) {
            m_troubles.append(address + u": a response that does not count"_s);
        }
    }
    return answer;
}

void Collector::take(const RevocationAnswer& answer) {
    if (answer.response) {
        addNew(m_found.ocspResponses, {answer.response->der});
    }
    for (const SharedList& list : {answer.list, answer.respondersList}) {
        if (list) {
            addNew(m_found.lists, {derOf(list.get(), i2d_X509_CRL)});
        }
    }
    if (answer.responder) {
        addNew(m_found.certificates, {derOf(answer.responder.get(), i2d_X509)});
    }
}

void Collector::prove(X509* certificate, X509* issuer) {
    m_troubles.clear();
    RevocationAnswer answer = judge(certificate, issuer);
    answer = askResponders(certificate, issuer, std::move(answer));
    answer = askLists(certificate, certificate, issuer, std::move(answer));
    take(answer);
    if (!answer.isSettled()) {
        missing(finding("evidence-revocation-missing", Part::Trust, Weight::Doubt), certificate);
    }
}

Evidence Collector::collect(X509* leaf, const QList<QByteArray>& others) {
    m_others = others;
    completePath(leaf);
    for (int depth = 0; depth < m_path.size(); ++depth) {
        addNew(m_found.certificates, {derOf(m_path.at(depth), i2d_X509)});
    }
    // The last one is the root: nobody revokes it but whoever keeps the store.
    for (int depth = 0; depth + 1 < m_path.size(); ++depth) {
        prove(m_path.at(depth), m_path.at(depth + 1));
    }
    ERR_clear_error();
    return std::move(m_found);
}

} // namespace

void Evidence::add(const Evidence& other) {
    addNew(certificates, other.certificates);
    addNew(lists, other.lists);
    addNew(ocspResponses, other.ocspResponses);
    for (const Finding& one : other.missing) {
        if (!missing.contains(one)) {
            missing.append(one);
        }
    }
}

Evidence collectEvidence(QByteArrayView certificate, const QList<QByteArray>& others, const TrustStore& store,
                         const Evidence& known, const QDateTime& at, EvidenceSource& source, std::stop_token stop,
                         const TrustPolicy& policy) {
    const X509Certificate leaf = parseCertificate(certificate);
    if (!leaf) {
        Evidence nothing;
        nothing.missing.append(finding("evidence-certificate-unreadable", Part::Trust, Weight::Doubt));
        return nothing;
    }
    return Collector(store, known, at, source, std::move(stop), policy).collect(leaf.get(), others);
}

} // namespace docsig
