// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/person.h"
#include "app/domain/work.h"
#include "ui/panels/actionpanel.h"
#include "ui/presentation/standingpresenter.h"

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace ui {

/// A directive (bút phê): what is to be done, by when, and beside each unit and each person of the office what they
/// have to do with it. A unit's part is everybody's in it. One leads: whoever is made the lead takes it from the one
/// before. Everything from the keyboard.
class DirectPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `office`: who directs is left out, who is away is told. `phrases`: what is often written. `due`: proposed;
    /// invalid: none.
    DirectPanel(const Theme& theme, const Formatter& formatter, const StandingView& office, const QStringList& phrases,
                const QDate& due, QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    void accepted(const app::Directive& directive);

protected:
    void go() override;

private:
    struct Row {
        QString mailbox;
        QComboBox* role = nullptr;
    };
    void addRow(const QString& mailbox, const QString& name, const QString& title, Ink ink, QGridLayout& grid);
    void oneLeads(const QComboBox* chosen);

    QComboBox* m_words;
    QLineEdit* m_due;
    LabelledField* m_dueField = nullptr;
    LabelledField* m_peopleField = nullptr;
    QList<Row> m_rows;
};

/// What leaders often write, in the language of the office's documents.
[[nodiscard]] QStringList directivePhrases();

} // namespace ui
