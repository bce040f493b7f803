// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/formupdate.h"

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

Result<ChangeablePdf> openForChange(const QByteArray& bytes) {
    auto document = pdf::Document::open(bytes);
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
    if (pdf::certifiedPermission(*document) == 1) {
        return fail("pdf-certified");
    }
    return ChangeablePdf{std::move(*document), *fields, *pages};
}

Result<pdf::Reference> FormUpdate::addField(const QString& name, const PagePlace& place, pdf::Dictionary field) {
    if (m_pdf.field(name) != nullptr) {
        return fail("field-exists", name);
    }
    if (place.page < 0 || place.page >= m_pdf.pages.size()) {
        return fail("field-page-missing", QString::number(place.page));
    }
    const int page = m_pdf.pages[place.page];
    field.insert("Type", pdf::Value::name("Annot"));
    field.insert("Subtype", pdf::Value::name("Widget"));
    field.insert("T", pdf::Value(pdf::textString(name)));
    field.insert("Rect", pdf::Value(rectangle(place.rect)));
    field.insert("P", pdf::Value(m_update.referenceTo(page)));
    if (!field.contains("F")) {
        field.insert("F", pdf::Value(4)); // Print
    }
    const pdf::Reference id = m_update.add(pdf::Value(field));
    m_annotations[page] << pdf::Value(id);
    m_fields << pdf::Value(id);
    return id;
}

void FormUpdate::appendAnnotations() {
    for (auto entry = m_annotations.constBegin(); entry != m_annotations.constEnd(); ++entry) {
        pdf::Dictionary page = m_update.object(entry.key()).dictionary();
        const pdf::Value old = page.value("Annots");
        const pdf::Array all = m_update.resolve(old).array() + entry.value();
        if (old.asReference() != nullptr) {
            m_update.put(m_update.referenceTo(old.asReference()->number), pdf::Value(all));
        } else {
            page.insert("Annots", pdf::Value(all));
            m_update.put(m_update.referenceTo(entry.key()), pdf::Value(page));
        }
    }
}

void FormUpdate::finish() {
    appendAnnotations();
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
