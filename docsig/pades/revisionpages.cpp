// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RevisionCompare that looks at pages, at the structure tree, and at what nothing explained.
#include "docsig/pades/revisioncompare.h"

namespace docsig {

namespace {

/// A node of the page tree of which only keys differ that mean nothing there (a producer's mark, §7.7.3.2).
bool onlyMarked(const pdf::Value& before, const pdf::Value& after) {
    static const QSet<QByteArray> meaningful{"Type",   "Parent", "Kids", "Count",    "Resources", "MediaBox", "CropBox",
                                             "Rotate", "Annots", "AA",   "Contents", "Group",     "Metadata"};
    return before.dictionary().value("Type").isName("Pages") && after.dictionary().value("Type").isName("Pages") &&
           !differingKeys(before.dictionary(), after.dictionary()).intersects(meaningful);
}

} // namespace

bool hasGrown(const pdf::Value& before, const pdf::Value& after) {
    const pdf::Array old = before.isArray() ? before.array() : pdf::Array{before};
    const pdf::Array now = after.isArray() ? after.array() : pdf::Array{after};
    qsizetype next = 0;
    for (const pdf::Value& entry : now) {
        next += next < old.size() && old[next] == entry ? 1 : 0;
    }
    return next == old.size();
}

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
        // Told once is enough: what comes with a new page is not told object by object.
        for (const int number : *after) {
            if (isNew(number)) {
                m_judged.insert(number);
                m_opened << Spot{number, {}};
            }
        }
    }
    for (qsizetype page = 0; page < after->size(); ++page) {
        if (!isNew(after->at(page))) {
            comparePage(static_cast<int>(page), after->at(page));
        }
    }
}

void RevisionCompare::comparePage(int page, int number) {
    const pdf::Dictionary before = m_before.object(number).dictionary();
    const pdf::Dictionary after = m_after.object(number).dictionary();
    const pdf::Value list = after.value("Annots");
    const bool changed = m_changed.contains(number);
    if (changed) {
        m_judged.insert(number);
        for (const QByteArray& key : differingKeys(before, after)) {
            static const QSet<QByteArray> elsewhere{"Annots", "LastModified", "Tabs", "PieceInfo"};
            if (elsewhere.contains(key)) {
                continue;
            }
            if (sameMeaning(before.value(key), after.value(key)) && after.contains(key)) {
                judged(after.value(key));
            } else {
                fault(finding("page-changed", Part::Coverage, Weight::Fault, QString::number(number)), page,
                      QString::fromLatin1(key));
            }
        }
    }
    if (changed || isChanged(list)) {
        judged(list);
        compareAnnotations(page, before, after);
    }
}

void RevisionCompare::compareAnnotations(int page, const pdf::Dictionary& before, const pdf::Dictionary& after) {
    const pdf::Array old = m_before.get(before, "Annots").array();
    const pdf::Array now = m_after.get(after, "Annots").array();
    for (const pdf::Value& annotation : old) {
        if (now.contains(annotation)) {
            continue;
        }
        const pdf::Value kind = m_before.get(m_before.resolve(annotation).dictionary(), "Subtype");
        if (m_permission == 3 && !kind.isNull() && !kind.isName("Widget")) {
            m_change.annotates = true;
            fault(finding("note-removed", Part::Coverage, Weight::Doubt), page, {});
        } else {
            fault(finding("annotation-removed", Part::Coverage, Weight::Fault), page, {});
        }
    }
    for (const pdf::Value& annotation : now) {
        const int number = annotation.asReference() == nullptr ? 0 : annotation.asReference()->number;
        const bool ofSignature = number != 0 && m_newFields.contains(number);
        // A widget that was a field before but on no page may be shown by the signature that fills it.
        const bool ofField = number != 0 && std::ranges::any_of(m_fieldsBefore, [&](const pdf::FormField& field) {
                                 return field.type == "Sig" && field.widgets.contains(number);
                             });
        if (!old.contains(annotation) && !ofSignature && !ofField) {
            judgeNewAnnotation(page, annotation);
        }
    }
}

void RevisionCompare::judgeNewAnnotation(int page, const pdf::Value& annotation) {
    const int number = annotation.asReference() == nullptr ? 0 : annotation.asReference()->number;
    const pdf::Dictionary dictionary = m_after.resolve(annotation).dictionary();
    if (m_permission == 3 && isNew(number) && isPermittedNote(dictionary)) {
        m_change.annotates = true;
        if (!m_after.get(dictionary, "Subtype").isName("Popup")) {
            // What it draws may lie over what was signed, and no rule of the certification forbids that.
            fault(finding("note-over-page", Part::Coverage, Weight::Doubt), page, QString::number(number));
        }
    } else {
        fault(finding("annotation-added", Part::Coverage, Weight::Fault), page, QString::number(number));
    }
    if (isNew(number)) {
        m_judged.insert(number);
        m_opened << Spot{number, {}};
    }
}

bool RevisionCompare::isPermittedNote(const pdf::Dictionary& annotation) const {
    // A note that acts by itself, plays, or is a field is none of those that a reader adds (§12.5.6).
    static const QSet<QByteArray> notes{"Text",  "Popup",  "Highlight", "Underline", "Squiggly", "StrikeOut",
                                        "Caret", "Square", "Circle",    "Line",      "Polygon",  "PolyLine",
                                        "Ink",   "Stamp",  "Redact",    "FreeText"};
    const pdf::Value kind = m_after.get(annotation, "Subtype");
    return kind.asName() != nullptr && notes.contains(kind.asName()->text) && !annotation.contains("A") &&
           !annotation.contains("AA");
}

void RevisionCompare::judgeMet(const RevisionWalk::Met& met) {
    const QString number = QString::number(met.number);
    if (onlyMarked(m_before.object(met.number), m_after.object(met.number))) {
        return;
    }
    const bool noteChanged = m_permission == 3 && met.page >= 0 &&
                             isPermittedNote(m_before.object(met.number).dictionary()) &&
                             isPermittedNote(m_after.object(met.number).dictionary());
    if (noteChanged) {
        m_change.annotates = true;
        fault(finding("note-changed", Part::Coverage, Weight::Doubt), met.page, number);
    } else if (met.page >= 0) {
        fault(finding("page-content-changed", Part::Coverage, Weight::Fault), met.page, number);
    } else if (m_after.entries().value(met.number).kind == pdf::Entry::Kind::Free) {
        fault(finding("object-removed", Part::Coverage, Weight::Fault), -1, number);
    } else {
        fault(finding("object-changed", Part::Coverage, Weight::Fault), -1, number);
    }
}

void RevisionCompare::compareStructure() {
    const pdf::Value root = m_after.catalog().value("StructTreeRoot");
    if (root.asReference() == nullptr) {
        return;
    }
    // The tree names pages and annotations, which were looked at where they lie; the parent tree is an index.
    RevisionWalk walk(m_after, m_changed, m_judged, m_opened);
    walk.walkFrom(root.asReference()->number, {"ParentTree", "IDTree", "Pg", "Obj", "Stm", "P", "Parent"});
    for (const RevisionWalk::Met& met : walk.met()) {
        if (isNew(met.number)) {
            continue;
        }
        const pdf::Dictionary before = m_before.object(met.number).dictionary();
        const pdf::Dictionary after = m_after.object(met.number).dictionary();
        QSet<QByteArray> differing = differingKeys(before, after);
        differing -= {"ParentTree", "ParentTreeNextKey", "IDTree"};
        const bool grown = before.isEmpty() ? hasGrown(m_before.object(met.number), m_after.object(met.number))
                                            : (differing - QSet<QByteArray>{"K"}).isEmpty() &&
                                                  hasGrown(before.value("K"), after.value("K"));
        if (!grown) {
            fault(finding("structure-changed", Part::Coverage, Weight::Fault), -1, QString::number(met.number));
        }
    }
}

void RevisionCompare::judgeTheRest() {
    RevisionWalk walk(m_after, m_changed, m_judged, m_opened);
    walk.walk(m_after.pages().value_or(QList<int>()));
    for (const RevisionWalk::Met& met : walk.met()) {
        judgeMet(met);
    }
    compareStructure();
}

} // namespace docsig
