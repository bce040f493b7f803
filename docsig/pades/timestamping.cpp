// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/pades/timestamping.h"

#include "docsig/cms/timestamprequest.h"

namespace docsig {

Result<QByteArray> stampOver(QByteArrayView digest, Digest algorithm, const Stamper& stamper) {
    if (stamper.source == nullptr || stamper.address.isEmpty()) {
        return fail("time-stamp-no-authority");
    }
    const auto request = makeTimeStampRequest(digest, algorithm);
    if (!request) {
        return std::unexpected(request.error());
    }
    const EvidenceQuery query{EvidenceQuery::Kind::TimeStamp, stamper.address, request->der};
    const auto answer = stamper.source->fetch(query, stamper.stop);
    return answer ? tokenFromAnswer(*answer, *request) : answer;
}

Finding missingStamp(const Error& why) {
    const QString detail = why.detail.isEmpty() ? why.code : why.code + QStringLiteral(": ") + why.detail;
    return finding("time-stamp-missing", Part::Time, Weight::Doubt, detail);
}

} // namespace docsig
