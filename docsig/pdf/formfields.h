// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/document.h"

#include <QString>

namespace docsig::pdf {

/// A terminal field of the interactive form (ISO 32000-1 §12.7.3) with what it inherits.
struct FormField {
    QString name;    ///< full: partial names joined by dots
    int number = 0;  ///< object number of the field; 0: it stands directly in an array
    QByteArray type; ///< "Sig", "Tx", "Btn", "Ch"; empty: unknown
    Dictionary dictionary;
    Value value;        ///< /V unresolved, inherited where the field has none
    QList<int> widgets; ///< object numbers; the field's own where both are one
};

/// Every terminal field, at most 10,000; nothing where the tree is broken or deeper than 32.
[[nodiscard]] std::optional<QList<FormField>> formFields(const Document& document);

/// Whether the field's signature was only prepared: its /Contents is there and holds nothing but zeros.
[[nodiscard]] bool isEmptySignature(const Document& document, const FormField& field);

/// The fields that hold a signature or document time stamp; not those that were only prepared.
[[nodiscard]] QList<FormField> signedFields(const Document& document, const QList<FormField>& fields);

/// The permission of the certification signature named by the catalog's /Perms: 1, 2 or 3; 0 for none (§12.8.2.2,
/// §12.8.4).
[[nodiscard]] int certifiedPermission(const Document& document);

} // namespace docsig::pdf
