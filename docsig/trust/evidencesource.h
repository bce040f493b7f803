// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/report/error.h"

#include <QByteArray>
#include <QString>

#include <stop_token>

namespace docsig {

/// One question to the network: what is asked, where and with which body. The body and the answer are DER; whoever asks
/// checks the answer, so that a source can be anybody.
struct EvidenceQuery {
    enum class Kind {
        TimeStamp, ///< RFC 3161 over HTTP POST, application/timestamp-query
        Ocsp,      ///< RFC 6960 over HTTP POST, application/ocsp-request
        Crl,       ///< RFC 5280 §4.2.1.13, HTTP GET
        Issuer,    ///< RFC 5280 §4.2.2.1 caIssuers, HTTP GET; DER certificate or P7C
    };

    Kind kind = Kind::Crl;
    QString address; ///< http or https
    QByteArray body; ///< empty for a GET
};

/// The port to the network: docsig itself never opens a connection. Implementations decide which addresses may be
/// asked, cache what may be kept, and bound time and size. Blocking, as long as two minutes for a time stamp; any
/// thread but the GUI's; thread-safe.
class EvidenceSource {
public:
    EvidenceSource() = default;
    virtual ~EvidenceSource() = default;
    EvidenceSource(const EvidenceSource&) = delete;
    EvidenceSource& operator=(const EvidenceSource&) = delete;

    /// The body of the answer. A request to stop ends it early with the source's own code for that.
    [[nodiscard]] virtual Result<QByteArray> fetch(const EvidenceQuery& query, std::stop_token stop) = 0;
};

} // namespace docsig
