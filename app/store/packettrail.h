// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/trail.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace app {

class Transaction;

/// How a trail begins, by what is known about the packet: that it was queued then, and what became of it since.
[[nodiscard]] QList<TrailEvent> beginningOfTrail(Transaction& transaction, const QByteArray& packetSha256,
                                                 const QDateTime& queued);

/// When the hub had the packet; until then, when it was decided.
[[nodiscard]] QDateTime timeAtHub(Transaction& transaction, const QByteArray& packetSha256, const QDateTime& decided);

} // namespace app
