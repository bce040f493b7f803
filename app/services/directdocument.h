// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delegation.h"
#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/domain/work.h"

#include <QList>
#include <QString>

namespace app {

class OfficeDesk;

/// What came of directing one of several documents.
struct DirectedDocument {
    DocumentId document;
    Error problem{}; ///< empty code: it is done

    friend bool operator==(const DirectedDocument&, const DirectedDocument&) = default;
};

/// Use case of the clerk, the leader and whoever leads the work: who deals with a registered document (Nghị định
/// 30/2020 art. 24: trình, chỉ đạo, giao). Everybody who gets a share takes part in the document's case from then on,
/// and their desks get the document itself. The deed is written down and shown before it is sent; works without a
/// network. Blocking; any thread but the GUI's.
class DirectDocument {
public:
    explicit DirectDocument(OfficeDesk& desk);

    /// `assignee-missing` (nobody is named, or no name), `assignee-twice`, `directive-lead-twofold`,
    /// `directive-too-long`, `directive-date-past`; `action-not-allowed`.
    [[nodiscard]] Result<void> direct(const DocumentId& id, const Directive& directive);
    /// The same for several documents; what stops one does not stop the others.
    [[nodiscard]] QList<DirectedDocument> directSeveral(const QList<DocumentId>& ids, const Directive& directive);
    /// To the one who says who deals with it. `presentee-unknown` where the office has no such person.
    [[nodiscard]] Result<void> present(const DocumentId& id, const QString& mailbox, const QString& words = {});
    /// Who of those named is away today, and who stands in for them: whoever directs is to know it. absenceCode() gives
    /// what to tell. Nobody is refused for it.
    [[nodiscard]] Result<QList<Delegation>> absent(const Directive& directive) const;
    /// The own share of the work, with a reason: whoever gave it says anew who deals with it.
    [[nodiscard]] Result<void> giveBack(const DocumentId& id, const QString& reason);

    /// A later day for the own share, with a reason. `more-time-past` where the day has passed, `more-time-earlier`
    /// where it is not later than the day that holds; `reason-missing`, `reason-too-long`, `action-not-allowed`.
    [[nodiscard]] Result<void> askMoreTime(const DocumentId& id, const QDate& until, const QString& reason);
    /// The answer, by whoever gave that share: an empty `answer.to` means the one who asks, an invalid `answer.until`
    /// the day that was asked for. `nobody-asks-time`, `more-time-past`; a refusal needs words: `reason-missing`.
    [[nodiscard]] Result<void> answerMoreTime(const DocumentId& id, const WorkTime& answer);

    static constexpr int longestWords = 2000; ///< characters

private:
    OfficeDesk& m_desk;
};

} // namespace app
