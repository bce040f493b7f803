// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/secretentrypanel.h"

#include "app/domain/vietnamtime.h"
#include "ui/panels/acceptpanel.h"
#include "ui/presentation/secretbookmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::SecretDirection;

namespace {

QString enterSentence(const Formatter& formatter, SecretDirection direction, int number) {
    const QString shown = formatter.bookNumber(number);
    return direction == SecretDirection::Incoming
               ? SecretEntryPanel::tr("Enters an incoming secret document as number %1.").arg(shown)
               : SecretEntryPanel::tr("Enters an outgoing secret document as number %1.").arg(shown);
}

} // namespace

SecretEntryPanel::SecretEntryPanel(const Theme& theme, const Formatter& formatter, SecretDirection direction,
                                   int number, QWidget* parent)
    : SecretEntryPanel(theme, formatter, direction, enterSentence(formatter, direction, number),
                       tr("&Enter · Ctrl+Enter"), false, parent) {
    app::SecretEntry fresh;
    fresh.date = app::vietnamToday();
    fill(fresh);
}

SecretEntryPanel::SecretEntryPanel(const Theme& theme, const Formatter& formatter, const app::SecretRecord& record,
                                   QWidget* parent)
    : SecretEntryPanel(theme, formatter, record.ref.direction,
                       tr("Corrects line %1; its number and day stay.").arg(formatter.bookNumber(record.ref.number)),
                       tr("C&orrect · Ctrl+Enter"), true, parent) {
    fill(record.entry);
}

SecretEntryPanel::SecretEntryPanel(const Theme& theme, const Formatter& formatter, SecretDirection direction,
                                   const QString& sentence, const QString& button, bool isCorrection, QWidget* parent)
    : ActionPanel(theme, sentence, button, parent)
    , m_formatter(formatter)
    , m_isCorrection(isCorrection)
    , m_degree(new QComboBox(this))
    , m_date(new QLineEdit(this))
    , m_counterpart(new QLineEdit(this))
    , m_number(new QLineEdit(this))
    , m_issued(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_subject(new QLineEdit(this))
    , m_withheld(new QCheckBox(tr("Subject &withheld"), this))
    , m_copies(new QSpinBox(this))
    , m_keeper(new QLineEdit(this))
    , m_receiver(new QLineEdit(this))
    , m_due(new QLineEdit(this))
    , m_remark(new QLineEdit(this))
    , m_reason(new QLineEdit(this)) {
    for (const app::Secrecy degree : {app::Secrecy::Confidential, app::Secrecy::Secret, app::Secrecy::TopSecret}) {
        m_degree->addItem(degreeName(degree), int(degree));
    }
    const bool vietnamese = formatter.language() == app::Language::Vietnamese;
    for (const app::KindFacts& kind : app::documentKinds()) {
        m_kind->addItem(vietnamese ? kind.name : kind.english, int(kind.kind));
    }
    for (QLineEdit* day : {m_date, m_issued, m_due}) {
        day->setPlaceholderText(tr("dd/mm/yyyy"));
        day->setFixedWidth(DayFieldWidth);
    }
    m_date->setEnabled(!isCorrection);
    m_copies->setRange(1, app::mostSecretCopies);
    m_copies->setFixedWidth(88);
    connect(m_withheld, &QCheckBox::toggled, m_subject, [this](bool on) { m_subject->setEnabled(!on); });
    build(direction);
}

void SecretEntryPanel::build(SecretDirection direction) {
    const bool incoming = direction == SecretDirection::Incoming;
    const auto made = [this](const QString& label, QWidget* editor) {
        return new LabelledField(theme(), label, editor, this);
    };
    const auto inRow = [this](const QList<std::pair<QWidget*, int>>& fields) {
        auto* row = new QHBoxLayout;
        bare(*row, 12);
        for (const auto& [widget, stretch] : fields) {
            row->addWidget(widget, stretch, Qt::AlignTop);
        }
        body().addLayout(row);
    };
    if (m_isCorrection) {
        m_reasonField = made(tr("&Why it is corrected"), m_reason);
        body().addWidget(m_reasonField);
    } else {
        m_reason->hide();
    }
    m_dateField = made(incoming ? tr("A&rrived on") : tr("&Date"), m_date);
    m_counterpartField = made(incoming ? tr("&From") : tr("&To"), m_counterpart);
    m_issuedField = made(tr("Iss&ued on"), m_issued);
    m_subjectField = made(tr("Sub&ject"), m_subject);
    m_dueField = made(tr("Answer &by"), m_due);
    inRow({{made(tr("De&gree"), m_degree), 0},
           {m_dateField, 0},
           {m_counterpartField, 3},
           {made(tr("&Number, notation"), m_number), 2},
           {m_issuedField, 0}});
    m_issuedField->setVisible(incoming);
    inRow({{made(tr("&Kind"), m_kind), 1}, {m_subjectField, 3}});
    body().addWidget(m_withheld);
    inRow({{made(tr("Co&pies"), m_copies), 0},
           {made(incoming ? tr("Gi&ven to") : tr("Cop&y kept by"), m_keeper), 2},
           {made(tr("&Signed for by"), m_receiver), 2},
           {m_dueField, 0},
           {made(tr("Re&mark"), m_remark), 3}});
}

void SecretEntryPanel::fill(const app::SecretEntry& entry) {
    m_degree->setCurrentIndex(qMax(0, m_degree->findData(int(entry.degree))));
    m_date->setText(m_formatter.day(entry.date));
    m_counterpart->setText(entry.counterpart);
    m_number->setText(entry.documentNumber);
    m_issued->setText(m_formatter.day(entry.documentDate));
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(int(entry.kind))));
    m_subject->setText(entry.subject);
    m_withheld->setChecked(m_isCorrection && entry.isWithheld());
    m_copies->setValue(entry.copies);
    m_keeper->setText(entry.keeper);
    m_receiver->setText(entry.receiver);
    m_due->setText(m_formatter.day(entry.dueDate));
    m_remark->setText(entry.remark);
}

void SecretEntryPanel::focusFirst() {
    (m_isCorrection ? static_cast<QWidget*>(m_reason) : m_degree)->setFocus(Qt::OtherFocusReason);
}

bool SecretEntryPanel::readDays(app::SecretEntry& entry) {
    struct Day {
        QLineEdit* editor;
        LabelledField* field;
        QDate* day;
    };
    for (const Day& one : {Day{m_date, m_dateField, &entry.date}, Day{m_issued, m_issuedField, &entry.documentDate},
                           Day{m_due, m_dueField, &entry.dueDate}}) {
        one.field->setError({});
        const bool isEmpty = one.editor->text().trimmed().isEmpty();
        const auto day = isEmpty ? std::optional<QDate>(QDate()) : readDay(one.editor->text());
        if (!day) {
            one.field->setError(tr("Write the day as dd/mm/yyyy."));
            one.editor->setFocus(Qt::OtherFocusReason);
            return false;
        }
        *one.day = *day;
    }
    return true;
}

void SecretEntryPanel::go() {
    app::SecretEntry entry;
    m_counterpartField->setError({});
    m_subjectField->setError({});
    if (!readDays(entry)) {
        return;
    }
    entry.degree = app::Secrecy(m_degree->currentData().toInt());
    entry.counterpart = m_counterpart->text().trimmed();
    entry.documentNumber = m_number->text().trimmed();
    entry.kind = app::DocumentKind(m_kind->currentData().toInt());
    entry.subject = m_withheld->isChecked() ? QString() : m_subject->text().trimmed();
    entry.copies = m_copies->value();
    entry.keeper = m_keeper->text().trimmed();
    entry.receiver = m_receiver->text().trimmed();
    entry.remark = m_remark->text().trimmed();
    if (entry.counterpart.isEmpty()) {
        m_counterpartField->setError(tr("Write the other office."));
        m_counterpart->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (entry.subject.isEmpty() && !m_withheld->isChecked()) {
        m_subjectField->setError(tr("Write what it is about, or say that it is withheld."));
        m_subject->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_isCorrection && m_reason->text().trimmed().isEmpty()) {
        m_reasonField->setError(tr("Write why it is corrected."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    emit accepted(entry, m_reason->text().trimmed());
}

} // namespace ui
