// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/wiped.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace ui {

/// A line that takes a passphrase: shown as dots, learned by no input method.
[[nodiscard]] QLineEdit* makePassphraseLine(QWidget* parent);
/// What was typed; the line is empty afterwards and what it held is wiped.
[[nodiscard]] docsig::Pin takePassphrase(QLineEdit& line);

/// Takes the text out, with its undo history, and wipes it as far as app::Wiped can.
void forget(QLineEdit& line);
void forget(QLabel& label);
void forget(QPlainTextEdit& text);
/// All lines and texts below.
void forgetAll(const QWidget& root);

} // namespace ui
