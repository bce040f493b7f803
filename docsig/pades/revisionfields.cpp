// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RevisionCompare that looks at form fields and their widgets.
#include "docsig/pades/revisioncompare.h"

namespace docsig {

namespace {

/// "a.b.c" has the parts "a" and "a.b".
QSet<QString> partsOf(const QString& name) {
    QSet<QString> parts;
    for (qsizetype dot = name.indexOf(u'.'); dot >= 0; dot = name.indexOf(u'.', dot + 1)) {
        parts.insert(name.left(dot));
    }
    return parts;
}

bool isPartOf(const QString& name, const QSet<QString>& names) {
    return partsOf(name).intersects(names);
}

} // namespace

void RevisionCompare::compareFields() {
    QHash<int, const pdf::FormField*> after;
    QSet<QString> names;
    QSet<QString> parts; ///< of names: a field that is called like one would be another's parent to a reader
    for (const pdf::FormField& field : std::as_const(m_fieldsAfter)) {
        after.insert(field.number, &field);
    }
    QSet<int> known;
    for (const pdf::FormField& before : std::as_const(m_fieldsBefore)) {
        known.insert(before.number);
        names.insert(before.name);
        parts.unite(partsOf(before.name));
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
        if (names.contains(field.name) || isPartOf(field.name, names) || parts.contains(field.name)) {
            fault(finding("field-name-twice", Part::Coverage, Weight::Fault), -1, field.name);
        }
        const pdf::Value title = m_after.get(field.dictionary, "T");
        if (title.asString() != nullptr && title.asString()->bytes.contains('.')) {
            fault(finding("field-name-dotted", Part::Coverage, Weight::Fault), -1, field.name);
        }
        names.insert(field.name);
        parts.unite(partsOf(field.name));
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
    judgeParents(field);
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

/// The nodes above a new field: new ones that only give it a name, and old ones that only got it as a child.
void RevisionCompare::judgeParents(const pdf::FormField& field) {
    pdf::Value child(pdf::Reference{field.number, 0});
    pdf::Value parent = field.dictionary.value("Parent");
    for (int level = 0; level < 32 && parent.asReference() != nullptr; ++level) {
        const int number = parent.asReference()->number;
        const pdf::Dictionary before = m_before.object(number).dictionary();
        const pdf::Dictionary after = m_after.object(number).dictionary();
        const QSet<QByteArray> differing = differingKeys(before, after);
        const pdf::Value kids = m_after.get(after, "Kids");
        const bool names = isNew(number) && QSet<QByteArray>{"T", "Kids", "Parent", "FT"}.contains(differing);
        const bool grown = !isNew(number) && (differing - QSet<QByteArray>{"Kids"}).isEmpty() &&
                           hasGrown(m_before.get(before, "Kids"), kids);
        const bool mayBeJudged = (names || grown) && std::ranges::all_of(kids.array(), [&](const pdf::Value& kid) {
                                     return m_before.get(before, "Kids").array().contains(kid) || kid == child ||
                                            (kid.asReference() != nullptr && isNew(kid.asReference()->number));
                                 });
        if (!mayBeJudged) {
            return;
        }
        m_judged.insert(number);
        judged(after.value("Kids"));
        child = parent;
        parent = after.value("Parent");
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

bool RevisionCompare::appearanceOverwritten(const pdf::Dictionary& widget) const {
    const pdf::Value appearance = widget.value("AP");
    const pdf::Value normal = m_after.resolve(appearance).dictionary().value("N");
    const pdf::Dictionary states = m_after.resolve(normal).dictionary();
    return isChanged(appearance) || isChanged(normal) ||
           std::ranges::any_of(states, [this](const pdf::Value& state) { return isChanged(state); });
}

void RevisionCompare::acceptFill(const pdf::FormField& before, const pdf::FormField& after) {
    if (m_locks.locks(after.name)) {
        fault(finding("locked-field-changed", Part::Coverage, Weight::Fault), -1, after.name);
    } else if (m_permission == 1) {
        fault(finding("field-fill-not-allowed", Part::Coverage, Weight::Fault), -1, after.name);
    } else {
        checkFill(before, after);
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
    const bool overwritten = !wasSigned && appearanceOverwritten(after.dictionary);
    const bool widgetsTouched = std::ranges::any_of(before.widgets, [&](int widget) {
        return widget != before.number && m_changed.contains(widget) &&
               !onlyLocks(m_before.object(widget).dictionary(), m_after.object(widget).dictionary());
    });
    const bool onlyLocked = !overwritten && !signs && !widgetsTouched && onlyLocks(before.dictionary, after.dictionary);
    if ((!m_changed.contains(after.number) && !overwritten && !signs && !widgetsTouched) || onlyLocked) {
        m_judged.insert(after.number);
        for (const int widget : before.widgets) {
            m_judged.insert(widget); // at most locked, too
        }
        return;
    }
    m_judged.insert(after.number);
    const QSet<QByteArray> differing = differingKeys(before.dictionary, after.dictionary);
    if (wasSigned) {
        fault(finding("signature-field-changed", Part::Coverage, Weight::Fault), -1, after.name);
        return;
    }
    static const QSet<QByteArray> ofSigning{"V",    "AP", "M", "F",    "MK", "DA",
                                            "Lock", "SV", "P", "Type", "Ff", "StructParent"};
    static const QSet<QByteArray> ofFilling{"V", "AP", "AS", "M", "I", "RV"};
    const bool typed = differing.contains("Type") && !after.dictionary.value("Type").isName("Annot");
    const bool known = after.type == "Sig" || after.type == "Tx" || after.type == "Ch" || after.type == "Btn";
    if (!(signs ? ofSigning : ofFilling).contains(differing) || typed || !known) {
        fault(finding("field-changed", Part::Coverage, Weight::Fault), -1, after.name);
        return;
    }
    if (signs) {
        checkAbandonedLooks(before, after);
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
        static const QSet<QByteArray> ofSigning{"AP", "AS", "MK", "M", "F", "P", "Type", "StructParent"};
        static const QSet<QByteArray> ofFilling{"AP", "AS", "M"};
        const pdf::Dictionary was = m_before.object(widget).dictionary();
        const pdf::Dictionary is = m_after.object(widget).dictionary();
        const auto differing = differingKeys(was, is);
        if (!signs && onlyLocks(was, is)) {
            continue;
        }
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
