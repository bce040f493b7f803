// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/layout/measuredpages.h"

#include <algorithm>

namespace {

QList<QList<app::TextWord>> inLines(QList<app::TextWord> words) {
    std::ranges::sort(words, {}, [](const app::TextWord& word) { return -word.rect.top() - word.rect.height() * 0.2; });
    QList<QList<app::TextWord>> lines;
    double base = 1e9;
    for (const app::TextWord& word : std::as_const(words)) {
        const double mine = word.rect.top() + word.rect.height() * 0.2;
        if (base - mine > 3) {
            lines.append(QList<app::TextWord>());
            base = mine;
        }
        lines.last().append(word);
    }
    for (QList<app::TextWord>& line : lines) {
        std::ranges::sort(line, {}, [](const app::TextWord& word) { return word.rect.left(); });
    }
    return lines;
}

} // namespace

MeasuredPages::MeasuredPages(const QByteArray& pdf)
    : m_client(QStringLiteral(CONGVAN_BIN_DIR "/congvan-render"))
    , m_pages(m_client.openBytes(pdf).value_or(QList<app::PageInfo>())) {}

QList<app::TextWord> MeasuredPages::words(int page) {
    return m_client.text(page).value_or(QList<app::TextWord>());
}

QStringList MeasuredPages::lines(int page) {
    QStringList lines;
    for (const QList<app::TextWord>& line : inLines(words(page))) {
        QStringList texts;
        for (const app::TextWord& word : line) {
            texts.append(word.text);
        }
        lines.append(texts.join(u' '));
    }
    return lines;
}

QList<QRectF> MeasuredPages::boxesOf(const QString& text, int page) {
    const QStringList wanted = text.split(u' ');
    QList<QRectF> boxes;
    for (const QList<app::TextWord>& line : inLines(words(page))) {
        for (qsizetype i = 0; i + wanted.size() <= line.size(); ++i) {
            QRectF box;
            qsizetype same = 0;
            while (same < wanted.size() && line.at(i + same).text == wanted.at(same)) {
                box |= line.at(i + same).rect;
                ++same;
            }
            if (same == wanted.size()) {
                boxes.append(box);
            }
        }
    }
    return boxes;
}

QRectF MeasuredPages::boxOf(const QString& text, int page) {
    return boxesOf(text, page).value(0);
}

QRectF MeasuredPages::lowestBoxOf(const QString& text, int page) {
    const QList<QRectF> boxes = boxesOf(text, page);
    return boxes.isEmpty() ? QRectF() : boxes.last();
}

QImage MeasuredPages::pixels(int page, double dpi) {
    return m_client.page(page, dpi).value_or(QImage());
}
