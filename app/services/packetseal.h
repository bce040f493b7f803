// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/keysource.h"

#include <QStringList>

namespace app {

/// With what a packet is signed: the office's key and its PIN. Lives as long as the call that it is given to.
struct PacketSeal {
    KeySource key;
    const docsig::Pin& pin;
};

/// What became of the signature of a packet (XMLDSig). It says who closed the packet; the documents inside have
/// signatures of their own.
enum class PacketSealing {
    NotWanted,
    Signed,
    TooLarge, ///< above exchange::largestSignedPacket: the packet goes without
};

/// The manners in which packets can be written, as a profile names them; the first one of the table first.
[[nodiscard]] QStringList packetProfileNames();

} // namespace app
