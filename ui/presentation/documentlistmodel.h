// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentquery.h"
#include "ui/presentation/rowpresenter.h"

#include <QAbstractListModel>
#include <QList>

#include <optional>

namespace ui {

/// The rows of the list pane: documents of a list or search, read in parts as they are scrolled to, or dossiers. Texts
/// are made when a row is asked for.
class DocumentListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole + 1 };

    explicit DocumentListModel(const Formatter& formatter, QObject* parent = nullptr);

    /// The first part of a list.
    void setDocuments(const app::DocumentPage& page);
    /// The part that follows what is here.
    void appendDocuments(const app::DocumentPage& page);
    void setDossiers(const QList<app::DossierSummary>& dossiers);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    [[nodiscard]] std::optional<app::DocumentSummary> document(int row) const;
    [[nodiscard]] std::optional<app::DossierSummary> dossier(int row) const;
    [[nodiscard]] int rowOfDocument(const app::DocumentId& id) const; ///< -1: not here
    /// Where the part ended that was read last; nothing: the list has no more.
    [[nodiscard]] const std::optional<app::ListPlace>& next() const { return m_next; }

signals:
    /// The end of what was read comes into sight: appendDocuments() is waited for.
    void moreWanted();

private:
    Formatter m_formatter;
    QList<app::DocumentSummary> m_documents;
    QList<app::DossierSummary> m_dossiers;
    std::optional<app::ListPlace> m_next;
    bool m_isAsked = false;
};

} // namespace ui
