// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/value.h"

#include <QDateTime>

namespace docsig::pdf {

/// A time as PDF writes it, "D:20261123093005+07'00'" (ISO 32000-1 §7.9.4), with the time's own offset.
[[nodiscard]] String dateString(const QDateTime& time);

/// The time that a text names; an invalid one for anything that is no date. Without an offset it is taken for UTC.
[[nodiscard]] QDateTime dateOf(const QString& text);

} // namespace docsig::pdf
