// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/revisioncompare.h"

namespace docsig {

namespace {

constexpr qsizetype mostFaults = 100;

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

QString RevisionChange::explanation() const {
    if (std::ranges::any_of(faults, [](const Finding& one) { return one.weight == Weight::Fault; })) {
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
    if (annotates) {
        return QStringLiteral("revision-annotated");
    }
    if (addsEvidence) {
        return QStringLiteral("revision-evidence");
    }
    return changesMetadata ? QStringLiteral("revision-metadata") : QStringLiteral("revision-nothing-visible");
}

RevisionCompare::RevisionCompare(const pdf::Document& before, const pdf::Document& after)
    : m_before(before)
    , m_after(after)
    , m_permission(pdf::certifiedPermission(before)) {}

void RevisionCompare::fault(Finding finding, int page, const QString& place) {
    finding.page = page;
    finding.place = place;
    if (!m_change.faults.contains(finding) && m_change.faults.size() < mostFaults) {
        m_change.faults << std::move(finding);
    }
}

RevisionChange RevisionCompare::compare() {
    const auto fieldsBefore = pdf::formFields(m_before);
    const auto fieldsAfter = pdf::formFields(m_after);
    if (!fieldsBefore || !fieldsAfter || !m_after.catalogReference() ||
        m_before.catalogReference() != m_after.catalogReference()) {
        fault(finding("catalog-replaced", Part::Coverage, Weight::Fault), -1, {});
        return m_change;
    }
    m_fieldsBefore = *fieldsBefore;
    m_fieldsAfter = *fieldsAfter;
    m_locks = FieldLocks(m_before, m_fieldsBefore);
    compareSections();
    collectChanged();
    compareCatalog();
    compareFields();
    comparePages();
    judgeTheRest();
    return m_change;
}

bool RevisionCompare::sameMeaning(const pdf::Value& before, const pdf::Value& after) const {
    return before == after || m_before.resolve(before) == m_after.resolve(after);
}

void RevisionCompare::judged(const pdf::Value& value) {
    if (const pdf::Reference* reference = value.asReference()) {
        m_judged.insert(reference->number);
    }
}

Spot RevisionCompare::inside(const Spot& spot, const QByteArray& key, const pdf::Value& value) {
    if (const pdf::Reference* reference = value.asReference()) {
        return {reference->number, {}};
    }
    return {spot.holder, spot.path.isEmpty() ? key : spot.path + '/' + key};
}

void RevisionCompare::compareCatalog() {
    const int number = m_after.catalogReference()->number;
    const Spot catalog{number, {}};
    const pdf::Dictionary before = m_before.catalog();
    const pdf::Dictionary after = m_after.catalog();
    m_judged.insert(number);
    m_opened << Spot{0, "Info"} << Spot{number, "Metadata"} << Spot{number, "DSS"} << Spot{number, "Extensions"}
             << Spot{number, "StructTreeRoot"} << Spot{number, "PieceInfo"};
    for (const QByteArray& key : differingKeys(before, after)) {
        static const QSet<QByteArray> elsewhere{"AcroForm", "DSS",       "Extensions",  "Version",
                                                "Metadata", "PieceInfo", "LastModified"};
        // The first signature of a file may certify it (§12.8.2.2.1).
        const bool certifies =
            key == "Perms" && m_permission == 0 && pdf::signedFields(m_before, m_fieldsBefore).isEmpty();
        if (certifies) {
            m_opened << Spot{number, key};
            continue;
        }
        if (key == "Pages") {
            fault(finding("page-tree-replaced", Part::Coverage, Weight::Fault), -1, QStringLiteral("Pages"));
        } else if (!elsewhere.contains(key) && !sameMeaning(before.value(key), after.value(key))) {
            fault(finding("catalog-changed", Part::Coverage, Weight::Fault), -1, QString::fromLatin1(key));
        }
    }
    compareEvidence(before.value("DSS"), after.value("DSS"));
    compareMetadata(before.value("Metadata"), after.value("Metadata"));
    const pdf::Value evidence = after.value("DSS");
    m_change.addsEvidence = isChanged(evidence) || !(before.value("DSS") == evidence);
    m_change.changesMetadata = isChanged(after.value("Metadata")) ||
                               !(before.value("Metadata") == after.value("Metadata")) ||
                               isChanged(m_after.trailer().value("Info"));
    for (const pdf::Value& list : m_after.resolve(evidence).dictionary()) {
        m_change.addsEvidence = m_change.addsEvidence || isChanged(list);
    }
    compareForm(before, after, catalog);
}

void RevisionCompare::compareForm(const pdf::Dictionary& catalogBefore, const pdf::Dictionary& catalogAfter,
                                  const Spot& catalog) {
    const pdf::Value form = catalogAfter.value("AcroForm");
    const Spot spot = inside(catalog, "AcroForm", form);
    judged(form);
    const pdf::Dictionary before = m_before.resolve(catalogBefore.value("AcroForm")).dictionary();
    const pdf::Dictionary after = m_after.resolve(form).dictionary();
    for (const QByteArray& key : differingKeys(before, after)) {
        const bool appearancesOff =
            key == "NeedAppearances" && !m_after.get(after, "NeedAppearances").asBool().value_or(false);
        static const QSet<QByteArray> allowed{"Fields", "SigFlags", "DR", "DA"};
        // Where the viewer draws the fields itself, the default appearance is what they look like.
        const bool redraws = (key == "DA" || key == "DR") && before.contains(key) &&
                             m_after.get(after, "NeedAppearances").asBool().value_or(false) &&
                             !sameMeaning(before.value(key), after.value(key));
        if ((!allowed.contains(key) && !appearancesOff) || redraws) {
            fault(finding("form-changed", Part::Coverage, Weight::Fault), -1, QString::fromLatin1(key));
        }
    }
    judged(after.value("Fields"));
    if (!numbersOf(m_after.get(after, "Fields").array()).contains(numbersOf(m_before.get(before, "Fields").array()))) {
        fault(finding("field-removed", Part::Coverage, Weight::Fault), -1, {});
    }
    compareDefaultResources(before, after, spot);
}

void RevisionCompare::compareDefaultResources(const pdf::Dictionary& before, const pdf::Dictionary& after,
                                              const Spot& form) {
    // Only fonts are ever taken from here, for appearances that a reader makes itself (ISO 32000-1 §12.7.3.3): those
    // that were there must stay what they were.
    const pdf::Value resources = after.value("DR");
    const Spot spot = inside(form, "DR", resources);
    judged(resources);
    const pdf::Dictionary one = m_before.get(before, "DR").dictionary();
    const pdf::Dictionary other = m_after.resolve(resources).dictionary();
    for (auto category = other.constBegin(); category != other.constEnd(); ++category) {
        if (category.key() != "Font") {
            m_opened << Spot{spot.holder, inside(spot, category.key(), {}).path};
        }
    }
    const pdf::Value fonts = other.value("Font");
    const Spot fontSpot = inside(spot, "Font", fonts);
    judged(fonts);
    const pdf::Dictionary fontsBefore = m_before.get(one, "Font").dictionary();
    const pdf::Dictionary fontsAfter = m_after.resolve(fonts).dictionary();
    for (const QByteArray& name : differingKeys(fontsBefore, fontsAfter)) {
        if (fontsBefore.contains(name)) {
            fault(finding("form-font-changed", Part::Coverage, Weight::Fault), -1, QString::fromLatin1(name));
        } else {
            m_opened << inside(fontSpot, name, {});
        }
    }
}

} // namespace docsig
