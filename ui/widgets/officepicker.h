// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agency.h"
#include "app/domain/error.h"
#include "ui/presentation/taskrunner.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace ui {

class TextLabel;

/// Agencies by words of their name or code; blocking, called on another thread than the GUI's.
using AgencySearch = std::function<app::Result<QList<app::Agency>>(const QString& text)>;

/// The receiving offices: those chosen, each with its remove button, and a field that finds more among all agencies.
/// What is typed is asked for as it is typed, one question at a time, the last one last; the list under the field is
/// gone through with the arrow keys and Enter, and Escape closes it.
class OfficePicker : public QWidget {
    Q_OBJECT

public:
    OfficePicker(const Theme& theme, TaskRunner& runner, AgencySearch search, QWidget* parent = nullptr);

    ~OfficePicker() override;

    /// One office alone, which may be a name that the directory does not have: then its code is empty.
    void setOneByName(const QString& placeholder);
    void setChosen(const QList<app::OrganRef>& offices);
    /// What stands in the field and was not chosen.
    [[nodiscard]] QString typed() const;
    [[nodiscard]] QList<app::OrganRef> chosen() const { return m_chosen; }

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void ask();
    void showFound(const app::Result<QList<app::Agency>>& found);
    void closeList();
    void layList();
    /// Whether the key was for the list of what was found.
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    void choose(int row);

    const Theme& m_theme;
    TaskRunner& m_runner;
    AgencySearch m_search;
    QLineEdit* m_input;
    QPointer<QListWidget> m_list;
    TextLabel* m_note;
    QVBoxLayout* m_rows;
    QList<app::OrganRef> m_chosen;
    QList<app::OrganRef> m_found; ///< the rows of the list
    bool m_one = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace ui
