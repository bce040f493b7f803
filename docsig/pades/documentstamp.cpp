// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/documentstamp.h"

#include "docsig/cms/cadesbuilder.h"
#include "docsig/cms/cmsreader.h"
#include "docsig/pades/formupdate.h"
#include "docsig/pades/signaturegap.h"

namespace docsig {

namespace {

constexpr qsizetype spareBytes = 512;

QString freeName(const ChangeablePdf& pdf) {
    int number = 1;
    QString name;
    do {
        name = QStringLiteral("DocTimeStamp%1").arg(number++);
    } while (pdf.field(name) != nullptr);
    return name;
}

/// The file with an empty gap of that many bytes.
struct Prepared {
    QByteArray file;
    SignatureGap gap;
};

Result<Prepared> prepare(const ChangeablePdf& opened, qsizetype capacity) {
    pdf::IncrementalUpdate update(opened.document);
    FormUpdate form(opened, update);
    pdf::Dictionary stamp{{"Type", pdf::Value::name("DocTimeStamp")},
                          {"Filter", pdf::Value::name("Adobe.PPKLite")},
                          {"SubFilter", pdf::Value::name("ETSI.RFC3161")}};
    reserveSignature(stamp, capacity);
    const pdf::Reference value = update.add(pdf::Value(stamp));
    const auto field =
        form.addField(freeName(opened), {0, QRectF()},
                      {{"FT", pdf::Value::name("Sig")}, {"F", pdf::Value(printAndLocked)}, {"V", pdf::Value(value)}});
    if (!field) {
        return std::unexpected(field.error());
    }
    form.finish();
    Prepared made{update.write(), {}};
    const auto gap = fixByteRange(made.file, update.offsetOf(value.number));
    if (!gap) {
        return fail("document-stamp-gap-missing");
    }
    made.gap = *gap;
    return made;
}

} // namespace

Result<QByteArray> withDocumentStamp(const ChangeablePdf& opened, const Stamper& stamper) {
    qsizetype capacity = tokenReserve;
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto made = prepare(opened, capacity);
        if (!made) {
            return std::unexpected(made.error());
        }
        const auto token = stampOver(digestOf(made->gap.partsOf(made->file), Digest::Sha256), Digest::Sha256, stamper);
        if (!token) {
            return token;
        }
        if (token->size() > capacity) {
            capacity = token->size() + spareBytes; // another token of the same authority may differ by a few bytes
            continue;
        }
        const bool stands = fillGap(made->file, made->gap, *token);
        const CmsReading reading = readCms(*token, CmsForm::TimeStamp, made->gap.partsOf(made->file));
        if (stands && reading.integrity == Judgement::Valid) {
            return std::move(made->file);
        }
        break;
    }
    return fail("document-stamp-failed");
}

} // namespace docsig
