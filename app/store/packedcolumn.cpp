// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/packedcolumn.h"

#include "app/store/packing.h"
#include "app/store/transaction.h"
#include "exchange/protocol/message.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace app {

namespace {

/// Nothing of what is damaged is used: what would be derived from it could not be told from what was written.
void refuseRow(Transaction& transaction, const QString& row) {
    transaction.refuse(fail("store-row-damaged", row).error());
}

} // namespace

QVariant keptJson(const QJsonObject& object) {
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return text.size() <= mostUnpacked() ? QVariant(packed(text)) : QVariant(QString::fromUtf8(text));
}

QJsonObject readKeptJson(Transaction& transaction, const QVariant& kept, const QString& row) {
    const bool isText = kept.isNull() || kept.typeId() != QMetaType::QByteArray;
    const std::optional<QByteArray> text = isText ? kept.toString().toUtf8() : unpacked(kept.toByteArray());
    if (text && text->isEmpty()) {
        return {}; // no row stands behind it
    }
    const QJsonDocument document = QJsonDocument::fromJson(text.value_or(QByteArray()));
    if (!document.isObject()) {
        refuseRow(transaction, row);
    }
    return document.object();
}

KeptPayload keptPayload(const QByteArray& payload) {
    const QByteArray shorter = payload.size() <= mostUnpacked() ? packed(payload) : payload;
    if (shorter.size() < payload.size()) {
        return {.bytes = shorter, .isPacked = true};
    }
    return {.bytes = payload.isNull() ? QByteArray("") : payload};
}

QByteArray readKeptPayload(Transaction& transaction, const KeptPayload& kept, const QByteArray& sha256,
                           const QString& row) {
    if (!kept.isPacked) {
        return kept.bytes;
    }
    const std::optional<QByteArray> payload = unpacked(kept.bytes);
    if (!payload || (!sha256.isEmpty() && exchange::sha256Hex(*payload) != sha256)) {
        refuseRow(transaction, row);
        return {};
    }
    return *payload;
}

} // namespace app
