// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/signaturefacts.h"

#include "docsig/pades/fieldlocks.h"
#include "docsig/pdf/date.h"

#include <array>

namespace docsig {

namespace {

QString textAt(const pdf::Document& document, const pdf::Dictionary& dictionary, const char* key) {
    const pdf::Value value = document.get(dictionary, key);
    return value.asString() == nullptr ? QString() : pdf::textOf(*value.asString()).left(1000);
}

QRectF rectOf(const pdf::Document& document, const pdf::Dictionary& widget) {
    const pdf::Array list = document.get(widget, "Rect").array();
    if (list.size() != 4) {
        return {};
    }
    std::array<double, 4> edges{};
    for (std::size_t index = 0; index < 4; ++index) {
        edges[index] = document.resolve(list[static_cast<qsizetype>(index)]).asNumber().value_or(0);
    }
    return QRectF(QPointF(edges[0], edges[1]), QPointF(edges[2], edges[3])).normalized();
}

void placeOf(const pdf::Document& document, const pdf::FormField& field, SignatureResult& result) {
    const pdf::Dictionary widget = field.widgets.isEmpty() || field.widgets.constFirst() == 0
                                       ? field.dictionary
                                       : document.object(field.widgets.constFirst()).dictionary();
    const QRectF rect = rectOf(document, widget);
    const pdf::Value page = widget.value("P");
    const auto pages = document.pages();
    if (!rect.isEmpty() && pages && page.asReference() != nullptr) {
        result.page = static_cast<int>(pages->indexOf(page.asReference()->number));
        result.rect = rect;
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
