// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findfield.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

/// Who looks for one among more than these types another word.
constexpr qsizetype mostFound = 40;
constexpr int foundRowsInSight = 5;
constexpr int foundRowHeight = 28;

} // namespace

FindField::FindField(const Theme& theme, TaskRunner& runner, FindRows find, const FindWords& words, QWidget* parent)
    : QWidget(parent)
    , m_runner(runner)
    , m_find(std::move(find))
    , m_nothing(words.nothing)
    , m_input(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_note(new TextLabel(theme, Type::Facts, Ink::Text2, this)) {
    m_input->setPlaceholderText(words.placeholder);
    m_input->setAccessibleName(words.name);
    m_input->setClearButtonEnabled(false);
    m_input->installEventFilter(this);
    m_list->setAccessibleName(words.listName);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keyboard and moves through the list
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    m_note->setElided(true);
    m_note->hide();
    auto* layout = new QVBoxLayout(this);
    bare(*layout, 4);
    layout->addWidget(m_input);
    layout->addWidget(m_list);
    layout->addWidget(m_note);
    connect(m_input, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.trimmed().isEmpty()) {
            closeList();
        } else {
            ask();
        }
    });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(m_list->row(item)); });
}

FindField::~FindField() {
    delete m_list; // it may lie in the window by now
}

void FindField::focusInEvent(QFocusEvent* event) {
    // Not a focus proxy: Tab would lead from whatever stands behind the field back to it.
    m_input->setFocus(event->reason());
}

void FindField::setPlaceholder(const QString& words) {
    m_input->setPlaceholderText(words);
}

QString FindField::typed() const {
    return m_input->text().trimmed();
}

void FindField::ask() {
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_askAgain = false;
    const QString text = m_input->text();
    m_runner.run(
        this, [find = m_find, text](std::stop_token) { return find(text); },
        [this, text](const app::Result<QList<FoundRow>>& found) {
            m_asking = false;
            if (m_askAgain) {
                ask(); // more was typed meanwhile: this answer is nobody's
            } else if (text == m_input->text() && m_input->hasFocus()) {
                showFound(found);
            }
        });
}

void FindField::addRow(const QString& words, bool isChoice) {
    auto* item = new QListWidgetItem(words, m_list);
    item->setSizeHint(QSize(0, foundRowHeight));
    if (isChoice) {
        item->setToolTip(words);
    } else {
        item->setFlags(Qt::NoItemFlags);
    }
}

void FindField::showFound(const app::Result<QList<FoundRow>>& found) {
    m_found.clear();
    m_list->clear();
    bool isMore = false;
    for (const FoundRow& row : found.value_or(QList<FoundRow>())) {
        if (m_filter && !m_filter(row.value)) {
            continue;
        }
        isMore = m_found.size() == mostFound;
        if (isMore) {
            break;
        }
        m_found << row;
        addRow(row.words, true);
    }
    if (m_offer && !typed().isEmpty()) {
        m_found << m_offer(typed());
        addRow(m_found.last().words, true);
    }
    if (isMore) {
        addRow(tr("There are more; type another word."), false);
    }
    m_list->setVisible(!m_found.isEmpty());
    if (!m_found.isEmpty()) {
        m_list->setCurrentRow(0);
        layList();
    }
    m_note->setText(!m_found.isEmpty() ? QString()
                    : found            ? m_nothing
                                       : tr("This could not be looked up; type again."));
    m_note->setVisible(m_found.isEmpty());
    m_input->setAccessibleDescription(
        m_found.isEmpty() ? m_note->text()
                          : tr("%n found; choose with the arrow keys and Enter.", nullptr, int(m_found.size())));
    QAccessibleEvent told(m_input, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void FindField::layList() {
    // Over what lies below the field: a list in the form would push it about with every letter.
    QWidget* top = window();
    m_list->setParent(top);
    const int rows = int(qMin(m_found.size(), qsizetype(foundRowsInSight)));
    const QPoint below = m_input->mapTo(top, QPoint(0, m_input->height() + 2));
    m_list->setGeometry(below.x(), below.y(), m_input->width(), rows * foundRowHeight + 2 * m_list->frameWidth());
    m_list->show();
    m_list->raise();
}

void FindField::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_list && m_list->isVisible()) {
        layList();
    }
}

void FindField::closeList() {
    m_askAgain = false;
    m_found.clear();
    m_list->clear();
    m_list->hide();
    m_note->hide();
    m_input->setAccessibleDescription({});
}

bool FindField::takeKey(int key, Qt::KeyboardModifiers modifiers) {
    const bool open = m_list->isVisible();
    if (!open && key == Qt::Key_Down) {
        ask(); // without a word: the first ones
        return true;
    }
    if (!open && key == Qt::Key_Escape && m_note->isVisible()) {
        closeList();
        return true;
    }
    if (!open || modifiers.testFlag(Qt::ControlModifier)) {
        return false;
    }
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_list->setCurrentRow(
            qBound(0, m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1), int(m_found.size()) - 1));
        m_input->setAccessibleDescription(m_list->currentItem()->text());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        closeList();
        return true;
    default:
        return false;
    }
}

bool FindField::eventFilter(QObject* watched, QEvent* event) {
    if (!m_list) {
        return QWidget::eventFilter(watched, event); // the window is going away
    }
    if (event->type() == QEvent::FocusOut && !m_list->underMouse()) {
        closeList();
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (takeKey(key->key(), key->modifiers())) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindField::choose(int row) {
    if (row < 0 || row >= m_found.size()) {
        return;
    }
    const FoundRow wanted = m_found.at(row);
    m_input->clear();
    closeList();
    emit chosen(wanted);
}

} // namespace ui
