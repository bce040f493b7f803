// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// The status code that an office reports for a deed (resources/office/statusmap.tsv): "arrived" → "01", "assigned" →
/// "04", "progressed" → "05", "finished" and "answered" → "06". Empty: it is not reported.
[[nodiscard]] QString reportedStatus(const QString& deed);

} // namespace app
