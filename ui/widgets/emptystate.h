// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

namespace ui {

/// Where there is nothing: one sentence, one action at most, no picture.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(const Theme& theme, QWidget* parent = nullptr);
    void say(const QString& sentence, const QString& action = {});

signals:
    void actionChosen();

private:
    TextLabel* m_sentence;
    QPushButton* m_action;
};

} // namespace ui
