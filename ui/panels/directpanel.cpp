// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/directpanel.h"

#include "app/domain/unit.h"
#include "app/domain/vietnamtime.h"
#include "ui/panels/acceptpanel.h"
#include "ui/presentation/workpresenter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int shownRows = 6;
constexpr int rowHeight = 36; // a box and the space under it
constexpr int roleWidth = 140;
constexpr int widestName = 300; // of a unit, mostly
constexpr int noPart = -1;

} // namespace

DirectPanel::DirectPanel(const Theme& theme, const Formatter& formatter, const StandingView& office,
                         const QStringList& phrases, const QDate& due, QWidget* parent)
    : ActionPanel(theme, tr("Says who deals with the document. Everybody named gets it on their desk."),
                  tr("&Direct · Ctrl+Enter"), parent)
    , m_words(new QComboBox(this))
    , m_due(new QLineEdit(this)) {
    m_words->setEditable(true);
    m_words->setInsertPolicy(QComboBox::NoInsert);
    m_words->addItems(phrases);
    m_words->setCurrentIndex(-1);
    m_words->lineEdit()->setPlaceholderText(tr("Write it, or choose what is often written"));
    m_due->setPlaceholderText(tr("dd/mm/yyyy"));
    m_due->setFixedWidth(DayFieldWidth);
    if (due.isValid() && due >= app::vietnamToday()) {
        m_due->setText(formatter.day(due));
    }
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(new LabelledField(theme, tr("D&irective"), m_words, this), 1, Qt::AlignTop);
    m_dueField = new LabelledField(theme, tr("Done &by"), m_due, this);
    row->addWidget(m_dueField, 0, Qt::AlignTop);
    body().addLayout(row);

    auto* list = new QScrollArea(this);
    list->setFrameShape(QFrame::NoFrame);
    list->setWidgetResizable(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->viewport()->setAutoFillBackground(false);
    auto* page = new QWidget(list);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 4, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const QList<app::Person> people = othersOf(office);
    for (const app::Unit& unit : app::unitsOfPeople(people)) {
        addRow(app::unitMailbox(office.self.organ, unit.id),
               unit.name.isEmpty() ? tr("Unit %1").arg(unit.id) : unit.name, tr("%n person(s)", nullptr, unit.people),
               Ink::Text2, *grid);
    }
    for (const app::Person& person : people) {
        const auto absence = app::absenceOf(office.open, person.mailbox(), office.today);
        addRow(person.mailbox(), person.name, absence ? absenceWords(*absence, office.people, formatter) : person.title,
               absence ? Ink::Caution : Ink::Text2, *grid);
    }
    list->setWidget(page);
    list->setFocusPolicy(Qt::NoFocus);
    list->setFixedHeight(rowHeight * qBound(1, int(m_rows.size()), shownRows));
    m_peopleField = new LabelledField(theme, tr("Who"), list, this);
    body().addWidget(m_peopleField);
}

void DirectPanel::addRow(const QString& mailbox, const QString& who, const QString& what, Ink ink, QGridLayout& grid) {
    const int line = int(m_rows.size());
    auto* name = new TextLabel(theme(), Type::Body, Ink::Text, this);
    if (name->fontMetrics().horizontalAdvance(who) > widestName) {
        name->setElided(true); // says all of it in its tool tip, and reads no mnemonics
        name->setMinimumWidth(widestName);
        name->setText(who);
    } else {
        name->setText(QString(who).replace(u'&', "&&"_L1)); // a label that leads somewhere reads mnemonics
    }
    auto* title = new TextLabel(theme(), Type::Facts, ink, this);
    title->setText(what);
    title->setElided(true);
    auto* role = new QComboBox(this);
    role->addItem(tr("no part"), noPart);
    for (const app::WorkRole part : {app::WorkRole::Lead, app::WorkRole::Support, app::WorkRole::Inform}) {
        role->addItem(workRoleName(part), int(part));
    }
    role->setFixedWidth(roleWidth);
    role->setAccessibleName(tr("Part of %1").arg(who));
    name->setBuddy(role);
    connect(role, &QComboBox::currentIndexChanged, this, [this, role] { oneLeads(role); });
    grid.addWidget(name, line, 0, Qt::AlignVCenter);
    grid.addWidget(title, line, 1, Qt::AlignVCenter);
    grid.addWidget(role, line, 2);
    m_rows.append({mailbox, role});
}

void DirectPanel::oneLeads(const QComboBox* chosen) {
    if (chosen->currentData().toInt() != int(app::WorkRole::Lead)) {
        return;
    }
    for (const Row& row : std::as_const(m_rows)) {
        if (row.role != chosen && row.role->currentData().toInt() == int(app::WorkRole::Lead)) {
            row.role->setCurrentIndex(row.role->findData(int(app::WorkRole::Support)));
        }
    }
}

void DirectPanel::focusFirst() {
    m_words->setFocus(Qt::OtherFocusReason);
}

void DirectPanel::go() {
    app::Directive directive{.words = m_words->currentText().trimmed()};
    m_dueField->setError({});
    m_peopleField->setError({});
    if (!m_due->text().trimmed().isEmpty()) {
        const auto due = readDay(m_due->text());
        if (!due || *due < app::vietnamToday()) {
            m_dueField->setError(due ? tr("This day has passed.") : tr("Write the day as dd/mm/yyyy."));
            m_due->setFocus();
            return;
        }
        directive.dueDate = *due;
    }
    for (const Row& row : std::as_const(m_rows)) {
        const int part = row.role->currentData().toInt();
        if (part != noPart) {
            directive.shares.append({.to = row.mailbox, .role = static_cast<app::WorkRole>(part)});
        }
    }
    if (directive.shares.isEmpty()) {
        m_peopleField->setError(tr("Give somebody a part in it."));
        return;
    }
    emit accepted(directive);
}

QStringList directivePhrases() {
    return {u"Giao chủ trì tham mưu văn bản trả lời đúng hạn."_s, u"Nghiên cứu, đề xuất hướng xử lý."_s,
            u"Phối hợp thực hiện theo chức năng, nhiệm vụ."_s, u"Triển khai thực hiện và báo cáo kết quả."_s,
            u"Để biết và lưu hồ sơ."_s};
}

} // namespace ui
