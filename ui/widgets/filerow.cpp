// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filerow.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

FileRow::FileRow(const Theme& theme, const FileRowText& text, Shape shape, QWidget* parent)
    : QWidget(parent) {
    const bool isNarrow = shape == Shape::Narrow;
    auto* row = new QHBoxLayout(this);
    bare(*row, isNarrow ? 8 : 10);
    auto* mark = new IconLabel(theme, 16, this);
    mark->show(text.hasPages ? "pages"_L1 : "draft"_L1, Tone::Neutral);
    row->addWidget(mark, 0, isNarrow ? Qt::AlignTop : Qt::AlignVCenter);
    auto* name = new TextLabel(theme, Type::Body, Ink::Text, this);
    name->setText(text.name);
    name->setElided(true);
    auto* size = new TextLabel(theme, Type::Facts, text.isHere ? Ink::Text2 : Ink::Caution, this);
    size->setText(text.isHere ? text.size : text.size + u" · "_s + tr("not here yet"));
    auto* words = new QBoxLayout(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    bare(*words, isNarrow ? 0 : 10);
    words->addWidget(name, isNarrow ? 0 : 1);
    words->addWidget(size);
    row->addLayout(words, 1);
    if (isNarrow) {
        row->setContentsMargins(0, 4, 0, 4);
    }
    if (text.isHere && text.hasPages) {
        auto* view = makeButton(tr("View"), ButtonKind::Plain, this);
        view->setAccessibleName(tr("View: %1").arg(text.name));
        connect(view, &QPushButton::clicked, this, &FileRow::viewWanted);
        row->addWidget(view);
    }
    if (text.isHere) {
        auto* save = makeButton(tr("Save…"), ButtonKind::Plain, this);
        save->setAccessibleName(tr("Save: %1").arg(text.name));
        connect(save, &QPushButton::clicked, this, &FileRow::saveWanted);
        row->addWidget(save);
    }
}

} // namespace ui
