// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storageerrors.h"

namespace app {

std::unexpected<Error> diskFull(const QString& detail) {
    return fail("disk-full", detail);
}

bool isDiskFull(const QFileDevice& file) {
    return file.error() == QFileDevice::ResourceError;
}

std::unexpected<Error> contentUnreadable(const QString& detail) {
    return fail("content-unreadable", detail);
}

std::unexpected<Error> contentNotWritten(const QFileDevice& file) {
    return isDiskFull(file) ? diskFull(file.errorString()) : fail("content-not-written", file.errorString());
}

std::unexpected<Error> contentDamaged(const QByteArray& sha256) {
    return fail("content-damaged", QString::fromLatin1(sha256));
}

} // namespace app
