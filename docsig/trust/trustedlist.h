// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"
#include "docsig/report/signaturereport.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace docsig {

/// One trust service of a trusted list (ETSI TS 119 612 §5.5) with its history.
struct TrustedService {
    enum class Kind { Authority, TimeStamping, Ocsp, Other };

    /// What the service was from this moment on.
    struct Status {
        QDateTime from;
        bool granted = false;
        QString word; ///< the last part of the status' URI: "granted", "withdrawn", "supervisionceased"…

        friend bool operator==(const Status&, const Status&) = default;
    };

    Kind kind = Kind::Other;
    QString provider;
    QString name;
    QList<QByteArray> certificates; ///< DER
    QList<Status> statuses;         ///< newest first

    /// The status at a time; nothing before the first one.
    [[nodiscard]] std::optional<Status> statusAt(const QDateTime& at) const;

    friend bool operator==(const TrustedService&, const TrustedService&) = default;
};

/// A trusted list whose signature was checked against the certificate of the operator that the office pinned.
struct TrustedList {
    QString territory; ///< "VN", "EU"
    QString operatorName;
    QString schemeName;
    int sequence = 0;
    QDateTime issued;
    QDateTime nextUpdate;           ///< invalid: the list was closed and is not renewed
    QByteArray operatorSha256;      ///< of the pinned certificate, lower-case hex
    QList<TrustedService> services; ///< those that hold a certificate

    friend bool operator==(const TrustedList&, const TrustedList&) = default;
};

/// Reads a trusted list. The XML is hostile until its signature holds: no document type, no entity, at most 32 MiB and
/// 256 levels; one enveloped XMLDSig or XAdES signature as a child of the root, over the whole root, by the pinned
/// certificate's key, over SHA-2; only what was signed is read. Nothing is fetched. Any thread.
/// Codes: trusted-list-too-large, trusted-list-not-xml, trusted-list-unsigned, trusted-list-signature-wrong,
/// trusted-list-malformed, trusted-list-operator-unreadable.
[[nodiscard]] Result<TrustedList> readTrustedList(const QByteArray& xml, QByteArrayView operatorCertificate);

/// What is to be told of a list at that time: trusted-list-outdated.
[[nodiscard]] QList<Finding> concernsOf(const TrustedList& list, const QDateTime& at);

/// How a checked list is kept in a trust folder; loses nothing.
[[nodiscard]] QJsonObject toJson(const TrustedList& list);
/// Nothing where the form is another.
[[nodiscard]] std::optional<TrustedList> trustedListFromJson(const QJsonObject& object);

} // namespace docsig
