// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filepane.h"

#include "ui/pages/pagecolours.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

FilePane::FilePane(const Theme& theme, const Formatter& formatter, const QString& renderProgram, QWidget* parent)
    : Ground(theme, &Tokens::window, {}, parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_name(new TextLabel(theme, Type::Strong, Ink::Text, this))
    , m_back(makeButton(tr("&Back to the document"), ButtonKind::Plain, this))
    , m_pages(new PageView(renderProgram, this))
    , m_nothing(new EmptyState(theme, this))
    , m_stack(new QStackedLayout) {
    setAccessibleName(tr("Attached file"));
    m_name->setElided(true);
    m_pages->setAccessibleName(tr("Pages of the attached file"));
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setFit(PageView::Fit::Width);
    auto* save = makeButton(tr("Sa&ve to a file…"), ButtonKind::Link, this);
    auto* head = new Ground(theme, &Tokens::surface, Qt::BottomEdge, this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(18, 8, 12, 9);
    row->setSpacing(10);
    row->addWidget(m_back);
    row->addWidget(m_name, 1);
    row->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    bare(*layout);
    layout->addWidget(head);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_pages);
    m_stack->addWidget(m_nothing);
    const auto colour = [this] { m_pages->setColours(pageColours(m_theme.tokens())); };
    colour();
    connect(&theme, &Theme::changed, this, colour);
    connect(m_back, &QPushButton::clicked, this, &FilePane::closed);
    connect(save, &QPushButton::clicked, this, &FilePane::saveWanted);
    connect(m_pages, &PageView::settled, this, &FilePane::settled);
    connect(m_pages, &PageView::opened, this, [this] { m_stack->setCurrentWidget(m_pages); });
    connect(m_pages, &PageView::failed, this, [this](const QString& code, const QString&) {
        m_nothing->say(m_formatter.sentence(code) + u"  ("_s + code + u')');
        m_stack->setCurrentWidget(m_nothing);
        emit settled();
    });
}

void FilePane::setBack(const QString& words) {
    m_back->setText(words);
    m_back->setAccessibleName(QString(words).remove(u'&'));
}

void FilePane::show(const QString& name, const QString& path) {
    m_name->setText(name);
    m_stack->setCurrentWidget(m_pages);
    m_pages->openFile(path);
}

void FilePane::clear() {
    m_pages->clear();
}

void FilePane::focusPages() {
    m_pages->setFocus(Qt::OtherFocusReason);
}

void FilePane::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    Ground::keyPressEvent(event);
}

} // namespace ui
