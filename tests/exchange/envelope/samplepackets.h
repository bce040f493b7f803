// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/packet.h"

#include <QByteArray>
#include <QStringList>

/// Packets that the envelope's tests share.
namespace samples {

/// The bytes of a fixture of tests/data/edxml, "valid/new.edxml". Ends the test program where it is missing.
[[nodiscard]] QByteArray fixture(const QString& name);

/// The fixture with the one place `what` replaced; ends the test program where it does not stand there exactly once.
[[nodiscard]] QByteArray changed(const QString& name, const QByteArray& what, const QByteArray& with);

/// Every text of the packet's typed fields.
[[nodiscard]] QStringList typedTexts(const exchange::Packet& packet);

/// A complete document packet with every group filled, and one attachment.
[[nodiscard]] exchange::DocumentPacket fullDocument();
[[nodiscard]] exchange::StatusPacket fullStatus();

/// A zip of the given entries, made with libarchive.
[[nodiscard]] QByteArray zipOf(const QList<std::pair<QByteArray, QByteArray>>& entries);

} // namespace samples
