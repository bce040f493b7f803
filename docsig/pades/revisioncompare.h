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
    bool annotates = false; ///< as DocMDP 3 allows
    QStringList filledFields;
    QList<Finding> faults; ///< what nothing explains, or not certainly, each with its page or place; of part Coverage

    /// The code of the explanation: "revision-…".
    [[nodiscard]] QString explanation() const;
};

/// Compares two states of a file, the second one incremental update later, entry by entry of the cross-reference
/// (ISO 32000-1 §12.8.2, annex of EN 319 142-1). A change is explained when it is: a signature or document time stamp
/// put into a new or an empty field, evidence in the DSS, the filling of a field that DocMDP allows and no FieldMDP
/// locks, metadata, growth of the structure tree, a note that DocMDP 3 allows. Anything else that can be reached is a
/// fault; so is an explained object to which another way leads, and whatever two programs could read in two ways.
/// Without a certification the rules of DocMDP 2 hold.
class RevisionCompare {
public:
    RevisionCompare(const pdf::Document& before, const pdf::Document& after);

    [[nodiscard]] RevisionChange compare();

private:
    // revisionobjects.cpp: the cross-reference and the bytes behind it
    void compareSections();
    void collectChanged();
    [[nodiscard]] bool isSame(int number) const;
    void checkReading(int number);
    // revisioncompare.cpp: the catalog and the form
    void compareCatalog();
    void compareForm(const pdf::Dictionary& catalogBefore, const pdf::Dictionary& catalogAfter, const Spot& catalog);
    void compareDefaultResources(const pdf::Dictionary& before, const pdf::Dictionary& after, const Spot& form);
    // revisionevidence.cpp: what is no part of what is shown
    void compareEvidence(const pdf::Value& before, const pdf::Value& after);
    void compareMetadata(const pdf::Value& before, const pdf::Value& after);
    // revisionfields.cpp
    void compareFields();
    void compareField(const pdf::FormField& before, const pdf::FormField& after);
    void compareWidgets(const pdf::FormField& before, bool signs);
    void judgeNewField(const pdf::FormField& field);
    void judgeParents(const pdf::FormField& field);
    void acceptSignature(const pdf::FormField& field);
    void acceptFill(const pdf::FormField& before, const pdf::FormField& after);
    void openWidget(int number, bool signs);
    [[nodiscard]] bool appearanceOverwritten(const pdf::Dictionary& widget) const;
    // revisionfills.cpp: whether a filled field shows what it says
    void checkFill(const pdf::FormField& before, const pdf::FormField& after);
    void checkButton(const pdf::FormField& after, bool valueSame);
    [[nodiscard]] bool isRedrawn(int widget) const;
    void checkAbandonedLooks(const pdf::FormField& before, const pdf::FormField& after);
    [[nodiscard]] bool onlyLocks(const pdf::Dictionary& before, const pdf::Dictionary& after) const;
    // revisionpages.cpp
    void comparePages();
    void comparePage(int page, int number);
    void compareAnnotations(int page, const pdf::Dictionary& before, const pdf::Dictionary& after);
    void judgeNewAnnotation(int page, const pdf::Value& annotation);
    [[nodiscard]] bool isPermittedNote(const pdf::Dictionary& annotation) const;
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

/// All of the old entries are there still, in their order.
[[nodiscard]] bool hasGrown(const pdf::Value& before, const pdf::Value& after);

} // namespace docsig
