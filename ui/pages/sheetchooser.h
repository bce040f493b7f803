// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace ui {

/// Asks for a place for a table: a PDF, a spreadsheet (ODS) or CSV. `name`: the file's name without its ending. Comes
/// back through `onChosen` with a path that has one of the three endings.
void chooseSheetFile(QWidget* parent, const QString& title, const QString& name,
                     const std::function<void(const QString&)>& onChosen);

} // namespace ui
