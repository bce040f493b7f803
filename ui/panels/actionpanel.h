// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panelbody.h"
#include "ui/presentation/formatter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labelledfield.h"

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

/// An act asked for in its place, between the buttons and the document: what it will do, the fields that it needs, one
/// button that does it. Errors are said here; nothing is tried twice by itself. Escape closes, Ctrl+Enter does.
class ActionPanel : public Ground {
    Q_OBJECT

public:
    ActionPanel(const Theme& theme, const QString& sentence, const QString& button, QWidget* parent = nullptr);

    /// While the act runs its button rests and says so.
    void setBusy(bool busy, const QString& words = {});
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// What went wrong, in words, its code small beside it. Derived panels put it under the field that it is about.
    virtual void showError(const app::Error& error, const Formatter& formatter);
    virtual void focusFirst();
    /// As if its button were pressed; nothing while it is busy.
    void press();

signals:
    void cancelled();

protected:
    /// The person wants it done: check the fields, then send the panel's own signal.
    virtual void go() = 0;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

    /// The fields, over the buttons.
    [[nodiscard]] QVBoxLayout& body() { return m_body->fields(); }
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    void setSentence(const QString& sentence);
    /// Other words for the button.
    void setButton(const QString& words);

private:
    const Theme& m_theme;
    TextLabel* m_sentence;
    PanelBody* m_body;
    TextLabel* m_error;
    QPushButton* m_go;
    QPushButton* m_cancel;
    QString m_goWords;
    bool m_busy = false;
};

} // namespace ui
