// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/document.h"
#include "docsig/report/signaturereport.h"

namespace docsig {

/// What a person who looks at the pages can't see, or may see otherwise tomorrow: scripts, actions that start by
/// themselves or lead out of the document, layers that can be switched, embedded files, annotations over the page (ISO
/// 32000-1 §8.11, §12.5, §12.6, §7.11.4). Each is a doubt about the document, once a kind, with the page where it is
/// known; none changes a verdict. Looks at 20,000 objects at most and says so where there are more.
[[nodiscard]] QList<Finding> hiddenContent(const pdf::Document& document);

} // namespace docsig
