// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/signaturefacts.h"

#include "docsig/pades/fieldlocks.h"
#include "docsig/pdf/date.h"
#include "docsig/pdf/pageboxes.h"

namespace docsig {

namespace {

QString textAt(const pdf::Document& document, const pdf::Dictionary& dictionary, const char* key) {
    const pdf::Value value = document.get(dictionary, key);
    return value.asString() == nullptr ? QString() : pdf::textOf(*value.asString()).left(1000);
}

void placeOf(const pdf::Document& document, const pdf::FormField& field, SignatureResult& result) {
    const int number = field.widgets.isEmpty() ? 0 : field.widgets.constFirst();
    const pdf::Dictionary widget = number == 0 ? field.dictionary : document.object(number).dictionary();
    const QRectF rect = pdf::rectangleOf(document, widget.value("Rect"));
    const auto pages = document.pages();
    if (rect.isEmpty() || !pages) {
        return;
    }
    result.page = pdf::pageOfAnnotation(document, *pages, number);
    if (result.page >= 0) {
        result.rect = pdf::shownPage(document, pages->at(result.page)).toShown(rect);
    }
}

} // namespace

SignatureResult signatureFacts(const pdf::Document& document, const pdf::FormField& field) {
    SignatureResult result;
    const pdf::Dictionary signature = document.resolve(field.value).dictionary();
    const pdf::Value subFilter = document.get(signature, "SubFilter");
    result.fieldName = field.name;
    result.subFilter = subFilter.asName() == nullptr ? QString() : QString::fromLatin1(subFilter.asName()->text);
    result.kind = result.subFilter == u"ETSI.RFC3161" ? QStringLiteral("docTimeStamp") : QStringLiteral("signature");
    result.reason = textAt(document, signature, "Reason");
    result.location = textAt(document, signature, "Location");
    result.claimedTime = pdf::dateOf(textAt(document, signature, "M"));
    for (const pdf::Dictionary& parameters : transformsOf(document, signature, "DocMDP")) {
        result.docMdpPermission =
            static_cast<int>(std::clamp<qint64>(document.get(parameters, "P").asInteger().value_or(2), 1, 3));
    }
    for (const pdf::Dictionary& parameters : transformsOf(document, signature, "FieldMDP")) {
        for (const pdf::Value& name : document.get(parameters, "Fields").array()) {
            const pdf::Value locked = document.resolve(name);
            if (const pdf::String* text = locked.asString()) {
                result.lockedFields << pdf::textOf(*text);
            }
        }
    }
    placeOf(document, field, result);
    return result;
}

} // namespace docsig
