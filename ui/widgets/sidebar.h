// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/folder.h"
#include "app/domain/person.h"
#include "ui/presentation/formatter.h"
#include "ui/theme/theme.h"

#include <QListView>

class QStandardItemModel;

namespace ui {

/// The folders, in their sections, with what waits in each. 30 px rows.
class Sidebar : public QListView {
    Q_OBJECT

public:
    Sidebar(const Theme& theme, const Formatter& formatter, app::Role role, QWidget* parent = nullptr);

    void setCounts(const app::FolderCounts& counts);
    /// Selects without saying so.
    void select(app::Folder folder);
    /// Nothing is selected while something that is no folder is shown.
    void selectNothing();

signals:
    void chosen(app::Folder folder);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    const Theme& m_theme;
    Formatter m_formatter;
    QStandardItemModel* m_model;
    bool m_quiet = false;
};

} // namespace ui
