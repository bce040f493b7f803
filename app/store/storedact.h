// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/office/officeact.h"
#include "app/domain/packetfacts.h"
#include "exchange/protocol/message.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace app {

class Transaction;

/// An act where it is kept: in a message from the server, or queued in the outbox.
struct StoredAct {
    OfficeAct act{};       ///< body Unknown where the message is a packet
    QString messageKind{}; ///< "office", "edoc", "status"
    QString stream{};
    qint64 sequence = 0;        ///< 0: queued
    QDateTime time{};           ///< UTC: the server's clock; the author's while it is queued
    QStringList participants{}; ///< mailboxes that take part in the stream from it on
    bool pending = false;       ///< the server does not have it
    QString role{}; ///< the author's when the server took it; empty: the server told none, or does not have it yet
    QByteArray packetSha256{};                  ///< of a packet's message
    QString packetFrom{};                       ///< OrganId of a packet's sender, as the hub checked it
    std::shared_ptr<const PacketFacts> facts{}; ///< of a packet whose facts are at hand; else they are in the table
};

/// The acts that concern something, in their canonical order: what the server has by its clock, stream and place, then
/// what is queued. It depends on what is kept alone, not on the order of arrival. Payloads that say nothing to this
/// version are left out.
[[nodiscard]] QList<StoredAct> actsOf(Transaction& transaction, const QString& key);

/// Whether a step of the way out (submitted, initialled, returned, signed, numbered, sealed) is written elsewhere than
/// in its document's case, whose first message whoever drafted it wrote: anybody can open a stream of another name.
[[nodiscard]] bool isOutOfCase(const StoredAct& stored, const OrganId& ownOrgan);

// Keys by which acts are found.
[[nodiscard]] QString documentKey(const DocumentId& document);
[[nodiscard]] QString packetKey(const QByteArray& packetSha256);
[[nodiscard]] QString bookKey(const QString& stream);
[[nodiscard]] QString dossierKey(const DossierId& dossier);
[[nodiscard]] QString sealKey(const OrganId& organ);
[[nodiscard]] QString reminderKey(const DocumentId& document);
[[nodiscard]] QString opinionKey(const OpinionId& opinion);
[[nodiscard]] QString meetingKey(const MeetingId& meeting);
/// Who of the office is away; what was done in the place of that person.
[[nodiscard]] QString standingKey();
[[nodiscard]] QString actedForKey(const QString& mailbox);
/// The questions in which that person is asked.
[[nodiscard]] QString askedKey(const QString& mailbox);

/// Every key of an act in a stream.
[[nodiscard]] QStringList keysOf(const StoredAct& act, const OrganId& ownOrgan);

/// What was read from the packet of an act; nothing where nothing is kept of it.
[[nodiscard]] std::optional<PacketFacts> factsOf(Transaction& transaction, const StoredAct& stored);

/// Reads one message or outbox row into an act; nothing where it says nothing to this version.
[[nodiscard]] std::optional<StoredAct> storedMessage(Transaction& transaction, qint64 messageRow);
[[nodiscard]] std::optional<StoredAct> actOf(const exchange::Message& message);
[[nodiscard]] std::optional<StoredAct> queuedAct(Transaction& transaction, qint64 outboxPosition);

} // namespace app
