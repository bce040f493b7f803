// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLatin1String>
#include <QPushButton>

class QBoxLayout;
class QComboBox;
class QLineEdit;

namespace ui {

/// How a button looks; OfficeStyle draws it.
enum class ButtonKind { Primary, Plain, Quiet, Chip, Link };

/// A button with words. Only the keyboard gives it the focus, so that its ring means something.
[[nodiscard]] QPushButton* makeButton(const QString& words, ButtonKind kind, QWidget* parent = nullptr);
void setKind(QPushButton& button, ButtonKind kind);
/// A link at the end of a line of words has its letters and its height, so that both stand on one line.
void keepToLine(QPushButton& button, const QWidget& words);
/// A button that shows an icon alone; `name` is its accessible name and tool tip.
[[nodiscard]] QPushButton* makeIconButton(const Theme& theme, QLatin1String icon, const QString& name,
                                          QWidget* parent = nullptr);
/// A box for choices that may be long, as the names of dossiers and people are: it keeps its form's width, and what
/// does not fit ends with an ellipsis and stands whole in its tool tip.
[[nodiscard]] QComboBox* makeChoiceBox(QWidget* parent);
/// The width of a field for a day: what stands in an empty one ("ngày/tháng/năm") fits.
inline constexpr int DayFieldWidth = 136;
/// A plain widget whose ground is one of the tokens; follows the theme.
class Ground : public QWidget {
    Q_OBJECT

public:
    using Colour = QColor Tokens::*;

    /// `edges`: on which sides a hairline is drawn.
    Ground(const Theme& theme, Colour colour, Qt::Edges edges = {}, QWidget* parent = nullptr);
    void setTone(Tone tone);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Colour m_colour;
    Qt::Edges m_edges;
    bool m_toned = false;
    Tone m_tone = Tone::Neutral;
};

/// Shows one of our icons in a tone; follows the theme.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    IconLabel(const Theme& theme, int side, QWidget* parent = nullptr);
    void show(QLatin1String icon, Tone tone);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QLatin1String m_icon;
    Tone m_tone = Tone::Neutral;
};

/// No margins, the given spacing.
void bare(QBoxLayout& layout, int spacing = 0);

} // namespace ui
