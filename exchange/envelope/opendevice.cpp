// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/envelope/opendevice.h"

#include <QFile>

namespace exchange {

Result<void> openForReading(QFile& file) {
    if (!file.open(QIODevice::ReadOnly)) {
        return fail("packet-not-opened", file.errorString());
    }
    return {};
}

std::unexpected<Error> readFailed(const QString& why) {
    return fail("packet-read-failed", why);
}

} // namespace exchange
