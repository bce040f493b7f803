// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/sheet.h"

#include "app/domain/vietnamtime.h"

namespace app {

QString SheetCell::shown() const {
    return kind == Kind::Day ? dateDisplay(day) : text;
}

} // namespace app
