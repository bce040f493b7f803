// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/statisticspage.h"

#include "app/domain/vietnamtime.h"
#include "ui/pages/sheetchooser.h"
#include "ui/presentation/dutypresenter.h"
#include "ui/presentation/folderpresenter.h"
#include "ui/widgets/toneink.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::Breakdown;
using app::WorkSubject;

namespace {

constexpr int FigureColumn = 92;
constexpr int FewestTableRows = 4;
constexpr int TableRow = 32;

/// Whose desk has the incoming book; on other desks stands what was given to them.
bool countsAll(app::Role role) {
    return role == app::Role::Clerk || role == app::Role::Archivist;
}

QDateEdit* makeDayEdit(const QDate& day, const QString& name, QWidget* parent) {
    auto* edit = new QDateEdit(day, parent);
    edit->setDisplayFormat(u"dd/MM/yyyy"_s);
    edit->setFixedWidth(120);
    edit->setAccessibleName(name);
    return edit;
}

} // namespace

StatisticsPage::StatisticsPage(const Theme& theme, const Formatter& formatter, Office& office, TaskRunner& runner,
                               QWidget* parent)
    : Ground(theme, &Tokens::surface, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_office(office)
    , m_runner(runner)
    , m_countsAll(countsAll(office.profile().person.role))
    , m_model(new StatisticsModel(formatter, theme.font(Type::Strong), this))
    , m_about(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_thisQuarter(makeButton(tr("This &quarter"), ButtonKind::Chip, this))
    , m_lastQuarter(makeButton(tr("&Last quarter"), ButtonKind::Chip, this))
    , m_thisYear(makeButton(tr("This &year"), ButtonKind::Chip, this))
    , m_ownDays(makeButton(tr("Other &days"), ButtonKind::Chip, this))
    , m_days(new QWidget(this))
    , m_from(makeDayEdit(app::yearOf(app::vietnamToday().year()).from, tr("From day"), m_days))
    , m_to(makeDayEdit(app::vietnamToday(), tr("To day"), m_days))
    , m_subject(new QComboBox(this))
    , m_by(new QComboBox(this))
    , m_export(makeButton(tr("&Export…"), ButtonKind::Plain, this))
    , m_chart(new WorkChart(theme, formatter, this))
    , m_table(new QTableView(this))
    , m_duties(new TextLabel(theme, Type::Facts, Ink::Text2, this))
    , m_nothing(new EmptyState(theme, this))
    , m_stack(new QStackedLayout) {
    setAccessibleName(folderName(app::Folder::Statistics));
    makeTable();
    auto* content = new QWidget(this);
    auto* contentLayout = new QVBoxLayout(content);
    bare(*contentLayout);
    contentLayout->addWidget(makeFigures());
    contentLayout->addWidget(m_chart, 0);
    contentLayout->addWidget(m_table, 1);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(makeHead());
    layout->addLayout(m_stack, 1);
    m_duties->setWordWrap(true);
    m_duties->setContentsMargins(16, 6, 16, 8);
    m_duties->hide();
    layout->addWidget(m_duties);
    m_stack->addWidget(content);
    m_stack->addWidget(m_nothing);
    m_days->hide();
    for (QPushButton* chip : {m_thisQuarter, m_lastQuarter, m_thisYear, m_ownDays}) {
        connect(chip, &QPushButton::clicked, this, &StatisticsPage::choosePeriod);
    }
    connect(m_from, &QDateEdit::dateChanged, this, &StatisticsPage::reload);
    connect(m_to, &QDateEdit::dateChanged, this, &StatisticsPage::reload);
    connect(m_subject, &QComboBox::activated, this, &StatisticsPage::chooseSubject);
    connect(m_by, &QComboBox::activated, this, &StatisticsPage::reload);
    connect(m_export, &QPushButton::clicked, this, &StatisticsPage::chooseFile);
    connect(m_nothing, &EmptyState::actionChosen, this, [this] {
        m_thisYear->setChecked(true);
        choosePeriod();
    });
}

QWidget* StatisticsPage::makeHead() {
    auto* head = new Ground(m_theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* title = new TextLabel(m_theme, Type::Title, Ink::Text, head);
    title->setText(folderName(app::Folder::Statistics));
    auto* group = new QButtonGroup(this);
    auto* chips = new QHBoxLayout;
    bare(*chips, 7);
    for (QPushButton* chip : {m_thisQuarter, m_lastQuarter, m_thisYear, m_ownDays}) {
        chip->setCheckable(true);
        chip->setFont(m_theme.font(Type::Facts));
        group->addButton(chip);
        chips->addWidget(chip);
    }
    m_thisQuarter->setChecked(true);
    auto* days = new QHBoxLayout(m_days);
    bare(*days, 6);
    auto* between = new TextLabel(m_theme, Type::Facts, Ink::Text2, m_days);
    between->setText(u"–"_s);
    days->addWidget(m_from);
    days->addWidget(between);
    days->addWidget(m_to);
    chips->addWidget(m_days);
    chips->addStretch(1);
    for (const WorkSubject subject : {WorkSubject::Documents, WorkSubject::Tasks}) {
        m_subject->addItem(subjectName(subject), int(subject));
    }
    m_subject->setAccessibleName(tr("What is counted"));
    title->setBuddy(m_subject); // a screen reader tells the label, see searchfilter.cpp
    offerBreakdowns();
    m_by->setAccessibleName(tr("Rows"));
    auto* rows = new TextLabel(m_theme, Type::Facts, Ink::Text2, this);
    rows->setText(tr("Rows"));
    rows->setBuddy(m_by);
    chips->addWidget(rows);
    chips->addWidget(m_by);
    auto* heading = new QHBoxLayout;
    bare(*heading, 12);
    heading->addWidget(title);
    heading->addWidget(m_subject);
    heading->addWidget(m_about, 1);
    heading->addWidget(m_export);
    m_about->setElided(true);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(16, 8, 16, 10);
    layout->setSpacing(6);
    layout->addLayout(heading);
    layout->addLayout(chips);
    return head;
}

QWidget* StatisticsPage::makeFigures() {
    auto* row = new Ground(m_theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(16);
    QFont large = m_theme.font(Type::Title);
    large.setPixelSize(large.pixelSize() * 3 / 2);
    for (int index = 0; index < 4; ++index) {
        auto* tile = new QWidget(row);
        auto* lines = new QVBoxLayout(tile);
        bare(*lines, 1);
        Figure figure{.name = new TextLabel(m_theme, Type::Facts, Ink::Text2, tile),
                      .value = new TextLabel(m_theme, Type::Title, Ink::Text, tile),
                      .beside = new TextLabel(m_theme, Type::Facts, Ink::Text2, tile),
                      .tile = tile};
        figure.value->setFont(large);
        lines->addWidget(figure.name);
        lines->addWidget(figure.value);
        lines->addWidget(figure.beside);
        layout->addWidget(tile, 1);
        m_figures << figure;
    }
    return row;
}

void StatisticsPage::makeTable() {
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Figures"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(TableRow);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setFixedHeight(TableRow);
    m_table->horizontalHeader()->setDefaultSectionSize(FigureColumn);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setVerticalScrollMode(QTableView::ScrollPerPixel);
    m_table->setMinimumHeight(FewestTableRows * TableRow);
}

app::Result<app::Period> StatisticsPage::period() const {
    const QDate today = app::vietnamToday();
    if (m_ownDays->isChecked()) {
        return app::periodOf(m_from->date(), m_to->date());
    }
    if (m_thisYear->isChecked()) {
        return app::yearOf(today.year());
    }
    return m_lastQuarter->isChecked() ? app::quarterBefore(today) : app::quarterOf(today);
}

WorkSubject StatisticsPage::subject() const {
    return WorkSubject(m_subject->currentData().toInt());
}

void StatisticsPage::chooseSubject() {
    offerBreakdowns();
    reload();
}

void StatisticsPage::offerBreakdowns() {
    const QVariant chosen = m_by->currentData();
    m_by->clear();
    for (const Breakdown by : breakdownsOf(subject())) {
        m_by->addItem(breakdownName(by, subject()), int(by));
    }
    m_by->setCurrentIndex(std::max(0, m_by->findData(chosen)));
}

void StatisticsPage::choosePeriod() {
    m_days->setVisible(m_ownDays->isChecked());
    reload();
}

void StatisticsPage::showDuties() {
    if (m_office.profile().person.role != app::Role::Clerk) {
        return;
    }
    m_runner.run(
        this, [this](std::stop_token) { return readDuties(m_office); },
        [this](const app::Result<DutyView>& view) {
            m_duties->setText(view ? dutyWords(*view, m_formatter) : QString());
            m_duties->setVisible(view.has_value());
        });
}

void StatisticsPage::reload() {
    const int ticket = ++m_ticket;
    showDuties();
    const auto chosen = period();
    if (!chosen) {
        take(std::unexpected(chosen.error()));
        return;
    }
    const auto by = Breakdown(m_by->currentData().toInt());
    m_runner.run(
        this,
        [this, period = *chosen, by, of = subject()](std::stop_token) { return m_office.workReport(period, by, of); },
        [this, ticket](const app::Result<app::WorkReport>& report) {
            if (ticket == m_ticket) {
                take(report);
            }
        });
}

void StatisticsPage::take(const app::Result<app::WorkReport>& report) {
    m_report = report ? std::optional(*report) : std::nullopt;
    m_export->setEnabled(m_report.has_value());
    if (!report) {
        m_about->clear();
        m_nothing->say(m_formatter.sentence(report.error()));
        m_stack->setCurrentIndex(1);
        return;
    }
    const QString period = periodInWords(*report, m_formatter);
    m_about->setText(m_countsAll ? period : tr("%1 · what was given to you").arg(period));
    showFigures(*report);
    m_model->show(*report);
    const bool supports = report->by == Breakdown::Unit || report->by == Breakdown::Person;
    m_table->setColumnHidden(StatisticsModel::supportColumn, !supports);
    m_chart->show(*report);
    if (report->rows.isEmpty()) {
        const bool year = m_thisYear->isChecked();
        m_nothing->say(nothingCounted(report->subject, year), year ? QString() : tr("Show this year"));
    }
    m_stack->setCurrentIndex(report->rows.isEmpty() ? 1 : 0);
}

void StatisticsPage::showFigures(const app::WorkReport& report) {
    const QList<Headline> headlines = headlinesOf(report, m_formatter);
    for (qsizetype index = 0; index < m_figures.size(); ++index) {
        const Headline& one = headlines.at(index);
        const Figure& figure = m_figures.at(index);
        figure.name->setText(one.name);
        figure.value->setText(one.value);
        figure.value->setInk(one.tone == Tone::Neutral ? Ink::Text : inkOf(one.tone));
        figure.beside->setText(one.beside);
        figure.tile->setAccessibleName(u"%1: %2 %3"_s.arg(one.name, one.value, one.beside).trimmed());
    }
}

void StatisticsPage::chooseFile() {
    if (!m_report) {
        return;
    }
    const QString name = u"%1-%2-%3"_s.arg(tr("report"), m_report->period.from.toString(u"yyyyMMdd"_s),
                                           m_report->period.to.toString(u"yyyyMMdd"_s));
    chooseSheetFile(this, tr("Save the report to a file"), name, [this](const QString& path) { saveTo(path); });
}

void StatisticsPage::saveTo(const QString& path) {
    if (!m_report) {
        return;
    }
    m_runner.run(
        this,
        [this, report = *m_report, path, language = m_formatter.language()](std::stop_token) {
            return m_office.saveWorkReport(report, path, language);
        },
        [this, path](const app::Result<void>& saved) {
            if (saved) {
                emit done(tr("The report was saved: %1").arg(path));
            } else {
                emit failed(saved.error());
            }
        });
}

void StatisticsPage::focusTable() {
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
