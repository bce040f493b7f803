// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentregister.h"
#include "app/domain/sentences.h"
#include "app/domain/sheet.h"

namespace app {

/// "Sổ đăng ký văn bản đến".
[[nodiscard]] QString registerTitle(RegisterKind kind, Language language);

/// A register with the columns and the cover of Nghị định 30/2020, Phụ lục IV. "Ký nhận" stays empty: it is signed on
/// paper. A line that was voided, is out of order or not at the server yet says so in its last column.
[[nodiscard]] Sheet registerSheet(const DocumentRegister& whole, Language language);

} // namespace app
