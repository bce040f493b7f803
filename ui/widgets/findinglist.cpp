// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findinglist.h"

#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostHeight = 132; ///< logical pixels: some three findings; the document below stays in sight

} // namespace

FindingList::FindingList(const Theme& theme, const Formatter& formatter, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_formatter(formatter) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("What was found before signing"));
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FindingList::show(const QList<docsig::Finding>& findings) {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    bare(*layout, 6);
    for (const docsig::Finding& finding : findings) {
        layout->addWidget(row(finding));
    }
    layout->addStretch(1);
    setWidget(page); // the area owns and replaces it
    page->setAutoFillBackground(false);
    setVisible(!findings.isEmpty());
    updateGeometry();
}

QWidget* FindingList::row(const docsig::Finding& finding) {
    const bool fault = finding.weight == docsig::Weight::Fault;
    auto* box = new QWidget;
    auto* layout = new QHBoxLayout(box);
    bare(*layout, 8);
    auto* mark = new IconLabel(m_theme, 16, box);
    mark->show(fault ? "cross"_L1 : "alert"_L1, fault ? Tone::Bad : Tone::Caution);
    layout->addWidget(mark, 0, Qt::AlignTop);
    auto* words = new TextLabel(m_theme, Type::Body, Ink::Text, box);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const QString place = finding.place.isEmpty() ? QString() : u" ("_s + finding.place + u')';
    words->setText(m_formatter.sentence(finding.code) + place);
    auto* code = new TextLabel(m_theme, Type::Facts, Ink::Text3, box);
    code->setText(finding.code);
    auto* column = new QVBoxLayout;
    bare(*column, 0);
    column->addWidget(words);
    column->addWidget(code);
    layout->addLayout(column, 1);
    if (finding.page >= 0) {
        auto* go = makeButton(tr("Page %1").arg(finding.page + 1), ButtonKind::Link, box);
        go->setAccessibleName(tr("Go to page %1: %2").arg(finding.page + 1).arg(words->text()));
        keepToLine(*go, *words);
        connect(go, &QPushButton::clicked, this, [this, page = finding.page] { emit pageWanted(page); });
        layout->addWidget(go, 0, Qt::AlignTop);
    }
    return box;
}

int FindingList::wantedHeight() const {
    if (!widget()) {
        return 0;
    }
    const int wide = viewport()->width();
    const int needed = widget()->layout()->hasHeightForWidth() ? widget()->layout()->heightForWidth(wide)
                                                               : widget()->layout()->sizeHint().height();
    return qMin(MostHeight, needed);
}

QSize FindingList::sizeHint() const {
    return {QScrollArea::sizeHint().width(), wantedHeight()};
}

QSize FindingList::minimumSizeHint() const {
    return {QScrollArea::minimumSizeHint().width(), wantedHeight()};
}

void FindingList::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    if (height() != wantedHeight()) {
        updateGeometry(); // another width breaks the lines otherwise
    }
}

} // namespace ui
