// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/pdf/incrementalupdate.h"

namespace docsig::pdf {

/// The colours of a form that is taken into a file, so that a PDF/A stays one (ISO 19005-2 §6.2.4.3, §6.2.10): gives
/// the form its transparency group with an ICC-based colour space. Where the file's own output intent is an RGB one,
/// that profile is named and the device colours of the form are covered by it; else the form gets sRGB in place of
/// DeviceRGB, and where the file has no output intent at all a calibrated grey in place of DeviceGray. `form` has its
/// /Resources, as they will be written.
void setFormColours(IncrementalUpdate& update, Dictionary& form);

} // namespace docsig::pdf
