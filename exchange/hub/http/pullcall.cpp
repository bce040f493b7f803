// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/pullcall.h"

#include "exchange/hub/core/names.h"
#include "exchange/protocol/bundle.h"
#include "exchange/protocol/wire.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;

Answer answerPull(HubCore& core, const Caller& caller, const QByteArray& body) {
    const auto request = exchange::readPullRequest(body);
    if (!request) {
        return errorAnswer(malformedRequest(u"the body is no question for news"_s).error());
    }
    const auto pulled = core.pull(caller, *request);
    if (!pulled) {
        return errorAnswer(pulled.error());
    }
    Answer answer;
    answer.bytes = exchange::writeBundle(*pulled);
    answer.headers.emplaceBack("Content-Type", "application/x-congvan-bundle");
    answer.quiet = pulled->entries.isEmpty() && pulled->directoryVersion <= request->directoryVersion;
    return answer;
}

int pullWait(const QByteArray& body, const HubLimits& limits) {
    const auto request = exchange::readPullRequest(body);
    return request ? std::clamp(request->waitSeconds, 0, limits.longPollSeconds) : 0;
}

Answer answerWholePacket(HubCore& core, const Caller& caller, const QByteArray& sha256, const QString& kind,
                         const QByteArray& packet) {
    const auto receipt = core.postWholePacket(caller, sha256, kind, packet);
    return receipt ? Answer{.status = 201, .object = exchange::wire::json(*receipt)} : errorAnswer(receipt.error());
}

} // namespace hub
