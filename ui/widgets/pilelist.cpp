// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pilelist.h"

#include "ui/widgets/textlabel.h"
#include "ui/widgets/toneink.h"

#include <QHBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

PileList::PileList(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Documents to sign"));
    viewport()->setAutoFillBackground(false);
}

void PileList::show(const QList<PileRow>& rows, bool canOpen) {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    bare(*layout);
    int place = 0;
    for (const PileRow& one : rows) {
        layout->addWidget(row(one, ++place, canOpen));
    }
    layout->addStretch(1);
    setWidget(page); // the area owns and replaces it
    page->setAutoFillBackground(false);
}

QWidget* PileList::row(const PileRow& row, int place, bool canOpen) {
    auto* box = new Ground(m_theme, &Tokens::surface, Qt::BottomEdge);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->setSpacing(12);
    auto* number = new TextLabel(m_theme, Type::Strong, Ink::Text3, box);
    number->setText(QString::number(place));
    number->setMinimumWidth(20);
    number->setAlignment(Qt::AlignRight | Qt::AlignTop);
    layout->addWidget(number, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    bare(*column, 3);
    layout->addLayout(column, 1);
    const auto line = [&](const QString& words, Type type, Ink ink) {
        auto* label = new TextLabel(m_theme, type, ink, box);
        label->setWordWrap(true);
        label->setText(words);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return label;
    };
    column->addWidget(line(row.title, Type::Strong, Ink::Text));
    if (!row.facts.isEmpty()) {
        column->addWidget(line(row.facts, Type::Facts, Ink::Text2));
    }
    auto* state = new QHBoxLayout;
    bare(*state, 6);
    auto* mark = new IconLabel(m_theme, 16, box);
    mark->show(row.icon, row.tone);
    state->addWidget(mark, 0, Qt::AlignTop);
    const QString code = row.code.isEmpty() ? QString() : u"  ("_s + row.code + u')';
    state->addWidget(line(row.state + code, Type::Body, inkOf(row.tone)), 1);
    column->addLayout(state);
    for (const QString& point : row.weighed) {
        auto* words = line(u"– "_s + point, Type::Body, Ink::Text);
        words->setContentsMargins(22, 0, 0, 0);
        column->addWidget(words);
    }
    QStringList spoken{row.title, row.facts, row.state + code};
    spoken.removeAll(QString());
    box->setAccessibleName((spoken + row.weighed).join(u", "_s));
    if (canOpen) {
        auto* open = makeButton(tr("Read"), ButtonKind::Link, box);
        open->setAccessibleName(tr("Read the document: %1").arg(row.title));
        connect(open, &QPushButton::clicked, this, [this, id = row.id] { emit documentWanted(id); });
        layout->addWidget(open, 0, Qt::AlignTop);
    }
    return box;
}

} // namespace ui
