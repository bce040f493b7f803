// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/meetings.h"
#include "ui/panels/actionpanel.h"

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
    struct Words {
        int item = 0;
        QPlainTextEdit* text = nullptr;
    };
    void addWords(int item, const QString& label, const QString& text);
    void makeTasks(const QList<app::Person>& people);
    void addTask();
    void removeTask();
    void showTask(const app::TaskForm& task);

    QList<Words> m_words;
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
