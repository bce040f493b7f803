// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfilter.h"

#include "app/domain/vietnamtime.h"
#include "ui/panels/acceptpanel.h"
#include "ui/presentation/rowpresenter.h"
#include "ui/presentation/searchchoices.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSignalBlocker>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::DocumentState;

namespace {

QComboBox* makeChoice(const QString& name, QWidget* parent) {
    auto* choice = new QComboBox(parent);
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
    return choice;
}

/// The box below its name, which a screen reader tells as well: on Linux Qt itself calls a box by what is chosen in it.
QLayout* labelled(const Theme& theme, QComboBox* box) {
    auto* name = new TextLabel(theme, Type::Facts, Ink::Text2, box->parentWidget());
    name->setText(box->accessibleName());
    name->setBuddy(box);
    auto* cell = new QVBoxLayout;
    bare(*cell, 2);
    cell->addWidget(name);
    cell->addWidget(box);
    return cell;
}

/// The item with that key; what is not offered is added, so that a search is never widened unseen.
void choose(QComboBox& box, const QString& key, const QString& words = {}) {
    const QSignalBlocker quiet(box);
    if (box.findData(key) < 0 && !key.isEmpty()) {
        box.addItem(words.isEmpty() ? key : words, key);
    }
    box.setCurrentIndex(qMax(0, box.findData(key)));
}

/// A list that may be long is looked through by typing; what is typed and names nothing chooses nothing.
void makeSearchable(QComboBox& box) {
    box.setEditable(true);
    box.setInsertPolicy(QComboBox::NoInsert);
    box.lineEdit()->setAccessibleName(box.accessibleName());
    box.completer()->setCompletionMode(QCompleter::PopupCompletion);
    box.completer()->setFilterMode(Qt::MatchContains);
    QObject::connect(box.lineEdit(), &QLineEdit::editingFinished, &box, [&box] {
        const int named = box.findText(box.currentText(), Qt::MatchFixedString);
        if (named >= 0 && named != box.currentIndex()) {
            box.setCurrentIndex(named);
            emit box.activated(named);
        }
        box.setEditText(box.itemText(box.currentIndex()));
    });
}

void fillStates(QComboBox& box) {
    box.addItem(SearchFilter::tr("Any state"), QString());
    for (const DocumentState state :
         {DocumentState::Arrived, DocumentState::Registered, DocumentState::Answered, DocumentState::Refused,
          DocumentState::WaitingForSignature, DocumentState::Signed, DocumentState::Sealed, DocumentState::Sent,
          DocumentState::Withdrawn, DocumentState::Replaced, DocumentState::Voided}) {
        box.addItem(stateWords(state), app::stateKey(state));
    }
}

} // namespace

SearchFilter::SearchFilter(const Theme& theme, const Formatter& formatter, QWidget* parent)
    : Ground(theme, &Tokens::surface, Qt::BottomEdge, parent)
    , m_formatter(formatter)
    , m_fold(makeButton(tr("&Filter"), ButtonKind::Chip, this))
    , m_fields(new QWidget(this))
    , m_direction(makeChoice(tr("Incoming or outgoing"), m_fields))
    , m_period(makeChoice(tr("Time"), m_fields))
    , m_from(new QLineEdit(m_fields))
    , m_to(new QLineEdit(m_fields))
    , m_days(new QWidget(m_fields))
    , m_kind(makeChoice(tr("Kind"), m_fields))
    , m_state(makeChoice(tr("State"), m_fields))
    , m_sender(makeChoice(tr("Sender"), m_fields))
    , m_book(makeChoice(tr("Book"), m_fields))
    , m_person(makeChoice(tr("Person"), m_fields))
    , m_unanswered(new QCheckBox(tr("Without an answer"), m_fields))
    , m_saved(makeChoice(tr("Kept searches"), this))
    , m_name(new QLineEdit(m_fields))
    , m_save(makeButton(tr("&Keep"), ButtonKind::Plain, m_fields))
    , m_forget(makeButton(tr("Take out"), ButtonKind::Quiet, this)) {
    setAccessibleName(tr("Search filter"));
    m_fold->setCheckable(true);
    m_fold->setFixedHeight(m_saved->sizeHint().height()); // they stand side by side
    m_direction->addItem(tr("Any direction"), QString());
    m_direction->addItem(tr("Incoming only"), u"in"_s);
    m_direction->addItem(tr("Outgoing only"), u"out"_s);
    for (const TimeSpan span : allTimeSpans()) {
        m_period->addItem(timeSpanWords(span), QString::number(int(span)));
    }
    m_kind->addItem(tr("Any kind"), QString());
    for (const app::KindFacts& facts : app::documentKinds()) {
        m_kind->addItem(m_formatter.kind(facts.name), facts.key);
    }
    fillStates(*m_state);
    m_person->addItem(tr("Anybody"), QString());
    makeSearchable(*m_sender);
    setChoices({});
    layOut(theme);

    for (QComboBox* box : {m_direction, m_kind, m_state, m_sender, m_book, m_person, m_period}) {
        connect(box, &QComboBox::activated, this, &SearchFilter::tell);
    }
    connect(m_unanswered, &QCheckBox::toggled, this, &SearchFilter::tell);
    connect(m_from, &QLineEdit::editingFinished, this, &SearchFilter::tell);
    connect(m_to, &QLineEdit::editingFinished, this, &SearchFilter::tell);
    connect(m_saved, &QComboBox::activated, this, &SearchFilter::chooseSaved);
    connect(m_name, &QLineEdit::returnPressed, this, &SearchFilter::save);
    connect(m_save, &QPushButton::clicked, this, &SearchFilter::save);
    connect(m_fold, &QPushButton::toggled, this, [this](bool open) { setFolded(!open); });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        if (const auto search = savedNow()) {
            emit forgetWanted(search->name);
        }
    });
    setSaved({});
    setFolded(true);
}

void SearchFilter::layOut(const Theme& theme) {
    m_from->setPlaceholderText(tr("From dd/mm/yyyy"));
    m_from->setAccessibleName(tr("From day"));
    m_to->setPlaceholderText(tr("To dd/mm/yyyy"));
    m_to->setAccessibleName(tr("To day"));
    m_name->setPlaceholderText(tr("Name for this search"));
    m_name->setAccessibleName(tr("Name for this search"));
    m_name->setMaxLength(app::SavedSearches::longestName);

    auto* days = new QHBoxLayout(m_days);
    bare(*days, 8);
    days->addWidget(m_from);
    days->addWidget(m_to);
    m_days->hide();

    auto* bar = new QHBoxLayout;
    bare(*bar, 8);
    bar->addWidget(m_fold, 0, Qt::AlignBottom);
    bar->addLayout(labelled(theme, m_saved), 1);
    bar->addWidget(m_forget, 0, Qt::AlignBottom);

    auto* keep = new QHBoxLayout;
    bare(*keep, 8);
    keep->addWidget(m_name, 1);
    keep->addWidget(m_save);

    auto* grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addLayout(labelled(theme, m_direction), 0, 0);
    grid->addLayout(labelled(theme, m_period), 0, 1);
    grid->addWidget(m_days, 1, 0, 1, 2);
    grid->addLayout(labelled(theme, m_kind), 2, 0);
    grid->addLayout(labelled(theme, m_state), 2, 1);
    grid->addLayout(labelled(theme, m_sender), 3, 0);
    grid->addLayout(labelled(theme, m_book), 3, 1);
    grid->addLayout(labelled(theme, m_person), 4, 0);
    grid->addWidget(m_unanswered, 4, 1, Qt::AlignBottom);
    grid->addLayout(keep, 5, 0, 1, 2);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->setSpacing(10);
    layout->addLayout(bar);
    layout->addWidget(m_fields);
}

void SearchFilter::setFolded(bool folded) {
    m_fields->setVisible(!folded);
    const QSignalBlocker quiet(m_fold);
    m_fold->setChecked(!folded);
}

/// How much is asked for is said where it can't be seen, too.
void SearchFilter::showFold() {
    const app::DocumentQuery& asked = m_query;
    const bool parts[] = {asked.incoming.has_value(), asked.from.isValid() || asked.to.isValid(),
                          asked.kind.has_value(),     asked.state.has_value(),
                          !asked.sender.isEmpty(),    !asked.book.isEmpty(),
                          !asked.person.isEmpty(),    asked.unanswered};
    const auto set = std::ranges::count(parts, true);
    m_fold->setText(set > 0 ? tr("&Filter (%1)").arg(set) : tr("&Filter"));
    m_fold->setAccessibleName(m_fold->text().remove(u'&'));
}

void SearchFilter::setChoices(const app::SearchChoices& choices) {
    const QSignalBlocker quietSender(m_sender);
    const QSignalBlocker quietBook(m_book);
    m_sender->clear();
    m_sender->addItem(tr("Any office"), QString());
    for (const app::SearchChoices::Sender& sender : choices.senders) {
        m_sender->addItem(sender.name.isEmpty() ? sender.id.text() : sender.name, sender.id.text());
    }
    m_book->clear();
    m_book->addItem(tr("Any book"), QString());
    for (const app::BookName& book : choices.books) {
        m_book->addItem(bookWords(book, m_formatter), app::bookKey(book));
    }
    choose(*m_sender, m_query.sender.text());
    choose(*m_book, m_query.book);
}

void SearchFilter::setPeople(const QList<app::Person>& people) {
    const QSignalBlocker quiet(m_person);
    while (m_person->count() > 1) {
        m_person->removeItem(1);
    }
    for (const app::Person& person : people) {
        m_person->addItem(person.name, person.mailbox());
    }
    choose(*m_person, m_query.person);
}

void SearchFilter::setSaved(const QList<app::SavedSearch>& saved) {
    m_kept = saved;
    const QSignalBlocker quiet(m_saved);
    m_saved->clear();
    m_saved->addItem(saved.isEmpty() ? tr("No search is kept yet") : tr("Choose a search…"));
    for (const app::SavedSearch& search : saved) {
        m_saved->addItem(search.name);
    }
    m_saved->setEnabled(!saved.isEmpty());
    setQuery(m_query);
}

std::optional<app::SavedSearch> SearchFilter::savedNow() const {
    const auto same = std::ranges::find(m_kept, m_query, &app::SavedSearch::query);
    return same == m_kept.end() ? std::nullopt : std::optional(*same);
}

void SearchFilter::setQuery(const app::DocumentQuery& query) {
    m_query = query;
    choose(*m_direction, query.incoming ? (*query.incoming ? u"in"_s : u"out"_s) : QString());
    choose(*m_kind, query.kind ? app::factsOf(*query.kind).key : QString());
    choose(*m_state, query.state ? app::stateKey(*query.state) : QString(),
           query.state ? stateWords(*query.state) : QString());
    choose(*m_sender, query.sender.text());
    choose(*m_book, query.book);
    choose(*m_person, query.person);
    const QSignalBlocker quiet(m_unanswered);
    m_unanswered->setChecked(query.unanswered);
    const TimeSpan span = timeSpanOf({query.from, query.to}, app::vietnamToday());
    choose(*m_period, QString::number(int(span)));
    m_from->setText(query.from.isValid() ? m_formatter.day(query.from) : QString());
    m_to->setText(query.to.isValid() ? m_formatter.day(query.to) : QString());
    showDays();
    showKept();
}

void SearchFilter::setNarrowing(const app::DocumentQuery& query) {
    m_query.urgent = query.urgent;
    m_query.application = query.application;
    m_query.trouble = query.trouble;
    m_query.order = query.order;
    showKept();
}

void SearchFilter::showKept() {
    const auto known = savedNow();
    const QSignalBlocker silent(m_saved);
    m_saved->setCurrentIndex(known ? qMax(0, m_saved->findText(known->name)) : 0);
    m_forget->setVisible(known.has_value());
    m_save->setEnabled(!m_query.isEmpty());
    showFold();
}

app::DocumentQuery SearchFilter::query() const {
    return m_query;
}

void SearchFilter::focusFirst() {
    setFolded(false);
    m_direction->setFocus(Qt::OtherFocusReason);
}

void SearchFilter::setShown(bool shown) {
    m_isQuiet = !shown;
    setVisible(shown);
}

void SearchFilter::showDays() {
    m_days->setVisible(TimeSpan(m_period->currentData().toString().toInt()) == TimeSpan::Own);
}

void SearchFilter::tell() {
    if (m_isQuiet) {
        return;
    }
    const QString direction = m_direction->currentData().toString();
    m_query.incoming = direction.isEmpty() ? std::nullopt : std::optional(direction == "in"_L1);
    m_query.kind = app::kindFromKey(m_kind->currentData().toString());
    m_query.state = app::stateFromKey(m_state->currentData().toString());
    m_query.sender = app::OrganId::parse(m_sender->currentData().toString()).value_or(app::OrganId());
    m_query.book = m_book->currentData().toString();
    m_query.person = m_person->currentData().toString();
    m_query.unanswered = m_unanswered->isChecked();
    const auto span = TimeSpan(m_period->currentData().toString().toInt());
    showDays();
    if (span == TimeSpan::Own) {
        m_query.from = readDay(m_from->text()).value_or(QDate());
        m_query.to = readDay(m_to->text()).value_or(QDate());
    } else {
        const app::Period days = daysOf(span, app::vietnamToday());
        m_query.from = days.from;
        m_query.to = days.to;
    }
    showKept();
    emit changed();
}

void SearchFilter::chooseSaved(int index) {
    if (index > 0 && index <= m_kept.size()) {
        emit savedChosen(m_kept.at(index - 1));
    }
}

void SearchFilter::save() {
    if (const QString name = m_name->text().trimmed(); !name.isEmpty() && !m_query.isEmpty()) {
        m_name->clear();
        emit saveWanted(name);
    }
}

} // namespace ui
