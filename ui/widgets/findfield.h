// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "ui/presentation/taskrunner.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QPointer>
#include <QVariant>
#include <QWidget>

#include <functional>

class QLineEdit;
class QListWidget;

namespace ui {

class TextLabel;

/// One row of what was found: what it says, and what it stands for.
struct FoundRow {
    QString words{};
    QVariant value{};
};

/// What is found by words; blocking, called on another thread than the GUI's.
using FindRows = std::function<app::Result<QList<FoundRow>>(const QString& text)>;

/// What the field says about itself.
struct FindWords {
    QString placeholder{};
    QString name{};     ///< of the field, for who hears it
    QString listName{}; ///< of the list of what was found
    QString nothing{};  ///< a sentence: nothing was found
};

/// A field that finds one thing among very many. What is typed is asked for as it is typed, one question at a time, the
/// last one last; the list under the field is gone through with the arrow keys and Enter, and Escape closes it.
class FindField : public QWidget {
    Q_OBJECT

public:
    FindField(const Theme& theme, TaskRunner& runner, FindRows find, const FindWords& words, QWidget* parent = nullptr);
    ~FindField() override;

    void setPlaceholder(const QString& words);
    /// Which of the rows found are offered; called in the GUI's thread. Nothing: all.
    void setFilter(std::function<bool(const QVariant& value)> filter) { m_filter = std::move(filter); }
    /// A row behind those found, for what is typed and not there.
    void setOffer(std::function<FoundRow(const QString& typed)> offer) { m_offer = std::move(offer); }
    /// What stands in the field and was not chosen.
    [[nodiscard]] QString typed() const;
    [[nodiscard]] QLineEdit& input() const { return *m_input; }

signals:
    /// The field is empty again by then.
    void chosen(const ui::FoundRow& row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void ask();
    void showFound(const app::Result<QList<FoundRow>>& found);
    void addRow(const QString& words, bool isChoice);
    void closeList();
    void layList();
    /// Whether the key was for the list of what was found.
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    void choose(int row);

    TaskRunner& m_runner;
    FindRows m_find;
    std::function<bool(const QVariant&)> m_filter;
    std::function<FoundRow(const QString&)> m_offer;
    QString m_nothing;
    QLineEdit* m_input;
    QPointer<QListWidget> m_list;
    TextLabel* m_note;
    QList<FoundRow> m_found; ///< the rows of the list
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace ui
