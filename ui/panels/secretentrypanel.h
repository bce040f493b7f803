// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretledger.h"
#include "ui/panels/actionpanel.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ui {

/// What is entered of a secret document, or put right with a reason.
class SecretEntryPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `number`: what the line would be numbered.
    SecretEntryPanel(const Theme& theme, const Formatter& formatter, app::SecretDirection direction, int number,
                     QWidget* parent = nullptr);
    /// What was entered is put right.
    SecretEntryPanel(const Theme& theme, const Formatter& formatter, const app::SecretRecord& record,
                     QWidget* parent = nullptr);
    void focusFirst() override;

signals:
    /// `reason`: of a correction.
    void accepted(const app::SecretEntry& entry, const QString& reason);

protected:
    void go() override;

private:
    SecretEntryPanel(const Theme& theme, const Formatter& formatter, app::SecretDirection direction,
                     const QString& sentence, const QString& button, bool isCorrection, QWidget* parent);
    void build(app::SecretDirection direction);
    void fill(const app::SecretEntry& entry);
    [[nodiscard]] bool readDays(app::SecretEntry& entry);

    const Formatter m_formatter;
    bool m_isCorrection;
    QComboBox* m_degree;
    QLineEdit* m_date;
    QLineEdit* m_counterpart;
    QLineEdit* m_number;
    QLineEdit* m_issued;
    QComboBox* m_kind;
    QLineEdit* m_subject;
    QCheckBox* m_withheld;
    QSpinBox* m_copies;
    QLineEdit* m_keeper;
    QLineEdit* m_receiver;
    QLineEdit* m_due;
    QLineEdit* m_remark;
    QLineEdit* m_reason;
    LabelledField* m_dateField = nullptr;
    LabelledField* m_counterpartField = nullptr;
    LabelledField* m_issuedField = nullptr;
    LabelledField* m_subjectField = nullptr;
    LabelledField* m_dueField = nullptr;
    LabelledField* m_reasonField = nullptr;
};

} // namespace ui
