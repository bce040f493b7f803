// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QString>

namespace app {

class OfficeDesk;

/// Use case of whoever deals with a registered document (DirectDocument says who does): how far it is. The deed is
/// written down; what its sender hears of it (04 to 06, resources/office/statusmap.tsv) follows by itself from the
/// clerk's desk. Works without a network. Blocking; any thread but the GUI's.
class HandleIncoming {
public:
    explicit HandleIncoming(OfficeDesk& desk);

    [[nodiscard]] Result<void> progress(const DocumentId& id, const QString& note);
    /// Ends the work without an answer; an answer that is sent ends it by itself. Of whoever supports it, or was to be
    /// told: their part.
    [[nodiscard]] Result<void> finish(const DocumentId& id, const QString& note = {});

private:
    OfficeDesk& m_desk;
};

} // namespace app
