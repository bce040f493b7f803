// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace exchange {

/// A name under which a foreign file may be saved on any system: NFC, the last part of a path alone, no control,
/// zero-width or bidirectional characters, none that a file system refuses, no reserved name, no leading dot, at most
/// 200 bytes of UTF-8 with the extension kept. Never empty.
[[nodiscard]] QString safeFileName(const QString& given);

/// Whether a name could do harm: it names a path, hides its extension or can't be written everywhere.
[[nodiscard]] bool isSafeFileName(const QString& given);

/// `name`, or "stem (2).ext" and so on where `taken` has it already, case ignored.
[[nodiscard]] QString uniqueFileName(const QString& name, const QStringList& taken);

} // namespace exchange
