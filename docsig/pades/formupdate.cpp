// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/formupdate.h"

#include "docsig/pdf/formimport.h"
#include "docsig/pdf/pageboxes.h"

namespace docsig {

namespace {

constexpr int appendOnly = 3; // SignaturesExist and AppendOnly, ISO 32000-1 table 219

pdf::Array rectangle(const QRectF& rect) {
    return {pdf::Value(rect.left()), pdf::Value(rect.top()), pdf::Value(rect.right()), pdf::Value(rect.bottom())};
}

} // namespace

const pdf::FormField* ChangeablePdf::field(const QString& name) const {
    const auto found = std::ranges::find(fields, name, &pdf::FormField::name);
    return found == fields.end() ? nullptr : &*found;
}

int ChangeablePdf::turnOf(int widget) const {
    const pdf::Dictionary dictionary = document.object(widget).dictionary();
    const pdf::Dictionary characteristics = document.get(dictionary, "MK").dictionary();
    if (const auto own = document.get(characteristics, "R").asInteger()) {
        return *own % 90 == 0 ? static_cast<int>((*own % 360 + 360) % 360) : 0;
    }
    return turnOfPage(pdf::pageOfAnnotation(document, pages, widget));
}

int ChangeablePdf::turnOfPage(int page) const {
    const int number = pages.value(page, 0);
    return number == 0 ? 0 : pdf::shownPage(document, number).rotation;
}

Result<ChangeablePdf> openForChange(const QByteArray& bytes, Addition addition) {
    return openForChange(pdf::Document::open(bytes), addition);
}

Result<ChangeablePdf> openForChange(Result<pdf::Document> document, Addition addition) {
    if (!document) {
        return std::unexpected(document.error());
    }
    if (document->isEncrypted()) {
        return fail("pdf-encrypted");
    }
    const auto fields = pdf::formFields(*document);
    const auto pages = document->pages();
    if (!fields || !pages || pages->isEmpty() || !document->catalogReference()) {
        return fail("pdf-form-broken");
    }
    if (addition == Addition::Content && pdf::certifiedPermission(*document) == 1) {
        return fail("pdf-certified");
    }
    return ChangeablePdf{std::move(*document), *fields, *pages};
}

Result<pdf::Reference> FormUpdate::addAnnotation(const PagePlace& place, pdf::Dictionary annotation) {
    if (place.page < 0 || place.page >= m_pdf.pages.size()) {
        return fail("field-page-missing", QString::number(place.page));
    }
    const int page = m_pdf.pages[place.page];
    if (page == 0) {
        return fail("field-page-not-own", QString::number(place.page));
    }
    const pdf::ShownPage shown = pdf::shownPage(m_pdf.document, page);
    annotation.insert("Type", pdf::Value::name("Annot"));
    annotation.insert("Rect", pdf::Value(rectangle(shown.toUserSpace(place.rect))));
    annotation.insert("P", pdf::Value(m_update.referenceTo(page)));
    const pdf::Reference id = m_update.add(pdf::Value(annotation));
    m_annotations[page] << pdf::Value(id);
    return id;
}

Result<pdf::Reference> FormUpdate::addField(const QString& name, const PagePlace& place, pdf::Dictionary field) {
    if (m_pdf.field(name) != nullptr) {
        return fail("field-exists", name);
    }
    field.insert("Subtype", pdf::Value::name("Widget"));
    field.insert("T", pdf::Value(pdf::textString(name)));
    if (!field.contains("F")) {
        field.insert("F", pdf::Value(4)); // Print
    }
    if (const int turned = m_pdf.turnOfPage(place.page); turned != 0) {
        pdf::Dictionary characteristics = field.value("MK").dictionary();
        characteristics.insert("R", pdf::Value(turned));
        field.insert("MK", pdf::Value(characteristics));
    }
    if (!field.contains("AP") && !place.rect.isEmpty()) {
        const pdf::Reference nothing = pdf::addEmptyForm(m_update, place.rect.size());
        field.insert("AP", pdf::Value(pdf::Dictionary{{"N", pdf::Value(nothing)}}));
    }
    const auto id = addAnnotation(place, std::move(field));
    if (id) {
        m_fields << pdf::Value(*id);
    }
    return id;
}

Result<void> FormUpdate::fill(const pdf::FormField& field, const pdf::Value& value, const QByteArray& appearancePdf) {
    const int widget = field.widgets.size() == 1 ? field.widgets.constFirst() : 0;
    if (field.number == 0 || widget == 0) {
        return fail("field-widgets-unusable", field.name);
    }
    pdf::Dictionary filled = field.dictionary;
    filled.insert("V", value);
    const pdf::Dictionary shown = m_update.object(widget).dictionary();
    const QSizeF size = pdf::rectangleOf(m_pdf.document, shown.value("Rect")).size();
    if (!appearancePdf.isEmpty() || (!shown.contains("AP") && !size.isEmpty())) {
        const auto appearance = appearancePdf.isEmpty()
                                    ? pdf::addEmptyForm(m_update, size)
                                    : pdf::importForm(m_update, appearancePdf, m_pdf.turnOf(widget));
        if (!appearance) {
            return std::unexpected(appearance.error());
        }
        const pdf::Value drawn(pdf::Dictionary{{"N", pdf::Value(*appearance)}});
        if (widget == field.number) {
            filled.insert("AP", drawn);
        } else {
            pdf::Dictionary separate = shown;
            separate.insert("AP", drawn);
            m_update.put(m_update.referenceTo(widget), pdf::Value(separate));
        }
    }
    m_update.put(m_update.referenceTo(field.number), pdf::Value(filled));
    return {};
}

bool FormUpdate::isShared(const pdf::Reference& annotations, int page) const {
    return std::ranges::any_of(m_pdf.pages, [&](int other) {
        const pdf::Value list = m_pdf.document.object(other).dictionary().value("Annots");
        return other != page && list.asReference() != nullptr && *list.asReference() == annotations;
    });
}

void FormUpdate::finishAnnotations() {
    for (auto entry = m_annotations.constBegin(); entry != m_annotations.constEnd(); ++entry) {
        pdf::Dictionary page = m_update.object(entry.key()).dictionary();
        const pdf::Value old = page.value("Annots");
        const pdf::Array all = m_update.resolve(old).array() + entry.value();
        // Several pages may have one list: then this page gets its own, or the field would lie on all of them.
        if (old.asReference() != nullptr && !isShared(*old.asReference(), entry.key())) {
            m_update.put(m_update.referenceTo(old.asReference()->number), pdf::Value(all));
        } else {
            page.insert("Annots", pdf::Value(all));
            m_update.put(m_update.referenceTo(entry.key()), pdf::Value(page));
        }
    }
}

void FormUpdate::finish() {
    finishAnnotations();
    const pdf::Reference root = *m_pdf.document.catalogReference();
    const pdf::Dictionary before = m_update.object(root.number).dictionary();
    pdf::Dictionary catalog = before;
    for (auto entry = m_catalogKeys.constBegin(); entry != m_catalogKeys.constEnd(); ++entry) {
        catalog.insert(entry.key(), entry.value());
    }
    const pdf::Value oldForm = catalog.value("AcroForm");
    const pdf::Dictionary formBefore = m_update.resolve(oldForm).dictionary();
    pdf::Dictionary form = formBefore;
    const pdf::Value oldFields = form.value("Fields");
    const pdf::Array fields = m_update.resolve(oldFields).array() + m_fields;
    if (oldFields.asReference() != nullptr && !m_fields.isEmpty()) {
        m_update.put(m_update.referenceTo(oldFields.asReference()->number), pdf::Value(fields));
    } else if (oldFields.asReference() == nullptr) {
        form.insert("Fields", pdf::Value(fields));
    }
    form.insert("SigFlags", pdf::Value(appendOnly));
    if (!m_pdf.isSigned()) {
        form.remove("NeedAppearances");
    }
    if (oldForm.asReference() != nullptr) {
        if (form != formBefore) {
            m_update.put(m_update.referenceTo(oldForm.asReference()->number), pdf::Value(form));
        }
    } else if (form != formBefore) {
        catalog.insert("AcroForm", pdf::Value(m_update.add(pdf::Value(form))));
    }
    if (catalog != before) {
        m_update.put(m_update.referenceTo(root.number), pdf::Value(catalog));
    }
}

} // namespace docsig
