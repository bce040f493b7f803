// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/statisticsmodel.h"

#include "app/sheets/reportsheet.h"

namespace ui {

StatisticsModel::StatisticsModel(const Formatter& formatter, const QFont& strong, QObject* parent)
    : QAbstractTableModel(parent)
    , m_formatter(formatter)
    , m_strong(strong) {}

void StatisticsModel::show(const app::WorkReport& report) {
    beginResetModel();
    m_report = report;
    endResetModel();
}

int StatisticsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_report.rows.isEmpty() ? 0 : int(m_report.rows.size()) + 1;
}

int StatisticsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : supportColumn + 1;
}

QString StatisticsModel::cell(int row, int column) const {
    if (column == 0) {
        return isTotal(row) ? tr("Total") : app::rowTitle(m_report.rows.at(row), m_report.by, m_formatter.language());
    }
    const app::WorkFigures& figures = isTotal(row) ? m_report.total : m_report.rows.at(row).figures;
    switch (column) {
    case 1:
        return m_formatter.count(figures.received);
    case 2:
        return m_formatter.count(figures.doneInTime);
    case 3:
        return m_formatter.count(figures.doneLate);
    case 4:
        return m_formatter.count(figures.openInTime);
    case 5:
        return m_formatter.count(figures.openOverdue);
    case 6:
        return m_formatter.count(figures.dropped);
    case supportColumn:
        // In one document many may support: no sum of it means anything.
        return isTotal(row) ? QString() : m_formatter.count(m_report.rows.at(row).supporting);
    default:
        return {};
    }
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return cell(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == 0 ? cell(index.row(), 0) : QVariant();
    case Qt::AccessibleTextRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ") +
               cell(index.row(), index.column());
    case Qt::FontRole:
        return isTotal(index.row()) ? QVariant(m_strong) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(index.column() == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter));
    default:
        return {};
    }
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment(section == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case 0:
        return tr("Name");
    case 1:
        return m_report.subject == app::WorkSubject::Tasks ? tr("Given") : tr("Received");
    case 2:
        return tr("In time");
    case 3:
        return tr("Late");
    case 4:
        return tr("Open");
    case 5:
        return tr("Overdue");
    case 6:
        return tr("Withdrawn");
    case supportColumn:
        return tr("Supports");
    default:
        return {};
    }
}

} // namespace ui
