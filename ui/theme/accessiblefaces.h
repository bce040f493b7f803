// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ui {

/// What Qt calls "client", which tells nobody anything, gets a role: the pages of a document are a document, what
/// scrolls is a pane. Once for the program, before the first window; GUI thread.
void installAccessibleFaces();

/// Has a screen reader say at once what stands in this widget, whatever has the focus. GUI thread.
void speak(QWidget& widget);

} // namespace ui
