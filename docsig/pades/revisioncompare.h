// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/document.h"
#include "docsig/pdf/formfields.h"
#include "docsig/report/signaturereport.h"

#include <QSet>

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
/// FieldMDP locks, metadata. Anything else is a fault. Without a certification the rules of DocMDP 2 hold.
class RevisionCompare {
public:
    RevisionCompare(const pdf::Document& before, const pdf::Document& after);

    [[nodiscard]] RevisionChange compare();

private:
    void collectChanged();
    void compareCatalog();
    void compareForm(const pdf::Value& before, const pdf::Value& after);
    void compareFieldLists(const pdf::Dictionary& before, const pdf::Dictionary& after);
    void compareFields();
    void compareField(const pdf::FormField& before, const pdf::FormField& after);
    void compareWidgets(const pdf::FormField& before);
    [[nodiscard]] bool onlyKeysDiffer(const pdf::Dictionary& one, const pdf::Dictionary& other,
                                      const QSet<QByteArray>& allowed) const;
    void acceptSignature(const pdf::FormField& field);
    void acceptFill(const pdf::FormField& field);
    void comparePages();
    void comparePage(int page, int number);
    void compareAnnotations(int page, const pdf::Dictionary& before, const pdf::Dictionary& after);
    void judgeTheRest();
    /// The value, and every object that is new and reached through it, belong to something explained.
    void explain(const pdf::Value& value, int depth = 0);
    void explainObject(int number) { m_explained.insert(number); }
    void explainIfReference(const pdf::Value& value);
    [[nodiscard]] int pageOfObject(int number) const;
    void fault(Finding finding, int page, const QString& place);

    const pdf::Document& m_before;
    const pdf::Document& m_after;
    int m_permission;
    QSet<int> m_changed;
    QSet<int> m_explained;
    QSet<int> m_newFields; ///< object numbers of new signature fields and their widgets
    QList<pdf::FormField> m_fieldsBefore;
    QList<pdf::FormField> m_fieldsAfter;
    RevisionChange m_change;
};

/// The names that FieldMDP transforms of the signatures in a file lock, and whether one is locked (§12.8.2.4).
class FieldLocks {
public:
    explicit FieldLocks(const pdf::Document& document, const QList<pdf::FormField>& fields);
    [[nodiscard]] bool locks(const QString& name) const;

private:
    struct Lock {
        QByteArray action;
        QStringList names;
    };
    QList<Lock> m_locks;
};

/// The transform dictionaries of a signature's /Reference with that method: their parameters.
[[nodiscard]] QList<pdf::Dictionary> transformsOf(const pdf::Document& document, const pdf::Dictionary& signature,
                                                  const char* method);

} // namespace docsig
