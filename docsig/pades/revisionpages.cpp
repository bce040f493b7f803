// SPDX-License-Identifier: GPL-3.0-or-later
// The half of RevisionCompare that looks at pages, and at what nothing explained.
#include "docsig/pades/revisioncompare.h"

namespace docsig {

namespace {

constexpr int deepestResource = 12;

bool isContainer(const pdf::Value& value) {
    const pdf::Value type = value.dictionary().value("Type");
    return type.isName("XRef") || type.isName("ObjStm");
}

bool leadsTo(const pdf::Document& document, const pdf::Value& value, int number, int depth, QSet<int>& visited) {
    if (const pdf::Reference* reference = value.asReference()) {
        if (reference->number == number) {
            return true;
        }
        if (visited.contains(reference->number)) {
            return false;
        }
        visited.insert(reference->number);
        return depth < deepestResource &&
               leadsTo(document, document.object(reference->number), number, depth + 1, visited);
    }
    const auto inside = [&](const pdf::Value& entry) { return leadsTo(document, entry, number, depth, visited); };
    return std::ranges::any_of(value.array(), inside) || std::ranges::any_of(value.dictionary(), inside);
}

} // namespace

void RevisionCompare::comparePages() {
    const auto before = m_before.pages();
    const auto after = m_after.pages();
    if (!before || !after) {
        fault(finding("page-tree-broken", Part::Coverage, Weight::Fault), -1, {});
        return;
    }
    if (*before != *after) {
        const auto differs = std::ranges::mismatch(*before, *after);
        fault(finding("page-tree-changed", Part::Coverage, Weight::Fault,
                      QStringLiteral("%1 pages, then %2").arg(before->size()).arg(after->size())),
              static_cast<int>(differs.in2 - after->begin()), {});
        return;
    }
    for (qsizetype page = 0; page < after->size(); ++page) {
        comparePage(static_cast<int>(page), after->at(page));
    }
}

void RevisionCompare::comparePage(int page, int number) {
    const pdf::Dictionary before = m_before.object(number).dictionary();
    const pdf::Dictionary after = m_after.object(number).dictionary();
    if (m_changed.contains(number)) {
        explainObject(number);
        pdf::Dictionary one = before;
        pdf::Dictionary other = after;
        one.remove("Annots");
        other.remove("Annots");
        if (!(pdf::Value(one) == pdf::Value(other))) {
            fault(finding("page-changed", Part::Coverage, Weight::Fault), page, QString::number(number));
        }
    }
    const pdf::Value list = after.value("Annots");
    const bool listChanged = list.asReference() != nullptr && m_changed.contains(list.asReference()->number);
    if (m_changed.contains(number) || listChanged) {
        compareAnnotations(page, before, after);
        explainIfReference(list);
    }
}

void RevisionCompare::compareAnnotations(int page, const pdf::Dictionary& before, const pdf::Dictionary& after) {
    const pdf::Array old = m_before.get(before, "Annots").array();
    const pdf::Array now = m_after.get(after, "Annots").array();
    for (const pdf::Value& annotation : old) {
        if (!now.contains(annotation)) {
            fault(finding("annotation-removed", Part::Coverage, Weight::Fault), page, {});
        }
    }
    for (const pdf::Value& annotation : now) {
        const bool known = old.contains(annotation);
        const bool ofSignature =
            annotation.asReference() != nullptr && m_newFields.contains(annotation.asReference()->number);
        // A widget that was a field before but on no page may be shown by the signature that fills it.
        const bool ofField = annotation.asReference() != nullptr &&
                             std::ranges::any_of(m_fieldsBefore, [&](const pdf::FormField& field) {
                                 return field.type == "Sig" && field.widgets.contains(annotation.asReference()->number);
                             });
        if (!known && !ofSignature && !ofField) {
            fault(finding("annotation-added", Part::Coverage, Weight::Fault), page, {});
        }
    }
}

int RevisionCompare::pageOfObject(int number) const {
    const auto pages = m_before.pages();
    for (qsizetype page = 0; pages && page < std::min<qsizetype>(pages->size(), 200); ++page) {
        pdf::Dictionary dictionary = m_before.object(pages->at(page)).dictionary();
        dictionary.remove("Parent");
        QSet<int> visited;
        if (leadsTo(m_before, pdf::Value(dictionary), number, 0, visited)) {
            return static_cast<int>(page);
        }
    }
    return -1;
}

void RevisionCompare::judgeTheRest() {
    for (const int number : m_changed) {
        if (m_explained.contains(number)) {
            continue;
        }
        const pdf::Value now = m_after.object(number);
        const pdf::Entry::Kind was = m_before.entries().value(number).kind;
        const pdf::Entry::Kind is = m_after.entries().value(number).kind;
        if (isContainer(now) && (was == pdf::Entry::Kind::Free || isContainer(m_before.object(number)))) {
            continue;
        }
        if (was == pdf::Entry::Kind::Free) {
            if (is != pdf::Entry::Kind::Free) {
                // Nothing that is shown leads there: it waits for a later update to switch it in.
                fault(finding("object-unexplained", Part::Coverage, Weight::Fault), -1, QString::number(number));
            }
            continue;
        }
        const int page = pageOfObject(number);
        if (page >= 0) {
            fault(finding("page-content-changed", Part::Coverage, Weight::Fault), page, QString::number(number));
        } else if (is == pdf::Entry::Kind::Free) {
            fault(finding("object-removed", Part::Coverage, Weight::Fault), -1, QString::number(number));
        } else {
            fault(finding("object-changed", Part::Coverage, Weight::Fault), -1, QString::number(number));
        }
    }
}

} // namespace docsig
