// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/textlabel.h"

#include <QWidget>

namespace ui {

/// A field of a form: the label above, an error in words under it. The label is the accessible name of the editor, and
/// its mnemonic leads there.
class LabelledField : public QWidget {
    Q_OBJECT

public:
    LabelledField(const Theme& theme, const QString& label, QWidget* editor, QWidget* parent = nullptr);

    /// The label's mnemonic leads to this one of several controls that are the editor together.
    void leadTo(QWidget& control);
    /// Empty takes the error away; an error is spoken.
    void setError(const QString& sentence);
    void setHint(const QString& sentence);
    [[nodiscard]] bool hasError() const;
    [[nodiscard]] QWidget* editor() const { return m_editor; }

private:
    void refresh();

    QWidget* m_editor;
    TextLabel* m_label;
    TextLabel* m_under;
    QString m_hint;
    QString m_error;
};

} // namespace ui
