// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/csv.h"

namespace app {

namespace {

/// What spreadsheets take for the beginning of a formula; full-width forms are read as the plain ones by some.
bool beginsFormula(const QString& words) {
    static constexpr QStringView dangerous = u"=+-@\t\r\n＝＋－＠";
    return !words.isEmpty() && dangerous.contains(words.front());
}

QString csvQuoted(QString words) {
    words.remove(QChar::Null);
    if (beginsFormula(words)) {
        words.prepend(u'\'');
    }
    return u'"' + words.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString csvField(const SheetCell& cell) {
    switch (cell.kind) {
    case SheetCell::Kind::Number:
        return QString::number(cell.number);
    case SheetCell::Kind::Day:
        return cell.day.toString(Qt::ISODate);
    case SheetCell::Kind::Text:
        break;
    }
    return cell.text.isEmpty() ? QString() : csvQuoted(cell.text);
}

} // namespace

QByteArray csvBytes(const Sheet& sheet) {
    QByteArray bytes("\xEF\xBB\xBF");
    const auto end = [&bytes](const QStringList& fields) { bytes += fields.join(u',').toUtf8() + "\r\n"; };
    QStringList titles;
    for (const SheetColumn& column : sheet.columns) {
        titles << csvQuoted(column.title);
    }
    end(titles);
    const auto row = [&end](const QList<SheetCell>& cells) {
        QStringList fields;
        for (const SheetCell& cell : cells) {
            fields << csvField(cell);
        }
        end(fields);
    };
    for (const QList<SheetCell>& cells : sheet.rows) {
        row(cells);
    }
    if (!sheet.totals.isEmpty()) {
        row(sheet.totals);
    }
    return bytes;
}

} // namespace app
