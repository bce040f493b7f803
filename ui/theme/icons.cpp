// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPointer>
#include <QSvgRenderer>

namespace ui {

namespace {

class TintedEngine final : public QIconEngine {
public:
    TintedEngine(QLatin1String name, const Theme* theme, Ink ink)
        : m_name(name)
        , m_theme(theme)
        , m_ink(ink) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        if (m_theme) {
            const Ink ink = mode == QIcon::Disabled ? Ink::Text3 : m_ink;
            drawIcon(*painter, m_name, rect, m_theme->tokens().of(ink));
        }
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new TintedEngine(*this); }

private:
    QLatin1String m_name;
    QPointer<const Theme> m_theme;
    Ink m_ink;
};

} // namespace

QIcon icon(QLatin1String name, const Theme& theme, Ink ink) {
    return QIcon(new TintedEngine(name, &theme, ink)); // the icon owns its engine
}

void drawIcon(QPainter& painter, QLatin1String name, const QRectF& box, const QColor& colour) {
    QFile file(QLatin1String(":/icons/") + name + QLatin1String(".svg"));
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, box);
    painter.restore();
}

} // namespace ui
