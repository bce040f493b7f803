// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace app {

/// Pictures for the demo world and for tests, drawn by code and marked "MẪU" so that nobody takes them for real ones.
/// PNG with transparent ground, at most 8 KB each. Need a QGuiApplication; any thread. Empty when no font is installed.

/// A blue stroke that looks written by hand, 40 × 16 mm; other names give other strokes.
[[nodiscard]] QByteArray demoSignaturePicture(const QString& personName);

/// A red round seal of 36 mm: two rings, a star, the office's name around it.
[[nodiscard]] QByteArray demoSealPicture(const QString& officeName);

} // namespace app
