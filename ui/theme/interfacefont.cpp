// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/interfacefont.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QRawFont>

namespace ui {

using namespace Qt::Literals::StringLiterals;

bool hasVietnamese(const QString& family) {
    const QRawFont font = QRawFont::fromFont(QFont(family));
    if (!font.isValid() || font.familyName().compare(family, Qt::CaseInsensitive) != 0) {
        return false;
    }
    static const QString letters = u"ăâđêôơưẮằẵặấẫếểệốỗộớởợứữựỳỵỷỹ"_s;
    for (const QChar letter : letters) {
        if (!font.supportsCharacter(letter)) {
            return false;
        }
    }
    return true;
}

QString interfaceFontFamily() {
    const QFont wanted = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QString system = QFontInfo(wanted).family();
    // A font that the desktop names is taken as it is. "Sans" is no choice of anybody's: it is whatever the system
    // finds first, and one of ours is calmer where it is there.
    const bool generic = wanted.family().startsWith("Sans"_L1, Qt::CaseInsensitive) || wanted.family().isEmpty() ||
                         system.startsWith("DejaVu"_L1) || system.startsWith("Bitstream"_L1);
    if (!generic && hasVietnamese(system)) {
        return system;
    }
    for (const QString& family : {u"Inter"_s, u"Noto Sans"_s, system, u"Liberation Sans"_s, u"DejaVu Sans"_s}) {
        if (hasVietnamese(family)) {
            return family;
        }
    }
    return system;
}

} // namespace ui
