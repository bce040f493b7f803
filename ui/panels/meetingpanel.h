// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/meetings.h"
#include "ui/panels/actionpanel.h"

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace ui {

/// A meeting that is called or changed: what about, when, where, who presides and writes, who is invited, the agenda
/// with documents. Everything from the keyboard.
class MeetingPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `before`: the plan that is changed; null: a new one is made.
    MeetingPanel(const Theme& theme, const app::Person& self, const QList<app::Person>& people,
                 const app::MeetingPlan* before, QWidget* parent = nullptr);
    void focusFirst() override;
    /// Beside the item in whose line of the agenda the cursor is.
    void addFiles(const QStringList& paths);

signals:
    void accepted(const app::MeetingForm& form, const QString& reason);

protected:
    void go() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeFacts(const app::Person& self, const QList<app::Person>& people);
    void makePeople(const app::Person& self, const QList<app::Person>& people);
    void makeAgenda();
    void fill(const app::MeetingPlan& plan);
    void chooseFiles();
    void removeFile();
    void sayInvited();
    [[nodiscard]] QStringList invited() const;
    [[nodiscard]] int itemAtCursor() const;
    [[nodiscard]] app::MeetingForm form() const;
    [[nodiscard]] bool check(const app::MeetingForm& form);

    std::optional<app::MeetingPlan> m_before;
    QLineEdit* m_subject;
    QLineEdit* m_place;
    QLineEdit* m_starts;
    QLineEdit* m_ends;
    QComboBox* m_chair;
    QComboBox* m_secretary;
    QListWidget* m_invited;
    QPlainTextEdit* m_guests;
    QPlainTextEdit* m_agenda;
    QListWidget* m_files;
    QPushButton* m_remove;
    QLineEdit* m_reason;
    LabelledField* m_subjectField = nullptr;
    LabelledField* m_placeField = nullptr;
    LabelledField* m_startsField = nullptr;
    LabelledField* m_endsField = nullptr;
    LabelledField* m_invitedField = nullptr;
    LabelledField* m_agendaField = nullptr;
};

} // namespace ui
