// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace app {

/// What somebody did with a document that leaves no other trace.
enum class AuditDeed {
    Viewed,
    Exported, ///< a copy left the store
};
/// "viewed", "exported".
[[nodiscard]] QString auditDeedKey(AuditDeed deed);

/// A line of the log of views. Each carries the hash of the one before, so that none can be changed, taken out or put
/// in without all behind it being made anew, which differs from what was anchored at the server (acts::AuditAnchored).
struct AuditLine {
    qint64 number = 0; ///< 1, 2, … without a gap
    QDateTime at{};    ///< UTC, milliseconds
    QString by{};      ///< mailbox
    QString deed{};    ///< key
    QString document{};
    QString detail{};
    QByteArray previous{}; ///< hash of the line before; empty in the first
    QByteArray hash{};     ///< auditHash() of this line

    friend bool operator==(const AuditLine&, const AuditLine&) = default;
};

/// SHA-256 (hex) over all fields but `hash`, each with its length, so that none can run into another.
[[nodiscard]] QByteArray auditHash(const AuditLine& line);

/// The log of views up to a line.
struct AuditHead {
    qint64 number = 0; ///< 0: there is none
    QByteArray hash{};

    friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

} // namespace app
