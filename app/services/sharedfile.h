// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/opinion.h"

#include <QString>

namespace app {

class OfficeDesk;

/// Where a file lies that somebody put beside a question or a meeting, read only; that a document of the office is
/// looked at is written down first. `where`: what it lies beside, for the log of views ("opinion <id>"); that the file
/// is of that document is the word of whoever put it there. `content-missing`, those of the log. Blocking.
[[nodiscard]] Result<QString> openSharedFile(OfficeDesk& desk, const QString& where, const OpinionFile& file);
/// Writes a copy of it to `path`; that it leaves the store is written down first. Also the codes of saveCopy().
[[nodiscard]] Result<void> saveSharedFile(OfficeDesk& desk, const QString& where, const OpinionFile& file,
                                          const QString& path);

} // namespace app
