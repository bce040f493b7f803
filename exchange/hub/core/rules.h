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

/// Whether a stream has a name that everybody of the office knows before it is there, and that the office works with:
/// its books, its lease, its standing, the seals of others. Its mailbox takes part in it from the first message on.
[[nodiscard]] bool isOfOffice(const QString& stream);

/// Whether an account may write the first message of a stream of its agency. Books and the lease are a clerk's, the
/// other streams of the office anybody's who has not left, where the directory tells roles (`role` empty: it tells
/// none, and every account may). The log of views of a desk is that of whose mailbox it is named by.
[[nodiscard]] bool mayOpen(const QString& stream, const Caller& caller, const QString& role);

/// The header of the message that comes after `end`.
[[nodiscard]] exchange::MessageHeader nextHeader(const Caller& caller, const StreamEnd& end,
                                                 const exchange::Message& message, const QDateTime& now);

} // namespace hub
