// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/renderclient.h"

#include <QImage>
#include <QStringList>

/// A laid out document as an outside reader measures it: words with boxes and pixels, by Poppler.
class MeasuredPages {
public:
    explicit MeasuredPages(const QByteArray& pdf);

    [[nodiscard]] bool isOpen() const { return !m_pages.isEmpty(); }
    [[nodiscard]] int count() const { return int(m_pages.size()); }
    [[nodiscard]] QSizeF points(int page) const { return m_pages.at(page).points; }
    [[nodiscard]] QList<app::TextWord> words(int page);
    /// Words on the same base line, left to right, lines from the top.
    [[nodiscard]] QStringList lines(int page);
    /// The box of consecutive words, in points; null when the page has them not.
    [[nodiscard]] QRectF boxOf(const QString& words, int page = 0);
    /// The same, of the lowest place where they stand.
    [[nodiscard]] QRectF lowestBoxOf(const QString& words, int page = 0);
    [[nodiscard]] QImage pixels(int page, double dpi);

private:
    [[nodiscard]] QList<QRectF> boxesOf(const QString& words, int page);

    app::RenderClient m_client;
    QList<app::PageInfo> m_pages;
};
