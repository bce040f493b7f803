// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/document.h"
#include "docsig/report/signaturereport.h"

namespace docsig {

/// What a person who looks at the pages can't see, or may see otherwise tomorrow: scripts, actions that start by
/// themselves or lead out of the document, layers and those that are off, embedded files, annotations over the page or
/// hidden, fields that change their looks, fonts that the file does not carry, objects that nothing names and objects
/// that stand in the file twice (ISO 32000-1 §7.11.4, §8.11, §9.9, §12.5, §12.6, §12.7). Each is a doubt about the
/// document with the page where it is known and the object and rectangle as its place, at most 50 of a kind; none
/// changes a verdict. Looks at 20,000 objects and the first 32 MiB of the file at most and says so where there are
/// more.
[[nodiscard]] QList<Finding> hiddenContent(const pdf::Document& document);

} // namespace docsig
