// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pades/fieldlocks.h"
#include "docsig/pades/revisionwalk.h"
#include "docsig/pdf/formfields.h"
#include "docsig/report/signaturereport.h"

namespace docsig {

/// What one incremental update did to a file, seen against the rules that the signatures before it set.
struct RevisionChange {
    bool addsSignature = false;
    bool addsTimeStamp = false;
    bool addsEvidence = false;
    bool fillsFields = false;
    bool changesMetadata = false;
    QStringList filledFields;
    QList<Finding> faults; ///< what nothing explains, each with its page or place; all of part Coverage

    /// The code of the explanation: "revision-…".
    [[nodiscard]] QString explanation() const;
};

/// Compares two states of a file, the second one incremental update later, entry by entry of the cross-reference
/// (ISO 32000-1 §12.8.2, annex of EN 319 142-1). A change is explained when it is: a signature or document time stamp
/// put into a new or an empty field, evidence in the DSS, the filling of a text field that DocMDP allows and no
/// FieldMDP locks, metadata, growth of the structure tree. Anything else that can be reached is a fault; so is an
/// explained object to which another way leads. Without a certification the rules of DocMDP 2 hold.
class RevisionCompare {
public:
    RevisionCompare(const pdf::Document& before, const pdf::Document& after);

    [[nodiscard]] RevisionChange compare();

private:
    void collectChanged();
    // revisioncompare.cpp: the catalog and the form
    void compareCatalog();
    void compareForm(const pdf::Dictionary& catalogBefore, const pdf::Dictionary& catalogAfter, const Spot& catalog);
    void compareDefaultResources(const pdf::Dictionary& before, const pdf::Dictionary& after, const Spot& form);
    // revisionfields.cpp
    void compareFields();
    void compareField(const pdf::FormField& before, const pdf::FormField& after);
    void compareWidgets(const pdf::FormField& before, bool signs);
    void judgeNewField(const pdf::FormField& field);
    void acceptSignature(const pdf::FormField& field);
    void acceptFill(const pdf::FormField& before, const pdf::FormField& after);
    void openWidget(int number, bool signs);
    [[nodiscard]] bool appearanceOverwritten(const pdf::FormField& field) const;
    // revisionpages.cpp
    void comparePages();
    void comparePage(int page, int number);
    void compareAnnotations(int page, const pdf::Dictionary& before, const pdf::Dictionary& after);
    void judgeTheRest();
    void judgeMet(const RevisionWalk::Met& met);
    void compareStructure();

    [[nodiscard]] bool isNew(int number) const {
        return m_before.entries().value(number).kind == pdf::Entry::Kind::Free;
    }
    [[nodiscard]] bool isChanged(const pdf::Value& value) const {
        return value.asReference() != nullptr && m_changed.contains(value.asReference()->number);
    }
    /// Whether the two values mean the same: equal, or one of them moved into or out of an object of its own.
    [[nodiscard]] bool sameMeaning(const pdf::Value& before, const pdf::Value& after) const;
    void judged(const pdf::Value& value);
    /// Where the value of a key lies: in the object it refers to, or further down in the same one.
    [[nodiscard]] static Spot inside(const Spot& spot, const QByteArray& key, const pdf::Value& value);
    void fault(Finding finding, int page, const QString& place);

    const pdf::Document& m_before;
    const pdf::Document& m_after;
    int m_permission;
    QSet<int> m_changed;
    QSet<int> m_judged;    ///< objects whose own difference a rule has looked at
    QSet<Spot> m_opened;   ///< places behind which a change is explained
    QSet<int> m_newFields; ///< object numbers of new signature fields and their widgets
    QList<pdf::FormField> m_fieldsBefore;
    QList<pdf::FormField> m_fieldsAfter;
    FieldLocks m_locks;
    RevisionChange m_change;
};

/// The keys whose values differ, and those that only one of the two has.
[[nodiscard]] QSet<QByteArray> differingKeys(const pdf::Dictionary& one, const pdf::Dictionary& other);

} // namespace docsig
