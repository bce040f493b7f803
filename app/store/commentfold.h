// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/comment.h"
#include "app/domain/office/officeact.h"

#include <optional>

namespace app {

struct StoredAct;

/// A comment as its case keeps it; nothing where it breaks a limit, says nothing that can be seen, or speaks for
/// somebody who is no part of that office. Mentions of the author, of strangers and of what is no person are left out.
[[nodiscard]] std::optional<Comment> commentOf(const acts::Commented& act, const StoredAct& stored,
                                               const OrganId& ownOrgan);

} // namespace app
