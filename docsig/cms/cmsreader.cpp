// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/cms/cmsreader.h"

#include "docsig/cms/cmspointers.h"
#include "docsig/cms/dercursor.h"
#include "docsig/cms/rawcheck.h"
#include "docsig/cms/signerattributes.h"

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/ts.h>

#include <algorithm>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype largestBlob = 4 * 1024 * 1024;
constexpr int mostItems = 64;

void freeCertificates(STACK_OF(X509) * stack) {
    sk_X509_pop_free(stack, X509_free);
}

void freeLists(STACK_OF(X509_CRL) * stack) {
    sk_X509_CRL_pop_free(stack, X509_CRL_free);
}

using StampInfo = std::unique_ptr<TS_TST_INFO, Freeing<TS_TST_INFO_free>>;

/// One reading; a class so that the steps share the blob and the result.
class Reader final {
public:
    Reader(CmsForm form, const QList<QByteArrayView>& parts, const std::function<void()>& passed)
        : m_form(form)
        , m_parts(parts)
        , m_passed(passed) {}
    /// A token over a digest that somebody else computed.
    explicit Reader(QByteArrayView imprint)
        : m_form(CmsForm::TimeStamp)
        , m_imprint(imprint.toByteArray()) {}

    CmsReading read(QByteArrayView contents);

private:
    void note(Finding one) { m_reading.findings.append(std::move(one)); }
    bool parse(QByteArrayView contents);
    bool findContent();
    bool findSigner();
    void collectCertificates();
    void collectLists();
    void collectArchive();
    void checkContent();
    void checkStamp(const StampInfo& info);
    void checkAttributes();
    void checkValue();
    void checkStrength();

    CmsForm m_form;
    QList<QByteArrayView> m_parts;   ///< the ByteRange's
    QByteArray m_imprint;            ///< of a time-stamp, where the parts are not at hand
    std::function<void()> m_passed;  ///< behind each part that was hashed
    QList<QByteArrayView> m_content; ///< what message digest or signature is over
    CmsContent m_cms;
    CMS_SignerInfo* m_signer = nullptr;
    EVP_PKEY* m_key = nullptr; ///< the certificate's own
    X509Certificate m_certificate;
    DigestMethod m_digest;
    DigestMethod m_imprintDigest; ///< of a time-stamp; unknown in other forms
    SignatureMethod m_method;
    CmsReading m_reading;
};

bool Reader::parse(QByteArrayView contents) {
    if (contents.size() > largestBlob) {
        note(finding("cms-too-large", Part::Integrity, Weight::Fault, QString::number(contents.size())));
        return false;
    }
    const unsigned char* at = bytesOf(contents);
    m_cms.reset(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(contents.size())));
    if (!m_cms) {
        note(finding("cms-unreadable", Part::Integrity, Weight::Fault, takeOpensslErrors()));
        return false;
    }
    const QByteArrayView rest = contents.sliced(at - bytesOf(contents));
    if (!std::all_of(rest.begin(), rest.end(), [](char byte) { return byte == 0; })) {
        note(finding("cms-trailing-bytes", Part::Integrity, Weight::Doubt, QString::number(rest.size())));
    }
    if (OBJ_obj2nid(CMS_get0_type(m_cms.get())) != NID_pkcs7_signed) {
        note(finding("cms-not-signed-data", Part::Integrity, Weight::Fault));
        return false;
    }
    return true;
}

/// Decides what is signed: the ByteRange itself, or a content inside the blob that stands for it.
bool Reader::findContent() {
    ASN1_OCTET_STRING** place = CMS_get0_content(m_cms.get());
    const ASN1_OCTET_STRING* inside = place != nullptr ? *place : nullptr;
    const bool wantsInside = m_form == CmsForm::EnvelopedSha1 || m_form == CmsForm::TimeStamp;
    if (!wantsInside) {
        if (inside != nullptr) {
            // ISO 32000-1, 12.8.3.3.1 forbids it, an empty one too: two readers could take two contents for the signed
            // one.
            note(finding("cms-content-attached", Part::Integrity, Weight::Fault));
        }
        m_content = m_parts;
        return true;
    }
    const bool rightType =
        m_form != CmsForm::TimeStamp || OBJ_obj2nid(CMS_get0_eContentType(m_cms.get())) == NID_id_smime_ct_TSTInfo;
    if (inside == nullptr || !rightType) {
        note(finding("cms-content-missing", Part::Integrity, Weight::Fault));
        return false;
    }
    m_content = {QByteArrayView(ASN1_STRING_get0_data(inside), ASN1_STRING_length(inside))};
    return true;
}

void Reader::collectCertificates() {
    const std::unique_ptr<STACK_OF(X509), Freeing<freeCertificates>> all(CMS_get1_certs(m_cms.get()));
    for (int i = 0; all && i < qMin(sk_X509_num(all.get()), mostItems); ++i) {
        m_reading.certificates.append(derOf(sk_X509_value(all.get(), i), i2d_X509));
    }
    for (int i = 0; all && m_signer != nullptr && i < sk_X509_num(all.get()); ++i) {
        X509* one = sk_X509_value(all.get(), i);
        if (CMS_SignerInfo_cert_cmp(m_signer, one) == 0) {
            m_reading.signerCertificate = derOf(one, i2d_X509);
            X509_up_ref(one);
            m_certificate.reset(one);
            break;
        }
    }
    ERR_clear_error();
}

bool Reader::findSigner() {
    const STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(m_cms.get());
    const int count = signers != nullptr ? sk_CMS_SignerInfo_num(signers) : 0;
    if (count < 1) {
        note(finding("cms-no-signer", Part::Integrity, Weight::Fault));
        collectCertificates();
        return false;
    }
    if (count > 1) {
        note(finding("cms-several-signers", Part::Integrity, Weight::Doubt, QString::number(count)));
    }
    m_signer = sk_CMS_SignerInfo_value(signers, 0);
    const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(m_signer);
    m_reading.signatureValue = QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                                          static_cast<qsizetype>(ASN1_STRING_length(value)));
    collectCertificates();
    X509_ALGOR* digest = nullptr;
    X509_ALGOR* signature = nullptr;
    CMS_SignerInfo_get0_algs(m_signer, nullptr, nullptr, &digest, &signature);
    m_digest = digestMethodOf(digest);
    m_reading.digestAlgorithm = m_digest.name;
    if (m_digest.misnamed) {
        note(finding("cms-digest-misnamed", Part::Integrity, Weight::Fault, m_digest.name));
    }
    if (!m_certificate) {
        note(finding("cms-signer-certificate-missing", Part::Integrity, Weight::Fault));
        return false;
    }
    m_key = X509_get0_pubkey(m_certificate.get());
    if (m_key == nullptr) {
        note(finding("cms-public-key-unreadable", Part::Integrity, Weight::Doubt, takeOpensslErrors()));
        return false;
    }
    m_reading.keyBits = EVP_PKEY_get_bits(m_key);
    m_method = signatureMethodOf(signature, m_key, m_digest);
    m_reading.signatureAlgorithm = m_method.name;
    return true;
}

void Reader::collectLists() {
    const std::unique_ptr<STACK_OF(X509_CRL), Freeing<freeLists>> all(CMS_get1_crls(m_cms.get()));
    for (int i = 0; all && i < qMin(sk_X509_CRL_num(all.get()), mostItems); ++i) {
        m_reading.revocationLists.append(derOf(sk_X509_CRL_value(all.get(), i), i2d_X509_CRL));
    }
    ERR_clear_error();
}

/// RevocationInfoArchival ::= SEQUENCE { crl [0] EXPLICIT SEQUENCE OF CRL OPTIONAL, ocsp [1] EXPLICIT SEQUENCE OF
/// OCSPResponse OPTIONAL, otherRevInfo [2] … } (ISO 32000-1, 12.8.3.3.2).
void Reader::collectArchive() {
    const QByteArray archive = SignerAttributes(m_signer).revocationArchive();
    const auto outer = DerCursor(archive).next(0x30);
    DerCursor parts(outer ? outer->content : QByteArrayView());
    const auto take = [&parts](unsigned char tag, QList<QByteArray>& to) {
        const auto tagged = parts.next(tag);
        const auto items = tagged ? DerCursor(tagged->content).next(0x30) : std::nullopt;
        DerCursor each(items ? items->content : QByteArrayView());
        for (auto one = each.next(); one && to.size() < mostItems; one = each.next()) {
            to.append(one->whole.toByteArray());
        }
    };
    take(0xa0, m_reading.archivedLists);
    take(0xa1, m_reading.archivedResponses);
    m_reading.archivedLists.removeIf([](const QByteArray& der) { return !parseRevocationList(der); });
    ERR_clear_error();
}

void Reader::checkStamp(const StampInfo& info) {
    TS_MSG_IMPRINT* imprint = info ? TS_TST_INFO_get_msg_imprint(info.get()) : nullptr;
    const QDateTime time = info ? timeOf(TS_TST_INFO_get_time(info.get())) : QDateTime();
    if (imprint == nullptr || !time.isValid()) {
        note(finding("cms-stamp-unreadable", Part::Integrity, Weight::Fault, takeOpensslErrors()));
        return;
    }
    m_reading.stampedTime = time;
    const DigestMethod digest = digestMethodOf(TS_MSG_IMPRINT_get_algo(imprint));
    const ASN1_OCTET_STRING* stated = TS_MSG_IMPRINT_get_msg(imprint);
    const QByteArray computed = m_imprint.isEmpty() ? hashOf(m_parts, digest, m_passed) : m_imprint;
    if (computed.isEmpty() || QByteArrayView(ASN1_STRING_get0_data(stated), ASN1_STRING_length(stated)) != computed) {
        note(finding("cms-stamp-mismatch", Part::Integrity, Weight::Fault, digest.name));
    }
    m_imprintDigest = digest;
}

/// What stands inside the blob must stand for the ByteRange.
void Reader::checkContent() {
    if (m_form == CmsForm::EnvelopedSha1 &&
        m_content.constFirst() != hashOf(m_parts, DigestMethod{u"SHA1"_s, EVP_sha1()}, m_passed)) {
        note(finding("cms-content-mismatch", Part::Integrity, Weight::Fault));
    }
    if (m_form == CmsForm::TimeStamp) {
        const unsigned char* at = bytesOf(m_content.constFirst());
        checkStamp(StampInfo(d2i_TS_TST_INFO(nullptr, &at, static_cast<long>(m_content.constFirst().size()))));
    }
}

void Reader::checkAttributes() {
    const SignerAttributes attributes(m_signer);
    m_reading.messageDigest = attributes.messageDigest();
    m_reading.claimedTime = attributes.signingTime();
    m_reading.timeStampToken = attributes.timeStampToken();
    if (attributes.areSigned()) {
        const ASN1_OBJECT* type = CMS_get0_eContentType(m_cms.get());
        const QByteArrayView typeBytes(OBJ_get0_data(type), static_cast<qsizetype>(OBJ_length(type)));
        if (attributes.contentType() != typeBytes) {
            note(finding("cms-content-type-wrong", Part::Integrity, Weight::Fault));
        }
        if (m_digest.method == nullptr) {
            note(finding("cms-digest-unknown", Part::Integrity, Weight::Doubt, m_digest.name));
        } else if (m_reading.messageDigest.isEmpty()) {
            note(finding("cms-message-digest-missing", Part::Integrity, Weight::Fault));
        } else if (m_reading.messageDigest != hashOf(m_content, m_digest, m_passed)) {
            note(finding("cms-digest-mismatch", Part::Integrity, Weight::Fault, m_digest.name));
        }
    }
    const std::optional<bool> named = attributes.namesCertificate(m_reading.signerCertificate);
    m_reading.signingCertificateMatches = named.value_or(false);
    if (!named) {
        note(finding("cms-signing-certificate-missing", Part::Integrity, Weight::Note));
    } else if (!*named) {
        note(finding("cms-signing-certificate-wrong", Part::Integrity, Weight::Fault));
    }
}

void Reader::checkValue() {
    const SignerAttributes attributes(m_signer);
    // With a digest that nobody here knows nothing can be computed, and nothing be found wrong.
    const bool withoutDigest = m_method.digest == nullptr && m_method.scheme != SignatureMethod::Scheme::EdDsa;
    if (m_method.scheme == SignatureMethod::Scheme::Unknown || withoutDigest) {
        note(finding("cms-signature-algorithm-unknown", Part::Integrity, Weight::Doubt, m_method.name));
        return;
    }
    // RFC 8933: one digest for content and attributes. A blob that names two was made to be read in two ways.
    if (m_method.namedDigest != nullptr && m_digest.method != nullptr &&
        EVP_MD_get_type(m_method.namedDigest) != EVP_MD_get_type(m_digest.method)) {
        note(finding("cms-digests-differ", Part::Integrity, Weight::Fault, m_digest.name));
        return;
    }
    bool good = false;
    if (attributes.areSigned()) {
        // Some signers signed the attributes as they lie in the file, which need not be DER's order. Of a time-stamp
        // authority DER is asked (RFC 5652 §5.4, RFC 3161 §2.4.2): evidence that other verifiers reject proves nothing.
        const bool lenient = m_form != CmsForm::TimeStamp;
        const auto isOver = [&](const QByteArray& signedBytes) {
            return isSignatureOf({QByteArrayView(signedBytes)}, m_reading.signatureValue, m_method, m_key);
        };
        good = isOver(attributes.inDerOrder()) || (lenient && isOver(attributes.inFileOrder()));
    } else {
        good = isSignatureOf(m_content, m_reading.signatureValue, m_method, m_key);
    }
    if (!good) {
        note(finding("cms-signature-wrong", Part::Integrity, Weight::Fault, m_method.name));
    }
}

void Reader::checkStrength() {
    const DigestMethod raw{m_digest.name, m_method.digest != nullptr ? m_method.digest : m_digest.method};
    const bool sha1Content = m_form == CmsForm::EnvelopedSha1;
    if (isBroken(m_digest) || isBroken(raw) || isBroken(m_imprintDigest)) {
        note(finding("cms-broken-digest", Part::Algorithm, Weight::Fault, m_digest.name));
    } else if (isWeak(m_digest) || isWeak(raw) || isWeak(m_imprintDigest) || sha1Content) {
        note(finding("cms-weak-digest", Part::Algorithm, Weight::Note, m_digest.name));
    }
    const int bits = EVP_PKEY_get_bits(m_key);
    const bool rsa =
        m_method.scheme == SignatureMethod::Scheme::RsaPkcs1 || m_method.scheme == SignatureMethod::Scheme::RsaPss;
    if (bits < (rsa ? 1024 : 160)) {
        note(finding("cms-broken-key", Part::Algorithm, Weight::Fault, QString::number(bits)));
    } else if (bits < (rsa ? 2048 : 224)) {
        note(finding("cms-short-key", Part::Algorithm, Weight::Note, QString::number(bits)));
    }
}

CmsReading Reader::read(QByteArrayView contents) {
    if (parse(contents) && findContent()) {
        const bool checkable = findSigner();
        if (m_signer != nullptr) {
            collectLists();
            collectArchive();
        }
        if (checkable) {
            checkContent();
            checkAttributes();
            checkValue();
            checkStrength();
            m_reading.algorithm = judgementFrom(m_reading.findings, Part::Algorithm);
        }
    }
    // Every early exit above left a fault or a doubt behind.
    m_reading.integrity = judgementFrom(m_reading.findings, Part::Integrity);
    ERR_clear_error();
    return std::move(m_reading);
}

} // namespace

std::optional<CmsForm> cmsFormOf(const QString& subFilter) {
    if (subFilter == "adbe.pkcs7.detached"_L1) {
        return CmsForm::Detached;
    }
    if (subFilter == "adbe.pkcs7.sha1"_L1) {
        return CmsForm::EnvelopedSha1;
    }
    if (subFilter == "ETSI.CAdES.detached"_L1) {
        return CmsForm::Cades;
    }
    if (subFilter == "ETSI.RFC3161"_L1) {
        return CmsForm::TimeStamp;
    }
    return std::nullopt;
}

CmsReading readCms(QByteArrayView contents, CmsForm form, const QList<QByteArrayView>& parts,
                   const std::function<void()>& passed) {
    return Reader(form, parts, passed).read(contents);
}

CmsReading readStampOverDigest(QByteArrayView token, QByteArrayView imprint) {
    return Reader(imprint).read(token);
}

} // namespace docsig
