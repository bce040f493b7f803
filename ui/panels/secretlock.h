// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/secretvault.h"
#include "ui/presentation/formatter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labelledfield.h"

#include <QLineEdit>

namespace ui {

/// The closed door of the secret books: takes their passphrase, or, where there are none yet, the one under which they
/// are made, twice. The fields are emptied before anything is tried.
class SecretLock : public QWidget {
    Q_OBJECT

public:
    SecretLock(const Theme& theme, const Formatter& formatter, QWidget* parent = nullptr);

    /// `exists`: there are books to be opened.
    void setExists(bool exists);
    void setBusy(bool busy);
    void showError(const app::Error& error);
    void focusFirst();
    /// What was typed; the fields are empty afterwards.
    [[nodiscard]] docsig::Pin take();
    /// As if the button were pressed.
    void press();

signals:
    /// The passphrase waits in take().
    void unlockWanted();
    void createWanted();

private:
    const Formatter m_formatter;
    bool m_exists = true;
    bool m_busy = false;
    TextLabel* m_title;
    TextLabel* m_sentence;
    QLineEdit* m_first;
    QLineEdit* m_second;
    LabelledField* m_firstField;
    LabelledField* m_secondField;
    QPushButton* m_go;
};

} // namespace ui
