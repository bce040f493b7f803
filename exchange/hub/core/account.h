// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace hub {

/// Who makes a call, after the request's signature was found good.
struct Caller {
    QString account;       ///< "H99.01/lan"
    QString agency;        ///< OrganId
    QStringList mailboxes; ///< whose feeds it reads; with the agency's own mailbox it may send for the agency

    [[nodiscard]] bool reads(const QString& mailbox) const { return mailboxes.contains(mailbox); }
    /// A hub below: its mailboxes are those of the agencies that it stands for, and it does nothing but pass packets
    /// on.
    [[nodiscard]] bool isRelay() const { return account.contains(QLatin1String("/relay:")); }

    friend bool operator==(const Caller&, const Caller&) = default;
};

/// An account as it is stored.
struct AccountRecord {
    Caller caller;
    QByteArray sealedSecret; ///< encrypted (hub/secrets); empty: not enrolled yet
    QByteArray codeHash;     ///< SHA-256 (hex) of the one-time enrolment code; empty: none is open
    QDateTime codeExpires;   ///< UTC
    bool revoked = false;

    friend bool operator==(const AccountRecord&, const AccountRecord&) = default;
};

/// A partly uploaded content. Each account has its own, so nobody learns what others uploaded.
struct UploadRecord {
    QByteArray id; ///< random, hexadecimal
    QString account;
    QByteArray sha256;
    qint64 length = 0;
    qint64 offset = 0; ///< bytes that are on the disk

    friend bool operator==(const UploadRecord&, const UploadRecord&) = default;
};

} // namespace hub
