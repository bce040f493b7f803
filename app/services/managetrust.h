// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "docsig/trust/trustedlist.h"
#include "docsig/trust/trustitems.h"
#include "docsig/trust/trustpolicy.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>

namespace app {

/// One item of a file that somebody wants to import, before it is confirmed.
struct TrustProposal {
    docsig::TrustItem item;
    QList<docsig::Finding> concerns; ///< for the person to weigh; a fault refuses the item
    bool known = false;              ///< the store has it already

    [[nodiscard]] bool isRefused() const;
    [[nodiscard]] bool isNew() const { return !known && !isRefused(); }
};

/// One item that the office trusts.
struct TrustEntry {
    docsig::TrustItem item;
    QList<docsig::Finding> concerns;
};

/// The trust folder of a profile: what the office holds for its roots, certificates between and revocation lists
/// (design.md §2: a store that the office manages). Every change replaces one file at once and is written down before,
/// with who and when, in the folder's log. Needs no opened session; any thread but the GUI's.
class ManageTrust {
public:
    /// `clock` empty: the system's, UTC.
    ManageTrust(QString folder, QString person, std::function<QDateTime()> clock = {});

    /// Roots first, then those between, then lists; by name. Codes: those of reading.
    [[nodiscard]] Result<QList<TrustEntry>> list() const;
    /// What a file (PEM, DER, P7B; certificates or lists) would bring. Nothing is changed. Codes: trust-import-missing,
    /// those of docsig::trustItemsIn.
    [[nodiscard]] Result<QList<TrustProposal>> look(const QString& file) const;
    /// Takes the new ones of what was looked at and confirmed; returns how many. Codes: trust-not-written.
    [[nodiscard]] Result<int> import(const QList<TrustProposal>& confirmed);
    /// Takes one out by its fingerprint, or by the beginning of it (at least 8 digits, colons and case don't matter).
    /// Codes: trust-entry-unknown, trust-not-written.
    [[nodiscard]] Result<docsig::TrustItem> remove(const QString& fingerprint);

    /// Reads a trusted list (TS 119 612) and checks its signature by the operator's certificate, which the office pins
    /// by naming it; a list already held is renewed only by a later one. Nothing is changed. Codes:
    /// trust-import-missing, trusted-list-older, those of docsig::readTrustedList.
    [[nodiscard]] Result<docsig::TrustedList> lookAtList(const QString& file, const QString& operatorFile) const;
    /// Takes what lookAtList() gave, once a person confirmed it. Codes: trust-not-written, trust-log-not-written.
    [[nodiscard]] Result<void> importList(const docsig::TrustedList& list);
    /// The lists held.
    [[nodiscard]] QList<docsig::TrustedList> lists() const;
    /// Gives up the lists of a territory. Codes: trusted-list-unknown, trust-not-removed.
    [[nodiscard]] Result<void> removeList(const QString& territory);

    [[nodiscard]] bool usesSystemRoots() const;
    [[nodiscard]] Result<void> setUseSystemRoots(bool use);

    /// How far clocks may differ (at most an hour) and how long after their end revocation data is still believed (at
    /// most 30 days). Codes: trust-policy-outside, trust-settings-not-written.
    [[nodiscard]] docsig::TrustPolicy policy() const;
    [[nodiscard]] Result<void> setPolicy(const docsig::TrustPolicy& policy);

    /// The log, oldest first: "2026-11-23T02:00:00.000Z", person, what was done.
    struct LogLine {
        QDateTime at;
        QString person;
        QString act; ///< import, remove, import-list, remove-list, system-roots-on, system-roots-off
        QString kind;
        QString name;
        QString sha256;
    };
    [[nodiscard]] QList<LogLine> log() const;

private:
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] Result<void> writeDown(const QString& act, const QString& kind = {}, const QString& name = {},
                                         const QByteArray& sha256 = {});
    [[nodiscard]] Result<void> writeDown(const QString& act, const docsig::TrustItem& item);
    [[nodiscard]] Result<QByteArray> bytesOf(const QString& path) const;
    [[nodiscard]] Result<void> removeFile(const QString& path);
    [[nodiscard]] Result<void> store(const docsig::TrustItem& item);

    QString m_folder;
    QString m_person;
    std::function<QDateTime()> m_clock;
};

/// "root", "intermediate", "crl", "leaf": the stable words of the command line and the log.
[[nodiscard]] QString trustKindKey(docsig::TrustItem::Kind kind);

/// A fingerprint in pairs of digits, as certificates are compared over the telephone: "A1:B2:…".
[[nodiscard]] QString displayFingerprint(const QByteArray& sha256);

} // namespace app
