// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RevisionCompare that asks whether a filled field shows what it says, and what a signature's new picture
// leaves behind.
#include "docsig/pades/revisioncompare.h"

namespace docsig {

namespace {

constexpr qint64 readOnly = 1;            ///< field flag (ISO 32000-1 table 221)
constexpr qint64 lockedFlags = 128 | 512; ///< annotation flags Locked and LockedContents (table 165)

} // namespace

/// Whether the only difference is that the field can no longer be changed: signers set these flags on what they lock.
bool RevisionCompare::onlyLocks(const pdf::Dictionary& before, const pdf::Dictionary& after) const {
    const auto flags = [](const pdf::Document& document, const pdf::Dictionary& dictionary, const char* key) {
        return document.get(dictionary, key).asInteger().value_or(0);
    };
    return QSet<QByteArray>{"Ff", "F"}.contains(differingKeys(before, after)) &&
           (flags(m_before, before, "Ff") | readOnly) == (flags(m_after, after, "Ff") | readOnly) &&
           (flags(m_before, before, "F") | lockedFlags) == (flags(m_after, after, "F") | lockedFlags);
}

/// Whether the picture of a widget is another one than before, by its keys or by the objects behind them.
bool RevisionCompare::isRedrawn(int widget) const {
    const pdf::Dictionary before = m_before.object(widget).dictionary();
    const pdf::Dictionary after = m_after.object(widget).dictionary();
    return !(before.value("AP") == after.value("AP")) || appearanceOverwritten(after);
}

void RevisionCompare::checkFill(const pdf::FormField& before, const pdf::FormField& after) {
    const bool valueSame = sameMeaning(before.value, after.value);
    const bool redrawn = std::ranges::any_of(after.widgets, [this](int widget) { return isRedrawn(widget); });
    if (after.type == "Btn") {
        checkButton(after, valueSame);
        return;
    }
    if (valueSame) {
        // Another picture of the same value: what was signed looks different now.
        fault(finding("field-redrawn", Part::Coverage, Weight::Fault), -1, after.name);
        return;
    }
    const bool drawn = std::ranges::any_of(
        after.widgets, [this](int widget) { return m_after.object(widget).dictionary().contains("AP"); });
    if (drawn && !redrawn) {
        // The old picture under a new value: programs and people read two things.
        fault(finding("field-not-redrawn", Part::Coverage, Weight::Doubt), -1, after.name);
    }
}

/// The pictures of a button's states are there from the beginning; filling it in only chooses one of them.
void RevisionCompare::checkButton(const pdf::FormField& after, bool valueSame) {
    const pdf::Value value = m_after.resolve(after.value);
    for (const int widget : after.widgets) {
        const pdf::Dictionary was = m_before.object(widget).dictionary();
        const pdf::Dictionary is = m_after.object(widget).dictionary();
        const pdf::Value state = m_after.get(is, "AS");
        const bool switched = !(m_before.get(was, "AS") == state);
        if ((was.contains("AP") && isRedrawn(widget)) || (valueSame && switched)) {
            fault(finding("button-redrawn", Part::Coverage, Weight::Fault), -1, after.name);
        } else if (switched && !state.isNull() && !state.isName("Off") && !(state == value)) {
            fault(finding("button-state-differs", Part::Coverage, Weight::Doubt), -1, after.name);
        }
    }
}

/// A signature may give its field another picture. A picture that it leaves behind and that something else than a
/// widget goes on using was made to be two things, and which of them was signed can't be told.
void RevisionCompare::checkAbandonedLooks(const pdf::FormField& before, const pdf::FormField& after) {
    const pdf::Value looks = before.dictionary.value("AP");
    if (looks.isNull() || looks == after.dictionary.value("AP")) {
        return;
    }
    QSet<int> left;
    for (const pdf::Value& value : {looks, m_before.resolve(looks).dictionary().value("N")}) {
        if (value.asReference() != nullptr) {
            left.insert(value.asReference()->number);
        }
    }
    if (left.isEmpty()) {
        return;
    }
    QSet<Spot> opened;
    for (const pdf::FormField& field : std::as_const(m_fieldsBefore)) {
        for (const int widget : field.widgets) {
            opened << Spot{widget, "AP"};
        }
    }
    RevisionWalk walk(m_before, left, {}, opened);
    walk.walk(m_before.pages().value_or(QList<int>()));
    if (!walk.met().isEmpty()) {
        fault(finding("appearance-shared", Part::Coverage, Weight::Doubt), walk.met().constFirst().page, before.name);
    }
}

} // namespace docsig
