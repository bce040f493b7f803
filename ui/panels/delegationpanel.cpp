// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/delegationpanel.h"

#include "app/domain/vietnamtime.h"
#include "ui/panels/acceptpanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int dayWidth = 120;
constexpr int standInWidth = 260;

} // namespace

DelegationPanel::DelegationPanel(const Theme& theme, const Formatter& formatter, QWidget* parent)
    : ActionPanel(theme,
                  tr("While you are away, what you have to direct or to lead stands on the other's desk, too, and is "
                     "done in your place. Signing is not delegated by this."),
                  tr("&Be away · Ctrl+Enter"), parent)
    , m_formatter(formatter)
    , m_people(new QComboBox(this))
    , m_from(new QLineEdit(this))
    , m_until(new QLineEdit(this))
    , m_words(new QLineEdit(this)) {
    m_people->setFixedWidth(standInWidth);
    m_words->setMaxLength(app::longestDelegationWords);
    m_words->setPlaceholderText(tr("for the office, such as: on a business trip"));
    for (QLineEdit* day : {m_from, m_until}) {
        day->setPlaceholderText(tr("dd/mm/yyyy"));
        day->setFixedWidth(dayWidth);
    }
    auto* row = new QHBoxLayout;
    bare(*row, 12);
    row->addWidget(new LabelledField(theme, tr("&Who stands in"), m_people, this), 0, Qt::AlignTop);
    m_fromField = new LabelledField(theme, tr("&First day"), m_from, this);
    row->addWidget(m_fromField, 0, Qt::AlignTop);
    m_untilField = new LabelledField(theme, tr("&Last day"), m_until, this);
    row->addWidget(m_untilField, 0, Qt::AlignTop);
    row->addWidget(new LabelledField(theme, tr("&Note"), m_words, this), 1, Qt::AlignTop);
    body().addLayout(row);
    setPeople({});
    clear();
}

void DelegationPanel::setPeople(const QList<app::Person>& people) {
    const QString chosen = m_people->currentData().toString();
    m_people->clear();
    m_people->addItem(tr("Nobody stands in"), QString());
    for (const app::Person& person : people) {
        m_people->addItem(u"%1 · %2"_s.arg(person.name, person.title), person.mailbox());
    }
    m_people->setCurrentIndex(qMax(0, m_people->findData(chosen)));
}

void DelegationPanel::clear() {
    m_from->setText(m_formatter.day(app::vietnamToday()));
    m_until->clear();
    m_words->clear();
}

void DelegationPanel::focusFirst() {
    m_people->setFocus(Qt::OtherFocusReason);
}

std::optional<QDate> DelegationPanel::dayIn(QLineEdit& edit, LabelledField& field) const {
    const auto day = readDay(edit.text());
    const bool passed = day && *day < app::vietnamToday();
    field.setError(!day ? tr("Write the day as dd/mm/yyyy.") : passed ? tr("This day has passed.") : QString());
    if (!day || passed) {
        edit.setFocus();
        return std::nullopt;
    }
    return day;
}

void DelegationPanel::go() {
    const auto from = dayIn(*m_from, *m_fromField);
    const auto until = dayIn(*m_until, *m_untilField);
    if (!from || !until) {
        return;
    }
    if (*until < *from) {
        m_untilField->setError(tr("Lies before the first day."));
        m_until->setFocus();
        return;
    }
    emit accepted(
        {.to = m_people->currentData().toString(), .from = *from, .until = *until, .words = m_words->text().trimmed()});
}

} // namespace ui
