// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/secretbookmodel.h"

#include <algorithm>

namespace ui {

QString degreeName(app::Secrecy degree) {
    switch (degree) {
    case app::Secrecy::None:
        break;
    case app::Secrecy::Confidential:
        return SecretBookModel::tr("Confidential");
    case app::Secrecy::Secret:
        return SecretBookModel::tr("Secret");
    case app::Secrecy::TopSecret:
        return SecretBookModel::tr("Top secret");
    }
    return {};
}

QString secretSubject(const app::SecretEntry& entry) {
    return entry.isWithheld() ? SecretBookModel::tr("Subject withheld") : entry.subject.text();
}

QString secretFacts(const app::SecretRecord& record, const Formatter& formatter) {
    const app::SecretEntry& entry = record.entry;
    const bool incoming = record.ref.direction == app::SecretDirection::Incoming;
    const bool vietnamese = formatter.language() == app::Language::Vietnamese;
    const app::KindFacts& kind = app::factsOf(entry.kind);
    QStringList lines{
        SecretBookModel::tr("No. %1 · %2").arg(formatter.bookNumber(record.ref.number), degreeName(entry.degree)),
        (vietnamese ? kind.name : kind.english) + QStringLiteral(": ") + secretSubject(entry)};
    const auto add = [&lines](const QString& words, const QString& value) {
        if (!value.isEmpty()) {
            lines << words.arg(value);
        }
    };
    add(SecretBookModel::tr("Void: %1"), record.voidReason);
    add(incoming ? SecretBookModel::tr("From: %1") : SecretBookModel::tr("To: %1"), entry.counterpart);
    add(SecretBookModel::tr("Number, notation: %1"), entry.documentNumber);
    add(SecretBookModel::tr("Issued on %1"), formatter.day(entry.documentDate));
    add(incoming ? SecretBookModel::tr("Arrived on %1") : SecretBookModel::tr("Date: %1"), formatter.day(entry.date));
    add(SecretBookModel::tr("Copies: %1"), QString::number(entry.copies));
    add(incoming ? SecretBookModel::tr("Given to: %1") : SecretBookModel::tr("Copy kept by: %1"), entry.keeper);
    add(SecretBookModel::tr("Signed for by: %1"), entry.receiver);
    add(SecretBookModel::tr("Answer by %1"), formatter.day(entry.dueDate));
    add(SecretBookModel::tr("Remark: %1"), entry.remark);
    add(SecretBookModel::tr("Corrected %1 time(s)"),
        record.corrected > 0 ? QString::number(record.corrected) : QString());
    add(SecretBookModel::tr("Entered by %1"), record.by);
    return lines.join(QLatin1Char('\n'));
}

SecretBookModel::SecretBookModel(const Formatter& formatter, QObject* parent)
    : QAbstractTableModel(parent)
    , m_formatter(formatter) {}

void SecretBookModel::show(const QList<app::SecretRecord>& records, app::SecretDirection direction) {
    beginResetModel();
    m_records = records;
    std::ranges::reverse(m_records);
    m_direction = direction;
    endResetModel();
}

const app::SecretRecord* SecretBookModel::record(int row) const {
    return row >= 0 && row < m_records.size() ? &m_records.at(row) : nullptr;
}

int SecretBookModel::rowOf(const app::SecretRef& ref) const {
    const auto found = std::ranges::find(m_records, ref, &app::SecretRecord::ref);
    return found == m_records.cend() ? -1 : int(found - m_records.cbegin());
}

int SecretBookModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_records.size());
}

int SecretBookModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 6;
}

QString SecretBookModel::cell(const app::SecretRecord& record, int column) const {
    switch (column) {
    case 0:
        return m_formatter.bookNumber(record.ref.number);
    case 1:
        return m_formatter.day(record.entry.date);
    case 2:
        return degreeName(record.entry.degree);
    case 3:
        return record.entry.counterpart;
    case 4:
        return record.entry.documentNumber;
    case 5:
        return record.voided ? tr("Voided: %1").arg(record.voidReason.text()) : secretSubject(record.entry);
    default:
        return {};
    }
}

QVariant SecretBookModel::data(const QModelIndex& index, int role) const {
    const app::SecretRecord* record = index.isValid() ? this->record(index.row()) : nullptr;
    if (!record) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return cell(*record, index.column());
    }
    if (role == Qt::AccessibleTextRole) {
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ") +
               cell(*record, index.column());
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    }
    return {};
}

QVariant SecretBookModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const bool incoming = m_direction == app::SecretDirection::Incoming;
    switch (section) {
    case 0:
        return incoming ? tr("No. in") : tr("Number");
    case 1:
        return incoming ? tr("Arrived") : tr("Date");
    case 2:
        return tr("Degree");
    case 3:
        return incoming ? tr("From") : tr("To");
    case 4:
        return incoming ? tr("Their number") : tr("Notation");
    case 5:
        return tr("Subject");
    default:
        return {};
    }
}

} // namespace ui
