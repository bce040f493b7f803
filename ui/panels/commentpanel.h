// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/person.h"
#include "ui/panels/actionpanel.h"

class QComboBox;
class QPlainTextEdit;

namespace ui {

/// Something said about the document to all who take part in it. Whoever is chosen is put into the words as "@login",
/// so that the words alone tell who is named.
class CommentPanel : public ActionPanel {
    Q_OBJECT

public:
    /// `people`: the office without who writes.
    CommentPanel(const Theme& theme, const QList<app::Person>& people, QWidget* parent = nullptr);
    void focusFirst() override;
    void showError(const app::Error& error, const Formatter& formatter) override;

signals:
    void accepted(const QString& text);

protected:
    void go() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void mention(const QString& login);

    QPlainTextEdit* m_text;
    QComboBox* m_people;
    LabelledField* m_field;
};

} // namespace ui
