// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/padessigner.h"

#include "docsig/cms/cadesbuilder.h"
#include "docsig/cms/cmsreader.h"
#include "docsig/cms/runningdigest.h"
#include "docsig/cms/timestamprequest.h"
#include "docsig/keys/certificate.h"
#include "docsig/pades/formupdate.h"
#include "docsig/pades/signaturegap.h"
#include "docsig/pdf/date.h"
#include "docsig/pdf/formimport.h"
#include "docsig/pdf/freshfile.h"

#include <utility>

namespace docsig {

namespace {

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

pdf::Dictionary signatureDictionary(const SignRequest& request, qsizetype capacity, const pdf::Array& references) {
    pdf::Dictionary signature{
        {"Type", pdf::Value::name("Sig")},
        {"Filter", pdf::Value::name("Adobe.PPKLite")},
        {"SubFilter", pdf::Value::name("ETSI.CAdES.detached")},
    };
    reserveSignature(signature, capacity);
    // EN 319 142-1 §6.3 wants the claimed time here, and nowhere else.
    const QDateTime claimed = request.claimedTime.isValid() ? request.claimedTime : QDateTime::currentDateTimeUtc();
    signature.insert("M", pdf::Value(pdf::dateString(claimed)));
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

std::unexpected<Error> selfCheckFailed() {
    return fail("sign-self-check-failed");
}

/// What the signature adds to the file, all but its value.
struct Revision {
    QByteArray bytes;
    SignatureGap gap; ///< counted in `bytes`
    int signature = 0;
};

Result<Revision> prepare(const ChangeablePdf& opened, const SignRequest& request, qsizetype capacity) {
    if (request.docMdpPermission > 0 && opened.isSigned()) {
        return fail("sign-certify-too-late");
    }
    pdf::IncrementalUpdate update(opened.document);
    FormUpdate form(opened, update);
    const pdf::Reference signature =
        update.add(pdf::Value(signatureDictionary(request, capacity, transforms(opened, request))));
    if (const auto placed = placeSignature(opened, request, update, form, signature); !placed) {
        return std::unexpected(placed.error());
    }
    if (request.docMdpPermission > 0) {
        form.setInCatalog("Perms", pdf::Value(pdf::Dictionary{{"DocMDP", pdf::Value(signature)}}));
    }
    form.finish();
    const qsizetype before = opened.document.bytes().size();
    Revision revision{update.revision(), {}, signature.number};
    const auto gap = fixByteRange(revision.bytes, update.offsetOf(signature.number) - before, before);
    if (!gap) {
        return selfCheckFailed();
    }
    revision.gap = *gap;
    return revision;
}

/// The bytes that stand before the revision are those that the signer saw.
Result<void> checkShown(const SignRequest& request, const QByteArray& sha256) {
    if (!request.expectedSha256.isEmpty() && sha256.toHex() != request.expectedSha256) {
        return fail("sign-other-bytes");
    }
    return {};
}

Digest digestFor(const SignRequest& request, const SigningKey& key) {
    return request.digest.value_or(key.fittingDigest());
}

qsizetype capacityFor(const SigningKey& key, const Stamper* stamper) {
    return cadesSizeBound(key) + (stamper != nullptr ? tokenReserve : 0);
}

/// The CMS with a stamp over its signature's value (ETSI EN 319 122-1 §5.3).
Result<QByteArray> stamped(const QByteArray& cms, Digest algorithm, const Stamper& stamper, qsizetype capacity) {
    // Only the value is wanted: the blob was made here a moment ago, so its content is not looked at again.
    const QByteArray value = readCms(cms, CmsForm::Cades, {}).signatureValue;
    const auto token = stampOver(digestOf({value}, algorithm), algorithm, stamper);
    auto whole = token ? withSignatureTimeStamp(cms, *token) : token;
    if (whole && whole->size() > capacity) {
        return fail("time-stamp-too-large", QString::number(token->size()));
    }
    return whole;
}

/// What was signed and how far it was taken.
struct Filled {
    QByteArray digest;
    Level reached = Level::BB;
    QList<Finding> missing;
};

/// Asks the key for the signature over what stands before and the revision, the stamper (where there is one) for a
/// stamp over it, and writes it into the gap.
Result<Filled> fill(Revision& revision, RunningDigest covered, const SignRequest& request, SigningKey& key,
                    const Stamper* stamper) {
    for (const QByteArrayView part : revision.gap.partsOf(revision.bytes)) {
        covered.add(part);
    }
    Filled filled{covered.value(), Level::BB, {}};
    const Digest algorithm = digestFor(request, key);
    auto cms = buildDetachedCades(filled.digest, key, algorithm, request.scheme);
    if (!cms) {
        return std::unexpected(cms.error());
    }
    if (stamper != nullptr) {
        auto whole = stamped(*cms, algorithm, *stamper, revision.gap.capacity());
        if (whole) {
            cms = std::move(whole);
            filled.reached = Level::BT;
        } else {
            filled.missing << missingStamp(whole.error());
        }
    }
    if (!fillGap(revision.bytes, revision.gap, *cms) || !cms->contains(filled.digest)) {
        return selfCheckFailed();
    }
    return filled;
}

/// Reads what was written back: its digest without the gap is the signed one, and a strict reader finds the signature
/// where it was put.
Result<SignedFile> readBack(pdf::FreshFile& fresh, qint64 before, const Revision& revision, const QByteArray& digest,
                            Digest algorithm) {
    const qint64 gapBegin = before + revision.gap.begin;
    const qint64 gapEnd = before + revision.gap.end;
    RunningDigest whole;
    RunningDigest covered(algorithm);
    SignedFile written;
    const auto read = fresh.passOver([&](QByteArrayView piece) {
        const qint64 begin = std::exchange(written.size, written.size + piece.size());
        const qint64 first = std::clamp<qint64>(gapBegin - begin, 0, piece.size());
        const qint64 second = std::clamp<qint64>(gapEnd - begin, 0, piece.size());
        whole.add(piece);
        covered.add(piece.first(first));
        covered.add(piece.sliced(second));
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    const auto bytes = pdf::FileBytes::open(fresh.name());
    const auto document = bytes ? pdf::Document::open(*bytes) : std::unexpected(bytes.error());
    if (!document) {
        return std::unexpected(document.error());
    }
    if (covered.value() != digest ||
        document->contentsPlace(revision.signature) != std::pair<qsizetype, qsizetype>(gapBegin, gapEnd)) {
        return selfCheckFailed();
    }
    written.sha256 = whole.value().toHex();
    return written;
}

Result<SignedPdf> signedBytes(const QByteArray& bytes, const SignRequest& request, SigningKey& key,
                              const Stamper* stamper) {
    const Digest algorithm = digestFor(request, key);
    RunningDigest covered(algorithm);
    covered.add(bytes);
    const bool sameDigest = algorithm == Digest::Sha256 || request.expectedSha256.isEmpty();
    if (const auto shown = checkShown(request, sameDigest ? covered.value() : digestOf({bytes}, Digest::Sha256));
        !shown) {
        return std::unexpected(shown.error());
    }
    const auto opened = openForChange(bytes);
    auto revision = opened ? prepare(*opened, request, capacityFor(key, stamper)) : std::unexpected(opened.error());
    if (!revision) {
        return std::unexpected(revision.error());
    }
    const auto filled = fill(*revision, std::move(covered), request, key, stamper);
    if (!filled) {
        return std::unexpected(filled.error());
    }
    QByteArray file = bytes + revision->bytes;
    // The digest is taken again of what stands in the file now.
    const SignatureGap gap{bytes.size() + revision->gap.begin, bytes.size() + revision->gap.end};
    if (digestOf(gap.partsOf(file), algorithm) != filled->digest) {
        return selfCheckFailed();
    }
    return SignedPdf{file, filled->reached, filled->missing};
}

} // namespace

Result<QByteArray> PadesSigner::sign(const QByteArray& pdf, const SignRequest& request, SigningKey& key) const {
    auto made = signedBytes(pdf, request, key, nullptr);
    return made ? Result<QByteArray>(std::move(made->pdf)) : std::unexpected(made.error());
}

Result<SignedPdf> PadesSigner::signWithStamp(const QByteArray& pdf, const SignRequest& request, SigningKey& key,
                                             const Stamper& stamper) const {
    return signedBytes(pdf, request, key, &stamper);
}

Result<SignedFile> PadesSigner::signFile(const QString& input, const QString& output, const SignRequest& request,
                                         SigningKey& key, const Stamper* stamper) const {
    const auto bytes = pdf::FileBytes::open(input);
    const auto opened = openForChange(bytes ? pdf::Document::open(*bytes) : std::unexpected(bytes.error()));
    auto revision = opened ? prepare(*opened, request, capacityFor(key, stamper)) : std::unexpected(opened.error());
    auto fresh = revision ? pdf::FreshFile::beside(output) : std::unexpected(revision.error());
    if (!fresh) {
        return std::unexpected(fresh.error());
    }
    const Digest algorithm = digestFor(request, key);
    RunningDigest covered(algorithm);
    RunningDigest shown;
    const bool apart = algorithm != Digest::Sha256 && !request.expectedSha256.isEmpty();
    Result<void> done;
    const bool whole = (*bytes)->passOver([&](QByteArrayView piece) {
        covered.add(piece);
        if (apart) {
            shown.add(piece);
        }
        done = fresh->write(piece);
        return done.has_value();
    });
    if (done && !whole) {
        return selfCheckFailed(); // the file became shorter
    }
    done = done ? checkShown(request, (apart ? shown : covered).value()) : done;
    const auto filled =
        done ? fill(*revision, std::move(covered), request, key, stamper) : std::unexpected(done.error());
    done = filled ? fresh->write(revision->bytes) : std::unexpected(filled.error());
    if (!done) {
        return std::unexpected(done.error());
    }
    auto written = readBack(*fresh, (*bytes)->bytes().size(), *revision, filled->digest, algorithm);
    done = written ? fresh->takePlace() : std::unexpected(written.error());
    if (!done) {
        return std::unexpected(done.error());
    }
    written->reached = filled->reached;
    written->missing = filled->missing;
    return written;
}

} // namespace docsig
