// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/account.h"
#include "exchange/hub/core/store.h"

namespace hub {

// What several parts of the core say in the same words.

/// Raises "not-permitted".
[[nodiscard]] std::unexpected<Error> notPermitted(const QString& what);
/// Raises "content-unknown": not there, not the caller's, cited nowhere; it is not told which.
[[nodiscard]] std::unexpected<Error> contentUnknown(const QByteArray& sha256);
/// Raises "sender-foreign".
[[nodiscard]] std::unexpected<Error> senderForeign(const QString& organId);

/// Whether an agency is closed at a moment: they close by the day in Vietnam.
[[nodiscard]] bool isClosedAt(const exchange::AgencyEntry& agency, const QDateTime& moment);

/// The header of the message that comes after `end`.
[[nodiscard]] exchange::MessageHeader nextHeader(const Caller& caller, const StreamEnd& end,
                                                 const exchange::Message& message, const QDateTime& now);

} // namespace hub
