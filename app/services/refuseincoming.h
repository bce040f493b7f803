// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QString>

namespace app {

class OfficeDesk;

/// Use case of the clerk: returns an incoming document with a reason; queues status 02 for its sender (QĐ 28/2018 art.
/// 5).
class RefuseIncoming {
public:
    explicit RefuseIncoming(OfficeDesk& desk);

    /// The reason may not be empty and has at most 500 characters.
    [[nodiscard]] Result<void> refuse(const DocumentId& id, const QString& reason);

private:
    OfficeDesk& m_desk;
};

} // namespace app
