// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/core/quota.h"

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
        session.countUpload(caller.agency, caller.account, content);
        session.addUploader(content.sha256, caller.account);
    }
    session.noteUploader(content.sha256, caller.account, now);
    return {};
}

} // namespace hub
