// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/administration.h"

namespace hub {

class SecretBox;

/// What a person says of a server above.
struct RelaySettings {
    QString name;    ///< "up": letters, digits, dots and hyphens
    QString profile; ///< see relayProfiles()
    QString url;     ///< of the folder profile: the path of the folder
    QString account;
    QByteArray secret; ///< empty: as it was
    QString caFile;
    QString ownHub; ///< this hub's OrganId
    QJsonObject options;
};

/// What the person who runs the hub may do with relays. Calls block and have committed when they return.
class RelayAdmin {
public:
    /// References must outlive the object.
    RelayAdmin(Store& store, const SecretBox& secrets, std::function<QDateTime()> clock);

    /// Adds a server above, or changes it; a running hub takes it up within a minute. "relay-name-wrong",
    /// "relay-profile-unknown", "relay-options-wrong", "relay-secret-missing"; "relay-hub-differs" where another relay
    /// names another OrganId for this hub.
    [[nodiscard]] Result<void> add(const RelaySettings& settings);
    /// "relay-unknown"; "relay-busy" while packets wait for it, unless `drops`.
    [[nodiscard]] Result<void> remove(const QString& name, bool drops);
    /// Servers above with their journals: what waits, what is uncertain, what failed, at most `most` of each.
    [[nodiscard]] Result<QJsonObject> list(int most);
    /// Lets the relay try again what failed or is uncertain, all of it or one packet; gives how many. What is uncertain
    /// may reach its receivers twice: the caller has asked. `arrived`: instead, what is uncertain counts as done.
    /// "relay-unknown", "relay-packet-unknown".
    [[nodiscard]] Result<int> retry(const QString& name, std::optional<qint64> id, bool arrived);
    /// Makes an account "<organId>/relay:<login>" for a hub below, which reads the mailboxes of these agencies and
    /// sends for them alone; those without an entry as local agencies get one. "hub-agency-unknown", "hub-name-wrong".
    [[nodiscard]] Result<EnrolmentCode> allow(const QString& organId, const QString& login,
                                              const QStringList& agencies);
    /// {"held": n, "statuses": [{from, for, documentId, since, until}], "relays": n, "waiting": n, "uncertain": n,
    /// "failed": n} for `congvan-hub status`: numbers of packets, and the oldest statuses that wait for their document.
    [[nodiscard]] Result<QJsonObject> overview();

private:
    Store& m_store;
    const SecretBox& m_secrets;
    std::function<QDateTime()> m_clock;
};

/// The secret of a relay as it is on the line.
[[nodiscard]] Result<QByteArray> openRelaySecret(const SecretBox& secrets, const RelayRecord& relay);

} // namespace hub
