// SPDX-License-Identifier: GPL-3.0-or-later
// withSignatureTimeStamp(): an attribute is put into a blob whose other bytes stay.
#include "docsig/cms/berelement.h"
#include "docsig/cms/cmspointers.h"
#include "docsig/cms/derwriter.h"
#include "docsig/cms/timestamprequest.h"

#include <openssl/err.h>
#include <openssl/objects.h>

#include <algorithm>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr unsigned char sequence = 0x30;
constexpr unsigned char set = 0x31;
constexpr unsigned char explicitContent = 0xa0;
constexpr unsigned char unsignedAttributes = 0xa1;

std::unexpected<Error> notAdded(const QString& why) {
    return fail("cms-attribute-not-added", why);
}

CmsContent parse(QByteArrayView bytes) {
    const unsigned char* at = bytesOf(bytes);
    return CmsContent(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(bytes.size())));
}

CMS_SignerInfo* firstSigner(CMS_ContentInfo* cms) {
    const bool signedData = cms != nullptr && OBJ_obj2nid(CMS_get0_type(cms)) == NID_pkcs7_signed;
    const STACK_OF(CMS_SignerInfo)* signers = signedData ? CMS_get0_SignerInfos(cms) : nullptr;
    return signers != nullptr && sk_CMS_SignerInfo_num(signers) > 0 ? sk_CMS_SignerInfo_value(signers, 0) : nullptr;
}

/// The last child, if it has that tag.
std::optional<BerElement> lastChild(const BerElement& element, unsigned char tag) {
    const auto all = element.children();
    return all && !all->isEmpty() && all->constLast().tag == tag ? std::optional(all->constLast()) : std::nullopt;
}

/// The content of an element with its last child exchanged.
QByteArray withLastChild(const BerElement& element, const BerElement& last, const QByteArray& exchanged) {
    return withContent(element,
                       element.content.first(element.content.size() - last.whole.size()).toByteArray() + exchanged);
}

/// The unsigned attributes with one more; in DER's order where they were so before.
QByteArray withAttribute(const BerElement& attributes, const QByteArray& attribute) {
    QList<QByteArray> all;
    for (const BerElement& one : attributes.children().value_or(QList<BerElement>())) {
        all.append(one.whole.toByteArray());
    }
    const bool ordered = !attributes.indefinite && derSetOf(all) == derElement(set, attributes.content);
    all.append(attribute);
    if (!ordered) {
        return withContent(attributes, all.join());
    }
    QByteArray sorted = derSetOf(std::move(all));
    sorted[0] = static_cast<char>(unsignedAttributes); // IMPLICIT
    return sorted;
}

/// SignerInfo: unsignedAttrs [1] IMPLICIT is its last member (RFC 5652 §5.3).
QByteArray withAttributeInSigner(const BerElement& signer, const QByteArray& attribute) {
    if (const auto present = lastChild(signer, unsignedAttributes)) {
        return withLastChild(signer, *present, withAttribute(*present, attribute));
    }
    return withContent(signer, signer.content.toByteArray() + derElement(unsignedAttributes, attribute));
}

/// Down to the first signer and up again; empty where the bytes are not built as RFC 5652 says.
QByteArray withAttributeInBlob(const BerElement& blob, const QByteArray& attribute) {
    const auto wrapped = lastChild(blob, explicitContent);
    const auto data = wrapped ? lastChild(*wrapped, sequence) : std::nullopt;
    const auto signers = data ? lastChild(*data, set) : std::nullopt;
    const auto signer = signers ? firstBerElement(signers->content) : std::nullopt;
    if (!signer || signer->tag != sequence) {
        return {};
    }
    const QByteArray others = signers->content.sliced(signer->whole.size()).toByteArray();
    const QByteArray changed = withContent(*signers, withAttributeInSigner(*signer, attribute) + others);
    return withLastChild(blob, *wrapped, withLastChild(*wrapped, *data, withLastChild(*data, *signers, changed)));
}

} // namespace

Result<QByteArray> withSignatureTimeStamp(QByteArrayView cms, QByteArrayView token) {
    const auto blob = firstBerElement(cms);
    const auto stamp = firstBerElement(token);
    const QByteArrayView padding = blob ? cms.sliced(blob->whole.size()) : QByteArrayView();
    if (!blob || !std::all_of(padding.begin(), padding.end(), [](char byte) { return byte == 0; })) {
        return notAdded(u"the signature is not one element of BER"_s);
    }
    if (!stamp || stamp->tag != sequence || stamp->whole.size() != token.size()) {
        return notAdded(u"the token is not one element of BER"_s);
    }
    const QByteArray type = derOf(OBJ_nid2obj(NID_id_smime_aa_timeStampToken), i2d_ASN1_OBJECT);
    const QByteArray attribute = derElement(sequence, type + derElement(set, token));
    QByteArray stamped = withAttributeInBlob(*blob, attribute);
    const CmsContent before = parse(blob->whole);
    const CmsContent after = parse(stamped);
    const CMS_SignerInfo* old = firstSigner(before.get());
    const CMS_SignerInfo* now = firstSigner(after.get());
    // What was spliced must read back as the same signer with one attribute more.
    const bool good = old != nullptr && now != nullptr &&
                      CMS_unsigned_get_attr_count(now) == qMax(CMS_unsigned_get_attr_count(old), 0) + 1;
    if (!good) {
        return notAdded(u"no signer to add to; "_s + takeOpensslErrors());
    }
    ERR_clear_error();
    return stamped;
}

} // namespace docsig
