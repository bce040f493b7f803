// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/signaturereport.h"

#include <QStringView>

namespace app {

/// Reads docsig::word() back: "B-B", "B-T", "B-LT", "B-LTA"; everything else is None.
[[nodiscard]] docsig::Level levelFromWord(QStringView word);

/// The level of the weakest signature of a file; None where there is no signature, or one whose level is not known.
[[nodiscard]] docsig::Level weakestLevel(const docsig::SignatureReport& report);

} // namespace app
