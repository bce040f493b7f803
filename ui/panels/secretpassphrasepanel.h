// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/wiped.h"
#include "ui/panels/actionpanel.h"

class QLineEdit;

namespace ui {

/// Asks for another passphrase of the secret books: the one of now, then the new one twice. The fields are emptied
/// before anything is tried.
class SecretPassphrasePanel : public ActionPanel {
    Q_OBJECT

public:
    SecretPassphrasePanel(const Theme& theme, const Formatter& formatter, QWidget* parent = nullptr);

    void focusFirst() override;
    /// Under the field that it is about.
    void showError(const app::Error& error, const Formatter& formatter) override;
    /// What was typed as the one of now, and as the new one; the fields are empty afterwards.
    [[nodiscard]] docsig::Pin takeBefore();
    [[nodiscard]] docsig::Pin takeNow();

signals:
    /// Both wait to be taken.
    void accepted();

protected:
    void go() override;

private:
    QLineEdit* m_before;
    QLineEdit* m_now;
    QLineEdit* m_again;
    LabelledField* m_beforeField;
    LabelledField* m_nowField;
    LabelledField* m_againField;
};

} // namespace ui
