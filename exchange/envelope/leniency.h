// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/finding.h"
#include "exchange/envelope/packet.h"
#include "exchange/envelope/xmlnode.h"

#include <QDate>

#include <optional>

namespace exchange {

/// Tells what a packet leaves out, adds or arranges in its own way although its values could be read (QCVN 102:2016;
/// the forms that senders really use): a missing Bussiness, empty groups, an order that is nobody's, schema hints,
/// processing instructions, "5" for "05", a date after `today`. A pure look at the tree and at the values made of it.
[[nodiscard]] QList<Finding> leniencies(const XmlNode& root, const Packet& packet, const std::optional<QDate>& today);

} // namespace exchange
