// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"
#include "app/domain/trail.h"

#include <QList>

namespace app {

class OfficeDesk;

/// What became of a sent document, one line per receiver, from real acknowledgements only.
class DocumentTrail {
public:
    explicit DocumentTrail(OfficeDesk& desk);

    [[nodiscard]] Result<QList<TrailLine>> trail(const DocumentId& id) const;

private:
    OfficeDesk& m_desk;
};

} // namespace app
