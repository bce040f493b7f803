// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/finding.h"
#include "exchange/protocol/error.h"

#include <QByteArray>
#include <QList>

namespace exchange {

/// One entry of an error list (spec §2.10): a letter and a path for what a validator found ("N.MessageHeader.Subject":
/// N missing, R out of range, M malformed, T of the wrong type), or a server's own code.
struct PacketError {
    QString code;
    QString description;

    friend bool operator==(const PacketError&, const PacketError&) = default;
};

/// Reads `ErrorList/Error{Code, Description}` under any prefix or none. Elements that it does not know are passed over.
/// "error-list-malformed" for what is none, has a DTD, is longer than a megabyte or has more than 1000 entries.
[[nodiscard]] Result<QList<PacketError>> readErrorList(const QByteArray& xml);

[[nodiscard]] QByteArray errorListXml(const QList<PacketError>& errors);

/// The findings of a reader as a validator words them; a finding that is no fault of one element gives its own code.
[[nodiscard]] QList<PacketError> errorListOf(const QList<Finding>& findings);

} // namespace exchange
