// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/paperfields.h"

#include "app/domain/vietnamtime.h"
#include "ui/panels/acceptpanel.h"
#include "ui/presentation/rowpresenter.h"
#include "ui/presentation/secretbookmodel.h"
#include "ui/widgets/controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int SubjectHeight = 68;

} // namespace

PaperFields::PaperFields(const Theme& theme, const Formatter& formatter, TaskRunner& runner, AgencySearch search,
                         QWidget* scan, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_sender(new OfficePicker(theme, runner, std::move(search), this))
    , m_number(new QLineEdit(this))
    , m_notation(new QLineEdit(this))
    , m_date(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_urgency(new QComboBox(this))
    , m_secrecy(new QComboBox(this))
    , m_secrecyField(new LabelledField(theme, tr("Secr&ecy"), m_secrecy, this))
    , m_subject(new QPlainTextEdit(this))
    , m_signer(new QLineEdit(this))
    , m_pages(new QSpinBox(this))
    , m_arrival(new QDateEdit(this))
    , m_due(new QLineEdit(this))
    , m_note(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_despiteTwin(new QCheckBox(this))
    , m_unopened(new QCheckBox(tr("An en&velope for somebody by name, not opened"), this))
    , m_named(makeChoiceBox(this))
    , m_namedField(new LabelledField(theme, tr("It na&mes"), m_named, this)) {
    offerChoices();
    build(scan);
    connectAll();
    showTwins({});
}

void PaperFields::offerChoices() {
    m_sender->setOneByName(tr("Office, or the name on the paper…"));
    for (QLineEdit* day : {m_date, m_due}) {
        day->setPlaceholderText(tr("dd/mm/yyyy"));
        day->setFixedWidth(DayFieldWidth);
    }
    const bool vietnamese = m_formatter.language() == app::Language::Vietnamese;
    for (const app::KindFacts& kind : app::documentKinds()) {
        m_kind->addItem(vietnamese ? kind.name : kind.english, int(kind.kind));
    }
    for (const app::Urgency urgency :
         {app::Urgency::Normal, app::Urgency::Urgent, app::Urgency::VeryUrgent, app::Urgency::Express}) {
        m_urgency->addItem(urgency == app::Urgency::Normal ? tr("Normal") : urgencyWords(urgency), int(urgency));
    }
    m_secrecy->addItem(tr("None"), int(app::Secrecy::None));
    for (const app::Secrecy degree : {app::Secrecy::Confidential, app::Secrecy::Secret, app::Secrecy::TopSecret}) {
        m_secrecy->addItem(degreeName(degree), int(degree));
    }
    m_subject->setTabChangesFocus(true);
    m_subject->setFixedHeight(SubjectHeight);
    m_pages->setRange(0, app::mostPaperPages);
    m_pages->setSpecialValueText(u"–"_s);
    m_pages->setFixedWidth(DayFieldWidth);
    m_arrival->setDisplayFormat(u"dd/MM/yyyy"_s);
    m_arrival->setFixedWidth(DayFieldWidth);
}

LabelledField* PaperFields::field(PaperField which, const QString& label, QWidget* editor) {
    auto* made = new LabelledField(m_theme, label, editor, this);
    m_fields.insert(which, made);
    return made;
}

void PaperFields::build(QWidget* scan) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 12, 18, 18);
    column->setSpacing(12);
    const auto inRow = [column](const QList<std::pair<QWidget*, int>>& fields) {
        auto* row = new QHBoxLayout;
        bare(*row, 12);
        for (const auto& [widget, stretch] : fields) {
            row->addWidget(widget, stretch, Qt::AlignTop);
        }
        column->addLayout(row);
    };
    column->addWidget(field(PaperField::Reason, tr("&Why it is corrected"), m_reason));
    column->addWidget(field(PaperField::Scan, tr("Scan"), scan));
    column->addWidget(m_unopened);
    column->addWidget(m_namedField);
    column->addWidget(field(PaperField::Sender, tr("&From"), m_sender));
    inRow({{field(PaperField::Number, tr("N&umber"), m_number), 2},
           {new LabelledField(m_theme, tr("Not&ation"), m_notation, this), 3},
           {field(PaperField::Date, tr("&Date"), m_date), 0}});
    column->addWidget(m_despiteTwin);
    inRow({{new LabelledField(m_theme, tr("&Kind"), m_kind, this), 3},
           {new LabelledField(m_theme, tr("Urgenc&y"), m_urgency, this), 2},
           {m_secrecyField, 2}});
    column->addWidget(field(PaperField::Subject, tr("Sub&ject"), m_subject));
    inRow({{new LabelledField(m_theme, tr("Sig&ned by"), m_signer, this), 1},
           {new LabelledField(m_theme, tr("&Pages"), m_pages, this), 0}});
    inRow({{field(PaperField::Arrival, tr("Day of a&rrival"), m_arrival), 0},
           {field(PaperField::Due, tr("Answer &by"), m_due), 0},
           {new LabelledField(m_theme, tr("N&ote"), m_note, this), 1}});
    column->addStretch(1);
}

void PaperFields::connectAll() {
    const auto told = [this] {
        if (!m_filling) {
            emit changed();
        }
    };
    for (QLineEdit* editor : {m_number, m_notation, m_date, m_signer, m_due, m_note, m_reason}) {
        connect(editor, &QLineEdit::textChanged, this, told);
    }
    connect(m_subject, &QPlainTextEdit::textChanged, this, told);
    connect(m_sender, &OfficePicker::changed, this, told);
    for (QLineEdit* editor : {m_number, m_notation, m_date}) {
        connect(editor, &QLineEdit::textChanged, this, &PaperFields::identityChanged);
    }
    connect(m_sender, &OfficePicker::changed, this, &PaperFields::identityChanged);
    connect(m_unopened, &QCheckBox::toggled, this, &PaperFields::showEnvelope);
    connect(m_unopened, &QCheckBox::toggled, this, told);
}

void PaperFields::setPeople(const QList<app::Person>& people) {
    const QString chosen = m_wasFor.isEmpty() ? m_named->currentData().toString() : m_wasFor;
    m_named->clear();
    for (const app::Person& person : people) {
        m_named->addItem(person.title.isEmpty() ? person.name : u"%1 · %2"_s.arg(person.name, person.title),
                         person.mailbox());
    }
    m_named->setCurrentIndex(qMax(0, m_named->findData(chosen)));
}

void PaperFields::setScanHint(const QString& words) {
    m_fields[PaperField::Scan]->setHint(words);
}

void PaperFields::showEnvelope() {
    // What was registered openly is not sealed again, and whom an envelope names stays.
    m_unopened->setVisible(!m_correcting || !m_wasFor.isEmpty());
    m_namedField->setVisible(m_unopened->isChecked());
    m_named->setEnabled(!m_correcting);
    m_fields[PaperField::Subject]->setHint(m_unopened->isChecked() ? tr("What is inside is not known; leave it empty.")
                                                                   : QString());
}

void PaperFields::setEntry(const app::PaperEntry& entry) {
    m_filling = true;
    const bool isEmpty = entry.sender == app::OrganRef();
    m_sender->setChosen(isEmpty ? QList<app::OrganRef>() : QList<app::OrganRef>{entry.sender});
    m_number->setText(entry.number);
    m_notation->setText(entry.notation);
    m_date->setText(m_formatter.day(entry.date));
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(int(entry.kind))));
    m_urgency->setCurrentIndex(qMax(0, m_urgency->findData(int(entry.urgency))));
    m_secrecy->setCurrentIndex(0);
    m_subject->setPlainText(entry.subject);
    m_signer->setText(entry.signer);
    m_pages->setValue(entry.pages);
    m_arrival->setMaximumDate(app::vietnamToday());
    m_arrival->setDate(app::vietnamToday());
    m_due->setText(m_formatter.day(entry.dueDate));
    m_note->setText(entry.note);
    m_reason->clear();
    m_wasFor = entry.envelopeFor;
    m_unopened->setChecked(!m_wasFor.isEmpty());
    m_named->setCurrentIndex(qMax(0, m_named->findData(m_wasFor)));
    showEnvelope();
    m_filling = false;
    clearErrors();
    showTwins({});
}

app::PaperEntry PaperFields::entry() const {
    app::PaperEntry entry;
    const QList<app::OrganRef> chosen = m_sender->chosen();
    entry.sender = chosen.isEmpty() ? app::OrganRef{{}, m_sender->typed()} : chosen.first();
    entry.number = m_number->text().trimmed();
    entry.notation = m_notation->text().trimmed();
    entry.date = readDay(m_date->text()).value_or(QDate());
    entry.kind = app::DocumentKind(m_kind->currentData().toInt());
    entry.urgency = app::Urgency(m_urgency->currentData().toInt());
    entry.subject = m_subject->toPlainText().simplified();
    entry.dueDate = readDay(m_due->text()).value_or(QDate());
    entry.signer = m_signer->text().trimmed();
    entry.pages = m_pages->value();
    entry.note = m_note->text().trimmed();
    const QString named = m_correcting ? m_wasFor : m_named->currentData().toString();
    entry.envelopeFor = m_unopened->isChecked() ? named : QString();
    return entry;
}

std::optional<QDate> PaperFields::dayIn(const QLineEdit& editor, PaperField which) {
    if (editor.text().trimmed().isEmpty()) {
        return QDate();
    }
    const auto day = readDay(editor.text());
    if (!day) {
        setError(which, tr("Write the day as dd/mm/yyyy."));
    }
    return day;
}

std::optional<app::PaperForm> PaperFields::form() {
    clearErrors();
    const auto due = dayIn(*m_due, PaperField::Due);
    const auto date = dayIn(*m_date, PaperField::Date);
    if (!due || !date) {
        return std::nullopt;
    }
    const bool asked = m_despiteTwin->isVisibleTo(this) && m_despiteTwin->isChecked();
    app::PaperForm form{
        .entry = entry(), .arrival = m_arrival->date(), .scan = {}, .scanName = {}, .despiteTwin = asked};
    form.secrecy = app::Secrecy(m_secrecy->currentData().toInt());
    if (due->isValid() && !m_correcting && *due < form.arrival) {
        setError(PaperField::Due, tr("This day lies before the arrival."));
        return std::nullopt;
    }
    return form;
}

QString PaperFields::reason() const {
    return m_reason->text();
}

void PaperFields::setCorrecting(bool correcting) {
    m_correcting = correcting;
    m_fields[PaperField::Reason]->setVisible(correcting);
    m_fields[PaperField::Arrival]->setVisible(!correcting);
    m_secrecyField->setVisible(!correcting);
    showEnvelope();
}

void PaperFields::countPages(int before, int now) {
    if (m_pages->value() == 0 || m_pages->value() == before) {
        m_pages->setValue(now);
    }
}

void PaperFields::showTwins(const QList<app::DocumentLink>& twins) {
    const bool warns = !twins.isEmpty() && !m_correcting;
    const QString words = warns ? tr("Register although it seems to have come before, as %1").arg(twins.first().number)
                                : tr("Register although it seems to have come before");
    m_despiteTwin->setText(words);
    m_despiteTwin->setAccessibleName(words);
    m_despiteTwin->setToolTip(warns ? twins.first().subject : QString());
    m_despiteTwin->setChecked(m_despiteTwin->isChecked() && warns);
    m_despiteTwin->setVisible(warns);
}

void PaperFields::setError(PaperField which, const QString& sentence) {
    m_fields[which]->setError(sentence);
    m_fields[which]->editor()->setFocus(Qt::OtherFocusReason);
}

void PaperFields::clearErrors() {
    for (LabelledField* one : std::as_const(m_fields)) {
        one->setError({});
    }
}

void PaperFields::focusFirst() {
    (m_correcting ? static_cast<QWidget*>(m_reason) : m_sender)->setFocus(Qt::OtherFocusReason);
}

QLineEdit* PaperFields::lineOf(PaperField which) const {
    return qobject_cast<QLineEdit*>(m_fields.value(which)->editor());
}

} // namespace ui
