// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/trail.h"

namespace app {

/// The events of a trail line as one column.
[[nodiscard]] QString trailEventsText(const QList<TrailEvent>& events);
[[nodiscard]] QList<TrailEvent> trailEventsFrom(const QString& text);

} // namespace app
