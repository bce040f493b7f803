// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/office/officeact.h"

#include <QByteArray>

namespace app {

/// An act as XML, namespace urn:congvan:office:1 (resources/schema/office.xsd): UTF-8, NFC, root `act`. Control
/// characters in texts are left out.
[[nodiscard]] QByteArray writeAct(const OfficeAct& act);

/// Reads an act: at most 1 MiB, 8 levels, 20,000 elements; unknown elements and attributes are ignored, an unknown kind
/// becomes acts::Unknown, a DTD is refused. Errors: act-too-large, act-not-xml, act-malformed (a field that is needed
/// is missing or no value of its type).
[[nodiscard]] Result<OfficeAct> readAct(const QByteArray& xml);

} // namespace app
