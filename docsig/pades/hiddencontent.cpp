// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/hiddencontent.h"

#include "docsig/pades/hiddensearch.h"

namespace docsig {

namespace {

constexpr int mostObjects = 20'000;
constexpr int mostOfAKind = 50;
constexpr int deepest = 20;

bool isOneOf(const pdf::Value& value, std::initializer_list<const char*> names) {
    return std::ranges::any_of(names, [&value](const char* name) { return value.isName(name); });
}

/// The fonts that every viewer has (ISO 32000-1 §9.6.2.2), with or without a style.
bool isStandardFont(const pdf::Value& name) {
    static const QList<QByteArray> families{"Times", "Helvetica", "Courier", "Symbol", "ZapfDingbats"};
    return name.asName() != nullptr && std::ranges::any_of(families, [&name](const QByteArray& family) {
               return name.asName()->text == family || name.asName()->text.startsWith(family + '-');
           });
}

} // namespace

QList<Finding> HiddenSearch::run() {
    reachFromPages();
    reachFromTrailer();
    lookAtLayers();
    int seen = 0;
    for (auto entry = m_document.entries().constBegin(); entry != m_document.entries().constEnd(); ++entry) {
        if (entry->kind == pdf::Entry::Kind::Free) {
            continue;
        }
        m_object = entry.key();
        if (++seen > mostObjects) {
            m_notAll = true;
            break;
        }
        look(m_document.object(m_object), 0);
    }
    lookAtPages();
    lookAtUnreached();
    lookAtTwins();
    if (m_notAll) {
        add(finding("content-not-all-seen", Part::Document, Weight::Doubt), m_object, -1);
    }
    return m_found;
}

void HiddenSearch::look(const pdf::Value& value, int depth) {
    if (depth > deepest) {
        return;
    }
    for (const pdf::Value& entry : value.array()) {
        look(entry, depth + 1);
    }
    const pdf::Dictionary& dictionary = value.dictionary();
    if (dictionary.isEmpty()) {
        return;
    }
    lookAtAction(dictionary);
    const pdf::Value type = dictionary.value("Type");
    if (type.isName("OCG")) {
        const bool off = m_off.contains(m_object);
        add(off ? finding("content-layer-off", Part::Document, Weight::Doubt)
                : finding("content-layer", Part::Document, Weight::Doubt),
            m_object, pageOf(m_object));
    } else if (type.isName("Font")) {
        lookAtFont(dictionary);
    }
    if (dictionary.contains("EF") || type.isName("EmbeddedFile")) {
        add(finding("content-embedded-file", Part::Document, Weight::Doubt), m_object, pageOf(m_object));
    }
    if (dictionary.value("NeedAppearances").asBool().value_or(false)) {
        add(finding("content-form-drawn-anew", Part::Document, Weight::Doubt), m_object, -1);
    }
    for (const pdf::Value& entry : dictionary) {
        look(entry, depth + 1);
    }
}

void HiddenSearch::lookAtAction(const pdf::Dictionary& dictionary) {
    const pdf::Value kind = dictionary.value("S");
    const int page = pageOf(m_object);
    const pdf::Value rect = dictionary.value("Rect");
    if (dictionary.contains("JS") || kind.isName("JavaScript")) {
        add(finding("content-script", Part::Document, Weight::Doubt), m_object, page, rect);
    }
    if (isOneOf(kind,
                {"Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Movie", "Sound", "Rendition", "Hide"})) {
        add(finding("content-leading-out", Part::Document, Weight::Doubt), m_object, page, rect);
    }
    if (dictionary.contains("OpenAction") || dictionary.contains("AA")) {
        const pdf::Value opening = m_document.resolve(dictionary.value("OpenAction"));
        const bool onlyAView =
            !dictionary.contains("AA") && (opening.isArray() || opening.dictionary().value("S").isName("GoTo"));
        if (!onlyAView) {
            add(finding("content-acting-alone", Part::Document, Weight::Doubt), m_object, page, rect);
        }
    }
}

/// A font that the file does not carry looks as the reader's computer wants, and an update may bring one.
void HiddenSearch::lookAtFont(const pdf::Dictionary& font) {
    if (!isOneOf(m_document.get(font, "Subtype"), {"Type1", "MMType1", "TrueType", "CIDFontType0", "CIDFontType2"}) ||
        isStandardFont(m_document.get(font, "BaseFont"))) {
        return;
    }
    const pdf::Dictionary descriptor = m_document.get(font, "FontDescriptor").dictionary();
    const bool carried = std::ranges::any_of(std::initializer_list<const char*>{"FontFile", "FontFile2", "FontFile3"},
                                             [&](const char* key) { return descriptor.contains(key); });
    if (!carried) {
        add(finding("content-font-missing", Part::Document, Weight::Note), m_object, pageOf(m_object));
    }
}

void HiddenSearch::lookAtLayers() {
    const pdf::Dictionary properties = m_document.get(m_document.catalog(), "OCProperties").dictionary();
    const pdf::Dictionary standard = m_document.get(properties, "D").dictionary();
    const bool allOff = m_document.get(standard, "BaseState").isName("OFF");
    const auto numbers = [](const pdf::Array& array, const auto& take) {
        for (const pdf::Value& entry : array) {
            if (entry.asReference() != nullptr) {
                take(entry.asReference()->number);
            }
        }
    };
    const auto off = [this](int number) { m_off.insert(number); };
    const auto on = [this](int number) { m_off.remove(number); };
    if (allOff) {
        numbers(m_document.get(properties, "OCGs").array(), off);
    }
    numbers(m_document.get(standard, "ON").array(), on);
    numbers(m_document.get(standard, "OFF").array(), off);
}

void HiddenSearch::add(Finding found, int object, int page, const pdf::Value& rect) {
    found.page = page;
    found.place = QString::number(object);
    if (rect.array().size() == 4) {
        found.place += u' ' + QString::fromLatin1(rect.toPdf());
    }
    if (!m_found.contains(found) && m_told[found.code]++ < mostOfAKind) {
        m_found << std::move(found);
    }
}

QList<Finding> hiddenContent(const pdf::Document& document) {
    return HiddenSearch(document).run();
}

} // namespace docsig
