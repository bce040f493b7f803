// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RevisionCompare that looks at form fields and their widgets.
#include "docsig/pades/revisioncompare.h"

namespace docsig {

void RevisionCompare::compareFields() {
    QHash<int, const pdf::FormField*> after;
    QSet<QString> names;
    for (const pdf::FormField& field : std::as_const(m_fieldsAfter)) {
        after.insert(field.number, &field);
    }
    QSet<int> known;
    for (const pdf::FormField& before : std::as_const(m_fieldsBefore)) {
        known.insert(before.number);
        names.insert(before.name);
        const pdf::FormField* now = after.value(before.number);
        if (before.number == 0) {
            // A field without a number of its own lies in the form, whose change was looked at.
            const auto same = std::ranges::find_if(m_fieldsAfter, [&before](const pdf::FormField& field) {
                return field.number == 0 && field.name == before.name &&
                       pdf::Value(field.dictionary) == pdf::Value(before.dictionary);
            });
            now = same == m_fieldsAfter.end() ? nullptr : &*same;
        }
        if (now == nullptr || now->name != before.name) {
            fault(finding("field-lost", Part::Coverage, Weight::Fault), -1, before.name);
        } else {
            compareField(before, *now);
        }
    }
    for (const pdf::FormField& field : std::as_const(m_fieldsAfter)) {
        if (known.contains(field.number) && field.number != 0) {
            continue;
        }
        const bool unnumbered =
            field.number == 0 && std::ranges::any_of(m_fieldsBefore, [&](const pdf::FormField& one) {
                return one.number == 0 && one.name == field.name;
            });
        if (unnumbered) {
            continue;
        }
        if (names.contains(field.name)) {
            fault(finding("field-name-twice", Part::Coverage, Weight::Fault), -1, field.name);
        }
        names.insert(field.name);
        judgeNewField(field);
    }
}

void RevisionCompare::judgeNewField(const pdf::FormField& field) {
    const bool filled = !field.value.isNull() && !pdf::isEmptySignature(m_after, field);
    const bool stamp =
        filled && m_after.get(m_after.resolve(field.value).dictionary(), "SubFilter").isName("ETSI.RFC3161");
    const auto anyHas = [&](const char* key) {
        return field.dictionary.contains(key) || std::ranges::any_of(field.widgets, [&](int number) {
                   return m_after.object(number).dictionary().contains(key);
               });
    };
    // The field is explained with all that hangs on it; what hangs elsewhere, too, is met on the way there.
    for (const int number : field.widgets + QList<int>{field.number}) {
        m_newFields.insert(number);
        m_judged.insert(number);
        m_opened << Spot{number, {}};
    }
    if (anyHas("A") || anyHas("AA")) {
        fault(finding("field-acts", Part::Coverage, Weight::Fault), -1, field.name);
    }
    // A field that is not signed has nothing to show: a picture in it would be an annotation in disguise.
    if (field.type != "Sig" || (m_permission == 1 && !stamp) || (!filled && anyHas("AP"))) {
        fault(finding("field-added", Part::Coverage, Weight::Fault), -1, field.name);
    } else if (filled) {
        acceptSignature(field);
    }
}

void RevisionCompare::openWidget(int number, bool signs) {
    if (number == 0) {
        return;
    }
    m_opened << Spot{number, "AP"};
    if (signs) {
        for (const char* key : {"V", "MK", "Lock", "SV", "DR"}) {
            m_opened << Spot{number, key};
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
}

bool RevisionCompare::appearanceOverwritten(const pdf::FormField& field) const {
    const pdf::Value appearance = field.dictionary.value("AP");
    return isChanged(appearance) || isChanged(m_after.resolve(appearance).dictionary().value("N"));
}

void RevisionCompare::acceptFill(const pdf::FormField& before, const pdf::FormField& after) {
    if (m_locks.locks(after.name)) {
        fault(finding("locked-field-changed", Part::Coverage, Weight::Fault), -1, after.name);
    } else if (m_permission == 1) {
        fault(finding("field-fill-not-allowed", Part::Coverage, Weight::Fault), -1, after.name);
    } else if (after.type == "Tx" && sameMeaning(before.value, after.value)) {
        // Another picture of the same value: what was signed looks different now.
        fault(finding("field-redrawn", Part::Coverage, Weight::Fault), -1, after.name);
    }
    m_change.fillsFields = true;
    m_change.filledFields << after.name;
    openWidget(after.number, false);
    m_opened << Spot{after.number, "V"};
}

void RevisionCompare::compareField(const pdf::FormField& before, const pdf::FormField& after) {
    const bool wasSigned = before.type == "Sig" && !before.value.isNull() && !pdf::isEmptySignature(m_before, before);
    const bool isSigned = after.type == "Sig" && !after.value.isNull() && !pdf::isEmptySignature(m_after, after);
    const bool signs = !wasSigned && isSigned;
    const bool overwritten = !wasSigned && appearanceOverwritten(after);
    if (!m_changed.contains(after.number) && !overwritten && !signs) {
        compareWidgets(before, false);
        return;
    }
    m_judged.insert(after.number);
    const QSet<QByteArray> differing = differingKeys(before.dictionary, after.dictionary);
    if (wasSigned) {
        fault(finding("signature-field-changed", Part::Coverage, Weight::Fault), -1, after.name);
        return;
    }
    static const QSet<QByteArray> ofSigning{"V", "AP", "M", "F", "MK", "DA", "Lock", "SV", "P"};
    static const QSet<QByteArray> ofFilling{"V", "AP", "AS", "M", "I", "RV"};
    if (!(signs ? ofSigning : ofFilling).contains(differing)) {
        fault(finding("field-changed", Part::Coverage, Weight::Fault), -1, after.name);
        return;
    }
    if (signs) {
        openWidget(after.number, true);
        acceptSignature(after);
    } else if (after.type == "Sig") {
        if (differing.contains("AP") || overwritten) {
            fault(finding("unsigned-field-drawn", Part::Coverage, Weight::Fault), -1, after.name);
        }
    } else {
        acceptFill(before, after);
    }
    compareWidgets(before, signs);
}

void RevisionCompare::compareWidgets(const pdf::FormField& before, bool signs) {
    for (const int widget : before.widgets) {
        if (widget == 0 || widget == before.number || !m_changed.contains(widget)) {
            continue;
        }
        m_judged.insert(widget);
        static const QSet<QByteArray> ofSigning{"AP", "AS", "MK", "M", "F", "P"};
        static const QSet<QByteArray> ofFilling{"AP", "AS", "M"};
        const auto differing = differingKeys(m_before.object(widget).dictionary(), m_after.object(widget).dictionary());
        if (!(signs ? ofSigning : ofFilling).contains(differing)) {
            fault(finding("widget-changed", Part::Coverage, Weight::Fault), -1, before.name);
        } else if (before.type != "Sig" && m_locks.locks(before.name)) {
            fault(finding("locked-appearance-changed", Part::Coverage, Weight::Fault), -1, before.name);
        } else if (before.type == "Sig" && !signs) {
            fault(finding("unsigned-widget-drawn", Part::Coverage, Weight::Fault), -1, before.name);
        }
        openWidget(widget, signs);
    }
}

} // namespace docsig
