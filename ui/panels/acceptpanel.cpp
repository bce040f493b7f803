// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/acceptpanel.h"

#include "app/domain/vietnamtime.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString acceptSentence(const DocumentCase& known, const Formatter& formatter) {
    if (!known.detail.summary.application.isEmpty()) {
        const QString kind = formatter.kind(known.detail.summary.kindName);
        return known.expectedArrival
                   ? AcceptPanel::tr("Registers it in the book of its kind (%1), not among official documents. Expected"
                                     " number: %2.")
                         .arg(kind, formatter.bookNumber(*known.expectedArrival))
                   : AcceptPanel::tr("Registers it in the book of its kind (%1), not among official documents.")
                         .arg(kind);
    }
    return known.expectedArrival
               ? AcceptPanel::tr("Registers the document in the incoming book. Expected number: %1.")
                     .arg(formatter.bookNumber(*known.expectedArrival))
               : AcceptPanel::tr("Registers the document in the incoming book; the number is drawn from the server.");
}

} // namespace

std::optional<QDate> readDay(const QString& text) {
    for (const QString& form : {u"d/M/yyyy"_s, u"d-M-yyyy"_s, u"d.M.yyyy"_s}) {
        const QDate date = QDate::fromString(text.trimmed(), form);
        if (date.isValid()) {
            return date;
        }
    }
    return std::nullopt;
}

AcceptPanel::AcceptPanel(const Theme& theme, const Formatter& formatter, const DocumentCase& known, QWidget* parent)
    : ActionPanel(theme, acceptSentence(known, formatter), tr("&Accept · Ctrl+Enter"), parent)
    , m_date(new QDateEdit(app::vietnamToday(), this))
    , m_due(new QLineEdit(this))
    , m_note(new QLineEdit(this)) {
    m_date->setDisplayFormat(u"dd/MM/yyyy"_s);
    m_date->setMaximumDate(app::vietnamToday());
    m_date->setFixedWidth(DayFieldWidth);
    m_due->setPlaceholderText(tr("dd/mm/yyyy"));
    m_due->setFixedWidth(DayFieldWidth);
    if (known.detail.summary.dueDate.isValid()) {
        m_due->setText(formatter.day(known.detail.summary.dueDate));
    }
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(new LabelledField(theme, tr("Day of a&rrival"), m_date, this), 0, Qt::AlignTop);
    m_dueField = new LabelledField(theme, tr("Answer &by"), m_due, this);
    row->addWidget(m_dueField, 0, Qt::AlignTop);
    row->addWidget(new LabelledField(theme, tr("N&ote"), m_note, this), 1, Qt::AlignTop);
    body().addLayout(row);
    const bool valid = known.verdict && known.verdict->verdict == docsig::Verdict::Valid;
    if (!valid) {
        m_without = new QCheckBox(known.verdict ? tr("Accept although the verdict is not \"valid\"")
                                                : tr("Accept although the signatures have not been checked"),
                                  this);
        m_without->setAccessibleName(m_without->text());
        body().addWidget(m_without);
    }
    const auto twin = std::ranges::find(known.detail.links, app::DocumentLink::Kind::SameAs, &app::DocumentLink::kind);
    if (twin != known.detail.links.end()) {
        m_despiteTwin =
            new QCheckBox(tr("Accept although it seems to have come before, as %1").arg(twin->number), this);
        m_despiteTwin->setAccessibleName(m_despiteTwin->text());
        body().addWidget(m_despiteTwin);
    }
}

void AcceptPanel::focusFirst() {
    if (m_without) {
        m_without->setFocus(Qt::OtherFocusReason);
    } else {
        m_due->setFocus(Qt::OtherFocusReason);
    }
}

void AcceptPanel::go() {
    app::ArrivalForm form;
    form.date = m_date->date();
    m_dueField->setError({});
    if (!m_due->text().trimmed().isEmpty()) {
        const auto due = readDay(m_due->text());
        if (!due || *due < form.date) {
            m_dueField->setError(due ? tr("This day lies before the arrival.") : tr("Write the day as dd/mm/yyyy."));
            m_due->setFocus();
            return;
        }
        form.dueDate = *due;
    }
    form.note = m_note->text().trimmed();
    form.withoutVerdict = m_without && m_without->isChecked();
    form.despiteTwin = m_despiteTwin && m_despiteTwin->isChecked();
    emit accepted(form);
}

} // namespace ui
