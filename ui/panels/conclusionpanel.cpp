// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/conclusionpanel.h"

#include "app/domain/comment.h"
#include "app/domain/unit.h"
#include "app/domain/vietnamtime.h"
#include "app/domain/work.h"
#include "ui/panels/acceptpanel.h"
#include "ui/presentation/meetingpresenter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int conclusionHeight = 92; // four lines and a half
constexpr int taskListHeight = 88;
constexpr int taskRowHeight = 28;
constexpr int narrowestHolder = 10; // characters

/// What stands there already: the proposal, else what was noted.
QString wordsBefore(const app::Meeting& meeting, int item) {
    for (const app::ItemText& text : meeting.proposal ? meeting.proposal->texts : QList<app::ItemText>()) {
        if (text.item == item) {
            return text.text;
        }
    }
    const app::MeetingNote* working = meeting.note(item, false);
    const app::MeetingNote* note = working ? working : meeting.note(item, true);
    return note && !meeting.proposal ? note->text : QString();
}

void fillHolders(QComboBox& box, const QList<app::Person>& people) {
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(narrowestHolder);
    for (const app::Person& person : people) {
        box.addItem(person.title.isEmpty() ? person.name : u"%1 · %2"_s.arg(person.name, person.title),
                    person.mailbox());
    }
    for (const app::Unit& unit : app::unitsOfPeople(people)) {
        box.addItem(ConclusionPanel::tr("Unit: %1").arg(unit.title()), app::unitMailbox(people.first().organ, unit.id));
    }
}

} // namespace

ConclusionPanel::ConclusionPanel(const Theme& theme, const app::Meeting& meeting, const QList<app::Person>& people,
                                 const app::Person& self, QWidget* parent)
    : ActionPanel(theme,
                  meeting.plan.chair == self.mailbox()
                      ? tr("Ends the meeting for all invited. Each task becomes work with a deadline, on the desk of "
                           "whoever leads it.")
                      : tr("Goes to the chair, who alone concludes the meeting."),
                  meeting.plan.chair == self.mailbox() ? tr("&Conclude · Ctrl+Enter") : tr("&Propose · Ctrl+Enter"),
                  parent) {
    makeWords(meeting);
    // The office takes tasks from a leader alone; whoever proposes may propose them to one.
    const bool isGiven = meeting.plan.chair != self.mailbox() || self.role == app::Role::Leader;
    if (isGiven && !people.isEmpty()) {
        makeTasks(people);
        for (const app::MeetingTask& task : meeting.proposal ? meeting.proposal->tasks : QList<app::MeetingTask>()) {
            showTask({.text = task.text, .lead = task.lead, .supports = task.supports, .due = task.due});
        }
    }
}

void ConclusionPanel::makeWords(const app::Meeting& meeting) {
    m_item = makeChoiceBox(this);
    m_item->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_item->setMinimumContentsLength(narrowestHolder);
    int number = 0;
    for (const app::AgendaItem& item : meeting.plan.agenda) {
        m_item->addItem(u"%1. %2"_s.arg(++number).arg(item.title), item.key);
        m_words.insert(item.key, wordsBefore(meeting, item.key));
    }
    m_item->addItem(tr("The meeting as a whole"), 0);
    m_words.insert(0, wordsBefore(meeting, 0));
    m_text = new QPlainTextEdit(this);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(conclusionHeight);
    m_text->installEventFilter(this);
    m_shown = m_item->currentData().toInt();
    m_text->setPlainText(m_words.value(m_shown));
    body().addWidget(new LabelledField(theme(), tr("&Item"), m_item, this));
    body().addWidget(new LabelledField(theme(), tr("C&onclusion"), m_text, this));
    connect(m_item, &QComboBox::currentIndexChanged, this, &ConclusionPanel::changeItem);
}

void ConclusionPanel::changeItem() {
    m_words[m_shown] = m_text->toPlainText();
    m_shown = m_item->currentData().toInt();
    m_text->setPlainText(m_words.value(m_shown));
}

void ConclusionPanel::makeTasks(const QList<app::Person>& people) {
    m_task = new QLineEdit(this);
    m_task->setMaxLength(app::longestTaskText);
    m_lead = makeChoiceBox(this);
    fillHolders(*m_lead, people);
    m_support = makeChoiceBox(this);
    m_support->addItem(tr("Nobody"), QString());
    fillHolders(*m_support, people);
    m_due = new QLineEdit(this);
    m_due->setPlaceholderText(tr("dd/mm/yyyy"));
    m_due->setFixedWidth(DayFieldWidth);
    m_list = new QListWidget(this);
    m_list->setProperty("kind", u"field"_s);
    m_list->setFixedHeight(taskListHeight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    auto* add = makeButton(tr("&Add task"), ButtonKind::Plain, this);
    m_remove = makeButton(tr("Take awa&y"), ButtonKind::Plain, this);
    m_remove->setEnabled(false);
    m_taskField = new LabelledField(theme(), tr("&Task"), m_task, this);
    m_dueField = new LabelledField(theme(), tr("&Done by"), m_due, this);
    auto* first = new QHBoxLayout;
    bare(*first, 12);
    first->addWidget(m_taskField, 1, Qt::AlignTop);
    first->addWidget(m_dueField, 0, Qt::AlignTop);
    body().addLayout(first);
    auto* second = new QHBoxLayout;
    bare(*second, 12);
    second->addWidget(new LabelledField(theme(), tr("&Leads"), m_lead, this), 1, Qt::AlignTop);
    second->addWidget(new LabelledField(theme(), tr("&Supports"), m_support, this), 1, Qt::AlignTop);
    body().addLayout(second);
    auto* third = new QHBoxLayout;
    bare(*third, 12);
    third->addWidget(new LabelledField(theme(), tr("Tas&ks"), m_list, this), 1, Qt::AlignTop);
    auto* beside = new QVBoxLayout;
    bare(*beside, 6);
    beside->addSpacing(14);
    beside->addWidget(add);
    beside->addWidget(m_remove);
    beside->addStretch(1);
    third->addLayout(beside);
    body().addLayout(third);
    connect(add, &QPushButton::clicked, this, &ConclusionPanel::addTask);
    connect(m_remove, &QPushButton::clicked, this, &ConclusionPanel::removeTask);
}

void ConclusionPanel::showTask(const app::TaskForm& task) {
    m_tasks.append(task);
    const int lead = m_lead->findData(task.lead);
    auto* row = new QListWidgetItem(
        u"%1 · %2 · %3"_s.arg(task.due.toString(u"dd/MM/yyyy"_s),
                              lead >= 0 ? m_lead->itemText(lead).section(u" · "_s, 0, 0) : task.lead, task.text),
        m_list);
    row->setSizeHint({0, taskRowHeight});
    row->setToolTip(task.text);
    m_remove->setEnabled(true);
}

void ConclusionPanel::addTask() {
    const QDate due = readDay(m_due->text()).value_or(QDate());
    const QString text = app::commentText(m_task->text());
    m_taskField->setError(text.isEmpty() ? tr("Say what is to be done.") : QString());
    m_dueField->setError(!due.isValid() || due < app::vietnamToday() ? tr("Write a day to come.") : QString());
    if (m_taskField->hasError() || m_dueField->hasError()) {
        (m_taskField->hasError() ? m_task : m_due)->setFocus();
        return;
    }
    const QString support = m_support->currentData().toString();
    showTask({.text = text,
              .lead = m_lead->currentData().toString(),
              .supports = support.isEmpty() ? QStringList() : QStringList{support},
              .due = due});
    m_task->clear();
    m_due->clear();
    m_support->setCurrentIndex(0);
    m_task->setFocus();
}

void ConclusionPanel::removeTask() {
    const int row = qMax(0, m_list->currentRow());
    delete m_list->takeItem(row);
    m_tasks.removeAt(row);
    m_remove->setEnabled(!m_tasks.isEmpty());
}

void ConclusionPanel::focusFirst() {
    m_text->setFocus(Qt::OtherFocusReason);
}

bool ConclusionPanel::eventFilter(QObject* watched, QEvent* event) {
    // Editors and lists keep Ctrl+Enter and Escape to themselves otherwise.
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if ((enter && key->modifiers().testFlag(Qt::ControlModifier)) || key->key() == Qt::Key_Escape) {
            keyPressEvent(key);
            return true;
        }
    }
    return ActionPanel::eventFilter(watched, event);
}

void ConclusionPanel::go() {
    if (m_task && !m_task->text().trimmed().isEmpty()) {
        addTask(); // what was written and not added is meant, too
        if (m_taskField->hasError() || m_dueField->hasError()) {
            return;
        }
    }
    app::ConclusionForm form{.texts = {}, .tasks = m_tasks};
    m_words[m_shown] = m_text->toPlainText();
    for (int row = 0; row < m_item->count(); ++row) { // in the order of the agenda
        const int item = m_item->itemData(row).toInt();
        if (const QString text = app::commentText(m_words.value(item)); !text.isEmpty()) {
            form.texts.append({.item = item, .text = text});
        }
    }
    emit accepted(form);
}

} // namespace ui
