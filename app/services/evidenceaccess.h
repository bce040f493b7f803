// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/trust/evidencesource.h"
#include "docsig/trust/truststore.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace app {

class OfficeDesk;

/// Whom this program may ask for evidence. A place is "host:port". Everybody else is shown and asked only when a person
/// names them.
struct EvidenceAccess {
    QStringList trusted; ///< named by the certificates of the trust store; on public addresses alone
    QStringList named;   ///< named by the settings or a person: may lie in the office's own network
    bool fresh = false;  ///< ask again for what the cache holds

    /// The place of an http or https address, in lower case with its port; empty where it is none, or carries a name
    /// and password.
    [[nodiscard]] static QString placeOf(const QString& address);
    /// The places that a person's words mean: an address is one; a bare host is its ports 80 and 443; "host:port" is
    /// itself. Empty where they mean nothing.
    [[nodiscard]] static QStringList placesOf(const QString& words);

    /// Lets the places be asked that the certificates of the store name.
    void trust(const docsig::TrustStore& store);

    /// Lets them be asked that the words mean; false where they mean nothing.
    bool allow(const QString& words);

    [[nodiscard]] bool mayAsk(const QString& place) const;
    [[nodiscard]] bool mayBePrivate(const QString& place) const { return named.contains(place); }
};

/// What a person says about one attempt.
struct EvidenceWish {
    QStringList hosts{}; ///< may be asked this once beside those that trust store and settings name
    bool fresh = false;  ///< ask again for what the cache holds
};

/// Makes a way to the network for one piece of work.
using EvidenceSourceFactory = std::function<std::unique_ptr<docsig::EvidenceSource>(const EvidenceAccess& access)>;

/// What the profile's trust folder and settings allow now, and this person.
[[nodiscard]] EvidenceAccess evidenceAccess(const OfficeDesk& desk, const EvidenceWish& wish = {});

} // namespace app
