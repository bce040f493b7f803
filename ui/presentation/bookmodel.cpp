// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/bookmodel.h"

#include "app/domain/applicationkind.h"
#include "app/domain/streams.h"

namespace ui {

BookModel::BookModel(const Formatter& formatter, QObject* parent)
    : QAbstractTableModel(parent)
    , m_formatter(formatter) {}

void BookModel::show(const QList<app::BookEntry>& entries, bool incoming) {
    beginResetModel();
    m_entries = entries;
    std::ranges::reverse(m_entries);
    m_incoming = incoming;
    endResetModel();
}

int BookModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_entries.size());
}

int BookModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 5;
}

QString BookModel::cell(const app::BookEntry& entry, int column) const {
    switch (column) {
    case 0:
        return m_incoming ? m_formatter.bookNumber(entry.number) : app::numberDisplay(entry.number, entry.notation);
    case 1:
        return m_formatter.day(entry.date);
    case 2:
        return m_incoming ? entry.counterpart : entry.by;
    case 3:
        return m_incoming ? entry.documentNumber : QString();
    case 4:
        break;
    default:
        return {};
    }
    if (entry.voided) {
        return tr("Voided: %1").arg(entry.voidReason);
    }
    // A book of its kind says so; the incoming book of official documents has no series.
    const auto book = app::parseBookStream(entry.stream);
    const auto* kind = book && book->incoming ? app::applicationKind(book->series) : nullptr;
    const QString subject = kind ? m_formatter.kind(kind->name) + QStringLiteral(" · ") + entry.subject : entry.subject;
    if (entry.flagged) {
        return tr("Out of order, not counted: %1").arg(subject);
    }
    const bool isOnPaper = m_incoming && entry.packetSha256.isEmpty();
    return isOnPaper ? tr("%1 (on paper)").arg(subject) : subject;
}

QVariant BookModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_entries.size()) {
        return {};
    }
    const app::BookEntry& entry = m_entries.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return cell(entry, index.column());
    }
    if (role == Qt::AccessibleTextRole) {
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ") +
               cell(entry, index.column());
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    }
    return {};
}

QVariant BookModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case 0:
        return m_incoming ? tr("No. in") : tr("Number");
    case 1:
        return m_incoming ? tr("Arrived") : tr("Date");
    case 2:
        return m_incoming ? tr("From") : tr("Drawn by");
    case 3:
        return m_incoming ? tr("Their number") : QString();
    case 4:
        return tr("Subject");
    default:
        return {};
    }
}

std::optional<app::DocumentId> BookModel::document(int row) const {
    return row >= 0 && row < m_entries.size() ? m_entries.at(row).document : std::nullopt;
}

const app::BookEntry* BookModel::entry(int row) const {
    return row >= 0 && row < m_entries.size() ? &m_entries.at(row) : nullptr;
}

bool BookModel::isOdd(int row) const {
    return row >= 0 && row < m_entries.size() && (m_entries.at(row).voided || m_entries.at(row).flagged);
}

} // namespace ui
