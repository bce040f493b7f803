// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secretline.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace ui {

namespace {

constexpr int LongestPassphrase = 128;

} // namespace

QLineEdit* makePassphraseLine(QWidget* parent) {
    auto* line = new QLineEdit(parent);
    line->setEchoMode(QLineEdit::Password);
    line->setMaxLength(LongestPassphrase);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    return line;
}

docsig::Pin takePassphrase(QLineEdit& line) {
    docsig::Pin passphrase = docsig::Pin::fromString(line.text());
    forget(line);
    return passphrase;
}

void forget(QLineEdit& line) {
    const app::SecretText held = line.text(); // the last one to hold it once the line has another text
    line.setText({});
}

void forget(QLabel& label) {
    const app::SecretText held = label.text();
    label.setText({});
    label.setToolTip({});
}

void forget(QPlainTextEdit& text) {
    text.setPlainText({}); // its document gives copies alone: what it held itself is freed, not overwritten
}

void forgetAll(const QWidget& root) {
    for (QLineEdit* line : root.findChildren<QLineEdit*>()) {
        forget(*line);
    }
    for (QPlainTextEdit* text : root.findChildren<QPlainTextEdit*>()) {
        forget(*text);
    }
}

} // namespace ui
