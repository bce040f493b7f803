// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/error.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace app {

class OfficeDesk;

/// What agreeing would mean for the work that was begun.
struct RecallEffect {
    ChangeOffer offer{};
    DocumentState state = DocumentState::Arrived; ///< how far the document has come here
    int arrivalNumber = 0;                        ///< its line in the book stays, marked by the trace; 0: none
    QStringList answers{};                        ///< numbers of the documents that answered it
    int dossiers = 0;                             ///< that it lies in
    bool isAssigned = false;                      ///< somebody was given it to deal with
};

/// Use case of the clerk: answers what the sender of an incoming document asks: to have it back, or to take a new
/// version (status 15 or 16, spec §2.4). Until then nothing can be done with a document that is asked back. Agreed, it
/// is frozen: it stays with its trace and nobody can work on it. One transaction each. Blocking; any thread but the
/// GUI's.
class AnswerRecall {
public:
    explicit AnswerRecall(OfficeDesk& desk);

    /// The document may be the one that was sent first or its new version. `no-open-change` where nothing is asked.
    [[nodiscard]] Result<RecallEffect> preview(const DocumentId& id) const;

    [[nodiscard]] Result<void> agree(const DocumentId& id, const QString& note = {});
    /// The reason may not be empty: the sender must learn it.
    [[nodiscard]] Result<void> refuse(const DocumentId& id, const QString& reason);

private:
    /// The document that is asked for and the offer; for a new version the document that it renews.
    struct Asked {
        DocumentDetail document;
        ChangeOffer offer;
    };

    [[nodiscard]] Result<Asked> asked(const DocumentId& id) const;
    [[nodiscard]] Result<void> answer(const DocumentId& id, bool agreed, const QString& reason);
    [[nodiscard]] Result<void> record(const DocumentDetail& document, const ChangeOffer& offer, bool agreed,
                                      const QString& reason);

    OfficeDesk& m_desk;
};

} // namespace app
