// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/documentlistmodel.h"

#include "app/domain/vietnamtime.h"

namespace ui {

DocumentListModel::DocumentListModel(const Formatter& formatter, QObject* parent)
    : QAbstractListModel(parent)
    , m_formatter(formatter) {}

void DocumentListModel::setDocuments(const app::DocumentPage& page) {
    m_isAsked = false;
    if (m_dossiers.isEmpty() && m_documents == page.rows) {
        m_next = page.next;
        return; // the list stays where the reader left it
    }
    beginResetModel();
    m_dossiers.clear();
    m_documents = page.rows;
    m_next = page.next;
    endResetModel();
}

void DocumentListModel::appendDocuments(const app::DocumentPage& page) {
    m_isAsked = false;
    m_next = page.next;
    if (page.rows.isEmpty() || !m_dossiers.isEmpty()) {
        return;
    }
    beginInsertRows({}, int(m_documents.size()), int(m_documents.size() + page.rows.size()) - 1);
    m_documents += page.rows;
    endInsertRows();
}

void DocumentListModel::setDossiers(const QList<app::DossierSummary>& dossiers) {
    beginResetModel();
    m_documents.clear();
    m_next.reset();
    m_dossiers = dossiers;
    endResetModel();
}

bool DocumentListModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_next && !m_isAsked;
}

void DocumentListModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) {
        m_isAsked = true;
        emit moreWanted();
    }
}

int DocumentListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(qMax(m_documents.size(), m_dossiers.size()));
}

QVariant DocumentListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    if (role != RowRole && role != Qt::AccessibleTextRole && role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const QDate today = app::vietnamToday();
    const RowText row = m_dossiers.isEmpty() ? rowOf(m_documents.at(index.row()), m_formatter, today)
                                             : rowOf(m_dossiers.at(index.row()), m_formatter, today);
    switch (role) {
    case RowRole:
        return QVariant::fromValue(row);
    case Qt::DisplayRole:
        return row.title; // type-ahead finds by it
    case Qt::ToolTipRole:
        return row.subject;
    default:
        return row.spoken;
    }
}

std::optional<app::DocumentSummary> DocumentListModel::document(int row) const {
    return row >= 0 && row < m_documents.size() ? std::optional(m_documents.at(row)) : std::nullopt;
}

std::optional<app::DossierSummary> DocumentListModel::dossier(int row) const {
    return row >= 0 && row < m_dossiers.size() ? std::optional(m_dossiers.at(row)) : std::nullopt;
}

int DocumentListModel::rowOfDocument(const app::DocumentId& id) const {
    for (int row = 0; row < m_documents.size(); ++row) {
        if (m_documents.at(row).id == id) {
            return row;
        }
    }
    return -1;
}

} // namespace ui
