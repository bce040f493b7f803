// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/formatter.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// Where there is no desk to show: a sentence that says why and what to do, its code small, and one button.
class NoticeWindow : public QWidget {
    Q_OBJECT

public:
    NoticeWindow(const Theme& theme, const QString& title, const QString& sentence, const QString& code,
                 QWidget* parent = nullptr);
};

} // namespace ui
