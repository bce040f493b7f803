// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/topbar.h"

#include "ui/theme/icons.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>

namespace ui {

using namespace Qt::Literals::StringLiterals;

TopBar::TopBar(const Theme& theme, bool mayDraft, QWidget* parent)
    : Ground(theme, &Tokens::surface, Qt::BottomEdge, parent)
    , m_back(makeIconButton(theme, "back"_L1, tr("Back to the list"), this))
    , m_new(makeButton(tr("&New document"), ButtonKind::Primary, this))
    , m_sync(makeButton(tr("S&ync"), ButtonKind::Quiet, this))
    , m_person(makeButton({}, ButtonKind::Quiet, this))
    , m_search(new QLineEdit(this))
    , m_menu(new QMenu(this))
    , m_left(new QWidget(this)) {
    setFixedHeight(48);
    auto* brand = new TextLabel(theme, Type::Strong, Ink::Text, this);
    QFont font = brand->font();
    font.setPixelSize(14);
    font.setWeight(QFont::Bold);
    brand->setFont(font);
    brand->setText(u"Công Văn"_s);
    m_new->setVisible(mayDraft);
    m_new->setToolTip(u"Ctrl+N"_s);
    m_sync->setToolTip(u"F5"_s);
    m_sync->setIcon(icon("sync"_L1, theme));
    m_back->hide();

    m_search->setProperty("kind", u"search"_s);
    m_search->setPlaceholderText(tr("Search number, subject, sender… (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(false);
    m_search->addAction(icon("search"_L1, theme, Ink::Text3), QLineEdit::LeadingPosition);
    m_search->setFixedHeight(32);

    m_person->setAccessibleName(tr("Person and office"));
    m_menu->setAccessibleName(tr("Person and office"));
    m_person->setMenu(m_menu);

    auto* left = new QHBoxLayout(m_left);
    bare(*left, 8);
    left->addWidget(m_back);
    left->addWidget(brand);
    left->addSpacing(6);
    left->addWidget(m_new);
    left->addWidget(m_sync);

    auto* debounce = new QTimer(this);
    debounce->setSingleShot(true);
    debounce->setInterval(200);
    connect(m_search, &QLineEdit::textChanged, debounce, qOverload<>(&QTimer::start));
    connect(debounce, &QTimer::timeout, this, [this] { emit searched(m_search->text().trimmed()); });
    connect(m_search, &QLineEdit::returnPressed, this, [this, debounce] {
        debounce->stop();
        emit searched(m_search->text().trimmed());
    });
    connect(m_new, &QPushButton::clicked, this, &TopBar::newDocument);
    connect(m_sync, &QPushButton::clicked, this, &TopBar::sync);
    connect(m_back, &QPushButton::clicked, this, &TopBar::back);
    setTabOrder(m_back, m_new);
    setTabOrder(m_new, m_sync);
    setTabOrder(m_sync, m_search);
    setTabOrder(m_search, m_person);
}

void TopBar::setPerson(const QString& words) {
    m_person->setText(words);
    m_person->setAccessibleDescription(words);
    resizeEvent(nullptr);
}

void TopBar::setSyncing(bool syncing) {
    m_sync->setEnabled(!syncing);
}

void TopBar::clearSearch() {
    const QSignalBlocker quiet(m_search);
    m_search->clear();
}

void TopBar::setSearchText(const QString& words) {
    const QSignalBlocker quiet(m_search);
    m_search->setText(words);
}

QString TopBar::searchText() const {
    return m_search->text().trimmed();
}

void TopBar::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::setBackShown(bool shown) {
    m_back->setVisible(shown);
    resizeEvent(nullptr);
}

void TopBar::resizeEvent(QResizeEvent*) {
    // The search box stands in the middle of the window, whatever stands at its sides, while there is room for it.
    const QSize leftSize = m_left->sizeHint();
    m_left->setGeometry(16, (height() - leftSize.height()) / 2, leftSize.width(), leftSize.height());
    QSize personSize = m_person->sizeHint();
    personSize.setWidth(qMin(personSize.width(), qMax(120, width() / 3)));
    m_person->setGeometry(width() - 12 - personSize.width(), (height() - 32) / 2, personSize.width(), 32);
    const int from = m_left->geometry().right() + 24;
    const int to = m_person->geometry().left() - 24;
    const int wanted = qBound(120, to - from, 440);
    const int centred = qBound(from, (width() - wanted) / 2, qMax(from, to - wanted));
    m_search->setGeometry(centred, (height() - 32) / 2, wanted, 32);
    m_search->setVisible(to - from >= 100);
}

} // namespace ui
