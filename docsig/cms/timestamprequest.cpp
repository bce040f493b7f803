// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/cms/timestamprequest.h"

#include "docsig/cms/berelement.h"
#include "docsig/cms/cmspointers.h"
#include "docsig/cms/cmsreader.h"
#include "docsig/cms/rawcheck.h"

#include <QStringList>

#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/rand.h>
#include <openssl/ts.h>

#include <algorithm>
#include <array>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype largestAnswer = 1024 * 1024;
constexpr int nonceBytes = 8; ///< authorities are seen that take no longer ones

using Request = std::unique_ptr<TS_REQ, Freeing<TS_REQ_free>>;
using Imprint = std::unique_ptr<TS_MSG_IMPRINT, Freeing<TS_MSG_IMPRINT_free>>;
using Algorithm = std::unique_ptr<X509_ALGOR, Freeing<X509_ALGOR_free>>;
using Integer = std::unique_ptr<ASN1_INTEGER, Freeing<ASN1_INTEGER_free>>;
using Number = std::unique_ptr<BIGNUM, Freeing<BN_free>>;
using StatusInfo = std::unique_ptr<TS_STATUS_INFO, Freeing<TS_STATUS_INFO_free>>;
using StampInfo = std::unique_ptr<TS_TST_INFO, Freeing<TS_TST_INFO_free>>;

int nidOf(Digest digest) {
    switch (digest) {
    case Digest::Sha256:
        return NID_sha256;
    case Digest::Sha384:
        return NID_sha384;
    case Digest::Sha512:
        return NID_sha512;
    }
    return NID_undef;
}

QByteArray freshNonce() {
    QByteArray nonce(nonceBytes, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(nonce.data()), nonceBytes) != 1) {
        return {};
    }
    // Positive and of full length, so that its bytes are the INTEGER's own.
    nonce[0] = static_cast<char>((static_cast<unsigned char>(nonce[0]) & 0x7fU) | 0x40U);
    return nonce;
}

/// The integer's magnitude; empty for none and for a negative one.
QByteArray magnitudeOf(const ASN1_INTEGER* integer) {
    const Number number(integer != nullptr ? ASN1_INTEGER_to_BN(integer, nullptr) : nullptr);
    if (!number || BN_is_negative(number.get()) != 0) {
        return {};
    }
    QByteArray bytes(BN_num_bytes(number.get()), '\0');
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char*>(bytes.data()));
    return bytes;
}

std::unexpected<Error> unreadable(const QString& what) {
    return fail("time-stamp-answer-unreadable", u"%1 %2"_s.arg(what, takeOpensslErrors()));
}

/// What the authority says why it does not stamp: its number, its failure bits and its words.
QString refusalOf(const TS_STATUS_INFO* status) {
    QStringList words{u"status %1"_s.arg(ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status)))};
    if (const ASN1_BIT_STRING* bits = TS_STATUS_INFO_get0_failure_info(status)) {
        constexpr int mostBits = 32;
        for (int bit = 0; bit < mostBits; ++bit) {
            if (ASN1_BIT_STRING_get_bit(bits, bit) == 1) {
                words.append(u"failure %1"_s.arg(bit));
            }
        }
    }
    const STACK_OF(ASN1_UTF8STRING)* texts = TS_STATUS_INFO_get0_text(status);
    for (int i = 0; texts != nullptr && i < qMin(sk_ASN1_UTF8STRING_num(texts), 8); ++i) {
        const ASN1_STRING* text = sk_ASN1_UTF8STRING_value(texts, i);
        words.append(QString::fromUtf8(QByteArrayView(ASN1_STRING_get0_data(text), ASN1_STRING_length(text))));
    }
    return words.join(u"; "_s).left(1000);
}

/// The TSTInfo inside a token; null where there is none.
StampInfo infoOf(QByteArrayView token) {
    const unsigned char* at = bytesOf(token);
    const CmsContent cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(token.size())));
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed ||
        OBJ_obj2nid(CMS_get0_eContentType(cms.get())) != NID_id_smime_ct_TSTInfo) {
        return {};
    }
    ASN1_OCTET_STRING** content = CMS_get0_content(cms.get());
    if (content == nullptr || *content == nullptr) {
        return {};
    }
    at = ASN1_STRING_get0_data(*content);
    return StampInfo(d2i_TS_TST_INFO(nullptr, &at, ASN1_STRING_length(*content)));
}

/// Whether the stamp repeats what was asked (RFC 3161 §2.4.2): the imprint, its digest and the nonce.
bool isAnswerTo(TS_TST_INFO* info, const TimeStampRequest& request) {
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info);
    const DigestMethod digest = digestMethodOf(TS_MSG_IMPRINT_get_algo(imprint));
    const ASN1_OCTET_STRING* stamped = TS_MSG_IMPRINT_get_msg(imprint);
    return digest.method != nullptr && EVP_MD_get_type(digest.method) == nidOf(request.digest) &&
           QByteArrayView(ASN1_STRING_get0_data(stamped), ASN1_STRING_length(stamped)) == request.imprint &&
           magnitudeOf(TS_TST_INFO_get_nonce(info)) == request.nonce;
}

} // namespace

Result<TimeStampRequest> makeTimeStampRequest(QByteArrayView imprint, Digest digest) {
    TimeStampRequest made{{}, imprint.toByteArray(), digest, freshNonce()};
    const EVP_MD* method = EVP_get_digestbynid(nidOf(digest));
    const Request request(TS_REQ_new());
    const Imprint stamped(TS_MSG_IMPRINT_new());
    const Algorithm algorithm(X509_ALGOR_new());
    const Number number(BN_bin2bn(bytesOf(made.nonce), static_cast<int>(made.nonce.size()), nullptr));
    const Integer nonce(number ? BN_to_ASN1_INTEGER(number.get(), nullptr) : nullptr);
    const bool good =
        method != nullptr && imprint.size() == EVP_MD_get_size(method) && !made.nonce.isEmpty() && request && stamped &&
        algorithm && nonce && X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(nidOf(digest)), V_ASN1_NULL, nullptr) == 1 &&
        TS_MSG_IMPRINT_set_algo(stamped.get(), algorithm.get()) == 1 &&
        TS_MSG_IMPRINT_set_msg(stamped.get(), reinterpret_cast<unsigned char*>(made.imprint.data()),
                               static_cast<int>(made.imprint.size())) == 1 &&
        TS_REQ_set_version(request.get(), 1) == 1 && TS_REQ_set_msg_imprint(request.get(), stamped.get()) == 1 &&
        TS_REQ_set_nonce(request.get(), nonce.get()) == 1 && TS_REQ_set_cert_req(request.get(), 1) == 1;
    made.der = good ? derOf(request.get(), i2d_TS_REQ) : QByteArray();
    if (made.der.isEmpty()) {
        return fail("time-stamp-request-failed", u"%1 bytes; %2"_s.arg(imprint.size()).arg(takeOpensslErrors()));
    }
    return made;
}

Result<QByteArray> tokenFromAnswer(QByteArrayView answer, const TimeStampRequest& request) {
    // TimeStampResp ::= SEQUENCE { status PKIStatusInfo, timeStampToken ContentInfo OPTIONAL }; the token is kept in
    // the very bytes that came, since encoding it anew could break what its authority signed.
    const auto outer = answer.size() <= largestAnswer ? firstBerElement(answer) : std::nullopt;
    const auto parts =
        outer && outer->tag == 0x30 && outer->whole.size() == answer.size() ? outer->children() : std::nullopt;
    if (!parts || parts->isEmpty() || parts->size() > 2) {
        return unreadable(u"%1 bytes"_s.arg(answer.size()));
    }
    const QByteArrayView statusBytes = parts->constFirst().whole;
    const unsigned char* at = bytesOf(statusBytes);
    const StatusInfo status(d2i_TS_STATUS_INFO(nullptr, &at, static_cast<long>(statusBytes.size())));
    if (!status) {
        return unreadable(u"status"_s);
    }
    const auto granted = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status.get()));
    if (granted != TS_STATUS_GRANTED && granted != TS_STATUS_GRANTED_WITH_MODS) {
        return fail("time-stamp-refused", refusalOf(status.get()));
    }
    const QByteArrayView token = parts->size() == 2 ? parts->constLast().whole : QByteArrayView();
    const StampInfo info = infoOf(token);
    if (!info) {
        return unreadable(u"token"_s);
    }
    const bool asked = isAnswerTo(info.get(), request);
    ERR_clear_error();
    if (!asked) {
        return fail("time-stamp-answer-foreign");
    }
    const CmsReading reading = readStampOverDigest(token, request.imprint);
    if (reading.integrity != Judgement::Valid) {
        return fail("time-stamp-answer-wrong", reading.findings.isEmpty() ? QString() : reading.findings.first().code);
    }
    return token.toByteArray();
}

} // namespace docsig
