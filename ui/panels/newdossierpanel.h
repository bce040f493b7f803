// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/dossiers.h"
#include "ui/panels/actionpanel.h"

class QComboBox;
class QLineEdit;

namespace ui {

/// Opens a dossier: its title, for how long it is kept.
class NewDossierPanel : public ActionPanel {
    Q_OBJECT

public:
    explicit NewDossierPanel(const Theme& theme, QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    void accepted(const app::DossierForm& form);

protected:
    void go() override;

private:
    QLineEdit* m_title;
    LabelledField* m_titleField;
    QLineEdit* m_code;
    QComboBox* m_retention;
};

} // namespace ui
