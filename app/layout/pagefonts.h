// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QFont>
#include <QString>

namespace app::page {

enum class Style { Upright, Italic, Bold, BoldItalic };

/// The letters of official documents: Times New Roman, else Liberation Serif (2.0 or newer) or
/// Tinos, whose metrics are the same; always a family that has the Vietnamese letters itself.
class PageFonts {
public:
    /// Needs a QGuiApplication. Errors: layout-no-application, layout-no-fonts.
    [[nodiscard]] static Result<PageFonts> find();
    /// Letters without serifs for pages that are no official documents (Liberation Sans, Arimo, Noto Sans), else those
    /// of find(). The same errors.
    [[nodiscard]] static Result<PageFonts> findPlain();

    /// A font for a device of `page::resolution` dots an inch, without hinting: positions are those of the design.
    [[nodiscard]] QFont font(double sizePoints, Style style = Style::Upright) const;
    [[nodiscard]] QString family() const { return m_family; }

private:
    [[nodiscard]] static Result<PageFonts> findAmong(const QStringList& families);

    explicit PageFonts(QString family)
        : m_family(std::move(family)) {}

    QString m_family;
};

/// The advance of a text in layout units.
[[nodiscard]] double widthOf(const QString& text, const QFont& font);

} // namespace app::page
