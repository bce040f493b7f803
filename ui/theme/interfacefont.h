// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// The family of the interface: the system's where it has every Vietnamese letter, else Inter or Noto Sans, else the
/// first installed family that has them. Needs a QGuiApplication.
[[nodiscard]] QString interfaceFontFamily();

/// Whether the family itself (not a fallback) has the letters of Vietnamese.
[[nodiscard]] bool hasVietnamese(const QString& family);

} // namespace ui
