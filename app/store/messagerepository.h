// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "exchange/protocol/message.h"
#include "exchange/sync/messagesink.h"

#include <QList>
#include <QString>

namespace app {

class Database;

/// The messages that came from the server, as they came.
class MessageRepository {
public:
    explicit MessageRepository(Database& database);

    [[nodiscard]] Result<exchange::StreamHead> head(const QString& stream) const;
    [[nodiscard]] Result<QList<exchange::Message>> stream(const QString& stream, qint64 fromSequence = 1,
                                                          int limit = 10'000) const;
    [[nodiscard]] Result<qint64> count() const;

private:
    Database& m_database;
};

} // namespace app
