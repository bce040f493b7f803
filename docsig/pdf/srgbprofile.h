// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace docsig::pdf {

/// The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 4.2 (ICC.1:2004-10): matrix and parametric
/// curves, some 600 bytes, the same bytes every time. For output intents and ICC-based colour spaces; its /N is 3.
[[nodiscard]] QByteArray srgbProfile();

} // namespace docsig::pdf
