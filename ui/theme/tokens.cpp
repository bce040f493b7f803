// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

namespace ui {

namespace {

Tokens light() {
    Tokens t;
    t.scheme = Scheme::Light;
    t.window = QColor(0xF6F7F9);
    t.surface = QColor(0xFFFFFF);
    t.sidebar = QColor(0xEEF0F4);
    t.desk = QColor(0xE2E5EB);
    t.line = QColor(0xDDE1E8);
    t.text = QColor(0x1B2230);
    t.text2 = QColor(0x566072);
    t.text3 = QColor(0x626B7C);
    t.accent = QColor(0x1F5FBF);
    t.accentHover = QColor(0x1A52A6);
    t.onAccent = QColor(0xFFFFFF);
    t.selected = QColor(0xDCE8FA);
    t.hover = QColor(0xE6EAF1);
    t.good = QColor(0x17703F);
    t.goodGround = QColor(0xE3F4EA);
    t.caution = QColor(0x855500);
    t.cautionGround = QColor(0xFCF1DA);
    t.bad = QColor(0xB3261E);
    t.badGround = QColor(0xFBE7E5);
    t.ink = QColor(0x1D3FAE);
    t.seal = QColor(0xD21F1F);
    t.shade = QColor(16, 20, 28, 60);
    return t;
}

Tokens dark() {
    Tokens t;
    t.scheme = Scheme::Dark;
    t.window = QColor(0x16191F);
    t.surface = QColor(0x1D2128);
    t.sidebar = QColor(0x191C22);
    t.desk = QColor(0x101317);
    t.line = QColor(0x2E343E);
    t.text = QColor(0xE7EAF0);
    t.text2 = QColor(0xA5AEBD);
    t.text3 = QColor(0x9099A8);
    t.accent = QColor(0x7FB0FF);
    t.accentHover = QColor(0x9AC1FF);
    t.onAccent = QColor(0x0D1B33);
    t.selected = QColor(0x26395A);
    t.hover = QColor(0x262B34);
    t.good = QColor(0x6FD3A0);
    t.goodGround = QColor(0x1B3428);
    t.caution = QColor(0xF0BE62);
    t.cautionGround = QColor(0x3A2F18);
    t.bad = QColor(0xFF8F87);
    t.badGround = QColor(0x40221F);
    t.ink = QColor(0x1D3FAE);
    t.seal = QColor(0xD21F1F);
    t.shade = QColor(0, 0, 0, 110);
    return t;
}

} // namespace

QColor Tokens::of(Ink which) const {
    switch (which) {
    case Ink::Text:
        return text;
    case Ink::Text2:
        return text2;
    case Ink::Text3:
        return text3;
    case Ink::Accent:
        return accent;
    case Ink::OnAccent:
        return onAccent;
    case Ink::Good:
        return good;
    case Ink::Caution:
        return caution;
    case Ink::Bad:
        return bad;
    }
    return text;
}

QColor Tokens::of(Tone tone) const {
    switch (tone) {
    case Tone::Neutral:
        return text2;
    case Tone::Good:
        return good;
    case Tone::Caution:
        return caution;
    case Tone::Bad:
        return bad;
    }
    return text2;
}

QColor Tokens::groundOf(Tone tone) const {
    switch (tone) {
    case Tone::Neutral:
        return sidebar;
    case Tone::Good:
        return goodGround;
    case Tone::Caution:
        return cautionGround;
    case Tone::Bad:
        return badGround;
    }
    return sidebar;
}

const Tokens& tokensOf(Scheme scheme) {
    static const Tokens lightTokens = light();
    static const Tokens darkTokens = dark();
    return scheme == Scheme::Dark ? darkTokens : lightTokens;
}

QPalette paletteOf(const Tokens& t) {
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.window);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.bad);
    palette.setColor(QPalette::PlaceholderText, t.text3);
    palette.setColor(QPalette::ToolTipBase, t.scheme == Scheme::Dark ? t.line : t.text);
    palette.setColor(QPalette::ToolTipText, t.scheme == Scheme::Dark ? t.text : t.surface);
    palette.setColor(QPalette::Highlight, t.selected);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, t.hover);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.line);
    palette.setColor(QPalette::Shadow, t.shade);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, t.text3);
    }
    return palette;
}

} // namespace ui
