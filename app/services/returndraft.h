// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QString>

namespace app {

class OfficeDesk;

/// Use case of the leader: gives a submitted document back to its drafter with a reason; it becomes a draft again
/// there.
class ReturnDraft {
public:
    explicit ReturnDraft(OfficeDesk& desk);

    /// An empty reason is refused (`reason-missing`); so is a document that is signed already.
    [[nodiscard]] Result<void> returnToDrafter(const DocumentId& id, const QString& reason);

private:
    OfficeDesk& m_desk;
};

} // namespace app
