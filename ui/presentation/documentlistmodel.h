// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/rowpresenter.h"

#include <QAbstractListModel>
#include <QList>

#include <optional>

namespace ui {

/// The rows of the list pane: documents of a folder, or dossiers. Texts are made when a row is asked for.
class DocumentListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole + 1 };
    /// The chips over the list.
    enum class Narrow { All, Urgent, Trouble };

    explicit DocumentListModel(const Formatter& formatter, QObject* parent = nullptr);

    void setDocuments(const QList<app::DocumentSummary>& documents);
    void setDossiers(const QList<app::DossierSummary>& dossiers);
    void setNarrow(Narrow narrow);
    [[nodiscard]] Narrow narrow() const { return m_narrow; }
    [[nodiscard]] int countOf(Narrow narrow) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] std::optional<app::DocumentSummary> document(int row) const;
    [[nodiscard]] std::optional<app::DossierSummary> dossier(int row) const;
    [[nodiscard]] int rowOfDocument(const app::DocumentId& id) const; ///< -1: not here

private:
    void narrowDown();

    Formatter m_formatter;
    QList<app::DocumentSummary> m_all;
    QList<app::DocumentSummary> m_documents;
    QList<app::DossierSummary> m_dossiers;
    Narrow m_narrow = Narrow::All;
};

} // namespace ui
