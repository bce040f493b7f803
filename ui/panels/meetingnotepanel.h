// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/meeting.h"
#include "ui/panels/actionpanel.h"

class QCheckBox;
class QComboBox;
class QPlainTextEdit;

namespace ui {

/// What is written down of an item of a meeting, for those who hold it, or shared with all invited.
class MeetingNotePanel : public ActionPanel {
    Q_OBJECT

public:
    MeetingNotePanel(const Theme& theme, const app::Meeting& meeting, QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    void accepted(int item, const QString& text, bool isShared);

protected:
    void go() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();

    app::Meeting m_meeting;
    QComboBox* m_item;
    QPlainTextEdit* m_text;
    QCheckBox* m_shared;
    LabelledField* m_textField;
};

} // namespace ui
