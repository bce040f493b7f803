// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/pdfadrawing.h"

#include <algorithm>

namespace docsig::pdf {

namespace {

constexpr int deepestForm = 30;
constexpr qsizetype deepestNesting = 28; // of q, ISO 19005-2 §6.1.13
constexpr qint64 mostInstructions = 20'000'000;

/// Every operator of ISO 32000-1 table A.1.
bool isOperator(const QByteArray& name) {
    static const QSet<QByteArray> known{
        "b",   "B",  "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c",  "cm", "CS", "cs",  "d",   "d0", "d1", "Do", "DP",
        "EMC", "ET", "EX", "f",  "F",   "f*", "G",   "g",  "gs", "h",  "i",  "j",  "J",   "K",   "k",  "l",  "m",  "M",
        "MP",  "n",  "q",  "Q",  "re",  "RG", "rg",  "ri", "s",  "S",  "SC", "sc", "SCN", "scn", "sh", "T*", "Tc", "Td",
        "TD",  "Tf", "Tj", "TJ", "TL",  "Tm", "Tr",  "Ts", "Tw", "Tz", "v",  "w",  "W",   "W*",  "y",  "'",  "\""};
    return known.contains(name);
}

bool isBlendMode(const Value& mode) {
    static const QSet<QByteArray> known{"Normal",    "Compatible", "Multiply",   "Screen",    "Overlay",   "Darken",
                                        "Lighten",   "ColorDodge", "ColorBurn",  "HardLight", "SoftLight", "Difference",
                                        "Exclusion", "Hue",        "Saturation", "Color",     "Luminosity"};
    return mode.asName() != nullptr && known.contains(mode.asName()->text);
}

bool isRenderingIntent(const Value& intent) {
    return intent.isNull() || intent.isName("RelativeColorimetric") || intent.isName("AbsoluteColorimetric") ||
           intent.isName("Perceptual") || intent.isName("Saturation");
}

int numberOf(const Value& value, int otherwise) {
    return value.asReference() == nullptr ? otherwise : value.asReference()->number;
}

} // namespace

bool PdfaDrawing::takeTransparency() {
    return std::exchange(m_transparent, false);
}

bool PdfaDrawing::isNew(const Value& reference) {
    const int number = numberOf(reference, 0);
    if (number == 0) {
        return true;
    }
    const bool fresh = !m_seen.contains(number);
    m_seen.insert(number);
    return fresh;
}

void PdfaDrawing::lookAtContent(const QByteArray& bytes, const Dictionary& resources, int object) {
    if (m_depth >= deepestForm) {
        m_survey.breach(PdfaClause::NotLookedAt, object);
        return;
    }
    ++m_depth;
    const QList<TextState> outer = std::exchange(m_states, {TextState{}});
    ContentReader reader(bytes);
    while (auto instruction = reader.next()) {
        if (++m_instructions > mostInstructions) {
            m_survey.breach(PdfaClause::NotLookedAt, object);
            break;
        }
        obey(*instruction, resources, object);
    }
    if (reader.failed()) {
        m_survey.breach(PdfaClause::NotLookedAt, object);
    }
    m_states = outer;
    --m_depth;
}

Value PdfaDrawing::resource(const Dictionary& resources, const char* kind, const Instruction& instruction, int object) {
    const Value name = instruction.operands.isEmpty() ? Value() : instruction.operands.constLast();
    const Value found =
        name.asName() == nullptr ? Value() : m_document.get(resources, kind).dictionary().value(name.asName()->text);
    if (m_document.resolve(found).isNull()) {
        m_survey.breach(PdfaClause::ResourceMissing, object, QString::fromLatin1(instruction.name));
    }
    return found;
}

void PdfaDrawing::obey(const Instruction& instruction, const Dictionary& resources, int object) {
    const QByteArray& name = instruction.name;
    if (!isOperator(name)) {
        m_survey.breach(PdfaClause::Operator, object, QString::fromLatin1(name));
    } else if (name == "Do") {
        const Value named = resource(resources, "XObject", instruction, object);
        const Value kind = m_document.get(m_document.resolve(named).dictionary(), "Subtype");
        if (kind.isName("Image")) {
            lookAtPicture(named, resources);
        } else if (kind.isName("Form")) {
            lookAtForm(named, resources);
        } else if (kind.isName("PS")) {
            m_survey.breach(PdfaClause::ExternalObject, object);
        }
    } else if (name == "BI") {
        const Dictionary image = instruction.operands.value(0).dictionary();
        for (const char* key : {"F", "Filter"}) {
            const Value filter = image.value(key);
            for (const Value& entry : filter.isArray() ? filter.array() : Array{filter}) {
                if (entry.isName("LZW") || entry.isName("LZWDecode") || entry.isName("Crypt")) {
                    m_survey.breach(PdfaClause::InlineFilter, object);
                }
            }
        }
        const bool mask = image.value("IM").asBool().value_or(image.value("ImageMask").asBool().value_or(false));
        const Value space = image.contains("CS") ? image.value("CS") : image.value("ColorSpace");
        if (!mask && !space.isNull()) {
            surveyColourSpace(m_survey, space, resources, object);
        }
        if (image.value("I").asBool().value_or(image.value("Interpolate").asBool().value_or(false))) {
            m_survey.breach(PdfaClause::Image, object);
        }
    } else {
        obeyColour(instruction, resources, object);
        obeyState(instruction, resources, object);
        if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
            showText(resources, object);
        }
    }
}

void PdfaDrawing::obeyColour(const Instruction& instruction, const Dictionary& resources, int object) {
    const QByteArray& name = instruction.name;
    static const QHash<QByteArray, const char*> device{{"g", "DeviceGray"}, {"G", "DeviceGray"}, {"rg", "DeviceRGB"},
                                                       {"RG", "DeviceRGB"}, {"k", "DeviceCMYK"}, {"K", "DeviceCMYK"}};
    if (const auto space = device.constFind(name); space != device.constEnd()) {
        surveyColourSpace(m_survey, Value::name(*space), resources, object);
    } else if (name == "cs" || name == "CS") {
        surveyColourSpace(m_survey, instruction.operands.value(0), resources, object);
    } else if ((name == "scn" || name == "SCN") && !instruction.operands.isEmpty() &&
               instruction.operands.constLast().asName() != nullptr) {
        lookAtPattern(resource(resources, "Pattern", instruction, object), resources);
    } else if (name == "sh") {
        const Value shading = resource(resources, "Shading", instruction, object);
        surveyColourSpace(m_survey, m_document.resolve(shading).dictionary().value("ColorSpace"), resources, object);
    } else if (name == "ri" && !isRenderingIntent(instruction.operands.value(0))) {
        m_survey.breach(PdfaClause::RenderingIntent, object);
    }
}

void PdfaDrawing::obeyState(const Instruction& instruction, const Dictionary& resources, int object) {
    const QByteArray& name = instruction.name;
    if (name == "q") {
        m_states << TextState(m_states.constLast());
        if (m_states.size() > deepestNesting + 1) {
            m_survey.breach(PdfaClause::Limit, object, QStringLiteral("q"));
            m_states.removeFirst();
        }
    } else if (name == "Q" && m_states.size() > 1) {
        m_states.removeLast();
    } else if (name == "gs") {
        lookAtSetting(resource(resources, "ExtGState", instruction, object), object);
    } else if (name == "Tr") {
        m_states.last().shown = instruction.operands.value(0).asInteger() != 3;
    } else if (name == "Tf") {
        const Instruction named{name, {instruction.operands.value(0)}};
        m_states.last().font = resource(resources, "Font", named, object);
    }
}

void PdfaDrawing::showText(const Dictionary& resources, int object) {
    const TextState state = m_states.constLast();
    // Text that is not painted needs no font in the file (§6.2.11.4.1).
    if (state.shown && !state.font.isNull() && isNew(state.font)) {
        const Dictionary font = m_document.resolve(state.font).dictionary();
        surveyFont(m_survey, font, numberOf(state.font, object));
        lookAtGlyphs(font, resources);
    }
}

void PdfaDrawing::lookAtGlyphs(const Dictionary& font, const Dictionary& outerResources) {
    if (!m_document.get(font, "Subtype").isName("Type3")) {
        return;
    }
    const Value own = m_document.get(font, "Resources");
    for (const Value& glyph : m_document.get(font, "CharProcs").dictionary()) {
        if (const auto bytes = isNew(glyph) ? decodedBytes(m_survey, glyph) : std::nullopt) {
            lookAtContent(*bytes, own.isDictionary() ? own.dictionary() : outerResources, numberOf(glyph, 0));
        }
    }
}

void PdfaDrawing::lookAtForm(const Value& form, const Dictionary& outerResources) {
    if (!isNew(form)) {
        return;
    }
    const int object = numberOf(form, 0);
    const Dictionary dictionary = m_document.resolve(form).dictionary();
    if (dictionary.contains("OPI") || dictionary.contains("Ref") || dictionary.contains("PS") ||
        m_document.get(dictionary, "Subtype2").isName("PS")) {
        m_survey.breach(PdfaClause::ExternalObject, object);
    }
    const Value own = m_document.get(dictionary, "Resources");
    const Dictionary resources = own.isDictionary() ? own.dictionary() : outerResources;
    const Dictionary group = m_document.get(dictionary, "Group").dictionary();
    if (m_document.get(group, "S").isName("Transparency")) {
        m_transparent = true;
        if (group.contains("CS")) {
            surveyColourSpace(m_survey, group.value("CS"), resources, object);
        }
    }
    if (const auto bytes = decodedBytes(m_survey, form)) {
        lookAtContent(*bytes, resources, object);
    } else {
        m_survey.breach(PdfaClause::NotLookedAt, object);
    }
}

void PdfaDrawing::lookAtPattern(const Value& pattern, const Dictionary& resources) {
    if (!isNew(pattern)) {
        return;
    }
    const int object = numberOf(pattern, 0);
    const Dictionary dictionary = m_document.resolve(pattern).dictionary();
    if (m_document.get(dictionary, "PatternType").asInteger() == 2) {
        const Dictionary shading = m_document.get(dictionary, "Shading").dictionary();
        surveyColourSpace(m_survey, shading.value("ColorSpace"), resources, object);
    } else if (const auto bytes = decodedBytes(m_survey, pattern)) {
        lookAtContent(*bytes, m_document.get(dictionary, "Resources").dictionary(), object);
    }
}

void PdfaDrawing::lookAtPicture(const Value& picture, const Dictionary& resources) {
    if (!isNew(picture)) {
        return;
    }
    const int object = numberOf(picture, 0);
    const Dictionary image = m_document.resolve(picture).dictionary();
    if (image.contains("Alternates") || image.contains("OPI") ||
        m_document.get(image, "Interpolate").asBool().value_or(false)) {
        m_survey.breach(PdfaClause::Image, object);
    }
    if (!isRenderingIntent(m_document.get(image, "Intent"))) {
        m_survey.breach(PdfaClause::RenderingIntent, object);
    }
    const bool mask = m_document.get(image, "ImageMask").asBool().value_or(false);
    const Value filter = m_document.get(image, "Filter");
    if (filter.isName("JPXDecode") || filter.array().contains(Value::name("JPXDecode"))) {
        // Its colours and depths are said inside the JPEG 2000 data.
        m_survey.breach(PdfaClause::NotLookedAt, object);
    } else if (!mask) {
        surveyColourSpace(m_survey, image.value("ColorSpace"), resources, object);
    }
    // A soft mask is grey by definition; its grey is no colour.
    m_transparent = m_transparent || !m_document.get(image, "SMask").isNull();
}

void PdfaDrawing::lookAtSetting(const Value& setting, int object) {
    if (!isNew(setting)) {
        return;
    }
    const Dictionary state = m_document.resolve(setting).dictionary();
    const int number = numberOf(setting, object);
    const Value transfer = m_document.get(state, "TR2");
    if (state.contains("TR") || state.contains("HTP") || (!transfer.isNull() && !transfer.isName("Default"))) {
        m_survey.breach(PdfaClause::GraphicsState, number);
    }
    const Dictionary halftone = m_document.get(state, "HT").dictionary();
    const qint64 kind = m_document.get(halftone, "HalftoneType").asInteger().value_or(1);
    if ((kind != 1 && kind != 5) || halftone.contains("HalftoneName")) {
        m_survey.breach(PdfaClause::GraphicsState, number);
    }
    if (!isRenderingIntent(m_document.get(state, "RI"))) {
        m_survey.breach(PdfaClause::RenderingIntent, number);
    }
    const Value mode = m_document.get(state, "BM");
    const Array modes = mode.isArray() ? mode.array() : Array{mode};
    if (!mode.isNull() && !std::ranges::all_of(modes, isBlendMode)) {
        m_survey.breach(PdfaClause::BlendMode, number);
    }
    const Value mask = m_document.get(state, "SMask");
    m_transparent = m_transparent || (!mode.isNull() && !mode.isName("Normal") && !mode.isName("Compatible")) ||
                    mask.isDictionary() || m_document.get(state, "ca").asNumber().value_or(1) < 1 ||
                    m_document.get(state, "CA").asNumber().value_or(1) < 1;
    if (mask.isDictionary()) {
        lookAtForm(mask.dictionary().value("G"), {});
    }
    const Value font = m_document.get(state, "Font");
    if (!font.array().isEmpty()) {
        m_states.last().font = font.array().constFirst();
    }
}

} // namespace docsig::pdf
