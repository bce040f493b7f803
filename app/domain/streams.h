// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/organid.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace app {

// Names of the streams. "<word>/<OrganId>/<rest>": the hub lets only accounts of that agency create them.

/// Everything about one document of ours, or what we do with one that came: "case/<OrganId>/<uuid>".
[[nodiscard]] QString caseStream(const OrganId& organ, const DocumentId& document);
/// A year's book of one series: "book/<OrganId>/<year>-outgoing-<series>".
[[nodiscard]] QString outgoingBookStream(const OrganId& organ, int year, const QString& series);
/// "book/<OrganId>/<year>-incoming"; of a kind beside official documents (ApplicationKind): its own book, with
/// "-<key>".
[[nodiscard]] QString incomingBookStream(const OrganId& organ, int year, const QString& series = {});
/// "dossier/<OrganId>/<uuid>".
[[nodiscard]] QString dossierStream(const OrganId& organ, const DossierId& dossier);
/// What the office knows about other offices (pinned seals): "partners/<OrganId>/seals".
[[nodiscard]] QString sealStream(const OrganId& organ);
/// Where the log of views of one person's desk is anchored: "audit/<OrganId>/<login>".
[[nodiscard]] QString auditStream(const OrganId& organ, const QString& login);
/// Who of the office is away, and who stands in for them: "standing/<OrganId>/people".
[[nodiscard]] QString standingStream(const OrganId& organ);
/// A question to members of the office: "opinion/<OrganId>/<uuid>".
[[nodiscard]] QString opinionStream(const OrganId& organ, const OpinionId& opinion);
/// Where one member answers one question: "answer/<OrganId>/<uuid>", under a name that nobody can guess: a stream that
/// others know of, but the member has not opened yet, could be taken by them.
[[nodiscard]] QString freshAnswerStream(const OrganId& organ);
[[nodiscard]] bool isAnswerStream(QStringView stream, const OrganId& organ);
/// Where a meeting is: "meeting/<OrganId>/<uuid>", under a name that nobody can guess. Whoever is taken off the list
/// stays behind in the stream that they know; the meeting goes on in a fresh one.
[[nodiscard]] QString freshMeetingStream(const OrganId& organ);
[[nodiscard]] bool isMeetingStream(QStringView stream, const OrganId& organ);
/// Made by the hub for a packet between offices: "packet/<sha256>".
[[nodiscard]] QString packetStream(const QByteArray& sha256);

/// What the name of a book's stream says.
struct BookName {
    OrganId organ{};
    int year = 0;
    bool incoming = false;
    QString series{}; ///< empty for the incoming book of official documents

    friend bool operator==(const BookName&, const BookName&) = default;
};
[[nodiscard]] std::optional<BookName> parseBookStream(QStringView stream);

} // namespace app
