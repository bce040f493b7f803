// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace app {

/// One cell: words, a number or a day, so that a spreadsheet can count with it.
struct SheetCell {
    enum class Kind { Text, Number, Day };

    Kind kind = Kind::Text;
    QString text{}; ///< of Number: as a page shows it
    qint64 number = 0;
    QDate day{};

    [[nodiscard]] static SheetCell of(const QString& words) { return {.text = words}; }
    [[nodiscard]] static SheetCell of(qint64 value, const QString& shown) {
        return {.kind = Kind::Number, .text = shown, .number = value};
    }
    /// An invalid day is an empty cell.
    [[nodiscard]] static SheetCell of(const QDate& day) {
        return day.isValid() ? SheetCell{.kind = Kind::Day, .day = day} : SheetCell();
    }
    /// As a page shows it: "07", "23/11/2026".
    [[nodiscard]] QString shown() const;

    friend bool operator==(const SheetCell&, const SheetCell&) = default;
};

struct SheetColumn {
    QString title{};
    int width = 20; ///< in parts of the page: the widths of all columns share it
    bool isFigure = false;
};

/// A table as it leaves the program: printed (PDF), for a spreadsheet (ODS) or for another program (CSV).
struct Sheet {
    QString title{};
    QString superior{};       ///< cơ quan chủ quản, over the office; may be empty
    QString office{};         ///< whose it is
    QStringList facts{};      ///< lines under the title: period, numbers, volume
    bool hasCover = false;    ///< title and facts on a page of their own (Nghị định 30/2020, Phụ lục IV)
    bool isLandscape = false; ///< pages lie on their long side
    QList<SheetColumn> columns{};
    QList<QList<SheetCell>> rows{};
    QList<SheetCell> totals{}; ///< the last row; empty: none
    QString nothing{};         ///< said where there is no row
};

} // namespace app
