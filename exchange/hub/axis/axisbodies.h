// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/axis/axiscalls.h"

namespace hub {

// Answers of the axis that are large as a whole and are made while the client takes them, so that many calls at once
// cost no memory to speak of.

/// {"data": the content in Base64}: a piece of it at a time stands in memory. Its length is known.
[[nodiscard]] Answer base64Answer(const ReadableContent& content);

/// {"data": the agencies that changed since a version}, a page of the directory at a time. An error of the first page
/// is the answer; one of a later page cuts the line, so that no client takes a part for the whole.
[[nodiscard]] Answer agenciesAnswer(HubCore& core, const Caller& caller, qint64 since);

} // namespace hub
