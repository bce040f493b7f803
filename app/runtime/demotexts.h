// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/draft.h"

namespace app {

/// The texts of the demo job: fictional, written as offices write. `draft` comes from DraftDocument::start().
void fillDemoLetter(Draft& draft);
void fillDemoDecision(Draft& draft);
void fillDemoReply(Draft& draft);

} // namespace app
