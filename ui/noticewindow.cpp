// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/noticewindow.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

NoticeWindow::NoticeWindow(const Theme& theme, const QString& title, const QString& sentence, const QString& code,
                           QWidget* parent)
    : QWidget(parent) {
    setWindowTitle(u"Công Văn"_s);
    setAccessibleName(title);
    auto* heading = new TextLabel(theme, Type::Title, Ink::Text, this);
    heading->setText(title);
    heading->setWordWrap(true);
    auto* words = new TextLabel(theme, Type::Body, Ink::Text, this);
    words->setText(sentence);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAccessibleName(sentence);
    auto* small = new TextLabel(theme, Type::Facts, Ink::Text3, this);
    small->setText(code);
    small->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = makeButton(tr("&Close"), ButtonKind::Primary, this);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    auto* last = new QHBoxLayout;
    last->addWidget(small, 1);
    last->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(words);
    layout->addStretch(1);
    layout->addLayout(last);
    resize(480, 200);
    close->setFocus();
}

} // namespace ui
