// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/padessigner.h"

#include "docsig/cms/cadesbuilder.h"
#include "docsig/keys/certificate.h"
#include "docsig/pades/formupdate.h"
#include "docsig/pades/signaturegap.h"
#include "docsig/pdf/date.h"
#include "docsig/pdf/formimport.h"

#include <QCryptographicHash>

namespace docsig {

namespace {

constexpr int printAndLocked = 132;

pdf::Dictionary transform(const char* method, pdf::Dictionary parameters) {
    parameters.insert("Type", pdf::Value::name("TransformParams"));
    parameters.insert("V", pdf::Value::name("1.2"));
    return {{"Type", pdf::Value::name("SigRef")},
            {"TransformMethod", pdf::Value::name(method)},
            {"TransformParams", pdf::Value(parameters)}};
}

/// What the signature forbids from now on: DocMDP for the file, FieldMDP as the field's lock says (§12.8.2).
pdf::Array transforms(const ChangeablePdf& opened, const SignRequest& request) {
    pdf::Array references;
    if (request.docMdpPermission > 0) {
        references << pdf::Value(transform("DocMDP", {{"P", pdf::Value(request.docMdpPermission)}}));
    }
    const pdf::FormField* field = opened.field(request.fieldName);
    if (request.applyFieldLock && field != nullptr) {
        const pdf::Dictionary lock = opened.document.get(field->dictionary, "Lock").dictionary();
        if (!lock.isEmpty()) {
            references << pdf::Value(transform(
                "FieldMDP", {{"Action", lock.value("Action")}, {"Fields", opened.document.get(lock, "Fields")}}));
        }
    }
    return references;
}

pdf::Dictionary signatureDictionary(const SignRequest& request, SigningKey& key, const pdf::Array& references) {
    pdf::Dictionary signature{
        {"Type", pdf::Value::name("Sig")},
        {"Filter", pdf::Value::name("Adobe.PPKLite")},
        {"SubFilter", pdf::Value::name("ETSI.CAdES.detached")},
    };
    reserveSignature(signature, cadesSizeBound(key));
    if (request.claimedTime.isValid()) {
        signature.insert("M", pdf::Value(pdf::dateString(request.claimedTime)));
    }
    if (!request.reason.isEmpty()) {
        signature.insert("Reason", pdf::Value(pdf::textString(request.reason)));
    }
    if (!request.location.isEmpty()) {
        signature.insert("Location", pdf::Value(pdf::textString(request.location)));
    }
    if (!references.isEmpty()) {
        signature.insert("Reference", pdf::Value(references));
    }
    return signature;
}

/// Puts the signature into its field, which is made where a place is given and none is there.
Result<void> placeSignature(const ChangeablePdf& opened, const SignRequest& request, pdf::IncrementalUpdate& update,
                            FormUpdate& form, pdf::Reference signature) {
    const pdf::FormField* field = opened.field(request.fieldName);
    if (field != nullptr && field->type != "Sig") {
        return fail("sign-field-unusable", request.fieldName);
    }
    if (field != nullptr && !field->value.isNull()) {
        return fail("sign-field-taken", request.fieldName);
    }
    if (field == nullptr && !request.place) {
        return fail("sign-field-missing", request.fieldName);
    }
    if (field != nullptr) {
        return form.fill(*field, pdf::Value(signature), request.appearancePdf);
    }
    pdf::Dictionary filled{
        {"FT", pdf::Value::name("Sig")}, {"F", pdf::Value(printAndLocked)}, {"V", pdf::Value(signature)}};
    if (!request.appearancePdf.isEmpty()) {
        const auto appearance = pdf::importForm(update, request.appearancePdf, opened.turnOfPage(request.place->page));
        if (!appearance) {
            return std::unexpected(appearance.error());
        }
        filled.insert("AP", pdf::Value(pdf::Dictionary{{"N", pdf::Value(*appearance)}}));
    }
    const auto added = form.addField(request.fieldName, *request.place, filled);
    return added ? Result<void>() : std::unexpected(added.error());
}

} // namespace

Result<QByteArray> PadesSigner::sign(const QByteArray& bytes, const SignRequest& request, SigningKey& key) const {
    if (!request.expectedSha256.isEmpty() &&
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() != request.expectedSha256) {
        return fail("sign-other-bytes");
    }
    const auto opened = openForChange(bytes);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    if (request.docMdpPermission > 0 && opened->isSigned()) {
        return fail("sign-certify-too-late");
    }
    const Digest algorithm = request.digest.value_or(key.fittingDigest());
    pdf::IncrementalUpdate update(opened->document);
    FormUpdate form(*opened, update);
    const pdf::Reference signature =
        update.add(pdf::Value(signatureDictionary(request, key, transforms(*opened, request))));
    if (const auto placed = placeSignature(*opened, request, update, form, signature); !placed) {
        return std::unexpected(placed.error());
    }
    if (request.docMdpPermission > 0) {
        form.setInCatalog("Perms", pdf::Value(pdf::Dictionary{{"DocMDP", pdf::Value(signature)}}));
    }
    form.finish();

    QByteArray file = update.write();
    const auto gap = fixByteRange(file, update.offsetOf(signature.number));
    const QByteArray digest = gap ? digestOf(gap->partsOf(file), algorithm) : QByteArray();
    const auto cms =
        gap ? buildDetachedCades(digest, key, algorithm, request.scheme) : Result<QByteArray>(QByteArray());
    if (!cms) {
        return std::unexpected(cms.error());
    }
    // The digest is taken again of what stands in the file now.
    if (!gap || !fillGap(file, *gap, *cms) || !cms->contains(digest) ||
        digestOf(gap->partsOf(file), algorithm) != digest) {
        return fail("sign-self-check-failed");
    }
    return file;
}

} // namespace docsig
