// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/axis/axiscalls.h"

#include "exchange/envelope/errorlist.h"
#include "exchange/hub/axis/axisbodies.h"
#include "exchange/hub/axis/axislists.h"
#include "exchange/hub/core/names.h"
#include "exchange/hub/core/rules.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/servererrors.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;
namespace axis = exchange::axis;

namespace {

constexpr qint64 mostInJson =
    16 * 1024 * 1024; // a client must hold it whole; what is larger it fetches by downloadEdoc

struct Route {
    const char* method;
    const char* name;
    AxisCall call;
};

constexpr Route routes[] = {
    {"POST", "registerAgency", AxisCall::RegisterAgency},
    {"POST", "deleteAgency", AxisCall::DeleteAgency},
    {"POST", "getAgenciesList", AxisCall::AgenciesList},
    {"POST", "getSynchronizeUnit", AxisCall::SynchronizeUnit},
    {"POST", "sendEdoc", AxisCall::SendEdoc},
    {"POST", "getReceivedEdocList", AxisCall::ReceivedList},
    {"POST", "getSentEdocList", AxisCall::SentList},
    {"POST", "getEdoc", AxisCall::GetEdoc},
    {"GET", "downloadEdoc", AxisCall::DownloadEdoc},
    {"POST", "updateStatus", AxisCall::UpdateStatus},
    {"GET", "countReceiveEdoc", AxisCall::CountEdoc},
    {"GET", "countReceiveStatus", AxisCall::CountStatus},
};

/// A packet's number here is the SHA-256 of its bytes. Who knows it has no right by that: the packet must be in a feed
/// of the caller's.
Result<ReadableContent> packetOf(HubCore& core, const Caller& caller, const axis::SignedCall& parameters) {
    const QByteArray docId = parameters.value("docId");
    return core.content(caller, docId, u"packet/"_s + QString::fromLatin1(docId));
}

Answer answerDownload(HubCore& core, const Caller& caller, const axis::SignedCall& parameters) {
    const Result<ReadableContent> content = packetOf(core, caller, parameters);
    if (!content) {
        return axisError(content.error());
    }
    Answer answer;
    answer.filePath = content->path;
    answer.device = content->device;
    answer.fileLength = content->size;
    answer.headers.emplaceBack("Content-Type", "application/octet-stream");
    return answer;
}

Answer answerGet(HubCore& core, const Caller& caller, const axis::SignedCall& parameters) {
    const Result<ReadableContent> content = packetOf(core, caller, parameters);
    if (!content) {
        return axisError(content.error());
    }
    if (content->size > mostInJson) {
        return axisError(exchange::tooLarge(u"a packet of %1 bytes; ask downloadEdoc"_s.arg(content->size)).error());
    }
    return base64Answer(*content);
}

} // namespace

std::optional<AxisCall> axisCallOf(const QByteArray& method, const QByteArray& path) {
    for (const Route& route : routes) {
        if (method == route.method && path == QByteArray("/axis/") + route.name) {
            return route.call;
        }
    }
    return std::nullopt;
}

QByteArray axisCallName(AxisCall call) {
    for (const Route& route : routes) {
        if (route.call == call) {
            return QByteArray("axis-") + route.name;
        }
    }
    return {};
}

Answer axisAnswer(const QJsonObject& members) {
    Answer answer;
    answer.object = members;
    answer.object.insert(u"status"_s, u"OK"_s);
    answer.object.insert(u"ErrorCode"_s, u"0"_s);
    answer.object.insert(u"ErrorDesc"_s, QString());
    return answer;
}

Answer axisError(const exchange::Error& error) {
    Answer answer = errorAnswer(error); // its "code" is what the log shows
    // The hub's own inside stays inside, as in the office calls.
    const QString detail = answer.object.take(u"detail"_s).toString();
    answer.object.insert(u"status"_s, u"FAIL"_s);
    answer.object.insert(u"ErrorCode"_s, QString::number(exchange::serverErrorNumber(error.code)));
    answer.object.insert(u"ErrorDesc"_s, QString::fromUtf8(exchange::errorListXml({{error.code, detail}})));
    return answer;
}

Result<QDateTime> axisTime(const axis::SignedCall& parameters, QByteArrayView name) {
    const QByteArray text = parameters.value(name);
    if (text.isEmpty()) {
        return QDateTime();
    }
    const auto time = axis::readListTime(QString::fromLatin1(text));
    return time ? Result<QDateTime>(*time) : malformedRequest(QString::fromLatin1(name.toByteArray()));
}

Answer answerAxisCall(HubCore& core, const Caller& caller, AxisCall call, const axis::SignedCall& parameters) {
    switch (call) {
    case AxisCall::RegisterAgency:
    case AxisCall::DeleteAgency:
        // The directory is kept by whoever runs the hub (congvan-hub agency), not by those who are in it.
        return axisError(notPermitted(u"the directory is kept by the hub's administrator"_s).error());
    case AxisCall::AgenciesList:
        return agenciesAnswer(core, caller, 0);
    case AxisCall::SynchronizeUnit:
        return agenciesAnswer(core, caller, std::max<qint64>(parameters.value("sinceVersion").toLongLong(), 0));
    case AxisCall::ReceivedList:
        return answerReceivedList(core, caller, parameters);
    case AxisCall::SentList:
        return answerSentList(core, caller, parameters);
    case AxisCall::GetEdoc:
        return answerGet(core, caller, parameters);
    case AxisCall::DownloadEdoc:
        return answerDownload(core, caller, parameters);
    case AxisCall::UpdateStatus: {
        const auto taken =
            core.lists().take(caller, parameters.value("docid"), QString::fromLatin1(parameters.value("status")));
        return taken ? axisAnswer() : axisError(taken.error());
    }
    case AxisCall::CountEdoc:
        return answerCount(core, caller, u"edoc"_s);
    case AxisCall::CountStatus:
        return answerCount(core, caller, u"status"_s);
    case AxisCall::SendEdoc:
        break; // answered where its body is read
    }
    return axisError(malformedRequest(u"the call"_s).error());
}

} // namespace hub
