// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pades/flowfields.h"
#include "docsig/pdf/document.h"
#include "docsig/pdf/formfields.h"
#include "docsig/pdf/incrementalupdate.h"

namespace docsig {

/// /F of the widgets that we add: Print and Locked (ISO 32000-1 table 165).
inline constexpr int printAndLocked = 132;

/// A PDF that may be changed, with its fields: read strictly, not encrypted, not certified against changes.
struct ChangeablePdf {
    pdf::Document document;
    QList<pdf::FormField> fields;
    QList<int> pages;

    [[nodiscard]] bool isSigned() const { return !pdf::signedFields(document, fields).isEmpty(); }
    [[nodiscard]] const pdf::FormField* field(const QString& name) const;
    /// By how many degrees an appearance stands counterclockwise in that widget, so that it is upright for the reader:
    /// as its own /MK says, else as its page is turned.
    [[nodiscard]] int turnOf(int widget) const;
    /// The same on a page, from 0.
    [[nodiscard]] int turnOfPage(int page) const;
};

/// What is going to be added. Evidence (a DSS, document time stamps) may come to a file that is certified against every
/// change: EN 319 142-1 §5.4.1 and §5.5 take both out of what DocMDP restricts.
enum class Addition { Content, Evidence };

/// Codes: those of pdf::Document::open, pdf-encrypted, pdf-form-broken, pdf-certified.
[[nodiscard]] Result<ChangeablePdf> openForChange(const QByteArray& bytes, Addition addition = Addition::Content);
[[nodiscard]] Result<ChangeablePdf> openForChange(Result<pdf::Document> document,
                                                  Addition addition = Addition::Content);

/// Changes a form: adds widget annotations that are fields to their pages and to the form, and fills those that are
/// there. The form's /SigFlags say "append only".
class FormUpdate {
public:
    FormUpdate(const ChangeablePdf& pdf, pdf::IncrementalUpdate& update)
        : m_pdf(pdf)
        , m_update(update) {}

    /// Any annotation, with its place. Codes: field-page-missing, field-page-not-own.
    [[nodiscard]] Result<pdf::Reference> addAnnotation(const PagePlace& place, pdf::Dictionary annotation);
    /// Codes: field-exists, those of addAnnotation().
    [[nodiscard]] Result<pdf::Reference> addField(const QString& name, const PagePlace& place, pdf::Dictionary field);
    /// Puts a value into a field that has one widget, its own object or a separate one, and draws it there; an empty
    /// appearance leaves the drawing as it is, or gives an empty one where there is none. Codes:
    /// field-widgets-unusable, those of importForm().
    [[nodiscard]] Result<void> fill(const pdf::FormField& field, const pdf::Value& value,
                                    const QByteArray& appearancePdf);
    /// Writes the changed form and pages into the update; call it once, last.
    void finish();
    /// The same where only annotations were added: the form stays as it is.
    void finishAnnotations();
    /// A key to set in the catalog with finish().
    void setInCatalog(const char* key, const pdf::Value& value) { m_catalogKeys.insert(key, value); }

private:
    [[nodiscard]] bool isShared(const pdf::Reference& annotations, int page) const;

    const ChangeablePdf& m_pdf;
    pdf::IncrementalUpdate& m_update;
    QMap<int, pdf::Array> m_annotations; ///< by page object
    pdf::Array m_fields;
    pdf::Dictionary m_catalogKeys;
};

} // namespace docsig
