// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/document.h"
#include "docsig/pdf/formfields.h"
#include "docsig/report/signaturereport.h"

namespace docsig {

/// What the signature dictionary and the widget of a field say, before anything is judged: name, kind, SubFilter,
/// reason, location, claimed time, what it certifies and locks, page and place.
[[nodiscard]] SignatureResult signatureFacts(const pdf::Document& document, const pdf::FormField& field);

} // namespace docsig
