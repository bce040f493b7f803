// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/meetinglistmodel.h"

#include "ui/presentation/documentlistmodel.h"

#include <algorithm>

namespace ui {

MeetingListModel::MeetingListModel(const Formatter& formatter, QObject* parent)
    : QAbstractListModel(parent)
    , m_formatter(formatter) {}

void MeetingListModel::show(const MeetingListView& view) {
    if (m_view == view) {
        return; // the list stays where the reader left it
    }
    beginResetModel();
    m_view = view;
    endResetModel();
}

int MeetingListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_view.rows.size());
}

QVariant MeetingListModel::data(const QModelIndex& index, int role) const {
    const bool isWanted = role == DocumentListModel::RowRole || role == Qt::AccessibleTextRole ||
                          role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (!index.isValid() || index.row() >= rowCount() || !isWanted) {
        return {};
    }
    const RowText row = rowOf(m_view.rows.at(index.row()), m_view.people, m_formatter, m_view.now);
    switch (role) {
    case DocumentListModel::RowRole:
        return QVariant::fromValue(row);
    case Qt::AccessibleTextRole:
        return row.spoken;
    default:
        return row.subject; // type-ahead finds by it
    }
}

std::optional<app::MeetingId> MeetingListModel::meeting(int row) const {
    return row >= 0 && row < rowCount() ? std::optional(m_view.rows.at(row).id) : std::nullopt;
}

int MeetingListModel::rowOfMeeting(const app::MeetingId& id) const {
    const auto found = std::ranges::find(m_view.rows, id, &app::MeetingSummary::id);
    return found == m_view.rows.end() ? -1 : int(found - m_view.rows.begin());
}

} // namespace ui
