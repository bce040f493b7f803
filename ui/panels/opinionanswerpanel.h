// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/opinion.h"
#include "ui/panels/actionpanel.h"

class QButtonGroup;
class QPlainTextEdit;

namespace ui {

/// The own answer to a question: agree, disagree or something else, with words.
class OpinionAnswerPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `before`: the answer that this one takes the place of; null: it is the first.
    OpinionAnswerPanel(const Theme& theme, const app::OpinionAnswer* before, QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    void accepted(app::Stance stance, const QString& text);

protected:
    void go() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QButtonGroup* m_stances;
    QPlainTextEdit* m_text;
    LabelledField* m_stanceField;
    LabelledField* m_textField;
};

} // namespace ui
