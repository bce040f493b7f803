// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"

namespace hub {

// How much an agency's accounts may keep at a hub. Counted is what each account uploaded, once, in the transaction that
// stores it; what others uploaded already is counted like anything else, so that nobody learns from a count what is
// there. Several hubs over one store may go over a quota by what they take in at the same moment.

/// Room for so many bytes more, or "quota-exceeded" with "<bytes used> <quota>".
[[nodiscard]] Result<void> checkQuota(StoreSession& session, const QString& agency, qint64 bytes);

/// Notes that an account uploaded a content and counts it for its agency. "quota-exceeded".
[[nodiscard]] Result<void> countContent(StoreSession& session, const Caller& caller, const StoredContent& content,
                                        const QDateTime& now);

/// Counts what an account sends against its limit of the day (UTC), where there is one; of a server above the account
/// is
/// "<own hub>/relay:<name>". "day-limit-reached" with the seconds until the next day.
[[nodiscard]] Result<void> countDay(StoreSession& session, const QString& account, const QDateTime& now, qint64 bytes,
                                    qint64 messages);

} // namespace hub
