// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/packetrows.h"

#include "app/store/transaction.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace app {

std::optional<PacketFacts> packetFacts(Transaction& transaction, const QByteArray& packetSha256) {
    Rows rows = transaction.query(u"SELECT facts FROM packet WHERE sha256 = ?"_s, {QString::fromLatin1(packetSha256)});
    if (!rows.next()) {
        return std::nullopt;
    }
    return packetFactsFromJson(QJsonDocument::fromJson(rows.text(0).toUtf8()).object());
}

void keepPacketFacts(Transaction& transaction, const PacketFacts& facts) {
    transaction.change(u"INSERT INTO packet (sha256, facts) VALUES (?, ?)"
                       " ON CONFLICT (sha256) DO UPDATE SET facts = excluded.facts"_s,
                       {QString::fromLatin1(facts.sha256),
                        QString::fromUtf8(QJsonDocument(toJson(facts)).toJson(QJsonDocument::Compact))});
}

} // namespace app
