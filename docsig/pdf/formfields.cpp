// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pdf/formfields.h"

namespace docsig::pdf {

namespace {

constexpr int deepestField = 32;
constexpr qsizetype mostFields = 10'000;

struct Inherited {
    QString name;
    QByteArray type;
    Value value;
};

class Collector {
public:
    explicit Collector(const Document& document)
        : m_document(document) {}

    bool collect(const Value& node, Inherited inherited, int depth) {
        const Dictionary dictionary = m_document.resolve(node).dictionary();
        if (depth > deepestField || dictionary.isEmpty() || m_fields.size() >= mostFields ||
            ++m_visited > 4 * mostFields) {
            return false;
        }
        const Value title = m_document.resolve(dictionary.value("T"));
        if (const String* partial = title.asString()) {
            inherited.name += (inherited.name.isEmpty() ? QString() : QStringLiteral(".")) + textOf(*partial);
        }
        if (const Value type = m_document.get(dictionary, "FT"); type.asName() != nullptr) {
            inherited.type = type.asName()->text;
        }
        if (dictionary.contains("V")) {
            inherited.value = dictionary.value("V");
        }
        const Array kids = m_document.get(dictionary, "Kids").array();
        const bool hasFields = std::ranges::any_of(
            kids, [&](const Value& kid) { return m_document.resolve(kid).dictionary().contains("T"); });
        if (!hasFields) {
            addTerminal(node, dictionary, inherited, kids);
            return true;
        }
        return std::ranges::all_of(kids, [&](const Value& kid) { return collect(kid, inherited, depth + 1); });
    }

    [[nodiscard]] QList<FormField> fields() const { return m_fields; }

private:
    void addTerminal(const Value& node, const Dictionary& dictionary, const Inherited& inherited, const Array& kids) {
        FormField field{inherited.name,  node.asReference() == nullptr ? 0 : node.asReference()->number,
                        inherited.type,  dictionary,
                        inherited.value, {}};
        if (kids.isEmpty()) {
            field.widgets << field.number;
        }
        for (const Value& kid : kids) {
            field.widgets << (kid.asReference() == nullptr ? 0 : kid.asReference()->number);
        }
        m_fields << field;
    }

    const Document& m_document;
    QList<FormField> m_fields;
    qsizetype m_visited = 0;
};

} // namespace

std::optional<QList<FormField>> formFields(const Document& document) {
    const Dictionary form = document.get(document.catalog(), "AcroForm").dictionary();
    Collector collector(document);
    for (const Value& node : document.get(form, "Fields").array()) {
        if (!collector.collect(node, {}, 0)) {
            return std::nullopt;
        }
    }
    return collector.fields();
}

bool isEmptySignature(const Document& document, const FormField& field) {
    const Value contents = document.get(document.resolve(field.value).dictionary(), "Contents");
    return field.type == "Sig" && contents.asString() != nullptr &&
           std::ranges::all_of(contents.asString()->bytes, [](char byte) { return byte == '\0'; });
}

QList<FormField> signedFields(const Document& document, const QList<FormField>& fields) {
    QList<FormField> found;
    std::ranges::copy_if(fields, std::back_inserter(found), [&document](const FormField& field) {
        return field.type == "Sig" && !field.value.isNull() && !isEmptySignature(document, field);
    });
    return found;
}

int certifiedPermission(const Document& document) {
    const Dictionary permissions = document.get(document.catalog(), "Perms").dictionary();
    const Dictionary signature = document.get(permissions, "DocMDP").dictionary();
    for (const Value& entry : document.get(signature, "Reference").array()) {
        const Dictionary reference = document.resolve(entry).dictionary();
        if (document.get(reference, "TransformMethod").isName("DocMDP")) {
            const Dictionary parameters = document.get(reference, "TransformParams").dictionary();
            return static_cast<int>(std::clamp<qint64>(document.get(parameters, "P").asInteger().value_or(2), 1, 3));
        }
    }
    return signature.isEmpty() ? 0 : 2;
}

} // namespace docsig::pdf
