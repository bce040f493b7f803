// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/pdfaclauses.h"

namespace docsig::pdf {

using namespace Qt::Literals::StringLiterals;

const QList<PdfaRule>& pdfaRules() {
    static const QList<PdfaRule> rules{
        {PdfaClause::Header, u"6.1.2"_s, finding("pdfa-header", Part::Document, Weight::Fault)},
        {PdfaClause::Identifier, u"6.1.3"_s, finding("pdfa-identifier", Part::Document, Weight::Fault)},
        {PdfaClause::Encryption, u"6.1.3"_s, finding("pdfa-encrypted", Part::Document, Weight::Fault)},
        {PdfaClause::BytesAfterEnd, u"6.1.3"_s, finding("pdfa-bytes-after-end", Part::Document, Weight::Fault)},
        {PdfaClause::TableForm, u"6.1.4"_s, finding("pdfa-table-form", Part::Document, Weight::Fault)},
        {PdfaClause::StreamForm, u"6.1.7.1"_s, finding("pdfa-stream-form", Part::Document, Weight::Fault)},
        {PdfaClause::StreamOutside, u"6.1.7.1"_s, finding("pdfa-stream-outside", Part::Document, Weight::Fault)},
        {PdfaClause::Filter, u"6.1.7.2"_s, finding("pdfa-filter", Part::Document, Weight::Fault)},
        {PdfaClause::ObjectForm, u"6.1.9"_s, finding("pdfa-object-form", Part::Document, Weight::Fault)},
        {PdfaClause::InlineFilter, u"6.1.10"_s, finding("pdfa-inline-filter", Part::Document, Weight::Fault)},
        {PdfaClause::Permissions, u"6.1.12"_s, finding("pdfa-permissions", Part::Document, Weight::Fault)},
        {PdfaClause::Limit, u"6.1.13"_s, finding("pdfa-limit", Part::Document, Weight::Fault)},
        {PdfaClause::Operator, u"6.2.2"_s, finding("pdfa-operator", Part::Document, Weight::Fault)},
        {PdfaClause::ResourceMissing, u"6.2.2"_s, finding("pdfa-resource-missing", Part::Document, Weight::Fault)},
        {PdfaClause::OutputIntent, u"6.2.3"_s, finding("pdfa-output-intent", Part::Document, Weight::Fault)},
        {PdfaClause::IccProfile, u"6.2.4.2"_s, finding("pdfa-icc-profile", Part::Document, Weight::Fault)},
        {PdfaClause::DeviceColour, u"6.2.4.3"_s, finding("pdfa-device-colour", Part::Document, Weight::Fault)},
        {PdfaClause::GraphicsState, u"6.2.5"_s, finding("pdfa-graphics-state", Part::Document, Weight::Fault)},
        {PdfaClause::RenderingIntent, u"6.2.6"_s, finding("pdfa-rendering-intent", Part::Document, Weight::Fault)},
        {PdfaClause::Image, u"6.2.8"_s, finding("pdfa-image", Part::Document, Weight::Fault)},
        {PdfaClause::ExternalObject, u"6.2.9"_s, finding("pdfa-external-object", Part::Document, Weight::Fault)},
        {PdfaClause::BlendSpace, u"6.2.10"_s, finding("pdfa-blend-space", Part::Document, Weight::Fault)},
        {PdfaClause::BlendMode, u"6.2.10"_s, finding("pdfa-blend-mode", Part::Document, Weight::Fault)},
        {PdfaClause::FontForm, u"6.2.11.3"_s, finding("pdfa-font-form", Part::Document, Weight::Fault)},
        {PdfaClause::FontNotEmbedded, u"6.2.11.4"_s, finding("pdfa-font-not-embedded", Part::Document, Weight::Fault)},
        {PdfaClause::FontSubset, u"6.2.11.4"_s, finding("pdfa-font-subset", Part::Document, Weight::Fault)},
        {PdfaClause::FontWidths, u"6.2.11.5"_s, finding("pdfa-font-widths", Part::Document, Weight::Fault)},
        {PdfaClause::AnnotationType, u"6.3.1"_s, finding("pdfa-annotation-type", Part::Document, Weight::Fault)},
        {PdfaClause::AnnotationFlags, u"6.3.2"_s, finding("pdfa-annotation-flags", Part::Document, Weight::Fault)},
        {PdfaClause::AnnotationAppearance, u"6.3.3"_s,
         finding("pdfa-annotation-appearance", Part::Document, Weight::Fault)},
        {PdfaClause::Form, u"6.4.1"_s, finding("pdfa-form", Part::Document, Weight::Fault)},
        {PdfaClause::Xfa, u"6.4.2"_s, finding("pdfa-xfa", Part::Document, Weight::Fault)},
        {PdfaClause::Signature, u"6.4.3"_s, finding("pdfa-signature", Part::Document, Weight::Fault)},
        {PdfaClause::Action, u"6.5.1"_s, finding("pdfa-action", Part::Document, Weight::Fault)},
        {PdfaClause::Trigger, u"6.5.2"_s, finding("pdfa-trigger", Part::Document, Weight::Fault)},
        {PdfaClause::Metadata, u"6.6.2"_s, finding("pdfa-metadata", Part::Document, Weight::Fault)},
        {PdfaClause::Identification, u"6.6.4"_s, finding("pdfa-identification", Part::Document, Weight::Fault)},
        {PdfaClause::EmbeddedFile, u"6.8"_s, finding("pdfa-embedded-file", Part::Document, Weight::Fault)},
        {PdfaClause::OptionalContent, u"6.9"_s, finding("pdfa-optional-content", Part::Document, Weight::Fault)},
        {PdfaClause::Presentation, u"6.10"_s, finding("pdfa-presentation", Part::Document, Weight::Fault)},
        {PdfaClause::Requirements, u"6.11"_s, finding("pdfa-requirements", Part::Document, Weight::Fault)},
        {PdfaClause::NotLookedAt, u""_s, finding("pdfa-not-looked-at", Part::Document, Weight::Doubt)},
    };
    return rules;
}

} // namespace docsig::pdf
