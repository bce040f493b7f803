// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/flowfields.h"

#include "docsig/pades/formupdate.h"

namespace docsig {

namespace {

pdf::Dictionary emptySignatureField(pdf::IncrementalUpdate& update, const QStringList& locks) {
    pdf::Dictionary field{{"FT", pdf::Value::name("Sig")}, {"F", pdf::Value(printAndLocked)}};
    if (!locks.isEmpty()) {
        pdf::Array names;
        for (const QString& name : locks) {
            names << pdf::Value(pdf::textString(name));
        }
        field.insert("Lock",
                     pdf::Value(update.add(pdf::Value(pdf::Dictionary{{"Type", pdf::Value::name("SigFieldLock")},
                                                                      {"Action", pdf::Value::name("Include")},
                                                                      {"Fields", pdf::Value(names)}}))));
    }
    return field;
}

pdf::Dictionary emptyTextField() {
    // The appearance is always ours; the default one is only what the standard wants to be there (§12.7.3.3).
    return {{"FT", pdf::Value::name("Tx")}, {"DA", pdf::Value(pdf::String{"/TiRo 13 Tf 0 g", false})}};
}

} // namespace

Result<QByteArray> addFlowFields(const QByteArray& bytes, const FlowFields& fields) {
    const auto opened = openForChange(bytes);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    if (opened->isSigned()) {
        return fail("fields-after-signature");
    }
    pdf::IncrementalUpdate update(opened->document);
    FormUpdate form(*opened, update);
    for (const TextFieldPlan& plan : fields.texts) {
        if (const auto added = form.addField(plan.name, plan.place, emptyTextField()); !added) {
            return std::unexpected(added.error());
        }
    }
    for (const SignatureFieldPlan& plan : fields.signatures) {
        if (const auto added = form.addField(plan.name, plan.place, emptySignatureField(update, plan.locks)); !added) {
            return std::unexpected(added.error());
        }
    }
    form.finish();
    return update.write();
}

Result<QByteArray> fillFields(const QByteArray& bytes, const QList<FieldFill>& fills) {
    const auto opened = openForChange(bytes);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    pdf::IncrementalUpdate update(opened->document);
    FormUpdate form(*opened, update);
    for (const FieldFill& fill : fills) {
        const pdf::FormField* field = opened->field(fill.name);
        if (field == nullptr || field->type != "Tx") {
            return fail("field-not-fillable", fill.name);
        }
        const auto filled = form.fill(*field, pdf::Value(pdf::textString(fill.value)), fill.appearancePdf);
        if (!filled) {
            return std::unexpected(filled.error());
        }
    }
    return update.write();
}

} // namespace docsig
