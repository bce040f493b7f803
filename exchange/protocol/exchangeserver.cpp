// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/protocol/exchangeserver.h"

#include <QHash>
#include <QSet>

namespace exchange {

Result<PullAnswer> ExchangeServer::pull(const PullRequest& request, const CallOptions& options) {
    PullAnswer answer;
    const Result<ServerStatus> told = status(options);
    if (!told) {
        return std::unexpected(told.error());
    }
    answer.status = *told;
    answer.directoryVersion = request.directoryVersion + 1; // not known: whoever wants it asks
    QHash<QString, qint64> after;
    for (const FeedCursor& cursor : request.cursors) {
        after.insert(cursor.mailbox, cursor.cursor);
    }
    QSet<std::pair<QString, qint64>> taken;
    for (const QString& mailbox : answer.status.mailboxes) {
        const int left = request.limit - static_cast<int>(answer.entries.size());
        if (left <= 0) {
            answer.more = true;
            break;
        }
        const Result<QList<FeedEntry>> entries = feed(mailbox, after.value(mailbox), left, 0, options);
        if (!entries) {
            return std::unexpected(entries.error());
        }
        answer.more = answer.more || entries->size() >= left;
        for (const FeedEntry& entry : *entries) {
            answer.entries.append({mailbox, entry.cursor, entry.stream, entry.sequence});
            const std::pair place(entry.stream, entry.sequence);
            if (taken.contains(place)) {
                continue;
            }
            const Result<QList<Message>> found = messages(entry.stream, entry.sequence, 1, options);
            if (!found) {
                return std::unexpected(found.error());
            }
            taken.insert(place);
            answer.messages.append(*found);
        }
    }
    return answer;
}

} // namespace exchange
