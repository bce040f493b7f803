// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/controls.h"

class QLineEdit;
class QMenu;

namespace ui {

/// The 48 px bar: new document, sync, one search box for everything, who I am.
class TopBar : public Ground {
    Q_OBJECT

public:
    TopBar(const Theme& theme, bool mayDraft, QWidget* parent = nullptr);

    void setPerson(const QString& words);
    void setSyncing(bool syncing);
    void clearSearch();
    /// Shows the words of a search that was begun elsewhere.
    void setSearchText(const QString& words);
    [[nodiscard]] QString searchText() const;
    void focusSearch();
    [[nodiscard]] QMenu* profileMenu() const { return m_menu; }
    /// In a window of one pane the way back to the list.
    void setBackShown(bool shown);

signals:
    void newDocument();
    void sync();
    void searched(const QString& text);
    void back();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QPushButton* m_back;
    QPushButton* m_new;
    QPushButton* m_sync;
    QPushButton* m_person;
    QLineEdit* m_search;
    QMenu* m_menu;
    QWidget* m_left;
};

} // namespace ui
