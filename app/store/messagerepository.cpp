// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/messagerepository.h"

#include "app/store/database.h"
#include "app/store/messagerows.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

MessageRepository::MessageRepository(Database& database)
    : m_database(database) {}

Result<exchange::StreamHead> MessageRepository::head(const QString& stream) const {
    return m_database.read(
        [&](Transaction& transaction) -> Result<exchange::StreamHead> { return streamHeadOf(transaction, stream); });
}

Result<QList<exchange::Message>> MessageRepository::stream(const QString& stream, qint64 fromSequence,
                                                           int limit) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<exchange::Message>> {
        QList<exchange::Message> messages;
        Rows rows =
            transaction.query(messageSelect() + u"WHERE stream = ? AND sequence >= ? ORDER BY sequence LIMIT ?"_s,
                              {stream, fromSequence, limit});
        while (rows.next()) {
            messages.append(readMessageRow(transaction, rows));
        }
        return messages;
    });
}

Result<qint64> MessageRepository::count() const {
    return m_database.read([](Transaction& transaction) -> Result<qint64> {
        return transaction.value(u"SELECT COUNT(*) FROM message"_s).toLongLong();
    });
}

} // namespace app
