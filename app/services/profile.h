// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/agency.h"
#include "app/domain/person.h"
#include "app/services/evidencesettings.h"
#include "app/services/keysource.h"

#include <QString>

#include <optional>

namespace app {

/// How a sent document is asked back; servers differ (spec §2.7).
enum class RecallBy {
    Packet, ///< a document packet of BussinessDocType 1
    Status, ///< status 13
};

/// What profile.json of a profile folder says: one person in one office. Paths inside the folder are stored relative to
/// it and are absolute here.
struct Profile {
    QString folder;
    Person person;
    Agency agency;
    QString superiorName; ///< cơ quan chủ quản, above the office's name on the page
    QString placeName;    ///< địa danh, before the date on the page
    QString notationUnit; ///< abbreviation of the office in notations, e.g. "SNV"
    QString hubUrl;
    QString account;
    QString caFile;                        ///< certificate authority of the hub's TLS; may be empty
    std::optional<KeySource> signatureKey; ///< the person's
    std::optional<KeySource> sealKey;      ///< the office's, on the clerk's profile
    QString signaturePicture;              ///< PNG; may be empty
    QString sealPicture;
    EvidenceSettings evidence; ///< levels of signatures and who is asked for them
    RecallBy recallBy = RecallBy::Packet;
    /// How packets are written: a name of resources/edxml/profiles.tsv (exchange::WriterProfile).
    QString packetProfile = QStringLiteral("dotnet");
    bool signPackets = false;   ///< packets that are sent are signed with the seal's key, which asks for its PIN
    bool showTestUnits = false; ///< agencies that are there for tests (isTestUnit) can be chosen, too
    QString language;           ///< "vi", "en" or empty for the system's
    bool demo = false;          ///< belongs to a demo world: said in the window

    [[nodiscard]] QString secretFile() const;
    [[nodiscard]] QString storeFile() const;
    [[nodiscard]] QString objectsFolder() const;
    /// Sealed registers of secret documents.
    [[nodiscard]] QString secretBookFolder() const;
    [[nodiscard]] QString trustFolder() const;
    /// Answers of the network that may be used again.
    [[nodiscard]] QString evidenceFolder() const;
    /// The certificate of the default key, kept beside it so that it can be shown before a PIN is asked.
    [[nodiscard]] QString certificateFile() const;

    friend bool operator==(const Profile&, const Profile&) = default;
};

} // namespace app
