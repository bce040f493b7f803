// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/trail.h"
#include "app/services/updatedocument.h"
#include "ui/panels/actionpanel.h"
#include "ui/widgets/officepicker.h"

class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace ui {

/// Brings a sent document up to date: a new version of the PDF, further receivers, receivers that are asked to give it
/// back, and why.
class UpdatePanel : public ActionPanel {
    Q_OBJECT

public:
    /// `trail`: who has the document.
    UpdatePanel(const Theme& theme, TaskRunner& runner, AgencySearch search, const QList<app::TrailLine>& trail,
                QWidget* parent = nullptr);
    void focusFirst() override;
    /// The file of the new version, as if the person had chosen it.
    void setVersion(const QString& path);

signals:
    /// `version`: path of the new PDF; empty: the contents stay. `change.pdf` is empty.
    void accepted(const app::DocumentUpdate& change, const QString& version);

protected:
    void go() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeVersion(QVBoxLayout& column);
    void makeReceivers(QVBoxLayout& column, TaskRunner& runner, AgencySearch search,
                       const QList<app::TrailLine>& trail);
    void chooseVersion();
    void sayVersion();

    QString m_version;
    QPushButton* m_choose = nullptr;
    QPushButton* m_forget = nullptr;
    TextLabel* m_name = nullptr;
    OfficePicker* m_added = nullptr;
    QList<std::pair<QCheckBox*, app::OrganId>> m_removed;
    QPlainTextEdit* m_reason;
    LabelledField* m_reasonField;
    TextLabel* m_nothing;
};

} // namespace ui
