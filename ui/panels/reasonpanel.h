// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/actionpanel.h"

class QPlainTextEdit;

namespace ui {

/// An act that needs a reason: to return a document to its sender, to give a draft back. At most 500 characters.
class ReasonPanel : public ActionPanel {
    Q_OBJECT

public:
    ReasonPanel(const Theme& theme, const QString& sentence, const QString& button, QWidget* parent = nullptr);
    void focusFirst() override;
    /// What is said where no reason was written.
    void setMissing(const QString& sentence) { m_missing = sentence; }

signals:
    void accepted(const QString& reason);

protected:
    void go() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPlainTextEdit* m_reason;
    LabelledField* m_field;
    QString m_missing;
};

} // namespace ui
