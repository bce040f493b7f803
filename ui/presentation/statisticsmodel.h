// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/workstatistics.h"
#include "ui/presentation/formatter.h"

#include <QAbstractTableModel>
#include <QFont>

namespace ui {

/// The rows of a report, and their sum as the last one.
class StatisticsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// `strong`: the letters of the sum.
    StatisticsModel(const Formatter& formatter, const QFont& strong, QObject* parent = nullptr);

    void show(const app::WorkReport& report);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static constexpr int supportColumn = 7;

private:
    [[nodiscard]] bool isTotal(int row) const { return row == int(m_report.rows.size()); }
    [[nodiscard]] QString cell(int row, int column) const;

    Formatter m_formatter;
    QFont m_strong;
    app::WorkReport m_report;
};

} // namespace ui
