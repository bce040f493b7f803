// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/hiddencontent.h"

namespace docsig {

namespace {

constexpr int mostObjects = 20'000;
constexpr int deepest = 20;

bool isOneOf(const pdf::Value& value, std::initializer_list<const char*> names) {
    return std::ranges::any_of(names, [&value](const char* name) { return value.isName(name); });
}

/// Goes through every object of the file and keeps the first place of each kind of thing.
class Search {
public:
    explicit Search(const pdf::Document& document)
        : m_document(document) {}

    QList<Finding> run() {
        int seen = 0;
        for (auto entry = m_document.entries().constBegin(); entry != m_document.entries().constEnd(); ++entry) {
            if (entry->kind == pdf::Entry::Kind::Free) {
                continue;
            }
            if (++seen > mostObjects) {
                add(finding("content-not-all-seen", Part::Document, Weight::Doubt), entry.key());
                break;
            }
            m_object = entry.key();
            look(m_document.object(m_object), 0);
        }
        lookAtPages();
        return m_found;
    }

private:
    void look(const pdf::Value& value, int depth) {
        if (depth > deepest) {
            return;
        }
        for (const pdf::Value& entry : value.array()) {
            look(entry, depth + 1);
        }
        const pdf::Dictionary dictionary = value.dictionary();
        const pdf::Value kind = dictionary.value("S");
        if (dictionary.contains("JS") || kind.isName("JavaScript")) {
            add(finding("content-script", Part::Document, Weight::Doubt), m_object);
        }
        if (isOneOf(kind,
                    {"Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Movie", "Sound", "Rendition", "Hide"})) {
            add(finding("content-leading-out", Part::Document, Weight::Doubt), m_object);
        }
        if (dictionary.contains("OpenAction") || dictionary.contains("AA")) {
            const pdf::Value opening = m_document.resolve(dictionary.value("OpenAction"));
            const bool onlyAView =
                !dictionary.contains("AA") && (opening.isArray() || opening.dictionary().value("S").isName("GoTo"));
            if (!onlyAView) {
                add(finding("content-acting-alone", Part::Document, Weight::Doubt), m_object);
            }
        }
        if (dictionary.value("Type").isName("OCG")) {
            add(finding("content-layer", Part::Document, Weight::Doubt), m_object);
        }
        if (dictionary.contains("EF") || dictionary.value("Type").isName("EmbeddedFile")) {
            add(finding("content-embedded-file", Part::Document, Weight::Doubt), m_object);
        }
        for (const pdf::Value& entry : dictionary) {
            look(entry, depth + 1);
        }
    }

    void lookAtPages() {
        const auto pages = m_document.pages();
        for (qsizetype page = 0; pages && page < pages->size() && page < mostObjects; ++page) {
            const pdf::Dictionary dictionary = m_document.object(pages->at(page)).dictionary();
            for (const pdf::Value& entry : m_document.get(dictionary, "Annots").array()) {
                const pdf::Dictionary annotation = m_document.resolve(entry).dictionary();
                if (!annotation.isEmpty() && !isOneOf(annotation.value("Subtype"), {"Widget", "Link", "Popup"})) {
                    Finding over = finding("content-over-the-page", Part::Document, Weight::Doubt);
                    over.page = static_cast<int>(page);
                    add(std::move(over), pages->at(page));
                }
            }
        }
    }

    void add(Finding found, int object) {
        const bool told = std::ranges::any_of(m_found, [&found](const Finding& one) { return one.code == found.code; });
        if (!told) {
            found.place = QString::number(object);
            m_found << std::move(found);
        }
    }

    const pdf::Document& m_document;
    int m_object = 0;
    QList<Finding> m_found;
};

} // namespace

QList<Finding> hiddenContent(const pdf::Document& document) {
    return Search(document).run();
}

} // namespace docsig
