// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/organid.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace app {

/// What an office wants of a document that it sent before (BussinessDocType 1 to 3, spec §2.4; status 13, §2.7).
enum class ChangeKind {
    Withdraw, ///< it asks to have it back
    Update,   ///< a new version of the same document
    Replace,  ///< another document takes its place
};
/// "withdraw", "update", "replace".
[[nodiscard]] QString changeKey(ChangeKind kind);
[[nodiscard]] std::optional<ChangeKind> changeFromKey(QStringView key);

/// One packet that speaks of a document which came before it, or is still to come.
struct ChangeNote {
    QByteArray packetSha256{};
    ChangeKind kind = ChangeKind::Withdraw;
    OrganId from{}; ///< as the hub checked it, never as the packet says
    QString reason{};
    QDateTime received{};                 ///< UTC, the hub's clock
    bool asks = true;                     ///< a person has to answer it (15 or 16)
    std::optional<DocumentId> document{}; ///< the new version, or what takes its place

    friend bool operator==(const ChangeNote&, const ChangeNote&) = default;
};

/// What a person of the receiving office answered.
struct ChangeAnswer {
    QByteArray packetSha256{}; ///< of the packet that was answered
    bool agreed = false;
    QString reason{};
    QDateTime at{}; ///< UTC; invalid: not at the server yet, after everything else

    friend bool operator==(const ChangeAnswer&, const ChangeAnswer&) = default;
};

/// What was offered about one document, and what became of it. The same wish that came twice, or by both ways (status
/// 13 and a packet of type 1), is one offer.
struct ChangeOffer {
    enum class State {
        Open,    ///< waits for a person
        Agreed,  ///< 15 went back
        Refused, ///< 16 went back
        Told,    ///< asks for nothing
    };

    QByteArray packetSha256{}; ///< of the first packet
    ChangeKind kind = ChangeKind::Withdraw;
    State state = State::Open;
    QString reason{};
    QDateTime received{};
    QString answer{}; ///< the reason of the answer
    std::optional<DocumentId> document{};

    friend bool operator==(const ChangeOffer&, const ChangeOffer&) = default;
};
/// "open", "agreed", "refused", "told".
[[nodiscard]] QString offerKey(ChangeOffer::State state);
[[nodiscard]] std::optional<ChangeOffer::State> offerFromKey(QStringView key);

/// What all notes and answers about one document come to.
struct ChangeFold {
    QList<ChangeOffer> offers{};   ///< oldest first
    QList<ChangeNote> strangers{}; ///< of offices that did not send the document: kept, and they move nothing
    bool isWithdrawn = false;      ///< a withdrawal was agreed to
    bool isReplaced = false;       ///< another document, or an agreed version, stands in its place
    QDateTime
        agreed{}; ///< UTC: when a withdrawal or a version was agreed to; invalid: it was not, or not at the server yet

    /// The offer that waits for an answer; a withdrawal before an update.
    [[nodiscard]] const ChangeOffer* open() const;
};

/// Only the office that sent the document (`issuer`) may change it. Notes and answers come in any order; they count by
/// the hub's time. An answer to what was never asked counts for nothing; after an agreed withdrawal nothing is open any
/// more, and after an agreed update what comes is the new version's.
[[nodiscard]] ChangeFold foldChanges(const OrganId& issuer, QList<ChangeNote> notes, QList<ChangeAnswer> answers);

} // namespace app
