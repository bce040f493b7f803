// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/packetrows.h"

#include "app/store/packedcolumn.h"
#include "app/store/transaction.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace app {

std::optional<PacketFacts> packetFacts(Transaction& transaction, const QByteArray& packetSha256) {
    Rows rows = transaction.query(u"SELECT facts FROM packet WHERE sha256 = ?"_s, {QString::fromLatin1(packetSha256)});
    if (!rows.next()) {
        return std::nullopt;
    }
    return packetFactsFromJson(
        readKeptJson(transaction, rows.value(0), u"packet "_s + QString::fromLatin1(packetSha256)));
}

void keepPacketFacts(Transaction& transaction, const PacketFacts& facts) {
    transaction.change(u"INSERT INTO packet (sha256, facts) VALUES (?, ?)"
                       " ON CONFLICT (sha256) DO UPDATE SET facts = excluded.facts"_s,
                       {QString::fromLatin1(facts.sha256), keptJson(toJson(facts))});
}

void packOlderFacts(Transaction& transaction) {
    constexpr int atOnce = 1000;
    QList<std::pair<QString, QVariant>> page;
    for (QString last;; last = page.last().first) {
        page.clear();
        for (Rows rows = transaction.query(u"SELECT sha256, facts FROM packet WHERE sha256 > ?"
                                           " AND typeof(facts) = 'text' ORDER BY sha256 LIMIT ?"_s,
                                           {last, atOnce});
             rows.next();) {
            const QJsonDocument facts = QJsonDocument::fromJson(rows.text(1).toUtf8());
            // What is damaged stays as it is, for its reader to refuse.
            page.emplaceBack(rows.text(0), facts.isObject() ? keptJson(facts.object()) : QVariant());
        }
        for (const auto& [sha256, facts] : std::as_const(page)) {
            if (facts.isValid()) {
                transaction.change(u"UPDATE packet SET facts = ? WHERE sha256 = ?"_s, {facts, sha256});
            }
        }
        if (page.size() < atOnce) {
            return;
        }
    }
}

} // namespace app
