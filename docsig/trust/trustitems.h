// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"
#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>

namespace docsig {

/// One thing that a trust folder may hold, with the facts that a person compares before it is trusted.
struct TrustItem {
    enum class Kind {
        Root,           ///< a self-signed authority
        Intermediate,   ///< an authority under another
        RevocationList, ///< what an authority took back
        Leaf,           ///< a person's, an office's or a machine's certificate: never an anchor of trust
    };

    Kind kind = Kind::Leaf;
    QByteArray der;
    QByteArray sha256;            ///< of the DER, lower-case hex
    QString name;                 ///< whose certificate, or whose list
    QString key;                  ///< "RSA 4096"; empty for a list
    CertificateFacts certificate; ///< empty for a list
    QDateTime from;               ///< valid from, or issued
    QDateTime until;              ///< valid to, or next list due; may be invalid for a list
    int revoked = 0;              ///< entries of a list
    bool weakHash = false;        ///< signed over MD5 or SHA-1 by another (a root's own signature proves nothing)

    friend bool operator==(const TrustItem&, const TrustItem&) = default;
};

/// Reads certificates and revocation lists from a file's bytes: DER, any number of PEM blocks, PKCS#7 (.p7b, .p7c) as
/// DER or PEM; what is there twice is returned once. At most 16 MiB and 1,000 items. Any thread.
/// Codes: trust-import-empty, trust-import-too-large, trust-import-private-key.
[[nodiscard]] Result<QList<TrustItem>> trustItemsIn(QByteArrayView bytes);

/// What is to be told of an item at that time before a person takes it: trust-item-leaf (a fault: it is refused),
/// trust-item-expired, trust-item-not-yet-valid, trust-item-weak-hash, trust-list-ended.
[[nodiscard]] QList<Finding> concernsOf(const TrustItem& item, const QDateTime& at);

} // namespace docsig
