// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/demoauthority.h"

#include <QByteArray>
#include <QDateTime>

#include <functional>
#include <optional>

namespace support {

/// How a responder answers.
struct OcspManner {
    docsig::DemoKey signer; ///< the issuer itself, or a delegate
    QDateTime thisUpdate;
    QDateTime nextUpdate;                                                       ///< invalid: not stated
    QDateTime producedAt;                                                       ///< invalid: thisUpdate
    std::function<std::optional<QDateTime>(const QString& serial)> revokedAt{}; ///< lower-case hex; null: none is
    QDateTime archiveCutoff{};
    bool unknown = false;          ///< knows nobody
    bool onHold = false;           ///< what is revoked is suspended
    bool namesItselfByKey = false; ///< ResponderID byKey
    bool withoutCertificate = false;
    bool pss = false; ///< RSASSA-PSS, for an RSA signer
};

/// An OCSPResponse (DER) to an OCSPRequest. Empty where the request is none.
[[nodiscard]] QByteArray ocspAnswer(const QByteArray& request, const OcspManner& manner);

/// A refusal: tryLater (RFC 6960 §4.2.1).
[[nodiscard]] QByteArray ocspRefusal();

} // namespace support
