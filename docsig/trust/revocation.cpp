// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/revocation.h"

#include "docsig/trust/ocspresponse.h"
#include "docsig/trust/revocationlist.h"

#include <algorithm>

namespace docsig {

namespace {

/// One statement with what is needed to weigh it against others.
struct Weighed {
    RevocationAnswer answer;
    QDateTime thisUpdate;
    bool onHold = false;
};

/// All statements about one certificate.
class Witnesses final {
public:
    Witnesses(X509* certificate, X509* issuer, const TrustStore::Private& store, const QDateTime& at,
              const TrustPolicy& policy)
        : m_certificate(certificate)
        , m_issuer(issuer)
        , m_store(store)
        , m_at(at)
        , m_policy(policy)
        , m_end(timeOf(X509_get0_notAfter(certificate))) {}

    void hearLists();
    void hearResponses();
    [[nodiscard]] RevocationAnswer verdict() const;

private:
    [[nodiscard]] RevocationAnswer revoked(const QDateTime& when) const;
    [[nodiscard]] RevocationAnswer notNamed(const QDateTime& thisUpdate, const QDateTime& ends,
                                            const QDateTime& remembersSince) const;
    void clearDelegate(Weighed& one, const QDateTime& answered) const;
    [[nodiscard]] bool wasLifted(const Weighed& hold) const;

    X509* m_certificate;
    X509* m_issuer;
    const TrustStore::Private& m_store;
    QDateTime m_at;
    TrustPolicy m_policy;
    QDateTime m_end;
    std::vector<Weighed> m_heard;
};

RevocationAnswer Witnesses::revoked(const QDateTime& when) const {
    RevocationAnswer answer;
    const bool before = !when.isValid() || when <= m_at;
    answer.state = before ? Revocation::Revoked : Revocation::RevokedLater;
    answer.when = when;
    return answer;
}

/// Data issued after the time counts: it would name what was revoked before.
RevocationAnswer Witnesses::notNamed(const QDateTime& thisUpdate, const QDateTime& ends,
                                     const QDateTime& remembersSince) const {
    RevocationAnswer answer;
    const bool mayHaveDropped =
        !thisUpdate.isValid() || (thisUpdate > m_end && (!remembersSince.isValid() || remembersSince > m_end));
    if (!mayHaveDropped) {
        const bool fresh = ends.isValid() && ends.addSecs(m_policy.revocationGraceSeconds) >= m_at;
        answer.state = fresh ? Revocation::Good : Revocation::Stale;
        answer.when = ends;
    }
    return answer;
}

void Witnesses::hearLists() {
    for (const SharedList& list : m_store.lists) {
        const auto said = statementAbout(list, m_certificate, m_issuer, *m_store.known);
        if (!said) {
            continue;
        }
        Weighed one{said->isNamed ? revoked(said->revokedAt)
                                  : notNamed(said->thisUpdate, said->nextUpdate, said->remembersSince),
                    said->thisUpdate, said->onHold};
        one.answer.list = list;
        m_heard.push_back(std::move(one));
    }
}

/// A delegate without ocsp-nocheck may be revoked itself: a list of the issuer has to know it. Lists alone, so that two
/// responders cannot vouch for each other.
void Witnesses::clearDelegate(Weighed& one, const QDateTime& answered) const {
    X509* delegate = one.answer.responder.get();
    if (delegate == nullptr || needsNoCheck(delegate)) {
        return;
    }
    Witnesses about(delegate, m_issuer, m_store, answered, m_policy);
    about.hearLists();
    const RevocationAnswer own = about.verdict();
    if (own.state == Revocation::Good || own.state == Revocation::RevokedLater) {
        one.answer.respondersList = own.list;
    } else if (own.state == Revocation::Revoked) {
        one.answer = {};
    } else if (one.answer.state != Revocation::Revoked) {
        RevocationAnswer open;
        open.unchecked = one.answer.responder;
        one.answer = open;
    }
}

void Witnesses::hearResponses() {
    for (const SharedResponse& response : m_store.responses) {
        auto said = statementAbout(*response, m_certificate, m_issuer, m_policy.clockSkewSeconds);
        if (!said || said->status == V_OCSP_CERTSTATUS_UNKNOWN) {
            continue;
        }
        const QDateTime ends =
            said->nextUpdate.isValid() ? said->nextUpdate : said->thisUpdate.addSecs(m_policy.openEndedSeconds);
        Weighed one{said->status == V_OCSP_CERTSTATUS_REVOKED ? revoked(said->revokedAt)
                                                              : notNamed(said->thisUpdate, ends, said->archiveCutoff),
                    said->thisUpdate, said->onHold};
        one.answer.response = response;
        one.answer.responder = SharedCertificate(said->delegate.release(), X509_free);
        clearDelegate(one, said->producedAt);
        m_heard.push_back(std::move(one));
    }
}

/// Whether newer data, from before the time, no longer names the certificate (RFC 5280 §5.3.1: certificateHold ends).
bool Witnesses::wasLifted(const Weighed& hold) const {
    return std::ranges::any_of(m_heard, [&](const Weighed& other) {
        const bool unnamed = other.answer.state == Revocation::Good || other.answer.state == Revocation::Stale;
        return unnamed && other.thisUpdate > hold.thisUpdate && other.thisUpdate <= m_at;
    });
}

RevocationAnswer Witnesses::verdict() const {
    RevocationAnswer best;
    for (const Weighed& one : m_heard) {
        if (one.onHold && one.answer.state == Revocation::Revoked && wasLifted(one)) {
            continue;
        }
        if (one.answer.state == Revocation::Revoked) {
            return one.answer;
        }
        const Revocation now = one.answer.state;
        const bool better = best.state == Revocation::Unknown || now == Revocation::RevokedLater ||
                            (best.state == Revocation::Stale && now == Revocation::Good);
        if (better && (now != Revocation::Unknown || !best.unchecked)) {
            best = one.answer;
        }
    }
    return best;
}

} // namespace

RevocationAnswer revocationOf(X509* certificate, X509* issuer, const TrustStore::Private& store, const QDateTime& at,
                              const TrustPolicy& policy) {
    Witnesses witnesses(certificate, issuer, store, at, policy);
    witnesses.hearLists();
    witnesses.hearResponses();
    return witnesses.verdict();
}

} // namespace docsig
