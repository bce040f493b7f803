// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace app {

class OfficeDesk;
struct KnownAct;
struct DocumentDetail;

/// A deed of one's own, and how it is undone now.
struct UndoOffer {
    enum class Way {
        Outbox,  ///< it is taken out before anybody learns of it
        Counter, ///< by a deed of its own, which stands in the history
        None,
    };

    QString act{};    ///< its id
    QString kind{};   ///< see actKind()
    QDateTime at{};   ///< UTC
    QString detail{}; ///< what the act says in one phrase
    Way way = Way::None;
    QString instead{}; ///< of None: code of the sentence that says what can be done

    friend bool operator==(const UndoOffer&, const UndoOffer&) = default;
};

/// Use case of everybody: undoes what they did themselves, where that can honestly be undone (the table in
/// app/domain/undo.h). Nothing is taken out of a record that anybody else may have. Blocking; any thread but the GUI's.
class UndoAct {
public:
    explicit UndoAct(OfficeDesk& desk);

    /// The own deeds about a document that were not undone before; the newest first. Errors of the store.
    [[nodiscard]] Result<QList<UndoOffer>> list(const DocumentId& id) const;
    /// Undoes the one named, or the newest; in one transaction with what takes its place. Gives it as it was offered.
    /// `undo-nothing` where there is none of one's own; the code of `instead` where it can't be undone.
    [[nodiscard]] Result<UndoOffer> undo(const DocumentId& id, const QString& act = {});

private:
    [[nodiscard]] Result<void> counter(const DocumentDetail& document, const KnownAct& known);

    OfficeDesk& m_desk;
};

} // namespace app
