// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/quota.h"

#include <QTimeZone>

namespace hub {

Result<void> checkQuota(StoreSession& session, const QString& agency, qint64 bytes) {
    const std::optional<AgencyUsage> usage = session.limited(agency);
    if (usage && usage->bytes + bytes > usage->quota.value_or(0)) {
        return exchange::fail("quota-exceeded",
                              QString::number(usage->bytes) + QLatin1Char(' ') + QString::number(*usage->quota));
    }
    return {};
}

Result<void> countContent(StoreSession& session, const Caller& caller, const StoredContent& content,
                          const QDateTime& now) {
    if (!session.uploadedBy(content.sha256, caller.account)) {
        if (const Result<void> room = checkQuota(session, caller.agency, content.size); !room) {
            return room;
        }
        if (const Result<void> today = countDay(session, caller.account, now, content.size, 0); !today) {
            return today;
        }
        session.countUpload(caller.agency, caller.account, content);
        session.addUploader(content.sha256, caller.account);
    }
    session.noteUploader(content.sha256, caller.account, now);
    return {};
}

Result<void> countDay(StoreSession& session, const QString& account, const QDateTime& now, qint64 bytes,
                      qint64 messages) {
    const QDate day = now.toUTC().date();
    const std::optional<DayUsage> usage = session.records().dayUsage(account, day);
    if (!usage) {
        return {};
    }
    const auto passes = [](std::optional<qint64> limit, std::optional<qint64> used, qint64 more) {
        return limit && more > 0 && used.value_or(0) + more > *limit;
    };
    if (passes(usage->limit.bytes, usage->used.bytes, bytes) ||
        passes(usage->limit.messages, usage->used.messages, messages)) {
        const qint64 left = now.toUTC().secsTo(day.addDays(1).startOfDay(QTimeZone::utc()));
        return exchange::fail("day-limit-reached", QString::number(std::max<qint64>(left, 1)));
    }
    session.records().addToDay(account, day, bytes, messages);
    return {};
}

} // namespace hub
