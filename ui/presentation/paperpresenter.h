// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/paperscan.h"
#include "app/services/registerpaper.h"
#include "ui/presentation/formatter.h"

#include <QHash>
#include <QMimeData>
#include <QString>
#include <QStringList>

namespace ui {

/// The fields of a document on paper that can be wrong.
enum class PaperField { Sender, Number, Date, Subject, Arrival, Due, Scan, Reason };

/// What a scan is, in one line: "3 pages · its text can be searched".
[[nodiscard]] QString scanWords(const app::PreparedScan& scan, const Formatter& formatter);
/// The field that an error of the use case is about; nothing where it is about none.
[[nodiscard]] std::optional<PaperField> paperFieldOf(const QString& code);
/// The files that a drag brings, where all of them are a PDF or pictures of a scan.
[[nodiscard]] QStringList scanFiles(const QMimeData* data);
/// The beginnings of names that a chooser of a scan offers: "*.pdf *.jpg …".
[[nodiscard]] QString scanPatterns();

} // namespace ui
