// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/meeting.h"
#include "app/domain/person.h"
#include "ui/panels/actionpanel.h"

class QButtonGroup;
class QComboBox;
class QLineEdit;

namespace ui {

/// Whether somebody invited comes: yes, no with a reason, or somebody else instead.
class MeetingAnswerPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `before`: the answer that this one takes the place of; null: it is the first.
    MeetingAnswerPanel(const Theme& theme, const QList<app::Person>& others, const app::MeetingAnswer* before,
                       QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    void accepted(app::Attendance attendance, const QString& words, const QString& substitute);

protected:
    void go() override;

private:
    QButtonGroup* m_choices;
    QComboBox* m_substitute;
    QLineEdit* m_words;
    LabelledField* m_choiceField;
    LabelledField* m_substituteField;
    LabelledField* m_wordsField;
};

} // namespace ui
