// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/databaseerrors.h"

#include "app/store/storageerrors.h"

#include <QSqlError>

namespace app {

Error databaseError(const QSqlError& error) {
    // Primary result codes of SQLite; extended ones carry them in the low byte.
    constexpr int busy = 5;
    constexpr int locked = 6;
    constexpr int corrupt = 11;
    constexpr int full = 13;
    constexpr int cannotOpen = 14;
    constexpr int notDatabase = 26;
    const QString detail = error.text();
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case full:
        return diskFull(detail).error();
    case busy:
    case locked:
        return fail("store-busy", detail).error();
    case corrupt:
    case notDatabase:
        return fail("store-damaged", detail).error();
    case cannotOpen:
        return fail("store-cannot-open", detail).error();
    default:
        return fail("store-failed", detail).error();
    }
}

} // namespace app
