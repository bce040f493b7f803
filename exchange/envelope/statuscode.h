// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace exchange {

/// What an office reports about a document that was sent to it. The values are the numbers of the packet.
enum class StatusCode {
    Arrived = 1,         ///< fetched by the software, no clerk has acted
    Refused = 2,         ///< a reason is required
    Accepted = 3,        ///< entered in the incoming book
    Assigned = 4,        ///< directed to a unit
    Processing = 5,      ///< somebody works on it
    Finished = 6,        ///< done
    TakeBack = 13,       ///< the sender asks to take the document back
    ChangeAccepted = 15, ///< the receiver agrees to the taking back or the update
    ChangeRefused = 16,  ///< the receiver refuses it
};

/// The words that belong to a status code.
struct StatusWords {
    StatusCode code;
    QString number;     ///< two digits, as in the packet
    QString vietnamese; ///< the usual description
    QString english;
    QString fileName; ///< the usual name of the packet's file, without extension
};

/// All codes that are known, in the order of their numbers.
[[nodiscard]] const QList<StatusWords>& statusWords();
[[nodiscard]] const StatusWords& wordsOf(StatusCode code);
/// The code of a text such as "05" or "5"; nothing where the number is not known.
[[nodiscard]] std::optional<StatusCode> statusCodeFrom(const QString& text);

} // namespace exchange
