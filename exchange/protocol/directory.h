// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace exchange {

/// One office in the directory of the exchange. Codes live and die: a closed one keeps its name and names its
/// successor.
struct AgencyEntry {
    QString organId; ///< for example "H99.01"
    QString name;
    QString inCharge;  ///< the superior body's name, may be empty
    QDate validFrom;   ///< null: always
    QDate validTo;     ///< null: still open
    QString successor; ///< OrganId, empty where none
    QList<QByteArray>
        sealCertificateSha256; ///< SHA-256 (hex) of the DER of each seal certificate that the office may use
    /// Closed before that day; what is on its way to it, statuses above all, still arrives.
    [[nodiscard]] bool isClosedOn(const QDate& day) const { return validTo.isValid() && validTo < day; }

    bool isLocal = true; ///< has a mailbox on this hub; otherwise it is reached through a hub above

    friend bool operator==(const AgencyEntry&, const AgencyEntry&) = default;
};

/// One person of the caller's own office.
struct PersonEntry {
    QString mailbox; ///< "H99.01/lan"
    QString login;
    QString name;
    QString role;  ///< "officer", "leader", "clerk", "archivist"
    QString title; ///< as printed under a signature: "GIÁM ĐỐC"
    QString unit;  ///< id of the unit, may be empty; its mailbox is "<OrganId>/unit:<id>"

    friend bool operator==(const PersonEntry&, const PersonEntry&) = default;
};

/// What changed in the directory since a version; everything for version 0. People are those of the caller's agency. A
/// large directory comes in pages: `version` is up to where this one goes, the next is asked for from there.
struct Directory {
    qint64 version = 0;
    bool more = false;
    QList<AgencyEntry> agencies;
    QList<PersonEntry> people;

    friend bool operator==(const Directory&, const Directory&) = default;
};

/// The server as this account sees it.
struct ServerStatus {
    QString version;
    QDateTime time; ///< UTC, the server's clock
    QString account;
    QString agency;
    QStringList mailboxes; ///< whose feeds this account reads
    qint64 maximumContentBytes = 0;

    friend bool operator==(const ServerStatus&, const ServerStatus&) = default;
};

} // namespace exchange
