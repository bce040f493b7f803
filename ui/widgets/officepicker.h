// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agency.h"
#include "app/domain/error.h"
#include "ui/widgets/findfield.h"

#include <QList>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace ui {

/// Agencies by words of their name or code; blocking, called on another thread than the GUI's.
using AgencySearch = std::function<app::Result<QList<app::Agency>>(const QString& text)>;

/// The receiving offices: those chosen, each with its remove button, and a field that finds more among all agencies.
class OfficePicker : public QWidget {
    Q_OBJECT

public:
    OfficePicker(const Theme& theme, TaskRunner& runner, AgencySearch search, QWidget* parent = nullptr);

    /// One office alone, which may be a name that the directory does not have: then its code is empty.
    void setOneByName(const QString& placeholder);
    void setChosen(const QList<app::OrganRef>& offices);
    /// What stands in the field and was not chosen.
    [[nodiscard]] QString typed() const;
    [[nodiscard]] QList<app::OrganRef> chosen() const { return m_chosen; }

signals:
    void changed();

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    void rebuild();
    void choose(const app::OrganRef& office);

    const Theme& m_theme;
    FindField* m_field;
    QVBoxLayout* m_rows;
    QList<app::OrganRef> m_chosen;
    bool m_one = false;
};

} // namespace ui
