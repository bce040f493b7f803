// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QString>

namespace app {

class OfficeDesk;

/// Use case of everybody: what is done with a registered document. The deed is written down; what its sender hears of
/// it (04 to 06, resources/office/statusmap.tsv) follows by itself from the clerk's desk. Works without a network.
/// Blocking; any thread but the GUI's.
class HandleIncoming {
public:
    explicit HandleIncoming(OfficeDesk& desk);

    /// To a person of the office (a mailbox, who takes part from now on) or a unit by its name. `assignee-missing`.
    [[nodiscard]] Result<void> assign(const DocumentId& id, const QString& to, const QString& note = {});
    [[nodiscard]] Result<void> progress(const DocumentId& id, const QString& note);
    /// Ends the work without an answer; an answer that is sent ends it by itself.
    [[nodiscard]] Result<void> finish(const DocumentId& id, const QString& note = {});

private:
    OfficeDesk& m_desk;
};

} // namespace app
