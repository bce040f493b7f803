// SPDX-License-Identifier: GPL-3.0-or-later
// The part of checkPdfA() that looks at the catalog: output intents, form, signatures, layers.
#include "docsig/pdf/formfields.h"
#include "docsig/pdf/pdfaparts.h"

#include <algorithm>

namespace docsig::pdf {

namespace {

/// One profile for all intents, of a class and a colour space that the standard allows (§6.2.3).
void checkIntents(PdfaSurvey& survey, const Dictionary& catalog) {
    const Document& document = survey.document();
    std::optional<Reference> first;
    for (const Value& entry : document.get(catalog, "OutputIntents").array()) {
        const Dictionary intent = document.resolve(entry).dictionary();
        const Value profile = intent.value("DestOutputProfile");
        const bool isPdfa = document.get(intent, "S").isName("GTS_PDFA1");
        if (profile.isNull() && !isPdfa) {
            continue;
        }
        const int components = profileComponents(survey, profile);
        const bool same = !first || (profile.asReference() != nullptr && *profile.asReference() == *first);
        if (components == 0 || !same || intent.contains("DestOutputProfileRef")) {
            survey.breach(PdfaClause::OutputIntent);
        }
        if (profile.asReference() != nullptr) {
            first = *profile.asReference();
        }
        survey.intentComponents = isPdfa ? components : survey.intentComponents;
    }
}

/// A definite length, and no byte but padding behind it: what DER says of the outermost value (§6.4.3).
bool isDer(const QByteArray& contents) {
    if (contents.size() < 4 || contents[0] != 0x30) {
        return false;
    }
    const auto first = static_cast<unsigned char>(contents[1]);
    const int width = first & 0x7F;
    qint64 length = first;
    if ((first & 0x80) != 0) {
        if (width < 1 || width > 4) {
            return false;
        }
        length = 0;
        for (int index = 0; index < width; ++index) {
            length = length << 8 | static_cast<unsigned char>(contents[2 + index]);
        }
    }
    const qint64 end = length + 2 + ((first & 0x80) != 0 ? width : 0);
    return end <= contents.size() &&
           std::all_of(contents.begin() + end, contents.end(), [](char byte) { return byte == '\0'; });
}

void checkForm(PdfaSurvey& survey, const Dictionary& catalog) {
    const Document& document = survey.document();
    const Dictionary form = document.get(catalog, "AcroForm").dictionary();
    if (document.get(form, "NeedAppearances").asBool().value_or(false)) {
        survey.breach(PdfaClause::Form);
    }
    if (form.contains("XFA") || document.get(catalog, "NeedsRendering").asBool().value_or(false)) {
        survey.breach(PdfaClause::Xfa);
    }
    const auto fields = formFields(document);
    if (!fields) {
        survey.breach(PdfaClause::NotLookedAt, 0);
        return;
    }
    for (const FormField& field : *fields) {
        if (field.dictionary.contains("A") || field.dictionary.contains("AA")) {
            survey.breach(PdfaClause::Form, field.number, field.name);
        }
    }
    for (const FormField& field : signedFields(document, *fields)) {
        const Value contents = document.get(document.resolve(field.value).dictionary(), "Contents");
        if (contents.asString() == nullptr || !isDer(contents.asString()->bytes)) {
            survey.breach(PdfaClause::Signature, field.number, field.name);
        }
    }
}

void checkPermissions(PdfaSurvey& survey, const Dictionary& catalog) {
    const Document& document = survey.document();
    const Dictionary permissions = document.get(catalog, "Perms").dictionary();
    for (const QByteArray& key : permissions.keys()) {
        if (key != "DocMDP" && key != "UR3") {
            survey.breach(PdfaClause::Permissions);
        }
    }
    const Dictionary signature = document.get(permissions, "DocMDP").dictionary();
    for (const Value& entry : document.get(signature, "Reference").array()) {
        const Dictionary reference = document.resolve(entry).dictionary();
        if (reference.contains("DigestLocation") || reference.contains("DigestMethod") ||
            reference.contains("DigestValue")) {
            survey.breach(PdfaClause::Permissions);
        }
    }
}

/// Every configuration has a name of its own and switches nothing by events (§6.9).
void checkLayers(PdfaSurvey& survey, const Dictionary& catalog) {
    const Document& document = survey.document();
    const Dictionary properties = document.get(catalog, "OCProperties").dictionary();
    if (properties.isEmpty()) {
        return;
    }
    QList<Value> configurations{document.get(properties, "D")};
    for (const Value& entry : document.get(properties, "Configs").array()) {
        configurations << document.resolve(entry);
    }
    QSet<QByteArray> names;
    for (const Value& configuration : std::as_const(configurations)) {
        const Value name = document.get(configuration.dictionary(), "Name");
        const QByteArray text = name.asString() == nullptr ? QByteArray() : name.asString()->bytes;
        if (text.isEmpty() || names.contains(text) || configuration.dictionary().contains("AS")) {
            survey.breach(PdfaClause::OptionalContent);
        }
        names.insert(text);
    }
}

} // namespace

void surveyCatalog(PdfaSurvey& survey) {
    const Document& document = survey.document();
    const Dictionary catalog = document.catalog();
    checkIntents(survey, catalog);
    checkForm(survey, catalog);
    checkPermissions(survey, catalog);
    checkLayers(survey, catalog);
    if (document.get(catalog, "Names").dictionary().contains("AlternatePresentations")) {
        survey.breach(PdfaClause::Presentation);
    }
    if (catalog.contains("Requirements")) {
        survey.breach(PdfaClause::Requirements);
    }
}

} // namespace docsig::pdf
