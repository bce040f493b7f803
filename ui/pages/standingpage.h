// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/standingpresenter.h"
#include "ui/presentation/taskrunner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

class QScrollArea;

namespace ui {

class DelegationPanel;
class UnitsPanel;

/// To be away and to have somebody stand in, and who else of the office is away. Leaders and clerks say here what the
/// units of the office are called.
class StandingPage : public Ground {
    Q_OBJECT

public:
    StandingPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                 QWidget* parent = nullptr);

    void reload();
    void focusFirst();
    /// As if the button of its panel were pressed.
    void press();
    [[nodiscard]] DelegationPanel& panel() { return *m_panel; }
    /// The names of units, in the place of the panel of absences.
    void askUnits();
    [[nodiscard]] UnitsPanel& unitsPanel() { return *m_units; }

signals:
    /// Something was written down: the sentence for the status bar.
    void done(const QString& sentence);
    void failed(const app::Error& error);
    void left();

private:
    void delegate(const app::DelegationForm& form);
    void end(const QString& id);
    void nameUnits(const QList<app::Unit>& changed);
    void closeUnits();
    void show(const StandingView& view);
    [[nodiscard]] QWidget* rowOf(const StandingText& text);

    const Theme& m_theme;
    Formatter m_formatter;
    Office& m_office;
    TaskRunner& m_runner;
    DelegationPanel* m_panel;
    UnitsPanel* m_units;
    QPushButton* m_nameUnits;
    QScrollArea* m_list;
    int m_ticket = 0;
};

} // namespace ui
