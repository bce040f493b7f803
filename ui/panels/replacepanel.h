// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/choicepanel.h"
#include "ui/panels/reasonpanel.h"

class QComboBox;

namespace ui {

/// Sends a sealed document in the place of one that was sent: which one, and why.
class ReplacePanel : public ReasonPanel {
    Q_OBJECT

public:
    /// `sealed`: documents that are sealed and were not sent yet.
    ReplacePanel(const Theme& theme, const QList<Choice>& sealed, QWidget* parent = nullptr);
    void focusFirst() override;
    /// The key of the document that was chosen.
    [[nodiscard]] QString by() const;

protected:
    void go() override;

private:
    QComboBox* m_choice;
    LabelledField* m_choiceField;
};

} // namespace ui
