// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/documentlistmodel.h"

#include "app/domain/vietnamtime.h"

namespace ui {

namespace {

bool fits(const app::DocumentSummary& document, DocumentListModel::Narrow narrow) {
    switch (narrow) {
    case DocumentListModel::Narrow::All:
        return true;
    case DocumentListModel::Narrow::Urgent:
        return document.urgency != app::Urgency::Normal;
    case DocumentListModel::Narrow::Trouble:
        return document.state == app::DocumentState::Problem || document.state == app::DocumentState::Returned ||
               (document.incoming && document.verdict && document.verdict->verdict != docsig::Verdict::Valid);
    }
    return true;
}

} // namespace

DocumentListModel::DocumentListModel(const Formatter& formatter, QObject* parent)
    : QAbstractListModel(parent)
    , m_formatter(formatter) {}

void DocumentListModel::setDocuments(const QList<app::DocumentSummary>& documents) {
    if (m_dossiers.isEmpty() && m_all == documents) {
        return; // the list stays where the reader left it
    }
    beginResetModel();
    m_dossiers.clear();
    m_all = documents;
    narrowDown();
    endResetModel();
}

void DocumentListModel::setDossiers(const QList<app::DossierSummary>& dossiers) {
    beginResetModel();
    m_all.clear();
    m_documents.clear();
    m_dossiers = dossiers;
    endResetModel();
}

void DocumentListModel::setNarrow(Narrow narrow) {
    if (narrow != m_narrow) {
        beginResetModel();
        m_narrow = narrow;
        narrowDown();
        endResetModel();
    }
}

void DocumentListModel::narrowDown() {
    m_documents.clear();
    for (const app::DocumentSummary& document : std::as_const(m_all)) {
        if (fits(document, m_narrow)) {
            m_documents << document;
        }
    }
}

int DocumentListModel::countOf(Narrow narrow) const {
    int count = 0;
    for (const app::DocumentSummary& document : m_all) {
        count += fits(document, narrow) ? 1 : 0;
    }
    return count;
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
