// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/opinionpresenter.h"

#include <QAbstractListModel>

namespace ui {

/// The rows of the list of questions, drawn as those of documents are (DocumentListModel::RowRole).
class OpinionListModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit OpinionListModel(const Formatter& formatter, QObject* parent = nullptr);

    void show(const OpinionListView& view);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] std::optional<app::OpinionId> opinion(int row) const;
    [[nodiscard]] int rowOfOpinion(const app::OpinionId& id) const; ///< -1: not here

private:
    Formatter m_formatter;
    OpinionListView m_view;
};

} // namespace ui
