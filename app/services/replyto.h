// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/draft.h"
#include "app/domain/error.h"

namespace app {

class OfficeDesk;

/// Use case: answers an accepted incoming document. The stored draft is a công văn to its sender that cites it; the
/// packet will carry ResponseFor, and both documents are linked on both sides.
class ReplyTo {
public:
    explicit ReplyTo(OfficeDesk& desk);

    [[nodiscard]] Result<Draft> reply(const DocumentId& id);

private:
    OfficeDesk& m_desk;
};

} // namespace app
