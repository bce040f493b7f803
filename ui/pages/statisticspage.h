// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/office.h"
#include "ui/presentation/statisticsmodel.h"
#include "ui/presentation/statisticspresenter.h"
#include "ui/presentation/taskrunner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/workchart.h"

class QComboBox;
class QDateEdit;
class QStackedLayout;
class QTableView;

namespace ui {

/// How the office deals with what came in, or with the tasks of its meetings: four figures of a period, a chart and a
/// table by unit, person, sender, kind or month, and all of it as a file.
class StatisticsPage : public Ground {
    Q_OBJECT

public:
    StatisticsPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                   QWidget* parent = nullptr);
    void reload();
    void focusTable();
    /// Writes what is shown to a file; its ending says as what.
    void saveTo(const QString& path);

signals:
    void done(const QString& sentence);
    void failed(const app::Error& error);

private:
    struct Figure {
        TextLabel* name;
        TextLabel* value;
        TextLabel* beside;
        QWidget* tile;
    };

    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeFigures();
    void makeTable();
    [[nodiscard]] app::Result<app::Period> period() const;
    void choosePeriod();
    void take(const app::Result<app::WorkReport>& report);
    /// Who reminds for the office: told to those who do it in turn.
    void showDuties();
    void showFigures(const app::WorkReport& report);
    [[nodiscard]] app::WorkSubject subject() const;
    void chooseSubject();
    void offerBreakdowns();
    void chooseFile();

    const Theme& m_theme;
    const Formatter m_formatter;
    Office& m_office;
    TaskRunner& m_runner;
    const bool m_countsAll; ///< this desk has all of the office
    StatisticsModel* m_model;
    TextLabel* m_about;
    QPushButton* m_thisQuarter;
    QPushButton* m_lastQuarter;
    QPushButton* m_thisYear;
    QPushButton* m_ownDays;
    QWidget* m_days;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QComboBox* m_subject;
    QComboBox* m_by;
    QPushButton* m_export;
    QList<Figure> m_figures;
    WorkChart* m_chart;
    QTableView* m_table;
    TextLabel* m_duties;
    EmptyState* m_nothing;
    QStackedLayout* m_stack;
    std::optional<app::WorkReport> m_report; ///< what is shown
    int m_ticket = 0;
};

} // namespace ui
