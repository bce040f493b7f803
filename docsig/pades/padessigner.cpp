// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/padessigner.h"

#include "docsig/cms/cadesbuilder.h"
#include "docsig/keys/certificate.h"
#include "docsig/pades/formupdate.h"
#include "docsig/pdf/formimport.h"
#include "docsig/pdf/parser.h"

#include <QCryptographicHash>

namespace docsig {

namespace {

constexpr int printAndLocked = 132;
constexpr qint64 widestOffset = 9'999'999'999; // ten digits are kept free for each place of the ByteRange

QByteArray pdfDate(const QDateTime& time) {
    const int minutes = time.offsetFromUtc() / 60;
    const QString zone = QStringLiteral("%1%2'%3'")
                             .arg(QChar(minutes < 0 ? u'-' : u'+'))
                             .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
                             .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return ("D:" + time.toString(u"yyyyMMddHHmmss").toLatin1()) + zone.toLatin1();
}

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
        {"ByteRange", pdf::Value(pdf::Array{pdf::Value(0), pdf::Value(widestOffset), pdf::Value(widestOffset),
                                            pdf::Value(widestOffset)})},
        {"Contents", pdf::Value(pdf::String{QByteArray(cadesSizeBound(key), '\0'), true})},
    };
    if (request.claimedTime.isValid()) {
        signature.insert("M", pdf::Value(pdf::String{pdfDate(request.claimedTime), false}));
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
    pdf::Dictionary filled{{"FT", pdf::Value::name("Sig")}, {"F", pdf::Value(printAndLocked)}};
    const pdf::FormField* field = opened.field(request.fieldName);
    if (field != nullptr &&
        (field->type != "Sig" || field->number == 0 || field->widgets != QList<int>{field->number})) {
        return fail("sign-field-unusable", request.fieldName);
    }
    if (field != nullptr && !field->value.isNull()) {
        return fail("sign-field-taken", request.fieldName);
    }
    if (field == nullptr && !request.place) {
        return fail("sign-field-missing", request.fieldName);
    }
    if (field != nullptr) {
        filled = field->dictionary;
    }
    filled.insert("V", pdf::Value(signature));
    if (!request.appearancePdf.isEmpty()) {
        const auto appearance = pdf::importForm(update, request.appearancePdf);
        if (!appearance) {
            return std::unexpected(appearance.error());
        }
        filled.insert("AP", pdf::Value(pdf::Dictionary{{"N", pdf::Value(*appearance)}}));
    }
    if (field != nullptr) {
        update.put(update.referenceTo(field->number), pdf::Value(filled));
        return {};
    }
    const auto added = form.addField(request.fieldName, *request.place, filled);
    return added ? Result<void>() : std::unexpected(added.error());
}

/// The two parts of the file around the value of /Contents, delimiters left out with it (§12.8.1).
struct SignedParts {
    qsizetype gapBegin = 0;
    qsizetype gapEnd = 0;

    [[nodiscard]] QList<QByteArrayView> of(const QByteArray& file) const {
        const QByteArrayView view(file);
        return {view.first(gapBegin), view.sliced(gapEnd)};
    }
};

/// Finds the gap in the freshly written file and writes the ByteRange over its reserve.
std::optional<SignedParts> fixByteRange(QByteArray& file, qsizetype objectOffset) {
    pdf::Parser parser(file, objectOffset);
    const auto object = parser.indirectObject();
    const pdf::StreamPlace contents = parser.lastContentsPlace();
    const QByteArray reserve = "[0 9999999999 9999999999 9999999999]";
    const qsizetype range = object ? file.indexOf(reserve, objectOffset) : -1;
    if (range < 0 || range > object->end || contents.length == 0) {
        return std::nullopt;
    }
    const SignedParts parts{contents.offset, contents.offset + contents.length};
    const QByteArray written = "[0 " + QByteArray::number(parts.gapBegin) + ' ' + QByteArray::number(parts.gapEnd) +
                               ' ' + QByteArray::number(file.size() - parts.gapEnd) + ']';
    file.replace(range, reserve.size(), written.leftJustified(reserve.size()));
    return parts;
}

/// What stands in the file is what was meant: the CMS in the gap, zeros behind it, and its digest that of the rest.
bool holds(const QByteArray& file, const SignedParts& parts, const QByteArray& cms, const QByteArray& digest,
           Digest algorithm) {
    const QByteArray value = QByteArray::fromHex(file.mid(parts.gapBegin + 1, parts.gapEnd - parts.gapBegin - 2));
    const bool padded = std::all_of(value.begin() + cms.size(), value.end(), [](char c) { return c == '\0'; });
    return value.startsWith(cms) && padded && cms.contains(digest) && digestOf(parts.of(file), algorithm) == digest;
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
    const auto parts = fixByteRange(file, update.offsetOf(signature.number));
    const QByteArray digest = parts ? digestOf(parts->of(file), request.digest) : QByteArray();
    const auto cms = parts ? buildDetachedCades(digest, key, request.digest) : Result<QByteArray>(QByteArray());
    if (!cms) {
        return std::unexpected(cms.error());
    }
    const bool fits = parts && cms->size() * 2 <= parts->gapEnd - parts->gapBegin - 2;
    if (fits) {
        file.replace(parts->gapBegin + 1, cms->size() * 2, cms->toHex());
    }
    if (!fits || !holds(file, *parts, *cms, digest, request.digest)) {
        return fail("sign-self-check-failed");
    }
    return file;
}

} // namespace docsig
