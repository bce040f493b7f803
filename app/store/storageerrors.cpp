// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storageerrors.h"

namespace app {

std::unexpected<Error> diskFull(const QString& detail) {
    return fail("disk-full", detail);
}

bool isDiskFull(const QFileDevice& file) {
    return file.error() == QFileDevice::ResourceError;
}

} // namespace app
