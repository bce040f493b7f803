// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/sheetwords.h"

#include <QLocale>

namespace app {

QString SheetWords::count(qint64 number) const {
    return QLocale(isVietnamese() ? QLocale::Vietnamese : QLocale::English).toString(number);
}

} // namespace app
