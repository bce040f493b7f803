// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentview.h"
#include "app/domain/error.h"
#include "app/domain/organid.h"
#include "app/domain/reference.h"
#include "app/domain/urgency.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace app {

/// What a packet of BussinessDocType 1 to 3 says about documents that were sent before (spec §2.4).
struct PacketChange {
    QString target{}; ///< packet id of the document withdrawn or updated
    QString reason{};
    bool changesContent = false;   ///< an update brings a new version
    QList<OrganId> added{};        ///< receivers that an update adds
    QList<OrganId> removed{};      ///< receivers that an update takes off
    QStringList replaced{};        ///< packet ids of the documents replaced, for everybody
    QStringList replacedForSome{}; ///< "<packet id>\n<OrganId>": replaced for that office alone

    friend bool operator==(const PacketChange&, const PacketChange&) = default;
};

/// What an edXML packet says, as far as this desk uses it. The packet itself is kept byte for byte.
struct PacketFacts {
    enum class Kind { Document, Status, Unreadable };

    QByteArray sha256{}; ///< of the packet, hex
    Kind kind = Kind::Unreadable;
    bool unpacked = true;   ///< false: the envelope alone was read, attachments are still to come
    Error problem{};        ///< why it is unreadable; empty code otherwise
    QStringList findings{}; ///< codes of what was odd
    PacketSignatureFacts signature{};
    OrganRef from{};
    QList<OrganRef> receivers{};

    // Document
    QString packetDocumentId{};
    QString number{}; ///< as written
    QString notation{};
    QDate date{};
    QString dateText{}; ///< raw
    QString placeName{};
    QString kindName{};
    QString applicationType{};   ///< as written; see applicationKindOf()
    QList<PacketExtra> extras{}; ///< of what is no official document
    QString subject{};
    SignerFacts signer{};
    QDate dueDate{};
    QStringList recipients{};
    Urgency urgency = Urgency::Normal;
    int businessType = 0; ///< 0 new, 1 withdraw, 2 update, 3 replace
    PacketChange change{};
    QList<DocumentReference> responseFor{};
    QList<ContentRef> contents{}; ///< attachments, main first; their bytes are in the store

    // Status
    DocumentReference about{};
    QString statusCode{};
    QString statusText{};
    QDateTime statusTime{}; ///< UTC; invalid: not written
    QString statusPerson{};

    /// The key of its ApplicationKind; empty: an official document.
    [[nodiscard]] QString application() const;

    friend bool operator==(const PacketFacts&, const PacketFacts&) = default;
};

[[nodiscard]] QJsonObject toJson(const PacketExtra& extra);
[[nodiscard]] PacketExtra packetExtraFromJson(const QJsonObject& object);
[[nodiscard]] QJsonObject toJson(const PacketSignatureFacts& signature);
[[nodiscard]] PacketSignatureFacts packetSignatureFromJson(const QJsonObject& object);
[[nodiscard]] QJsonObject toJson(const PacketFacts& facts);
[[nodiscard]] std::optional<PacketFacts> packetFactsFromJson(const QJsonObject& object);

} // namespace app
