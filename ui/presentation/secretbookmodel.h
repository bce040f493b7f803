// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretledger.h"
#include "ui/presentation/formatter.h"

#include <QAbstractTableModel>

namespace ui {

/// "Mật", "Tối mật", "Tuyệt mật", in the language of the window.
[[nodiscard]] QString degreeName(app::Secrecy degree);
/// What a line is about, or that it must not be said.
[[nodiscard]] QString secretSubject(const app::SecretEntry& entry);

/// All that a line says, a fact on each line; what is empty is left out.
[[nodiscard]] QString secretFacts(const app::SecretRecord& record, const Formatter& formatter);

/// One secret book, the newest line first.
class SecretBookModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit SecretBookModel(const Formatter& formatter, QObject* parent = nullptr);

    void show(const QList<app::SecretRecord>& records, app::SecretDirection direction);
    [[nodiscard]] const app::SecretRecord* record(int row) const;
    [[nodiscard]] int rowOf(const app::SecretRef& ref) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString cell(const app::SecretRecord& record, int column) const;

    const Formatter m_formatter;
    QList<app::SecretRecord> m_records;
    app::SecretDirection m_direction = app::SecretDirection::Incoming;
};

} // namespace ui
