// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/draft.h"
#include "app/domain/error.h"
#include "app/layout/officialpage.h"

namespace app {

class OfficeDesk;

/// Use case of the officer: writes a draft down, reads it back, throws it away, shows how it will look. Drafts lie in
/// this profile's store only, until they are submitted. Blocking; any thread but the GUI's.
class DraftDocument {
public:
    explicit DraftDocument(OfficeDesk& desk);

    /// A new draft of a kind with what the office knows already: names, place, notation unit, the leader who signs.
    /// It is not stored before save().
    [[nodiscard]] Result<Draft> start(DocumentKind kind) const;

    /// Stores the draft durably; saving again replaces it. A submitted document is refused: `draft-already-submitted`.
    [[nodiscard]] Result<void> save(const Draft& draft);

    /// `draft-not-found` when there is none.
    [[nodiscard]] Result<Draft> load(const DocumentId& id) const;

    /// Every draft that is not submitted, newest first.
    [[nodiscard]] Result<QList<Draft>> list() const;

    /// Removes a draft that was not submitted.
    [[nodiscard]] Result<void> remove(const DocumentId& id);

    /// Lays the draft out as it will be submitted; nothing is stored. Needs a QGuiApplication (offscreen will do).
    [[nodiscard]] Result<LaidOutDocument> preview(const Draft& draft) const;

private:
    OfficeDesk& m_desk;
};

} // namespace app
