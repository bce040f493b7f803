// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/formcolours.h"

#include "docsig/pdf/srgbprofile.h"

namespace docsig::pdf {

namespace {

/// What the catalog's PDF/A output intent says (§14.11.5).
struct Intent {
    bool isThere = false;
    std::optional<Reference> rgbProfile;
};

Intent intentOf(const IncrementalUpdate& update) {
    Intent found;
    const Dictionary catalog = update.base().catalog();
    for (const Value& entry : update.base().get(catalog, "OutputIntents").array()) {
        const Dictionary intent = update.resolve(entry).dictionary();
        const Value profile = intent.value("DestOutputProfile");
        if (!update.resolve(intent.value("S")).isName("GTS_PDFA1") || profile.asReference() == nullptr) {
            continue;
        }
        found.isThere = true;
        if (update.resolve(update.resolve(profile).dictionary().value("N")).asInteger() == 3) {
            found.rgbProfile = *profile.asReference();
        }
    }
    return found;
}

Value iccBased(Reference profile) {
    return Value(Array{Value::name("ICCBased"), Value(profile)});
}

/// Grey with the white of D50 and the usual exponent, without a profile of its own.
Value calibratedGrey() {
    return Value(Array{Value::name("CalGray"),
                       Value(Dictionary{{"WhitePoint", Value(Array{Value(0.9642), Value(1), Value(0.8249)})},
                                        {"Gamma", Value(2.2)}})});
}

} // namespace

void setFormColours(IncrementalUpdate& update, Dictionary& form) {
    const Intent intent = intentOf(update);
    const Reference profile =
        intent.rgbProfile
            ? *intent.rgbProfile
            : update.addStreamOnce(
                  {{"N", Value(3)}, {"Alternate", Value::name("DeviceRGB")}, {"Filter", Value::name("FlateDecode")}},
                  qCompress(srgbProfile(), 9).mid(4));
    form.insert("Group",
                Value(Dictionary{
                    {"Type", Value::name("Group")}, {"S", Value::name("Transparency")}, {"CS", iccBased(profile)}}));
    if (intent.rgbProfile) {
        return;
    }
    Dictionary resources = update.resolve(form.value("Resources")).dictionary();
    Dictionary spaces = update.resolve(resources.value("ColorSpace")).dictionary();
    spaces.insert("DefaultRGB", iccBased(profile));
    if (!intent.isThere) {
        spaces.insert("DefaultGray", calibratedGrey());
    }
    resources.insert("ColorSpace", Value(spaces));
    form.insert("Resources", Value(resources));
}

} // namespace docsig::pdf
