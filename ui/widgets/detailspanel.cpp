// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailspanel.h"

#include "ui/widgets/filerow.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array Tabs{DetailTab::Facts, DetailTab::Comments, DetailTab::Signatures,
                          DetailTab::Trail, DetailTab::Links,    DetailTab::History};

Ink inkOf(Tone tone, Ink neutral) {
    return tone == Tone::Good      ? Ink::Good
           : tone == Tone::Bad     ? Ink::Bad
           : tone == Tone::Caution ? Ink::Caution
                                   : neutral;
}

} // namespace

DetailsPanel::DetailsPanel(const Theme& theme, const Formatter& formatter, QWidget* parent)
    : Ground(theme, &Tokens::surface, Qt::LeftEdge, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_tabs(new QTabBar(this))
    , m_area(new QScrollArea(this)) {
    setAccessibleName(tr("Details"));
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    for (const DetailTab tab : Tabs) {
        m_tabs->addTab(tabName(tab));
    }
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Details"));
    m_area->viewport()->setAutoFillBackground(false);
    auto* close = makeIconButton(theme, "close"_L1, tr("Close details"), this);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 0);
    head->setSpacing(4);
    head->addWidget(m_tabs, 1);
    head->addWidget(close);
    auto* rule = new Ground(theme, &Tokens::line, {}, this);
    rule->setFixedHeight(1);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(rule);
    layout->addWidget(m_area, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailsPanel::rebuild);
    connect(close, &QPushButton::clicked, this, &DetailsPanel::closed);
    hide();
}

void DetailsPanel::show(const DocumentCase& known) {
    m_known = known;
    if (isVisible()) {
        rebuild();
    }
}

void DetailsPanel::openAt(DetailTab tab) {
    setVisible(true);
    raise();
    m_tabs->setCurrentIndex(int(std::ranges::find(Tabs, tab) - Tabs.begin()));
    rebuild();
    m_tabs->setFocus(Qt::OtherFocusReason);
}

void DetailsPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    Ground::keyPressEvent(event);
}

void DetailsPanel::rebuild() {
    auto* page = new Ground(m_theme, &Tokens::surface);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(16);
    const DetailTab tab = Tabs.at(size_t(qBound(0, m_tabs->currentIndex(), int(Tabs.size()) - 1)));
    const QList<DetailBlock> blocks = m_known ? blocksOf(*m_known, tab, m_formatter) : QList<DetailBlock>();
    for (const DetailBlock& block : blocks) {
        layout->addWidget(blockWidget(block));
    }
    if (blocks.isEmpty()) {
        auto* nothing = new TextLabel(m_theme, Type::Body, Ink::Text2, page);
        nothing->setWordWrap(true);
        nothing->setText(emptyTabText(tab));
        layout->addWidget(nothing);
    }
    layout->addStretch(1);
    m_area->setWidget(page); // the area owns and replaces it
    if (tab == DetailTab::Comments) {
        // The newest stands last; how high the page is shows once it is laid out.
        QMetaObject::invokeMethod(
            m_area, [area = m_area] { area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum()); },
            Qt::QueuedConnection);
    }
}

QWidget* DetailsPanel::blockWidget(const DetailBlock& block) {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    bare(*layout, 3);
    auto* head = new QHBoxLayout;
    bare(*head, 6);
    if (!block.icon.isEmpty()) {
        auto* mark = new IconLabel(m_theme, 16, box);
        mark->show(block.icon, block.tone);
        head->addWidget(mark, 0, Qt::AlignTop);
    }
    auto* heading = new TextLabel(m_theme, Type::Strong, Ink::Text, box);
    heading->setWordWrap(true);
    heading->setText(block.heading);
    head->addWidget(heading, 1);
    if (!block.side.isEmpty()) {
        auto* side = new TextLabel(m_theme, Type::Facts, inkOf(block.tone, Ink::Text2), box);
        side->setText(block.side);
        head->addWidget(side, 0, Qt::AlignTop);
    }
    if (!block.heading.isEmpty()) {
        layout->addLayout(head);
    } else {
        delete head;
    }
    for (const DetailLine& line : block.lines) {
        layout->addLayout(lineLayout(line, box));
    }
    for (const DetailFile& file : block.files) {
        layout->addWidget(fileRow(file, box));
    }
    addOffers(block, layout, box);
    box->setAccessibleName(block.heading);
    return box;
}

QWidget* DetailsPanel::fileRow(const DetailFile& file, QWidget* box) {
    auto* row =
        new FileRow(m_theme, {.name = file.name, .size = file.size, .hasPages = file.hasPages, .isHere = file.here},
                    FileRow::Shape::Narrow, box);
    connect(row, &FileRow::viewWanted, this, [this, file] { emit fileWanted(file); });
    connect(row, &FileRow::saveWanted, this, [this, file] { emit fileSaveWanted(file); });
    return row;
}

QLayout* DetailsPanel::lineLayout(const DetailLine& line, QWidget* box) {
    auto* row = new QHBoxLayout;
    bare(*row, 8);
    if (!line.label.isEmpty()) {
        auto* label = new TextLabel(m_theme, Type::Facts, Ink::Text2, box);
        label->setText(line.label);
        label->setWordWrap(true);
        label->setFixedWidth(112);
        row->addWidget(label, 0, Qt::AlignTop);
    }
    if (!line.icon.isEmpty()) {
        auto* mark = new IconLabel(m_theme, 14, box);
        mark->show(line.icon, line.tone);
        row->addWidget(mark, 0, Qt::AlignTop);
        row->setSpacing(6);
    }
    auto* words = new TextLabel(m_theme, Type::Facts, inkOf(line.tone, Ink::Text), box);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignLeft | Qt::AlignTop); // beside the first line of a label of two
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setText(line.words);
    auto* column = new QVBoxLayout;
    bare(*column, 0);
    column->addWidget(words);
    if (!line.code.isEmpty()) {
        auto* code = new TextLabel(m_theme, Type::Facts, Ink::Text3, box);
        code->setText(line.code);
        code->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(code);
    }
    row->addLayout(column, 1);
    if (line.page >= 0) {
        auto* go = makeButton(tr("Page %1").arg(line.page + 1), ButtonKind::Link, box);
        go->setAccessibleName(tr("Go to page %1: %2").arg(line.page + 1).arg(line.words));
        keepToLine(*go, *words);
        connect(go, &QPushButton::clicked, this, [this, page = line.page] { emit pageWanted(page); });
        row->addWidget(go, 0, Qt::AlignTop);
    }
    return row;
}

void DetailsPanel::addOffers(const DetailBlock& block, QVBoxLayout* layout, QWidget* box) {
    const auto offer = [&](const QString& words, ButtonKind kind, const QString& name) {
        auto* button = makeButton(words, kind, box);
        if (!name.isEmpty()) {
            button->setAccessibleName(name);
        }
        layout->addSpacing(kind == ButtonKind::Plain ? 4 : 0);
        layout->addWidget(button, 0, Qt::AlignLeft);
        return button;
    };
    if (block.leadsTo) {
        connect(offer(tr("Open"), ButtonKind::Link, tr("Open: %1").arg(block.heading)), &QPushButton::clicked, this,
                [this, id = *block.leadsTo] { emit documentWanted(id); });
    }
    if (block.offersPin) {
        connect(offer(tr("This seal is the sender's: remember it"), ButtonKind::Plain, {}), &QPushButton::clicked, this,
                &DetailsPanel::pinWanted);
    }
    if (block.offersCompletion) {
        connect(offer(tr("Try now"), ButtonKind::Plain, tr("Try now: %1").arg(block.heading)), &QPushButton::clicked,
                this, &DetailsPanel::completionWanted);
    }
    if (block.comparesWith >= 0) {
        connect(offer(tr("Compare with what was signed"), ButtonKind::Plain,
                      tr("Compare with what was signed by %1").arg(block.heading)),
                &QPushButton::clicked, this, [this, index = block.comparesWith] { emit comparisonWanted(index); });
    }
    if (block.offersComment) {
        connect(offer(tr("Write a comment…"), ButtonKind::Plain, {}), &QPushButton::clicked, this,
                &DetailsPanel::commentWanted);
    }
    if (block.offersReport) {
        connect(offer(tr("Save a report on the signatures…"), ButtonKind::Plain, {}), &QPushButton::clicked, this,
                &DetailsPanel::reportWanted);
    }
}

} // namespace ui
