// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretregister.h"
#include "app/domain/sentences.h"
#include "app/domain/sheet.h"

namespace app {

/// "Sổ đăng ký văn bản mật đến".
[[nodiscard]] QString secretTitle(SecretDirection direction, Language language);

/// A register of secret documents with the columns and the cover of Nghị định 30/2020, Phụ lục IV, and the degree of
/// each. The cover says that the sheet is secret itself, of the highest degree that stands in it.
[[nodiscard]] Sheet secretSheet(const SecretRegister& whole, Language language);

} // namespace app
