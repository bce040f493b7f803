// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/opensslpointers.h"
#include "docsig/trust/knowncertificates.h"
#include "docsig/trust/ocspresponse.h"
#include "docsig/trust/trustedlist.h"
#include "docsig/trust/truststore.h"

#include <QHash>

#include <vector>

namespace docsig {

/// A counted reference to an OpenSSL object that is only read from now on, so that copies of a store share it.
using SharedCertificate = std::shared_ptr<X509>;
using SharedList = std::shared_ptr<X509_CRL>;
using SharedResponse = std::shared_ptr<const OcspResponse>;

/// What a trusted list says about a certificate.
struct ListedService {
    TrustedService service;
    QDateTime nextUpdate; ///< of the list
};

/// The parsed insides of a TrustStore. Private to docsig/trust.
struct TrustStore::Private {
    std::vector<SharedCertificate> roots;
    std::vector<SharedCertificate> intermediates;
    std::vector<SharedList> lists;
    std::vector<SharedResponse> responses;
    QHash<QByteArray, QList<ListedService>> services; ///< by the SHA-256 of the certificate, hex
    std::shared_ptr<KnownCertificates> known = std::make_shared<KnownCertificates>(); ///< shared by copies
};

} // namespace docsig
