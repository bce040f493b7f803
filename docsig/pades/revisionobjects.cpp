// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RevisionCompare that finds out which objects differ, and whether the update can be read in one way only.
#include "docsig/pades/revisioncompare.h"

namespace docsig {

namespace {

int highestInUse(const pdf::Document& document) {
    int highest = 0;
    for (auto entry = document.entries().constBegin(); entry != document.entries().constEnd(); ++entry) {
        highest = entry->kind == pdf::Entry::Kind::Free ? highest : entry.key();
    }
    return highest;
}

} // namespace

void RevisionCompare::compareSections() {
    const qint64 newestBefore = m_before.sections().constFirst().offset;
    for (const pdf::Section& section : m_after.sections()) {
        if (section.offset == newestBefore) {
            break;
        }
        const QString place = QString::number(section.offset);
        if (section.twoReadings) {
            fault(finding("section-two-readings", Part::Coverage, Weight::Fault), -1, place);
        }
        const qint64 size = section.trailer.value("Size").asInteger().value_or(0);
        if (size <= highestInUse(m_before)) {
            // Numbers from /Size on count as missing (§7.5.5), but not every reader keeps to that.
            fault(finding("section-size-too-small", Part::Coverage, Weight::Doubt), -1, place);
        }
    }
}

bool RevisionCompare::isSame(int number) const {
    if (!(m_before.object(number) == m_after.object(number)) || m_before.isStream(number) != m_after.isStream(number)) {
        return false;
    }
    if (!m_after.isStream(number)) {
        return true;
    }
    // Of a stream whose end can't be told nothing is known, so it is never the same.
    const auto before = m_before.rawStream(number);
    return before && before == m_after.rawStream(number);
}

/// Looks at an object that the update gave a place.
void RevisionCompare::checkReading(int number) {
    const QString place = QString::number(number);
    if (!m_after.isSound(number)) {
        // The same offset given to two objects ends here: at most one of them stands there.
        fault(finding("object-misplaced", Part::Coverage, Weight::Fault), -1, place);
    } else if (m_after.hasDuplicateKeys(number)) {
        fault(finding("object-two-readings", Part::Coverage, Weight::Fault), -1, place);
    } else if (!m_after.isClosed(number)) {
        fault(finding("object-not-closed", Part::Coverage, Weight::Doubt), -1, place);
    }
}

void RevisionCompare::collectChanged() {
    const auto differs = [this](int number, const pdf::Entry& other) {
        const pdf::Entry one = m_before.entries().value(number);
        if (one != other) {
            return true;
        }
        const auto container = static_cast<int>(one.place);
        return one.kind == pdf::Entry::Kind::InStream &&
               m_before.entries().value(container) != m_after.entries().value(container);
    };
    for (auto entry = m_after.entries().constBegin(); entry != m_after.entries().constEnd(); ++entry) {
        const int number = entry.key();
        if (!differs(number, entry.value())) {
            continue;
        }
        if (entry->kind != pdf::Entry::Kind::Free) {
            checkReading(number);
        }
        if (!isSame(number)) {
            m_changed.insert(number);
        }
    }
    for (auto entry = m_before.entries().constBegin(); entry != m_before.entries().constEnd(); ++entry) {
        if (entry->kind != pdf::Entry::Kind::Free && !m_after.entries().contains(entry.key())) {
            m_changed.insert(entry.key());
        }
    }
}

} // namespace docsig
