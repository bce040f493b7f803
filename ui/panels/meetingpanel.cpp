// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/meetingpanel.h"

#include "app/domain/plaintext.h"
#include "app/domain/unit.h"
#include "app/domain/vietnamtime.h"
#include "app/domain/work.h"
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

constexpr int momentWidth = 132;
constexpr int invitedHeight = 62; // two rows, and that there are more
constexpr int purposeHeight = 92; // as high as the two rows of fields beside it
constexpr int meetingRowHeight = 28;

enum MeetingItem { PersonData = Qt::UserRole + 1, UnitData, UnitOfData };

QString personWords(const app::Person& person) {
    return person.title.isEmpty() ? person.name : u"%1 · %2"_s.arg(person.name, person.title);
}

QString momentText(const QDateTime& moment) {
    return app::vietnamTime(moment).toString(u"dd/MM/yyyy HH:mm"_s);
}

} // namespace

MeetingPanel::MeetingPanel(const Theme& theme, TaskRunner& runner, FindRows documents, const app::Person& self,
                           const QList<app::Person>& people, const app::MeetingPlan* before, QWidget* parent)
    : ActionPanel(theme,
                  before ? tr("Those invited are told what changed. Who is taken off the list reads nothing of it from "
                              "then on.")
                         : tr("Goes to those who are chosen and to nobody else. Guests get the invitation as a "
                              "document."),
                  before ? tr("&Change · Ctrl+Enter") : tr("&Call · Ctrl+Enter"), parent)
    , m_subject(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_place(new QLineEdit(this))
    , m_starts(new QLineEdit(this))
    , m_ends(new QLineEdit(this))
    , m_chair(makeChoiceBox(this))
    , m_secretary(makeChoiceBox(this))
    , m_invited(new QListWidget(this))
    , m_guests(new QPlainTextEdit(this))
    , m_agenda(new AgendaFields(theme, runner, std::move(documents), this))
    , m_reason(new QLineEdit(this)) {
    if (before) {
        m_before = *before;
    }
    makeFacts(self, people);
    makePeople(self, people);
    body().addWidget(m_agenda);
    for (QWidget* editor : m_agenda->editors()) {
        editor->installEventFilter(this);
    }
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
        moment->setMinimumWidth(momentWidth);
    }
    m_subjectField = new LabelledField(theme(), tr("&What about"), m_subject, this);
    m_startsField = new LabelledField(theme(), tr("&Begins"), m_starts, this);
    m_endsField = new LabelledField(theme(), tr("E&nds"), m_ends, this);
    m_placeField = new LabelledField(theme(), tr("&Place"), m_place, this);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(purposeHeight);
    m_text->installEventFilter(this);
    m_textField = new LabelledField(theme(), tr("P&urpose, and what to prepare"), m_text, this);
    for (QComboBox* box : {m_chair, m_secretary}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }
    m_secretary->addItem(tr("Nobody"), QString());
    for (const app::Person& person : people) {
        for (QComboBox* box : {m_chair, m_secretary}) {
            box->addItem(person.name, person.mailbox()); // a title beside it has no room
            box->setItemData(box->count() - 1, personWords(person), Qt::ToolTipRole);
        }
    }
    m_chair->setCurrentIndex(qMax(0, m_chair->findData(self.mailbox())));
    // In two columns: one field below the other has no room over the people and the agenda in a small window.
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    auto* when = new QHBoxLayout;
    auto* who = new QHBoxLayout;
    bare(*left, 8);
    bare(*right, 8);
    bare(*when, 12);
    bare(*who, 12);
    left->addWidget(m_subjectField);
    left->addWidget(m_textField);
    left->addStretch(1);
    when->addWidget(m_startsField, 1, Qt::AlignTop);
    when->addWidget(m_endsField, 1, Qt::AlignTop);
    who->addWidget(new LabelledField(theme(), tr("C&hair"), m_chair, this), 1, Qt::AlignTop);
    who->addWidget(new LabelledField(theme(), tr("&Secretary"), m_secretary, this), 1, Qt::AlignTop);
    right->addWidget(m_placeField);
    right->addLayout(when);
    right->addLayout(who);
    right->addStretch(1);
    auto* columns = new QHBoxLayout;
    bare(*columns, 12);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    body().addLayout(columns);
}

void MeetingPanel::addInvited(const QString& words, int role, const QString& mailbox) {
    auto* item = new QListWidgetItem(words, m_invited);
    item->setSizeHint({0, meetingRowHeight});
    item->setData(role, mailbox);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Unchecked);
}

void MeetingPanel::makePeople(const app::Person& self, const QList<app::Person>& people) {
    m_invited->setProperty("kind", u"field"_s);
    m_invited->setFixedHeight(invitedHeight);
    m_invited->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_invited->setTextElideMode(Qt::ElideMiddle);
    m_invited->setUniformItemSizes(true);
    m_invited->installEventFilter(this);
    for (const app::Unit& unit : app::unitsOfPeople(people)) {
        addInvited(tr("Unit %1: all, and who joins it later").arg(unit.title()), UnitData,
                   app::unitMailbox(self.organ, unit.id));
    }
    for (const app::Person& person : people) {
        if (person.mailbox() == self.mailbox()) {
            continue;
        }
        addInvited(personWords(person), PersonData, person.mailbox());
        if (!person.unit.isEmpty()) {
            m_invited->item(m_invited->count() - 1)->setData(UnitOfData, app::unitMailbox(person.organ, person.unit));
        }
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
    connect(m_invited, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        followUnits(item);
        sayInvited();
    });
}

void MeetingPanel::followUnits(QListWidgetItem* changed) {
    const QSignalBlocker quiet(m_invited);
    const QString unit = changed->data(UnitData).toString();
    const QString unitOf = changed->data(UnitOfData).toString();
    for (int row = 0; row < m_invited->count(); ++row) {
        QListWidgetItem* item = m_invited->item(row);
        if (!unit.isEmpty() && item->data(UnitOfData).toString() == unit) {
            item->setCheckState(changed->checkState());
        } else if (!unitOf.isEmpty() && changed->checkState() == Qt::Unchecked &&
                   item->data(UnitData).toString() == unitOf) {
            item->setCheckState(Qt::Unchecked);
        }
    }
}

void MeetingPanel::fill(const app::MeetingPlan& plan) {
    m_subject->setText(plan.subject);
    m_place->setText(plan.place);
    m_starts->setText(momentText(plan.starts));
    m_ends->setText(momentText(plan.ends));
    m_chair->setCurrentIndex(qMax(0, m_chair->findData(plan.chair)));
    m_secretary->setCurrentIndex(qMax(0, m_secretary->findData(plan.secretary)));
    m_guests->setPlainText(plan.guests.join(u'\n'));
    m_text->setPlainText(plan.text);
    m_agenda->fill(plan.agenda);
    const QSignalBlocker quiet(m_invited);
    for (int row = 0; row < m_invited->count(); ++row) {
        QListWidgetItem* item = m_invited->item(row);
        const bool isInvited = plan.invited.contains(item->data(PersonData).toString()) ||
                               plan.units.contains(item->data(UnitData).toString());
        item->setCheckState(isInvited ? Qt::Checked : Qt::Unchecked);
    }
}

void MeetingPanel::focusFirst() {
    m_subject->setFocus(Qt::OtherFocusReason);
}

void MeetingPanel::sayInvited() {
    m_invitedField->setError({});
    m_invitedField->setHint(tr("%n chosen; the space bar chooses", nullptr, int(invited(PersonData).size())));
}

QStringList MeetingPanel::invited(int role) const {
    QStringList mailboxes;
    for (int row = 0; row < m_invited->count(); ++row) {
        const QString mailbox = m_invited->item(row)->data(role).toString();
        if (!mailbox.isEmpty() && m_invited->item(row)->checkState() == Qt::Checked) {
            mailboxes << mailbox;
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
    return {.subject = app::visibleText(m_subject->text()),
            .text = m_text->toPlainText(),
            .starts = readMoment(m_starts->text()).value_or(QDateTime()),
            .ends = readMoment(m_ends->text()).value_or(QDateTime()),
            .place = app::visibleText(m_place->text()),
            .chair = m_chair->currentData().toString(),
            .secretary = m_secretary->currentData().toString(),
            .invited = invited(PersonData),
            .units = invited(UnitData),
            .guests = m_guests->toPlainText().split(u'\n', Qt::SkipEmptyParts),
            .agenda = m_agenda->agenda()};
}

bool MeetingPanel::check(const app::MeetingForm& form) {
    const bool endsWrong = !m_ends->text().trimmed().isEmpty() && (!form.ends.isValid() || form.ends <= form.starts);
    m_subjectField->setError(form.subject.isEmpty() ? tr("Say what it is about.") : QString());
    m_startsField->setError(form.starts.isValid() ? QString() : tr("Write it as dd/mm/yyyy hh:mm."));
    m_endsField->setError(endsWrong ? tr("It ends after it begins.") : QString());
    m_placeField->setError(form.place.isEmpty() ? tr("Say where.") : QString());
    m_textField->setError(form.text.size() > app::longestMeetingText
                              ? tr("At most %n character(s).", nullptr, app::longestMeetingText)
                              : QString());
    m_invitedField->setError(
        form.invited.isEmpty() && form.units.isEmpty() && form.guests.isEmpty() ? tr("Choose somebody.") : QString());
    const std::pair<LabelledField*, QWidget*> fields[] = {{m_subjectField, m_subject}, {m_placeField, m_place},
                                                          {m_textField, m_text},       {m_startsField, m_starts},
                                                          {m_endsField, m_ends},       {m_invitedField, m_invited}};
    for (const auto& [field, editor] : fields) {
        if (field->hasError()) {
            editor->setFocus();
            return false;
        }
    }
    return m_agenda->check();
}

void MeetingPanel::go() {
    const app::MeetingForm wanted = form();
    if (check(wanted)) {
        emit accepted(wanted, m_reason->text());
    }
}

} // namespace ui
