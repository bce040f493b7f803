// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/trust/signingcertificatecheck.h"

#include "docsig/keys/certificate.h"
#include "docsig/keys/opensslpointers.h"

#include <openssl/err.h>
#include <openssl/x509.h>

#include <algorithm>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int shortestRsa = 2048;
constexpr int shortestElliptic = 256;

bool hasWeight(const QList<Finding>& findings, Weight weight) {
    return std::ranges::any_of(findings, [weight](const Finding& one) { return one.weight == weight; });
}

/// Table "Tiêu chuẩn về chữ ký số" of Phụ lục I: RSA or ECDSA, so long at least.
QList<Finding> keyFindings(X509* certificate) {
    EVP_PKEY* key = X509_get0_pubkey(certificate);
    const int kind = key != nullptr ? EVP_PKEY_get_base_id(key) : EVP_PKEY_NONE;
    const bool rsa = kind == EVP_PKEY_RSA || kind == EVP_PKEY_RSA_PSS;
    if (!rsa && kind != EVP_PKEY_EC) {
        return {finding("signing-key-not-allowed", Part::Algorithm, Weight::Fault,
                        QString::fromLatin1(kind != EVP_PKEY_NONE ? OBJ_nid2sn(kind) : "unknown"))};
    }
    const int bits = EVP_PKEY_get_bits(key);
    if (bits < (rsa ? shortestRsa : shortestElliptic)) {
        return {finding("signing-key-too-short", Part::Algorithm, Weight::Fault, QString::number(bits))};
    }
    return {};
}

bool isWeaklySigned(X509* certificate) {
    int digest = NID_undef;
    const bool known = X509_get_signature_info(certificate, &digest, nullptr, nullptr, nullptr) == 1;
    return known && (digest == NID_sha1 || digest == NID_md5 || digest == NID_md4 || digest == NID_md2);
}

/// The certificates under the root that somebody could have forged.
QList<Finding> strengthFindings(const QList<CertificateFacts>& path) {
    QList<Finding> findings;
    for (const CertificateFacts& facts : path) {
        const X509Certificate one = parseCertificate(facts.der);
        const bool root = one && X509_NAME_cmp(X509_get_subject_name(one.get()), X509_get_issuer_name(one.get())) == 0;
        if (one && !root && isWeaklySigned(one.get())) {
            Finding weak = finding("certificate-weakly-signed", Part::Algorithm, Weight::Doubt);
            weak.place = facts.commonName;
            findings.append(weak);
        }
    }
    return findings;
}

/// The store with what was collected.
TrustStore withEvidence(TrustStore store, const Evidence& evidence) {
    for (const QByteArray& list : evidence.lists) {
        store.addCrl(list);
    }
    for (const QByteArray& response : evidence.ocspResponses) {
        store.addOcspResponse(response);
    }
    return store;
}

} // namespace

bool SigningCertificateCheck::maySign() const {
    return !hasWeight(findings, Weight::Fault);
}

bool SigningCertificateCheck::needsWarning() const {
    return maySign() && hasWeight(findings, Weight::Doubt);
}

SigningCertificateCheck checkSigningCertificate(const QList<QByteArray>& chain, const TrustStore& store,
                                                const QDateTime& at, EvidenceSource* source, std::stop_token stop,
                                                const TrustPolicy& policy) {
    SigningCertificateCheck check;
    const QByteArray own = chain.value(0);
    const QDateTime now = at.isValid() ? at : QDateTime::currentDateTimeUtc();
    const X509Certificate certificate = parseCertificate(own);
    if (certificate && source != nullptr) {
        check.evidence = collectEvidence(own, chain.sliced(1), store, {}, now, *source, std::move(stop), policy);
    }
    // The signature will be made now: what is not valid now is not valid, as at a proven time.
    PathJudgement path = judgePath(own, chain.sliced(qMin<qsizetype>(chain.size(), 1)) + check.evidence.certificates,
                                   withEvidence(store, check.evidence), now, Purpose::DocumentSigning, true, policy);
    check.findings = std::move(path.findings);
    if (certificate) {
        check.findings += keyFindings(certificate.get());
        check.findings += strengthFindings(path.path);
    } else {
        // A verifier can't tell whose signature it is; a signer has nothing to sign with.
        for (Finding& one : check.findings) {
            one.weight = Weight::Fault;
        }
    }
    ERR_clear_error();
    return check;
}

} // namespace docsig
