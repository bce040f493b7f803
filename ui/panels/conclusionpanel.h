// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/meetings.h"
#include "ui/panels/actionpanel.h"

#include <QMap>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace ui {

/// What is concluded of each item, and the tasks that follow: the chair ends the meeting with it, others propose it.
class ConclusionPanel : public ActionPanel {
    Q_OBJECT

public:
    ConclusionPanel(const Theme& theme, const app::Meeting& meeting, const QList<app::Person>& people,
                    const app::Person& self, QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    void accepted(const app::ConclusionForm& form);

protected:
    void go() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeWords(const app::Meeting& meeting);
    /// Keeps what was written of the item before, and shows what stands of the one that is chosen.
    void changeItem();
    void makeTasks(const QList<app::Person>& people);
    void addTask();
    void removeTask();
    void showTask(const app::TaskForm& task);

    QMap<int, QString> m_words; ///< by the key of the item
    QComboBox* m_item = nullptr;
    QPlainTextEdit* m_text = nullptr;
    int m_shown = 0; ///< key of the item whose words stand in the editor
    QList<app::TaskForm> m_tasks;
    QLineEdit* m_task = nullptr;
    QComboBox* m_lead = nullptr;
    QComboBox* m_support = nullptr;
    QLineEdit* m_due = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_remove = nullptr;
    LabelledField* m_taskField = nullptr;
    LabelledField* m_dueField = nullptr;
};

} // namespace ui
