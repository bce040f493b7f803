// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentquery.h"
#include "app/domain/person.h"
#include "app/services/savedsearches.h"
#include "ui/presentation/formatter.h"
#include "ui/widgets/controls.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace ui {

/// What a search asks for besides words, over the list of what was found; and the searches that are kept. Folded it is
/// one line. Holds no rule: tells the query.
class SearchFilter : public Ground {
    Q_OBJECT

public:
    SearchFilter(const Theme& theme, const Formatter& formatter, QWidget* parent = nullptr);

    void setPeople(const QList<app::Person>& people);
    void setChoices(const app::SearchChoices& choices);
    void setSaved(const QList<app::SavedSearch>& saved);
    /// Shows it; words are not shown here.
    void setQuery(const app::DocumentQuery& query);
    /// What the list's own chips and order say, which a kept search has as well.
    void setNarrowing(const app::DocumentQuery& query);
    /// The query shown, with its words, and with what the list's chips and order say.
    [[nodiscard]] app::DocumentQuery query() const;
    void setFolded(bool folded);
    void focusFirst();
    /// Hidden it tells nothing, whatever loses the focus by that.
    void setShown(bool shown);

signals:
    void changed();
    /// A kept search is begun.
    void savedChosen(const app::SavedSearch& search);
    void saveWanted(const QString& name);
    void forgetWanted(const QString& name);

private:
    void layOut(const Theme& theme);
    void tell();
    void showDays();
    void showKept();
    void showFold();
    void chooseSaved(int index);
    void save();
    [[nodiscard]] std::optional<app::SavedSearch> savedNow() const;

    Formatter m_formatter;
    bool m_isQuiet = true;
    app::DocumentQuery m_query;
    QList<app::SavedSearch> m_kept;
    QPushButton* m_fold;
    QWidget* m_fields;
    QComboBox* m_direction;
    QComboBox* m_period;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QWidget* m_days;
    QComboBox* m_kind;
    QComboBox* m_state;
    QComboBox* m_sender;
    QComboBox* m_book;
    QComboBox* m_person;
    QCheckBox* m_unanswered;
    QComboBox* m_saved;
    QLineEdit* m_name;
    QPushButton* m_save;
    QPushButton* m_forget;
};

} // namespace ui
