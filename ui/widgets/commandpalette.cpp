// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/commandpalette.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Data { IndexData = Qt::UserRole, KeysData };

class CommandDelegate final : public QStyledItemDelegate {
public:
    CommandDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, 34}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Tokens& t = m_theme.tokens();
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.selected);
            painter->drawRoundedRect(option.rect.adjusted(6, 1, -6, -1), 6, 6);
        }
        painter->setFont(m_theme.font(Type::Body));
        painter->setPen(t.text);
        painter->drawText(option.rect.adjusted(18, 0, -90, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          index.data(Qt::DisplayRole).toString());
        painter->setFont(m_theme.font(Type::Facts));
        painter->setPen(t.text2);
        painter->drawText(option.rect.adjusted(18, 0, -18, 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(KeysData).toString());
        painter->restore();
    }

private:
    const Theme& m_theme;
};

/// Without diacritics and case, so that "ky" finds "Ký".
QString folded(const QString& text) {
    QString plain;
    for (const QChar letter : text.normalized(QString::NormalizationForm_D).toLower()) {
        if (letter.category() != QChar::Mark_NonSpacing) {
            plain += letter == QChar(u'đ') ? QChar(u'd') : letter;
        }
    }
    return plain;
}

} // namespace

CommandPalette::CommandPalette(const Theme& theme, QWidget* parent)
    : Ground(theme, &Tokens::surface, Qt::TopEdge | Qt::LeftEdge | Qt::RightEdge | Qt::BottomEdge, parent)
    , m_theme(theme)
    , m_input(new QLineEdit(this))
    , m_list(new QListWidget(this)) {
    setAccessibleName(tr("Commands"));
    m_input->setPlaceholderText(tr("What do you want to do?"));
    m_input->setAccessibleName(tr("Find a command"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new CommandDelegate(theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_input);
    layout->addWidget(m_list);
    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_input, &QLineEdit::returnPressed, this, &CommandPalette::runChosen);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runChosen);
    hide();
}

void CommandPalette::open(const QList<QAction*>& commands) {
    m_focusBefore = QApplication::focusWidget();
    m_commands = commands;
    m_input->clear();
    filter({});
    const QSize room = parentWidget()->size();
    const int wide = qMin(520, room.width() - 32);
    setGeometry((room.width() - wide) / 2, 64, wide, qMin(400, room.height() - 96));
    show();
    raise();
    m_input->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::filter(const QString& text) {
    m_list->clear();
    const QStringList wanted = folded(text).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype index = 0; index < m_commands.size(); ++index) {
        const QAction* command = m_commands.at(index);
        const QString words = QString(command->text()).remove(u'&');
        const QString plain = folded(words);
        const bool fits = std::ranges::all_of(wanted, [&plain](const QString& word) { return plain.contains(word); });
        if (!fits || !command->isEnabled() || !command->isVisible()) {
            continue;
        }
        auto* item = new QListWidgetItem(words, m_list);
        item->setData(IndexData, index);
        item->setData(KeysData, command->shortcut().toString(QKeySequence::NativeText));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runChosen() {
    const QListWidgetItem* item = m_list->currentItem();
    QPointer<QAction> command = item ? m_commands.value(item->data(IndexData).toLongLong()) : nullptr;
    dismiss();
    if (command) {
        command->trigger();
    }
}

void CommandPalette::dismiss() {
    if (!isVisible()) {
        return;
    }
    hide();
    if (m_focusBefore) {
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) {
        hide();
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            dismiss();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
            return true;
        }
    }
    return Ground::eventFilter(watched, event);
}

} // namespace ui
