// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/formimport.h"

#include "docsig/pdf/formcolours.h"
#include "docsig/pdf/pageboxes.h"

namespace docsig::pdf {

namespace {

constexpr int mostCopied = 2000;
constexpr qsizetype largestContent = 8 << 20;

/// Copies values from one file into an update of another; each object once.
class Copier {
public:
    Copier(const Document& from, IncrementalUpdate& to)
        : m_from(from)
        , m_to(to) {}

    Value copy(const Value& value, int depth = 0) {
        if (depth > 100) {
            return {};
        }
        if (const Reference* reference = value.asReference()) {
            return Value(copyObject(reference->number, depth));
        }
        if (value.isArray()) {
            Array copied;
            for (const Value& entry : value.array()) {
                copied << copy(entry, depth + 1);
            }
            return Value(copied);
        }
        if (value.isDictionary()) {
            Dictionary copied;
            for (auto entry = value.dictionary().constBegin(); entry != value.dictionary().constEnd(); ++entry) {
                copied.insert(entry.key(), copy(entry.value(), depth + 1));
            }
            return Value(copied);
        }
        return value;
    }

    [[nodiscard]] bool complete() const { return m_copied.size() < mostCopied; }

private:
    Reference copyObject(int number, int depth) {
        if (const auto known = m_copied.constFind(number); known != m_copied.constEnd()) {
            return *known;
        }
        const Reference fresh = m_to.allocate();
        m_copied.insert(number, fresh);
        if (!complete()) {
            return fresh;
        }
        if (const auto stream = m_from.rawStream(number)) {
            // The length is written anew; copied as an object of its own it would lie there without being used.
            Dictionary dictionary = m_from.object(number).dictionary();
            dictionary.remove("Length");
            m_to.putStream(fresh, copy(Value(dictionary), depth + 1).dictionary(), *stream);
        } else {
            m_to.put(fresh, copy(m_from.object(number), depth + 1));
        }
        return fresh;
    }

    const Document& m_from;
    IncrementalUpdate& m_to;
    QHash<int, Reference> m_copied;
};

struct Content {
    QByteArray bytes;
    Dictionary filter;
};

/// The page's content: one stream as it is, several decoded and joined.
std::optional<Content> contentOf(const Document& document, const Dictionary& page) {
    const Value contents = page.value("Contents");
    const Value resolved = document.resolve(contents);
    if (!resolved.isArray() && contents.asReference() != nullptr) {
        const auto raw = document.rawStream(contents.asReference()->number);
        if (!raw) {
            return std::nullopt;
        }
        Dictionary filter;
        for (const char* key : {"Filter", "DecodeParms"}) {
            const Value found = document.get(resolved.dictionary(), key);
            if (!found.isNull()) {
                filter.insert(key, found);
            }
        }
        return Content{*raw, filter};
    }
    QByteArray joined;
    for (const Value& part : resolved.array()) {
        const auto raw = part.asReference() == nullptr ? std::nullopt : document.rawStream(part.asReference()->number);
        const auto decoded =
            raw ? decodeStream(*raw, document.resolve(part).dictionary(), largestContent) : std::nullopt;
        if (!decoded || joined.size() > largestContent) {
            return std::nullopt;
        }
        joined += *decoded + '\n';
    }
    return Content{qCompress(joined, 9).mid(4), {{"Filter", Value::name("FlateDecode")}}};
}

/// Turns the box about its lower left corner and moves it back to the origin (§8.10.1, §12.5.5).
Array turningMatrix(int turned, const QRectF& box) {
    switch (turned) {
    case 90:
        return {Value(0), Value(1), Value(-1), Value(0), Value(box.bottom()), Value(-box.left())};
    case 180:
        return {Value(-1), Value(0), Value(0), Value(-1), Value(box.right()), Value(box.bottom())};
    case 270:
        return {Value(0), Value(-1), Value(1), Value(0), Value(-box.top()), Value(box.right())};
    default:
        return {};
    }
}

} // namespace

Result<Reference> importForm(IncrementalUpdate& update, const QByteArray& onePagePdf, int turned) {
    const auto document = Document::open(onePagePdf);
    const auto pages = document ? document->pages() : std::nullopt;
    const Dictionary page =
        pages && pages->size() == 1 ? document->object(pages->constFirst()).dictionary() : Dictionary();
    const auto content = page.isEmpty() ? std::nullopt : contentOf(*document, page);
    Value box = page.isEmpty() ? Value() : document->get(page, "MediaBox");
    Value resources = page.isEmpty() ? Value() : page.value("Resources");
    if (!page.isEmpty()) {
        // Both may be inherited from the page tree (§7.7.3.4).
        const Dictionary parent = document->get(page, "Parent").dictionary();
        box = box.isNull() ? document->get(parent, "MediaBox") : box;
        resources = resources.isNull() ? parent.value("Resources") : resources;
    }
    Copier copier(*document, update);
    Dictionary form = content ? content->filter : Dictionary();
    form.insert("Resources", content ? copier.copy(document->resolve(resources)) : Value());
    if (!content || box.array().size() != 4 || !copier.complete()) {
        return fail("appearance-unusable");
    }
    form.insert("Type", Value::name("XObject"));
    form.insert("Subtype", Value::name("Form"));
    form.insert("BBox", box);
    if (const Array matrix = turningMatrix(turned, rectangleOf(*document, box)); !matrix.isEmpty()) {
        form.insert("Matrix", Value(matrix));
    }
    setFormColours(update, form);
    return update.addStream(form, content->bytes);
}

Reference addEmptyForm(IncrementalUpdate& update, QSizeF points) {
    return update.addStream({{"Type", Value::name("XObject")},
                             {"Subtype", Value::name("Form")},
                             {"BBox", Value(Array{Value(0), Value(0), Value(points.width()), Value(points.height())})},
                             {"Resources", Value(Dictionary())}},
                            {});
}

} // namespace docsig::pdf
