// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/error.h"

#include <QDate>
#include <QList>

namespace app {

class OfficeDesk;

// What holds for everything that is entered in the book of incoming documents, however it came.

/// `arrival-twin` with the number of a document that seems to be the same, unless the clerk says to go on.
[[nodiscard]] Result<void> checkTwin(const QList<DocumentLink>& links, bool despiteTwin);
/// The day of arrival: today where none is given; `arrival-date-not-allowed` where it lies in the future.
[[nodiscard]] Result<QDate> arrivalDay(const OfficeDesk& desk, const QDate& given);
/// The number that the book of this year would give now, as far as this profile knows; `series`: of another kind of
/// application (`incomingBookStream`).
[[nodiscard]] Result<int> expectedArrival(const OfficeDesk& desk, const QString& series = {});

} // namespace app
