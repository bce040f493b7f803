// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidebar.h"

#include "ui/presentation/folderpresenter.h"
#include "ui/theme/icons.h"
#include "ui/theme/officestyle.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::Folder;

namespace {

enum Data { FolderData = Qt::UserRole + 1, CountData, IconData };

class FolderDelegate final : public QStyledItemDelegate {
public:
    FolderDelegate(const Theme& theme, const Formatter& formatter, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_formatter(formatter) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        return {100, index.data(FolderData).isValid() ? 31 : (index.row() == 0 ? 40 : 33)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Tokens& t = m_theme.tokens();
        painter->save();
        if (!index.data(FolderData).isValid()) {
            painter->setFont(m_theme.font(Type::Section));
            painter->setPen(t.text3);
            painter->drawText(option.rect.adjusted(18, 0, -8, -6), Qt::AlignLeft | Qt::AlignBottom,
                              index.data(Qt::DisplayRole).toString());
            painter->restore();
            return;
        }
        const QRect row = option.rect.adjusted(8, 0, -8, -1);
        const bool on = option.state.testFlag(QStyle::State_Selected);
        if (on || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(on ? t.selected : t.hover);
            painter->drawRoundedRect(row, 6, 6);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            drawFocusRing(*painter, row, t.accent);
        }
        drawIcon(*painter, QLatin1String(index.data(IconData).toByteArray()),
                 QRectF(row.left() + 10, row.center().y() - 7.5, 16, 16), on ? t.accent : t.text2);
        const int count = index.data(CountData).toInt();
        const bool overdue = index.data(FolderData).toInt() == int(Folder::Overdue);
        int countWidth = 0;
        if (count > 0) {
            painter->setFont(m_theme.font(overdue || on ? Type::Strong : Type::Facts));
            painter->setPen(overdue ? t.bad : (on ? t.text : t.text2));
            const QString words = m_formatter.countUpToLimit(count);
            countWidth = painter->fontMetrics().horizontalAdvance(words) + 8;
            painter->drawText(row.adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, words);
        }
        painter->setFont(m_theme.font(on ? Type::Strong : Type::Body));
        painter->setPen(t.text);
        const QRect room = row.adjusted(35, 0, -10 - countWidth, 0);
        painter->drawText(
            room, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }

private:
    const Theme& m_theme;
    Formatter m_formatter;
};

} // namespace

Sidebar::Sidebar(const Theme& theme, const Formatter& formatter, app::Role role, QWidget* parent)
    : QListView(parent)
    , m_theme(theme)
    , m_formatter(formatter)
    , m_model(new QStandardItemModel(this)) {
    setAccessibleName(tr("Folders"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setItemDelegate(new FolderDelegate(theme, formatter, this));
    for (const FolderSection& section : folderSections(role)) {
        auto* head = new QStandardItem(section.title);
        head->setFlags(Qt::NoItemFlags);
        m_model->appendRow(head);
        for (const Folder folder : section.folders) {
            auto* item = new QStandardItem(folderName(folder));
            item->setData(int(folder), FolderData);
            item->setData(QByteArray(folderIcon(folder).data(), folderIcon(folder).size()), IconData);
            item->setData(folderName(folder), Qt::AccessibleTextRole);
            m_model->appendRow(item);
        }
    }
    setModel(m_model);
    const auto repaint = [this] {
        QPalette colours = palette();
        colours.setColor(QPalette::Base, m_theme.tokens().sidebar);
        setPalette(colours);
    };
    connect(&theme, &Theme::changed, this, repaint);
    repaint();
}

void Sidebar::setCounts(const app::FolderCounts& counts) {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem* item = m_model->item(row);
        if (!item->data(FolderData).isValid()) {
            continue;
        }
        const auto folder = Folder(item->data(FolderData).toInt());
        // Books and finished work are places, not queues: their counts would only make noise.
        const bool queue = folder != Folder::Books && folder != Folder::Statistics && folder != Folder::Done &&
                           folder != Folder::Issued;
        const int count = queue ? counts.of(folder) : 0;
        item->setData(count, CountData);
        const QString words = folder == Folder::Opinions   ? tr("%1, %2 questions")
                              : folder == Folder::Meetings ? tr("%1, %2 meetings")
                                                           : tr("%1, %2 documents");
        item->setData(count > 0 ? words.arg(folderName(folder), m_formatter.countUpToLimit(count)) : folderName(folder),
                      Qt::AccessibleTextRole);
    }
}

void Sidebar::select(Folder folder) {
    const QScopedValueRollback guard(m_quiet, true);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QVariant held = m_model->item(row)->data(FolderData);
        if (held.isValid() && held.toInt() == int(folder)) {
            setCurrentIndex(m_model->index(row, 0));
            return;
        }
    }
}

void Sidebar::selectNothing() {
    const QScopedValueRollback guard(m_quiet, true);
    setCurrentIndex({});
    clearSelection();
}

void Sidebar::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (!m_quiet && current.data(FolderData).isValid()) {
        emit chosen(Folder(current.data(FolderData).toInt()));
    }
}

void Sidebar::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool same = index.isValid() && index == currentIndex();
    QListView::mousePressEvent(event);
    // A click on the folder that is shown leads back to it from a form or a search.
    if (same && index.data(FolderData).isValid()) {
        emit chosen(Folder(index.data(FolderData).toInt()));
    }
}

} // namespace ui
