// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/meetingpanel.h"

#include "app/domain/plaintext.h"
#include "app/domain/vietnamtime.h"
#include "ui/presentation/meetingpresenter.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int momentWidth = 150;
constexpr int invitedHeight = 84; // three rows; more are scrolled to
constexpr int agendaHeight = 84;
constexpr int meetingFilesHeight = 46;
constexpr int meetingRowHeight = 28;

enum MeetingItem { PersonData = Qt::UserRole + 1, FileData, PlaceData };

/// A list that is a field of the form.
void makeMeetingField(QListWidget& list, int height) {
    list.setProperty("kind", u"field"_s);
    list.setFixedHeight(height);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setTextElideMode(Qt::ElideMiddle);
    list.setUniformItemSizes(true);
}

QString personWords(const app::Person& person) {
    return person.title.isEmpty() ? person.name : u"%1 · %2"_s.arg(person.name, person.title);
}

QString momentText(const QDateTime& moment) {
    return app::vietnamTime(moment).toString(u"dd/MM/yyyy HH:mm"_s);
}

} // namespace

MeetingPanel::MeetingPanel(const Theme& theme, const app::Person& self, const QList<app::Person>& people,
                           const app::MeetingPlan* before, QWidget* parent)
    : ActionPanel(theme,
                  before ? tr("Those invited are told what changed. Who is taken off the list reads nothing of it from "
                              "then on.")
                         : tr("Goes to those who are chosen and to nobody else. Guests get the invitation as a "
                              "document."),
                  before ? tr("&Change · Ctrl+Enter") : tr("&Call · Ctrl+Enter"), parent)
    , m_subject(new QLineEdit(this))
    , m_place(new QLineEdit(this))
    , m_starts(new QLineEdit(this))
    , m_ends(new QLineEdit(this))
    , m_chair(makeChoiceBox(this))
    , m_secretary(makeChoiceBox(this))
    , m_invited(new QListWidget(this))
    , m_guests(new QPlainTextEdit(this))
    , m_agenda(new QPlainTextEdit(this))
    , m_files(new QListWidget(this))
    , m_remove(makeButton(tr("Take awa&y"), ButtonKind::Plain, this))
    , m_reason(new QLineEdit(this)) {
    if (before) {
        m_before = *before;
    }
    makeFacts(self, people);
    makePeople(self, people);
    makeAgenda();
    m_reason->setMaxLength(app::longestMeetingWords);
    auto* reason = new LabelledField(theme, tr("&Reason for the change"), m_reason, this);
    body().addWidget(reason);
    reason->setVisible(before != nullptr);
    if (before) {
        fill(*before);
    }
    sayInvited();
}

void MeetingPanel::makeFacts(const app::Person& self, const QList<app::Person>& people) {
    m_subject->setMaxLength(app::longestMeetingLine);
    m_place->setMaxLength(app::longestMeetingLine);
    for (QLineEdit* moment : {m_starts, m_ends}) {
        moment->setPlaceholderText(tr("dd/mm/yyyy hh:mm"));
        moment->setFixedWidth(momentWidth);
    }
    m_subjectField = new LabelledField(theme(), tr("&What about"), m_subject, this);
    m_startsField = new LabelledField(theme(), tr("&Begins"), m_starts, this);
    m_endsField = new LabelledField(theme(), tr("E&nds"), m_ends, this);
    m_placeField = new LabelledField(theme(), tr("&Place"), m_place, this);
    auto* what = new QHBoxLayout;
    bare(*what, 12);
    what->addWidget(m_subjectField, 3, Qt::AlignTop);
    what->addWidget(m_placeField, 2, Qt::AlignTop);
    body().addLayout(what);
    auto* when = new QHBoxLayout;
    bare(*when, 12);
    when->addWidget(m_startsField, 0, Qt::AlignTop);
    when->addWidget(m_endsField, 0, Qt::AlignTop);
    when->addStretch(1);
    body().addLayout(when);
    for (QComboBox* box : {m_chair, m_secretary}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }
    m_secretary->addItem(tr("Nobody"), QString());
    for (const app::Person& person : people) {
        m_chair->addItem(personWords(person), person.mailbox());
        m_secretary->addItem(personWords(person), person.mailbox());
    }
    m_chair->setCurrentIndex(qMax(0, m_chair->findData(self.mailbox())));
    auto* who = new QHBoxLayout;
    bare(*who, 12);
    who->addWidget(new LabelledField(theme(), tr("C&hair"), m_chair, this), 1, Qt::AlignTop);
    who->addWidget(new LabelledField(theme(), tr("&Secretary"), m_secretary, this), 1, Qt::AlignTop);
    body().addLayout(who);
}

void MeetingPanel::makePeople(const app::Person& self, const QList<app::Person>& people) {
    makeMeetingField(*m_invited, invitedHeight);
    m_invited->installEventFilter(this);
    for (const app::Person& person : people) {
        if (person.mailbox() == self.mailbox()) {
            continue;
        }
        auto* item = new QListWidgetItem(personWords(person), m_invited);
        item->setSizeHint({0, meetingRowHeight});
        item->setData(PersonData, person.mailbox());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_invitedField = new LabelledField(theme(), tr("Who is &invited"), m_invited, this);
    m_guests->setTabChangesFocus(true);
    m_guests->setFixedHeight(invitedHeight);
    m_guests->installEventFilter(this);
    auto* guests = new LabelledField(theme(), tr("&Guests"), m_guests, this);
    m_guests->setPlaceholderText(tr("one on a line"));
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(m_invitedField, 3, Qt::AlignTop);
    row->addWidget(guests, 2, Qt::AlignTop);
    body().addLayout(row);
    connect(m_invited, &QListWidget::itemChanged, this, &MeetingPanel::sayInvited);
}

void MeetingPanel::makeAgenda() {
    m_agenda->setTabChangesFocus(true);
    m_agenda->setFixedHeight(agendaHeight);
    m_agenda->setPlaceholderText(tr("one item on a line: title | who presents | minutes"));
    m_agenda->installEventFilter(this);
    m_agendaField = new LabelledField(theme(), tr("Agen&da"), m_agenda, this);
    makeMeetingField(*m_files, meetingFilesHeight);
    m_files->installEventFilter(this);
    auto* add = makeButton(tr("Add &files…"), ButtonKind::Plain, this);
    auto* files = new LabelledField(theme(), tr("D&ocuments"), m_files, this);
    m_files->setToolTip(tr("They go with the item in whose line the cursor is."));
    auto* buttons = new QHBoxLayout;
    bare(*buttons, 6);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto* beside = new QVBoxLayout;
    bare(*beside, 6);
    beside->addWidget(files);
    beside->addLayout(buttons);
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(m_agendaField, 3, Qt::AlignTop);
    row->addLayout(beside, 2);
    body().addLayout(row);
    m_remove->setEnabled(false);
    connect(add, &QPushButton::clicked, this, &MeetingPanel::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &MeetingPanel::removeFile);
}

void MeetingPanel::fill(const app::MeetingPlan& plan) {
    m_subject->setText(plan.subject);
    m_place->setText(plan.place);
    m_starts->setText(momentText(plan.starts));
    m_ends->setText(momentText(plan.ends));
    m_chair->setCurrentIndex(qMax(0, m_chair->findData(plan.chair)));
    m_secretary->setCurrentIndex(qMax(0, m_secretary->findData(plan.secretary)));
    m_guests->setPlainText(plan.guests.join(u'\n'));
    m_agenda->setPlainText(agendaText(plan.agenda));
    const QSignalBlocker quiet(m_invited);
    for (int row = 0; row < m_invited->count(); ++row) {
        QListWidgetItem* item = m_invited->item(row);
        item->setCheckState(plan.invited.contains(item->data(PersonData).toString()) ? Qt::Checked : Qt::Unchecked);
    }
}

void MeetingPanel::focusFirst() {
    m_subject->setFocus(Qt::OtherFocusReason);
}

int MeetingPanel::itemAtCursor() const {
    int item = 0;
    for (QTextBlock block = m_agenda->document()->begin(); block.isValid(); block = block.next()) {
        if (block == m_agenda->textCursor().block()) {
            break;
        }
        item += block.text().section(u'|', 0, 0).trimmed().isEmpty() ? 0 : 1;
    }
    const int last = int(agendaFrom(m_agenda->toPlainText(), {}).size()) - 1;
    return qBound(0, item, qMax(0, last));
}

void MeetingPanel::addFiles(const QStringList& paths) {
    const int item = itemAtCursor();
    for (const QString& path : paths) {
        auto* row =
            new QListWidgetItem(u"%1. %2"_s.arg(item + 1).arg(app::visibleText(QFileInfo(path).fileName())), m_files);
        row->setSizeHint({0, meetingRowHeight});
        row->setData(FileData, path);
        row->setData(PlaceData, item);
        row->setToolTip(path);
    }
    m_remove->setEnabled(m_files->count() > 0);
}

void MeetingPanel::chooseFiles() {
    auto* chooser = new QFileDialog(this, tr("Documents of the meeting"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    connect(chooser, &QFileDialog::filesSelected, this, &MeetingPanel::addFiles);
    chooser->open();
}

void MeetingPanel::removeFile() {
    delete m_files->takeItem(qMax(0, m_files->currentRow()));
    m_remove->setEnabled(m_files->count() > 0);
}

void MeetingPanel::sayInvited() {
    m_invitedField->setError({});
    m_invitedField->setHint(tr("%n chosen; the space bar chooses", nullptr, int(invited().size())));
}

QStringList MeetingPanel::invited() const {
    QStringList mailboxes;
    for (int row = 0; row < m_invited->count(); ++row) {
        if (m_invited->item(row)->checkState() == Qt::Checked) {
            mailboxes << m_invited->item(row)->data(PersonData).toString();
        }
    }
    return mailboxes;
}

bool MeetingPanel::eventFilter(QObject* watched, QEvent* event) {
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

app::MeetingForm MeetingPanel::form() const {
    app::MeetingForm form{
        .subject = app::visibleText(m_subject->text()),
        .text = m_before ? m_before->text : QString(),
        .starts = readMoment(m_starts->text()).value_or(QDateTime()),
        .ends = readMoment(m_ends->text()).value_or(QDateTime()),
        .place = app::visibleText(m_place->text()),
        .chair = m_chair->currentData().toString(),
        .secretary = m_secretary->currentData().toString(),
        .invited = invited(),
        .guests = m_guests->toPlainText().split(u'\n', Qt::SkipEmptyParts),
        .agenda = agendaFrom(m_agenda->toPlainText(), m_before ? m_before->agenda : QList<app::AgendaItem>())};
    for (int row = 0; row < m_files->count(); ++row) {
        const int place = m_files->item(row)->data(PlaceData).toInt();
        if (place < form.agenda.size()) {
            form.agenda[place].files << m_files->item(row)->data(FileData).toString();
        }
    }
    return form;
}

bool MeetingPanel::check(const app::MeetingForm& form) {
    const bool endsWrong = !m_ends->text().trimmed().isEmpty() && (!form.ends.isValid() || form.ends <= form.starts);
    m_subjectField->setError(form.subject.isEmpty() ? tr("Say what it is about.") : QString());
    m_startsField->setError(form.starts.isValid() ? QString() : tr("Write it as dd/mm/yyyy hh:mm."));
    m_endsField->setError(endsWrong ? tr("It ends after it begins.") : QString());
    m_placeField->setError(form.place.isEmpty() ? tr("Say where.") : QString());
    m_invitedField->setError(form.invited.isEmpty() && form.guests.isEmpty() ? tr("Choose somebody.") : QString());
    m_agendaField->setError(m_files->count() > 0 && form.agenda.isEmpty() ? tr("Documents go with an item.")
                                                                          : QString());
    const std::pair<LabelledField*, QWidget*> fields[] = {{m_subjectField, m_subject}, {m_startsField, m_starts},
                                                          {m_endsField, m_ends},       {m_placeField, m_place},
                                                          {m_invitedField, m_invited}, {m_agendaField, m_agenda}};
    for (const auto& [field, editor] : fields) {
        if (field->hasError()) {
            editor->setFocus();
            return false;
        }
    }
    return true;
}

void MeetingPanel::go() {
    const app::MeetingForm wanted = form();
    if (check(wanted)) {
        emit accepted(wanted, m_reason->text());
    }
}

} // namespace ui
