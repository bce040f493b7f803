// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/revisioncompare.h"

namespace docsig {

namespace {

constexpr int deepest = 60;

QSet<QByteArray> differingKeys(const pdf::Dictionary& one, const pdf::Dictionary& other) {
    QSet<QByteArray> keys;
    for (auto entry = one.constBegin(); entry != one.constEnd(); ++entry) {
        if (!other.contains(entry.key()) || !(other.value(entry.key()) == entry.value())) {
            keys.insert(entry.key());
        }
    }
    for (auto entry = other.constBegin(); entry != other.constEnd(); ++entry) {
        if (!one.contains(entry.key())) {
            keys.insert(entry.key());
        }
    }
    return keys;
}

QSet<int> numbersOf(const pdf::Array& array) {
    QSet<int> numbers;
    for (const pdf::Value& entry : array) {
        if (const pdf::Reference* reference = entry.asReference()) {
            numbers.insert(reference->number);
        }
    }
    return numbers;
}

} // namespace

QString RevisionChange::explanation() const {
    if (!faults.isEmpty()) {
        return QStringLiteral("revision-unexplained");
    }
    if (addsTimeStamp) {
        return QStringLiteral("revision-time-stamp");
    }
    if (addsSignature) {
        return QStringLiteral("revision-signature");
    }
    if (fillsFields) {
        return QStringLiteral("revision-fields-filled");
    }
    if (addsEvidence) {
        return QStringLiteral("revision-evidence");
    }
    return changesMetadata ? QStringLiteral("revision-metadata") : QStringLiteral("revision-nothing-visible");
}

QList<pdf::Dictionary> transformsOf(const pdf::Document& document, const pdf::Dictionary& signature,
                                    const char* method) {
    QList<pdf::Dictionary> found;
    for (const pdf::Value& entry : document.get(signature, "Reference").array()) {
        const pdf::Dictionary reference = document.resolve(entry).dictionary();
        if (document.get(reference, "TransformMethod").isName(method)) {
            found << document.get(reference, "TransformParams").dictionary();
        }
    }
    return found;
}

FieldLocks::FieldLocks(const pdf::Document& document, const QList<pdf::FormField>& fields) {
    for (const pdf::FormField& field : pdf::signedFields(fields)) {
        const pdf::Dictionary signature = document.resolve(field.value).dictionary();
        for (const pdf::Dictionary& parameters : transformsOf(document, signature, "FieldMDP")) {
            const pdf::Value action = document.get(parameters, "Action");
            Lock lock{action.asName() == nullptr ? "All" : action.asName()->text, {}};
            for (const pdf::Value& name : document.get(parameters, "Fields").array()) {
                if (const pdf::String* text = document.resolve(name).asString()) {
                    lock.names << pdf::textOf(*text);
                }
            }
            m_locks << lock;
        }
    }
}

bool FieldLocks::locks(const QString& name) const {
    return std::ranges::any_of(m_locks, [&name](const Lock& lock) {
        const bool named = std::ranges::any_of(
            lock.names, [&name](const QString& locked) { return name == locked || name.startsWith(locked + u'.'); });
        return lock.action == "Include" ? named : lock.action == "Exclude" ? !named : true;
    });
}

RevisionCompare::RevisionCompare(const pdf::Document& before, const pdf::Document& after)
    : m_before(before)
    , m_after(after)
    , m_permission(pdf::certifiedPermission(before)) {}

void RevisionCompare::fault(Finding finding, int page, const QString& place) {
    finding.page = page;
    finding.place = place;
    if (!m_change.faults.contains(finding) && m_change.faults.size() < 100) {
        m_change.faults << std::move(finding);
    }
}

RevisionChange RevisionCompare::compare() {
    const auto fieldsBefore = pdf::formFields(m_before);
    const auto fieldsAfter = pdf::formFields(m_after);
    if (!fieldsBefore || !fieldsAfter || m_before.catalogReference() != m_after.catalogReference()) {
        fault(finding("catalog-replaced", Part::Coverage, Weight::Fault), -1, {});
        return m_change;
    }
    m_fieldsBefore = *fieldsBefore;
    m_fieldsAfter = *fieldsAfter;
    collectChanged();
    compareCatalog();
    compareFields();
    comparePages();
    judgeTheRest();
    return m_change;
}

void RevisionCompare::collectChanged() {
    const auto differs = [this](int number) {
        const pdf::Entry one = m_before.entries().value(number);
        const pdf::Entry other = m_after.entries().value(number);
        if (one != other) {
            return true;
        }
        const auto container = static_cast<int>(one.place);
        return one.kind == pdf::Entry::Kind::InStream &&
               m_before.entries().value(container) != m_after.entries().value(container);
    };
    for (auto entry = m_after.entries().constBegin(); entry != m_after.entries().constEnd(); ++entry) {
        const int number = entry.key();
        if (!differs(number)) {
            continue;
        }
        const bool used = entry->kind != pdf::Entry::Kind::Free;
        if (used && !m_after.isSound(number)) {
            fault(finding("object-misplaced", Part::Coverage, Weight::Fault), -1, QString::number(number));
        } else if (used && m_after.hasDuplicateKeys(number)) {
            fault(finding("object-two-readings", Part::Coverage, Weight::Fault), -1, QString::number(number));
        }
        const bool same = m_before.object(number) == m_after.object(number) &&
                          m_before.rawStream(number) == m_after.rawStream(number);
        if (!same) {
            m_changed.insert(number);
        }
    }
    for (auto entry = m_before.entries().constBegin(); entry != m_before.entries().constEnd(); ++entry) {
        if (entry->kind != pdf::Entry::Kind::Free && !m_after.entries().contains(entry.key())) {
            m_changed.insert(entry.key());
        }
    }
}

void RevisionCompare::explain(const pdf::Value& value, int depth) {
    if (depth > deepest) {
        return;
    }
    if (const pdf::Reference* reference = value.asReference()) {
        const bool fresh = m_before.entries().value(reference->number).kind == pdf::Entry::Kind::Free;
        if (fresh && m_changed.contains(reference->number) && !m_explained.contains(reference->number)) {
            explainObject(reference->number);
            explain(m_after.object(reference->number), depth + 1);
        }
        return;
    }
    for (const pdf::Value& entry : value.array()) {
        explain(entry, depth + 1);
    }
    for (const pdf::Value& entry : value.dictionary()) {
        explain(entry, depth + 1);
    }
}

void RevisionCompare::explainIfReference(const pdf::Value& value) {
    if (const pdf::Reference* reference = value.asReference()) {
        explainObject(reference->number);
    }
}

void RevisionCompare::compareCatalog() {
    const int number = m_after.catalogReference()->number;
    const pdf::Dictionary before = m_before.catalog();
    const pdf::Dictionary after = m_after.catalog();
    explainObject(number);
    for (const QByteArray& key : differingKeys(before, after)) {
        if (key == "AcroForm" || key == "DSS") {
            continue;
        }
        if (key == "Extensions" || key == "Version") {
            explain(after.value(key));
        } else if (key == "Metadata") {
            m_change.changesMetadata = true;
            explain(after.value(key));
            explainIfReference(after.value(key));
        } else if (key == "Pages") {
            fault(finding("page-tree-replaced", Part::Coverage, Weight::Fault), -1, QStringLiteral("Pages"));
        } else {
            fault(finding("catalog-changed", Part::Coverage, Weight::Fault), -1, QString::fromLatin1(key));
        }
    }
    const pdf::Value evidence = after.value("DSS");
    if (!(m_before.resolve(before.value("DSS")) == m_after.resolve(evidence)) || !(before.value("DSS") == evidence)) {
        m_change.addsEvidence = true;
    }
    if (evidence.asReference() != nullptr && m_changed.contains(evidence.asReference()->number)) {
        m_change.addsEvidence = true;
        explainObject(evidence.asReference()->number);
    }
    // What the old evidence names keeps its place; its lists may have moved into objects of their own.
    const pdf::Dictionary store = m_after.resolve(evidence).dictionary();
    for (const pdf::Value& list : store) {
        explainIfReference(list);
        explain(m_after.resolve(list));
        for (const pdf::Value& entry : m_after.resolve(list).dictionary()) {
            explainIfReference(entry);
            explain(m_after.resolve(entry));
            for (const pdf::Value& part : m_after.resolve(entry).dictionary()) {
                explainIfReference(part);
                explain(m_after.resolve(part));
            }
        }
    }
    compareForm(before.value("AcroForm"), after.value("AcroForm"));
    if (const pdf::Value metadata = after.value("Metadata");
        metadata.asReference() != nullptr && m_changed.contains(metadata.asReference()->number)) {
        m_change.changesMetadata = true;
        explainIfReference(metadata);
    }
    if (const pdf::Value information = m_after.trailer().value("Info");
        information.asReference() != nullptr && m_changed.contains(information.asReference()->number)) {
        m_change.changesMetadata = true;
        explainIfReference(information);
        explain(m_after.resolve(information));
    }
}

void RevisionCompare::compareForm(const pdf::Value& before, const pdf::Value& after) {
    explainIfReference(after);
    const pdf::Dictionary one = m_before.resolve(before).dictionary();
    const pdf::Dictionary other = m_after.resolve(after).dictionary();
    for (const QByteArray& key : differingKeys(one, other)) {
        if (key == "Fields") {
            continue;
        }
        const bool appearancesOff =
            key == "NeedAppearances" && !m_after.get(other, "NeedAppearances").asBool().value_or(false);
        if (key == "SigFlags" || key == "DA" || appearancesOff || (key == "DR" && !one.contains("DR"))) {
            explain(other.value(key));
        } else if (key == "DR" && onlyKeysDiffer(m_before.get(one, "DR").dictionary(),
                                                 m_after.get(other, "DR").dictionary(), {"Font", "Encoding"})) {
            explain(other.value(key));
        } else {
            fault(finding("form-changed", Part::Coverage, Weight::Fault), -1, QString::fromLatin1(key));
        }
    }
    compareFieldLists(one, other);
}

void RevisionCompare::compareFieldLists(const pdf::Dictionary& before, const pdf::Dictionary& after) {
    explainIfReference(after.value("Fields"));
    const QSet<int> old = numbersOf(m_before.get(before, "Fields").array());
    const pdf::Array list = m_after.get(after, "Fields").array();
    if (!numbersOf(list).contains(old)) {
        fault(finding("field-removed", Part::Coverage, Weight::Fault), -1, {});
    }
    QSet<QString> names;
    for (const pdf::FormField& field : m_fieldsAfter) {
        if (names.contains(field.name)) {
            fault(finding("field-name-twice", Part::Coverage, Weight::Fault), -1, field.name);
        }
        names.insert(field.name);
        const bool known = std::ranges::any_of(
            m_fieldsBefore, [&](const pdf::FormField& one) { return one.number == field.number && one.number != 0; });
        if (known) {
            continue;
        }
        if (field.type != "Sig" || m_permission == 1) {
            fault(finding("field-added", Part::Coverage, Weight::Fault), -1, field.name);
            continue;
        }
        for (const int widget : field.widgets) {
            m_newFields.insert(widget);
        }
        m_newFields.insert(field.number);
        explainObject(field.number);
        explain(pdf::Value(field.dictionary));
        if (!field.value.isNull()) {
            acceptSignature(field);
        }
    }
}

bool RevisionCompare::onlyKeysDiffer(const pdf::Dictionary& one, const pdf::Dictionary& other,
                                     const QSet<QByteArray>& allowed) const {
    return allowed.contains(differingKeys(one, other));
}

void RevisionCompare::compareFields() {
    for (const pdf::FormField& before : m_fieldsBefore) {
        const auto after = std::ranges::find_if(m_fieldsAfter, [&before](const pdf::FormField& field) {
            return field.number == before.number && field.name == before.name;
        });
        if (after == m_fieldsAfter.end()) {
            fault(finding("field-lost", Part::Coverage, Weight::Fault), -1, before.name);
        } else {
            compareField(before, *after);
            compareWidgets(before);
        }
    }
}

void RevisionCompare::acceptSignature(const pdf::FormField& field) {
    const pdf::Dictionary signature = m_after.resolve(field.value).dictionary();
    const bool stamp = m_after.get(signature, "SubFilter").isName("ETSI.RFC3161");
    if (m_permission == 1 && !stamp) {
        fault(finding("signature-not-allowed", Part::Coverage, Weight::Fault), -1, field.name);
    }
    (stamp ? m_change.addsTimeStamp : m_change.addsSignature) = true;
    explain(field.value);
    explain(field.dictionary.value("AP"));
}

void RevisionCompare::acceptFill(const pdf::FormField& field) {
    if (FieldLocks(m_before, m_fieldsBefore).locks(field.name)) {
        fault(finding("locked-field-changed", Part::Coverage, Weight::Fault), -1, field.name);
    } else if (m_permission == 1) {
        fault(finding("field-fill-not-allowed", Part::Coverage, Weight::Fault), -1, field.name);
    }
    m_change.fillsFields = true;
    m_change.filledFields << field.name;
    explain(field.dictionary.value("V"));
    explain(field.dictionary.value("AP"));
}

void RevisionCompare::compareField(const pdf::FormField& before, const pdf::FormField& after) {
    const bool changed = m_changed.contains(after.number) ||
                         (after.number == 0 && !(pdf::Value(before.dictionary) == pdf::Value(after.dictionary)));
    // An appearance may also be changed behind an unchanged field, by a new stream under the old number.
    const pdf::Value appearance = m_after.get(after.dictionary, "AP").dictionary().value("N");
    const bool redrawn = appearance.asReference() != nullptr && m_changed.contains(appearance.asReference()->number) &&
                         m_before.entries().value(appearance.asReference()->number).kind != pdf::Entry::Kind::Free;
    if (!changed && !redrawn) {
        return;
    }
    explainObject(after.number);
    const bool signs = before.type == "Sig" && before.value.isNull() && !after.value.isNull();
    if (before.type == "Sig" && !before.value.isNull()) {
        fault(finding("signature-field-changed", Part::Coverage, Weight::Fault), -1, after.name);
        return;
    }
    const QSet<QByteArray> allowed = signs ? QSet<QByteArray>{"V", "AP", "M", "F", "MK", "DA", "Lock", "SV"}
                                           : QSet<QByteArray>{"V", "AP", "AS", "M", "DA", "MK", "I"};
    if (!onlyKeysDiffer(before.dictionary, after.dictionary, allowed)) {
        fault(finding("field-changed", Part::Coverage, Weight::Fault), -1, after.name);
        return;
    }
    if (signs) {
        acceptSignature(after);
    } else {
        acceptFill(after);
        if (redrawn) {
            explainIfReference(appearance);
        }
    }
}

void RevisionCompare::compareWidgets(const pdf::FormField& before) {
    for (const int widget : before.widgets) {
        if (widget == 0 || widget == before.number || !m_changed.contains(widget)) {
            continue;
        }
        explainObject(widget);
        const pdf::Dictionary after = m_after.object(widget).dictionary();
        if (!onlyKeysDiffer(m_before.object(widget).dictionary(), after, {"AP", "AS", "MK", "M", "F"})) {
            fault(finding("widget-changed", Part::Coverage, Weight::Fault), -1, before.name);
        }
        explain(after.value("AP"));
        if (before.type != "Sig" && FieldLocks(m_before, m_fieldsBefore).locks(before.name)) {
            fault(finding("locked-appearance-changed", Part::Coverage, Weight::Fault), -1, before.name);
        }
    }
}

} // namespace docsig
