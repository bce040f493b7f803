// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/httpevidencesource.h"

#include "app/runtime/evidenceline.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

using Kind = docsig::EvidenceQuery::Kind;

constexpr qint64 largestList = 64 << 20;
constexpr qint64 largestAnswer = 1 << 20;

EvidenceCall callFor(const docsig::EvidenceQuery& query, const EvidenceLimits& limits) {
    EvidenceCall call{.address = QUrl(query.address, QUrl::StrictMode),
                      .body = query.body,
                      .contentType = {},
                      .answerBytes = largestAnswer,
                      .connectMilliseconds = limits.connectMilliseconds,
                      .totalMilliseconds = limits.answerMilliseconds,
                      .stalledSeconds = limits.stalledSeconds};
    switch (query.kind) {
    case Kind::TimeStamp:
        call.contentType = "application/timestamp-query";
        call.totalMilliseconds = limits.stampMilliseconds;
        call.stalledSeconds = 0;
        break;
    case Kind::Ocsp:
        call.contentType = "application/ocsp-request";
        break;
    case Kind::Crl:
        call.answerBytes = largestList;
        call.totalMilliseconds = limits.listMilliseconds;
        break;
    case Kind::Issuer:
        break;
    }
    return call;
}

} // namespace

HttpEvidenceSource::HttpEvidenceSource(EvidenceSourceOptions options)
    : m_options(std::move(options))
    , m_cache(m_options.cacheFolder) {}

docsig::Result<QByteArray> HttpEvidenceSource::fetch(const docsig::EvidenceQuery& query, std::stop_token stop) {
    const QDateTime now = m_options.clock ? m_options.clock() : QDateTime::currentDateTimeUtc();
    if (!m_options.access.fresh) {
        if (auto kept = m_cache.find(query, now)) {
            return std::move(*kept); // nobody is asked, so nobody needs to be allowed
        }
    }
    const QString place = EvidenceAccess::placeOf(query.address);
    if (!m_options.access.mayAsk(place)) {
        return docsig::fail("evidence-address-refused", query.address.left(300));
    }
    EvidenceCall call = callFor(query, m_options.limits);
    call.privateAllowed = m_options.access.mayBePrivate(place);
    auto answer = askForEvidence(call, std::move(stop));
    if (!answer) {
        return std::unexpected(docsig::Error{.code = answer.error().code, .detail = answer.error().detail});
    }
    m_cache.keep(query, *answer, now);
    return std::move(*answer);
}

} // namespace app
