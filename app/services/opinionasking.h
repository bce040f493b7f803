// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/office/officeact.h"
#include "app/services/opinions.h"

namespace app {

/// The question as it is written down, with a fresh id; its files are kept in the store by then. Codes: those of
/// Opinions::ask().
[[nodiscard]] Result<acts::OpinionAsked> checkedQuestion(const OfficeDesk& desk, const OpinionForm& form);

} // namespace app
