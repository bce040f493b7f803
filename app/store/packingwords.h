// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace app {

/// The dictionary of packed(): what stands in nearly every packet, message and document, the commonest last. It belongs
/// to the form of what is stored, and is never changed; another one is another form.
[[nodiscard]] const QByteArray& packingWords();

} // namespace app
