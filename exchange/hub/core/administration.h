// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/store.h"

#include <QJsonObject>

#include <functional>

namespace hub {

/// A one-time code with which a client claims an account; valid for 24 hours, kept only as a hash.
struct EnrolmentCode {
    QString account;
    QString code; ///< five groups of four: "7K2M-…"
    QDateTime expires;
};

/// A new one for an account.
[[nodiscard]] EnrolmentCode newEnrolmentCode(const QString& account, const QDateTime& now);

/// What the person who runs the hub may do: offices, people, accounts. Calls block and have committed when they return.
class Administration {
public:
    Administration(Store& store, std::function<QDateTime()> clock);

    /// Creates an office with its mailbox, or changes it. "hub-name-wrong" where the OrganId is none.
    [[nodiscard]] Result<void> putAgency(const exchange::AgencyEntry& agency);
    /// Ends an office with a day (the last one on which it takes documents); `successor` is named to senders, may be
    /// empty. "hub-agency-unknown" for either.
    [[nodiscard]] Result<void> closeAgency(const QString& organId, QDate validTo, const QString& successor);
    /// A page of the directory: what changed since a version.
    [[nodiscard]] Result<exchange::Directory> agencies(qint64 sinceVersion);
    /// Adds the hash of a seal certificate to an office. "hub-agency-unknown".
    [[nodiscard]] Result<void> addSeal(const QString& organId, const QByteArray& certificateSha256);
    /// Creates a person with a mailbox (and the unit's), or changes one. `person.mailbox` is computed.
    [[nodiscard]] Result<void> putPerson(const QString& organId, const exchange::PersonEntry& person);
    /// Creates an account, or lets an existing one enrol again (its old secret ends). `mailboxes` must exist and belong
    /// to the office; the account's own mailbox, where it has one, comes first. "hub-mailbox-unknown".
    [[nodiscard]] Result<EnrolmentCode> addAccount(const QString& organId, const QString& login,
                                                   const QStringList& mailboxes);
    /// A new one-time code for an account that goes on with its secret until the code is redeemed.
    /// "hub-account-unknown"; a revoked account is let in again by addAccount() alone.
    [[nodiscard]] Result<EnrolmentCode> rotateAccount(const QString& account);
    /// Ends an account: every further request of it fails. "hub-account-unknown".
    [[nodiscard]] Result<void> revokeAccount(const QString& account);

    /// How much an agency may keep, or all that have no quota of their own (empty); none: without a limit.
    /// "hub-agency-unknown".
    [[nodiscard]] Result<void> setQuota(const QString& organId, std::optional<qint64> bytes);
    [[nodiscard]] Result<QList<AgencyUsage>> usages();
    /// How much an account may send in a day; empty: each one without a limit of its own. "hub-account-unknown", but
    /// for servers above ("<own hub>/relay:<name>").
    [[nodiscard]] Result<void> setDayLimit(const QString& account, const DayAmount& limit);
    [[nodiscard]] Result<QList<DayUsage>> dayUsages();
    [[nodiscard]] Result<StoreCounts> counts();

    /// Reads {"agencies": […], "people": […], "accounts": […]}; see `congvan-hub import --help`. All or nothing where a
    /// field is wrong ("hub-import-malformed"). Answers {"accounts": [{account, agency, login, code, expires}]}:
    /// accounts that are enrolled already keep their secret and get no code.
    [[nodiscard]] Result<QJsonObject> import(const QJsonObject& world);
    /// {"agencies": n, "accounts": [{account, enrolled, revoked, state, mailboxes}]}.
    [[nodiscard]] Result<QJsonObject> overview();

private:
    Store& m_store;
    std::function<QDateTime()> m_clock;
};

} // namespace hub
