// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/office/officeact.h"
#include "app/domain/organid.h"
#include "app/store/documentrecord.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <optional>
#include <set>
#include <utility>

namespace app {

class Transaction;
struct StoredAct;

/// Number and date of a document of ours as it is shown and found; 0: it has none.
void showNumber(int number, const QString& notation, const QDate& date, DocumentRecord& record);

/// Folds what becomes of a document by its number: that it was filled in, and that it was made void.
class NumberFold {
public:
    NumberFold(Transaction& transaction, const OrganId& organ);

    /// Looks through all acts of a document before they are folded.
    void prepare(const QList<StoredAct>& acts, const DocumentId& document);

    /// Whether the number stands in the PDF.
    [[nodiscard]] bool isNumbered() const { return m_isNumbered; }
    /// Whether it counts; then number, state and PDF are those of the act. It counts from a clerk alone: whoever takes
    /// part in a case could bring another number, and another PDF, under the seal with it.
    [[nodiscard]] bool assign(const acts::NumberAssigned& act, const StoredAct& stored, DocumentRecord& record);
    /// Whether it counts: at its place in the document's case, where a clerk says so and the book, where it is here,
    /// says the same; without a word in the case at its place in the book. The case orders it with what was done to the
    /// document, at all desks alike. A number that stands in the PDF alone is left behind with that revision, and the
    /// document waits for another one. What the seal covers, what was signed over its number, and a line of what came
    /// in can't get another: it is closed, with the reason.
    [[nodiscard]] bool makeVoid(const acts::EntryVoided& act, const StoredAct& stored, DocumentRecord& record);
    /// Whether a seal covers a number that was left behind as void before this desk's seal was heard of: then the
    /// document is closed, with the reason.
    [[nodiscard]] bool sealVoid(const StoredAct& stored, DocumentRecord& record);

private:
    [[nodiscard]] bool isTold(const acts::EntryVoided& act, const StoredAct& stored, const DocumentId& document) const;
    void leaveNumber(DocumentRecord& record);
    static void closeAsVoid(const QString& reason, const StoredAct& stored, DocumentRecord& record);

    Transaction& m_transaction;
    OrganId m_organ;
    bool m_isNumbered = false;
    bool m_isSignedOver = false;            ///< the number came first, and the leader signed over it
    std::optional<QString> m_leftFor{};     ///< why the number was left behind
    QByteArray m_unnumbered;                ///< the revision before the number stood in it
    std::set<int> m_told;                   ///< numbers of which the case says that they are void
    std::set<std::pair<int, int>> m_voided; ///< numbers that were made void, with their years
};

} // namespace app
