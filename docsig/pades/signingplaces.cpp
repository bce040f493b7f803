// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/signingplaces.h"

#include "docsig/pades/formupdate.h"

namespace docsig {

Result<SigningPlaces> signingPlaces(const QByteArray& bytes) {
    const auto opened = openForChange(bytes);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const pdf::Document& document = opened->document;
    SigningPlaces places;
    places.isSigned = opened->isSigned();
    for (const int page : opened->pages) {
        places.pages.append(pdf::shownPage(document, page));
    }
    for (const pdf::FormField& field : opened->fields) {
        places.fieldNames.append(field.name);
        const bool taken = !field.value.isNull() && !pdf::isEmptySignature(document, field);
        if (field.type != "Sig" || taken || field.widgets.size() != 1) {
            continue;
        }
        const int widget = field.widgets.constFirst();
        const QRectF rect = pdf::rectangleOf(document, document.object(widget).dictionary().value("Rect"));
        const int page = pdf::pageOfAnnotation(document, opened->pages, widget);
        const QSizeF shown = page >= 0 ? places.pages.at(page).toShown(rect).size() : rect.size();
        places.openFields.append({field.name, shown});
    }
    return places;
}

} // namespace docsig
