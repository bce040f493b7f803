// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"
#include "docsig/report/signaturereport.h"
#include "docsig/trust/trustpolicy.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace docsig {

struct TrustedList;

/// What is trusted: roots, certificates that help to build a path, revocation lists and OCSP responses. A value; copies
/// are cheap (shared until written). Reading it is safe from several threads.
class TrustStore final {
public:
    TrustStore(); ///< trusts nobody
    ~TrustStore();
    TrustStore(const TrustStore&);
    TrustStore& operator=(const TrustStore&);

    /// Reads lists/ (trusted lists, checked when they were imported), roots/, intermediates/, ocsp/ and crls/ (*.pem,
    /// *.crt, *.cer, *.der, *.crl; at most 1,000 files of 64 MiB). What lies in the folder itself is taken by its kind:
    /// a self-signed certificate as a root, another as an intermediate. What is there twice is taken once. Where the
    /// folder's settings say so (trustsettings.h), the system's roots are taken, too. Codes: trust-folder-missing,
    /// trust-file-unreadable, trust-file-malformed, trust-folder-too-large. A folder without roots is a store that
    /// trusts nobody.
    [[nodiscard]] static Result<TrustStore> load(const QString& directory);

    /// Each takes one DER item; false where it is not one.
    bool addRoot(QByteArrayView der);
    bool addIntermediate(QByteArrayView der);
    bool addCrl(QByteArrayView der);
    /// An OCSPResponse; false also for one that is a refusal. Whether it may speak for anybody is judged when it is
    /// used.
    bool addOcspResponse(QByteArrayView der);
    /// Takes the authorities and time-stamp services of a checked list as anchors, whatever their status is today: what
    /// it was at the judged time is asked when a path is judged. Responders only help to build paths.
    void addTrustedList(const TrustedList& list);
    /// Takes in all that the other holds.
    void add(const TrustStore& other);

    /// The same roots and intermediates without any list or response.
    [[nodiscard]] TrustStore withoutEvidence() const;

    /// What is shown of a certificate; nothing, if the bytes are not exactly one of at most 256 KiB. The store and its
    /// copies remember it: authorities come again with each signature.
    [[nodiscard]] std::optional<CertificateFacts> describe(QByteArrayView der) const;

    [[nodiscard]] qsizetype rootCount() const;
    [[nodiscard]] qsizetype crlCount() const;

    struct Private;
    /// For docsig/trust alone.
    [[nodiscard]] const Private& contents() const { return *d; }

private:
    [[nodiscard]] Private& writable();

    std::shared_ptr<Private> d;
};

enum class Purpose { DocumentSigning, TimeStamping };

/// What a path is worth at a time.
struct PathJudgement {
    Judgement trust = Judgement::CannotTell;
    QList<Finding> findings;      ///< all of part Trust
    QList<CertificateFacts> path; ///< leaf first, as far as it could be built
};

/// Judges the path from a certificate to a trusted root at the time `at` (the proven time of the signature, or, without
/// one, the time of the question; say which by `timeProven`). Invalid: revoked before `at`, wrong purpose, a broken
/// path (bad signature, not an authority, path length), not valid at a proven time. Cannot tell: no path to a trusted
/// root, not valid at a time that nothing proves, no revocation data, revocation data stale. Revocation is judged at
/// `at` by the lists and OCSP responses of the store together. Never asks the network. Any thread.
[[nodiscard]] PathJudgement judgePath(QByteArrayView leaf, const QList<QByteArray>& others, const TrustStore& store,
                                      const QDateTime& at, Purpose purpose = Purpose::DocumentSigning,
                                      bool timeProven = false, const TrustPolicy& policy = {});

} // namespace docsig
