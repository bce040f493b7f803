// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/packetreader.h"
#include "exchange/envelope/xmlnode.h"
#include "exchange/protocol/error.h"

class QIODevice;

namespace exchange {

class ContentSink;

/// How far to read.
enum class ReadUntil { MessageHeader, Envelope, End };

/// The border between foreign XML and our values: reads a packet with libxml2's push parser, without namespaces (so
/// that undeclared prefixes do no harm), under limits, and gives the envelope as a tree. The contents of attachments go
/// to the sink and never into the tree. `sink` may be null: contents are skipped. Not owned.
[[nodiscard]] Result<XmlNode> readXml(QIODevice& device, const ReaderLimits& limits, ReadUntil until,
                                      ContentSink* sink);

} // namespace exchange
