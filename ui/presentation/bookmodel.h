// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookentry.h"
#include "ui/presentation/formatter.h"

#include <QAbstractTableModel>

namespace ui {

/// The lines of a book (sổ văn bản đến, sổ văn bản đi), newest first.
class BookModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit BookModel(const Formatter& formatter, QObject* parent = nullptr);

    void show(const QList<app::BookEntry>& entries, bool incoming);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] std::optional<app::DocumentId> document(int row) const;
    /// Voided or not in its order.
    [[nodiscard]] bool isOdd(int row) const;
    [[nodiscard]] const app::BookEntry* entry(int row) const;

private:
    [[nodiscard]] QString cell(const app::BookEntry& entry, int column) const;

    Formatter m_formatter;
    QList<app::BookEntry> m_entries;
    bool m_incoming = true;
};

} // namespace ui
