// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace hub {

/// The packet with one more TraceHeader at the end of its list, every other byte as it was: text is put in, nothing is
/// written anew. Nothing where its header has no
/// TraceHeaderList. `packet` holds at least the whole header of a packet that the reader took.
[[nodiscard]] std::optional<QByteArray> withTrace(const QByteArray& packet, const QString& organId,
                                                  const QDateTime& time);

/// Does that to a file, at the border to a server whose loops are found by the trace alone. False, and the file as it
/// was, where the packet has no list of hops or is signed: a signature must stay as good as it was, so that whatever
/// carries one that holds, or can't be checked, is left alone. The result is read again and is dropped where anything
/// but the trace differs. "relay-trace-failed": the file can't be read or written.
[[nodiscard]] exchange::Result<bool> addTrace(const QString& path, const QString& organId, const QDateTime& time);

} // namespace hub
