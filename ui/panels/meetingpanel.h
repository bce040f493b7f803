// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/meetings.h"
#include "ui/panels/actionpanel.h"
#include "ui/panels/agendafields.h"

class QComboBox;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPlainTextEdit;

namespace ui {

/// A meeting that is called or changed: what about and to what purpose, when, where, who presides and writes, which
/// people and units are invited, the agenda with documents. Everything from the keyboard.
class MeetingPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `before`: the plan that is changed; null: a new one is made. `documents`: see AgendaFields.
    MeetingPanel(const Theme& theme, TaskRunner& runner, FindRows documents, const app::Person& self,
                 const QList<app::Person>& people, const app::MeetingPlan* before, QWidget* parent = nullptr);
    void focusFirst() override;
    [[nodiscard]] AgendaFields& agenda() { return *m_agenda; }

signals:
    void accepted(const app::MeetingForm& form, const QString& reason);

protected:
    void go() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeFacts(const app::Person& self, const QList<app::Person>& people);
    void makePeople(const app::Person& self, const QList<app::Person>& people);
    void addInvited(const QString& words, int role, const QString& mailbox);
    void fill(const app::MeetingPlan& plan);
    /// A unit takes its people along; a person who is taken off takes the unit along.
    void followUnits(QListWidgetItem* changed);
    void sayInvited();
    /// Of people, or of units.
    [[nodiscard]] QStringList invited(int role) const;
    [[nodiscard]] app::MeetingForm form() const;
    [[nodiscard]] bool check(const app::MeetingForm& form);

    std::optional<app::MeetingPlan> m_before;
    QLineEdit* m_subject;
    QPlainTextEdit* m_text;
    QLineEdit* m_place;
    QLineEdit* m_starts;
    QLineEdit* m_ends;
    QComboBox* m_chair;
    QComboBox* m_secretary;
    QListWidget* m_invited;
    QPlainTextEdit* m_guests;
    AgendaFields* m_agenda;
    QLineEdit* m_reason;
    LabelledField* m_subjectField = nullptr;
    LabelledField* m_textField = nullptr;
    LabelledField* m_placeField = nullptr;
    LabelledField* m_startsField = nullptr;
    LabelledField* m_endsField = nullptr;
    LabelledField* m_invitedField = nullptr;
};

} // namespace ui
