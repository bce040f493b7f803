// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agency.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace ui {

/// The receiving offices: a box that finds one by code or name, and those chosen below it, each with its remove button.
class OfficePicker : public QWidget {
    Q_OBJECT

public:
    explicit OfficePicker(const Theme& theme, QWidget* parent = nullptr);

    void setAgencies(const QList<app::Agency>& agencies);
    void setChosen(const QList<app::OrganRef>& offices);
    [[nodiscard]] QList<app::OrganRef> chosen() const { return m_chosen; }

signals:
    void changed();

private:
    void rebuild();
    void fillBox();

    const Theme& m_theme;
    QComboBox* m_box;
    QVBoxLayout* m_rows;
    QList<app::Agency> m_agencies;
    QList<app::OrganRef> m_chosen;
};

} // namespace ui
