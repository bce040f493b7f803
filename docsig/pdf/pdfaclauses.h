// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"

#include <QList>
#include <QString>

namespace docsig::pdf {

/// The clauses of ISO 19005-2:2011, conformance level B, that checkPdfA() looks at.
enum class PdfaClause {
    Header,
    Identifier,
    Encryption,
    BytesAfterEnd,
    TableForm,
    StreamForm,
    StreamOutside,
    Filter,
    ObjectForm,
    InlineFilter,
    Permissions,
    Limit,
    Operator,
    ResourceMissing,
    OutputIntent,
    IccProfile,
    DeviceColour,
    GraphicsState,
    RenderingIntent,
    Image,
    ExternalObject,
    BlendSpace,
    BlendMode,
    FontForm,
    FontNotEmbedded,
    FontSubset,
    FontWidths,
    AnnotationType,
    AnnotationFlags,
    AnnotationAppearance,
    Form,
    Xfa,
    Signature,
    Action,
    Trigger,
    Metadata,
    Identification,
    EmbeddedFile,
    OptionalContent,
    Presentation,
    Requirements,
    NotLookedAt ///< no clause: something that this check can't read
};

/// One row of the list: what a breach of the clause is called.
struct PdfaRule {
    PdfaClause clause;
    QString number; ///< "6.1.3"; of NotLookedAt empty
    Finding breach; ///< without a place
};

/// Every rule, in the order of the standard.
[[nodiscard]] const QList<PdfaRule>& pdfaRules();

} // namespace docsig::pdf
