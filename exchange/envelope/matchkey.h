// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/envelope/packet.h"

namespace exchange {

/// What a document is recognised by when document ids differ or are missing: issuing office, number, notation, date,
/// each in a comparable form (NFC, upper case, no leading zeros of the number, date as yyyy/MM/dd where it could be
/// read).
struct MatchKey {
    QString organId;
    QString number;
    QString notation;
    QString date;

    /// A key without office, number or notation matches nothing and must not be looked up.
    [[nodiscard]] bool isUsable() const { return !organId.isEmpty() && !number.isEmpty() && !notation.isEmpty(); }
    /// "H99.01|7|SM-VP|2026/03/05": one text for an index.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const MatchKey&, const MatchKey&) = default;
};

[[nodiscard]] MatchKey matchKey(const QString& organId, const DocumentCode& code, const DateText& date);
/// The key of the document that the packet carries.
[[nodiscard]] MatchKey matchKey(const DocumentPacket& packet);
/// The key of the document that is answered or reported on.
[[nodiscard]] MatchKey matchKey(const ResponseFor& response);

} // namespace exchange
