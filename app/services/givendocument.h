// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/office/officeact.h"

#include <QByteArray>
#include <QList>

namespace app {

/// What a deed tells those of an incoming document who were not there when it came.
[[nodiscard]] acts::GivenDocument givenFrom(const DocumentDetail& document);
/// The contents that such a deed brings along: its packet, or the scan of what came on paper, where there is one.
[[nodiscard]] QList<QByteArray> contentsToGive(const DocumentDetail& document);

} // namespace app
