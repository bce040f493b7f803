// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/pagefonts.h"

#include "app/layout/pageunits.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QRawFont>

namespace app::page {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The family has the Vietnamese letters in all four styles itself: Liberation fonts before 2.0 have not, and the
/// letters that a system then borrows from another font have other widths and another look.
bool writesVietnamese(const PageFonts& fonts) {
    static constexpr QStringView letters = u"ạấắệỉộứỹđẠẤẮỆỈỘỨỸĐƠƯ";
    for (const Style style : {Style::Upright, Style::Italic, Style::Bold, Style::BoldItalic}) {
        const QRawFont raw = QRawFont::fromFont(fonts.font(13, style));
        for (const QChar letter : letters) {
            if (raw.familyName() != fonts.family() || !raw.supportsCharacter(letter)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

Result<PageFonts> PageFonts::find() {
    // The first is what the decree names; the others were drawn to its metrics.
    return findAmong({u"Times New Roman"_s, u"Liberation Serif"_s, u"Tinos"_s});
}

Result<PageFonts> PageFonts::findPlain() {
    return findAmong(
        {u"Liberation Sans"_s, u"Arimo"_s, u"Noto Sans"_s, u"Times New Roman"_s, u"Liberation Serif"_s, u"Tinos"_s});
}

Result<PageFonts> PageFonts::findAmong(const QStringList& families) {
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr) {
        return fail("layout-no-application", u"QGuiApplication has not been made"_s);
    }
    for (const QString& family : families) {
        const PageFonts fonts(family);
        if (QFontDatabase::hasFamily(family) && writesVietnamese(fonts)) {
            return fonts;
        }
    }
    return fail("layout-no-fonts", u"no Times New Roman, Liberation Serif 2 or Tinos with Vietnamese letters"_s);
}

QFont PageFonts::font(double sizePoints, Style style) const {
    QFont font(m_family);
    font.setPixelSize(qRound(page::points(sizePoints)));
    font.setBold(style == Style::Bold || style == Style::BoldItalic);
    font.setItalic(style == Style::Italic || style == Style::BoldItalic);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferOutline);
    return font;
}

double widthOf(const QString& text, const QFont& font) {
    return QFontMetricsF(font).horizontalAdvance(text);
}

} // namespace app::page
