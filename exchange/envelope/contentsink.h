// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArrayView>

namespace exchange {

/// Takes the contents of the attachments, one after the other, while the packet is read. Contents are numbered from 0.
class ContentSink {
public:
    virtual ~ContentSink() = default;
    [[nodiscard]] virtual Result<void> begin() = 0;
    /// The text of the element, in pieces: base64, perhaps with white space.
    [[nodiscard]] virtual Result<void> take(QByteArrayView text) = 0;
    [[nodiscard]] virtual Result<void> end() = 0;
};

} // namespace exchange
