// SPDX-License-Identifier: GPL-3.0-or-later
// The part of checkPdfA() that looks at colour spaces: ISO 19005-2 §6.2.4.
#include "docsig/pdf/pdfaparts.h"

namespace docsig::pdf {

namespace {

constexpr int deepestColour = 8;

/// The components of a device colour space; 0: it is none.
int deviceComponents(const Value& space) {
    if (space.isName("DeviceGray") || space.isName("G")) {
        return 1;
    }
    if (space.isName("DeviceRGB") || space.isName("RGB")) {
        return 3;
    }
    return space.isName("DeviceCMYK") || space.isName("CMYK") ? 4 : 0;
}

const char* defaultOf(int components) {
    return components == 1 ? "DefaultGray" : components == 3 ? "DefaultRGB" : "DefaultCMYK";
}

} // namespace

int profileComponents(const PdfaSurvey& survey, const Value& profile) {
    const auto bytes = decodedBytes(survey, profile);
    if (!bytes || bytes->size() < 128 || bytes->mid(36, 4) != "acsp" || (*bytes)[8] > 4) {
        return 0;
    }
    static const QList<QByteArray> classes{"mntr", "prtr", "scnr", "spac"};
    const QByteArray space = bytes->mid(16, 4);
    const int components = space == "GRAY" ? 1 : space == "RGB " || space == "Lab " ? 3 : space == "CMYK" ? 4 : 0;
    const Document& document = survey.document();
    const auto told = document.get(document.resolve(profile).dictionary(), "N").asInteger();
    return classes.contains(bytes->mid(12, 4)) && told == components ? components : 0;
}

void surveyColourSpace(PdfaSurvey& survey, const Value& given, const Dictionary& resources, int object, int depth) {
    const Document& document = survey.document();
    const Value space = document.resolve(given);
    if (depth > deepestColour) {
        survey.breach(PdfaClause::NotLookedAt, object);
        return;
    }
    const Dictionary spaces = document.get(resources, "ColorSpace").dictionary();
    if (const int components = deviceComponents(space); components > 0) {
        const bool covered = components == 1 ? survey.intentComponents > 0 : survey.intentComponents == components;
        if (!covered && !spaces.contains(defaultOf(components))) {
            survey.breach(PdfaClause::DeviceColour, object, QString::number(components));
        }
        return;
    }
    if (space.asName() != nullptr) {
        const Value named = spaces.value(space.asName()->text);
        if (!named.isNull()) {
            surveyColourSpace(survey, named, resources, object, depth + 1);
        } else if (!space.isName("Pattern")) {
            survey.breach(PdfaClause::ResourceMissing, object, QString::fromLatin1(space.asName()->text));
        }
        return;
    }
    const Array parts = space.array();
    const Value kind = parts.isEmpty() ? Value() : document.resolve(parts.first());
    if (kind.isName("ICCBased")) {
        if (profileComponents(survey, parts.value(1)) == 0) {
            survey.breach(PdfaClause::IccProfile, object);
        }
    } else if (kind.isName("Indexed") || kind.isName("I") || kind.isName("Pattern")) {
        if (parts.size() > 1) {
            surveyColourSpace(survey, parts.at(1), resources, object, depth + 1);
        }
    } else if (kind.isName("Separation") || kind.isName("DeviceN")) {
        surveyColourSpace(survey, parts.value(2), resources, object, depth + 1);
    } else if (parts.size() == 1) {
        surveyColourSpace(survey, kind, resources, object, depth + 1);
    } else if (!kind.isName("CalGray") && !kind.isName("CalRGB") && !kind.isName("Lab")) {
        survey.breach(PdfaClause::IccProfile, object);
    }
}

} // namespace docsig::pdf
