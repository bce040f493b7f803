// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/pagestamp.h"

#include "docsig/pades/formupdate.h"
#include "docsig/pdf/formimport.h"
#include "docsig/pdf/pageboxes.h"

namespace docsig {

namespace {

constexpr int printReadOnlyLocked = 4 + 64 + 128; // annotation flags, ISO 32000-1 table 165

} // namespace

Result<QByteArray> stampPage(const QByteArray& bytes, const PagePlace& place, const QByteArray& appearancePdf,
                             const QString& text) {
    const auto opened = openForChange(bytes);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    pdf::IncrementalUpdate update(opened->document);
    FormUpdate form(*opened, update);
    const auto appearance = pdf::importForm(update, appearancePdf, opened->turnOfPage(place.page));
    if (!appearance) {
        return std::unexpected(appearance.error());
    }
    const auto added = form.addAnnotation(place, {{"Subtype", pdf::Value::name("Stamp")},
                                                  {"F", pdf::Value(printReadOnlyLocked)},
                                                  {"Contents", pdf::Value(pdf::textString(text))},
                                                  {"AP", pdf::Value(pdf::Dictionary{{"N", pdf::Value(*appearance)}})}});
    if (!added) {
        return std::unexpected(added.error());
    }
    form.finishAnnotations();
    return update.write();
}

Result<QList<QSizeF>> shownPageSizes(const QByteArray& bytes) {
    const auto opened = openForChange(bytes);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    QList<QSizeF> sizes;
    for (const int page : opened->pages) {
        sizes << pdf::shownPage(opened->document, page).size();
    }
    return sizes;
}

std::optional<PagePlace> placeOfField(const QByteArray& bytes, const QString& name) {
    const auto opened = openForChange(bytes);
    const pdf::FormField* field = opened ? opened->field(name) : nullptr;
    if (field == nullptr || field->widgets.size() != 1 || field->widgets.constFirst() == 0) {
        return std::nullopt;
    }
    const int widget = field->widgets.constFirst();
    const int page = pdf::pageOfAnnotation(opened->document, opened->pages, widget);
    const QRectF rect = pdf::rectangleOf(opened->document, opened->document.object(widget).dictionary().value("Rect"));
    if (page < 0 || rect.isEmpty()) {
        return std::nullopt;
    }
    return PagePlace{page, pdf::shownPage(opened->document, opened->pages.at(page)).toShown(rect)};
}

} // namespace docsig
