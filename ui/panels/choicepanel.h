// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/actionpanel.h"

#include <QList>

class QComboBox;
class QLineEdit;

namespace ui {

/// Something that can be chosen: a leader, a dossier.
struct Choice {
    QString words;
    QString key;
};

/// An act that needs one choice out of few. With `otherLabel` a name for something new may be written instead.
class ChoicePanel : public ActionPanel {
    Q_OBJECT

public:
    ChoicePanel(const Theme& theme, const QString& sentence, const QString& button, const QString& label,
                const QList<Choice>& choices, const QString& otherLabel = {}, QWidget* parent = nullptr);
    void focusFirst() override;
    void choose(const QString& key);

signals:
    /// One of both is empty.
    void accepted(const QString& key, const QString& other);

protected:
    void go() override;

private:
    QComboBox* m_choice;
    LabelledField* m_field;
    QLineEdit* m_other = nullptr;
};

} // namespace ui
