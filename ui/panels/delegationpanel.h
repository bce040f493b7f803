// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/person.h"
#include "app/services/delegations.h"
#include "ui/panels/actionpanel.h"

class QComboBox;
class QLineEdit;

namespace ui {

/// From when until when one is away, and who stands in.
class DelegationPanel : public ActionPanel {
    Q_OBJECT

public:
    DelegationPanel(const Theme& theme, const Formatter& formatter, QWidget* parent = nullptr);

    /// `people`: the office without who is away.
    void setPeople(const QList<app::Person>& people);
    /// Empty, for the next one.
    void clear();
    void focusFirst() override;

signals:
    void accepted(const app::DelegationForm& form);

protected:
    void go() override;

private:
    /// The day in that field; says what is wrong with it where it is none, or has passed.
    [[nodiscard]] std::optional<QDate> dayIn(QLineEdit& edit, LabelledField& field) const;

    Formatter m_formatter;
    QComboBox* m_people;
    QLineEdit* m_from;
    QLineEdit* m_until;
    QLineEdit* m_words;
    LabelledField* m_fromField;
    LabelledField* m_untilField;
};

} // namespace ui
