// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/conversation.h"

#include "exchange/hub/core/authenticator.h"
#include "exchange/hub/core/names.h"
#include "exchange/protocol/errorkind.h"
#include "exchange/protocol/requestsigning.h"

#include <QJsonArray>

namespace hub {

using exchange::fail;
using exchange::tooLarge;
using namespace Qt::Literals::StringLiterals;

Conversation::Conversation(HubCore& core, Authenticator& authenticator, LongPolls& polls)
    : m_core(core)
    , m_authenticator(authenticator)
    , m_polls(polls) {}

Conversation::~Conversation() {
    if (m_partHeld) {
        m_part.remove(); // the line was cut, or the bytes were wrong: nothing of this part counts
    }
    if (m_ticket) {
        m_polls.leave(*m_ticket);
    }
}

Result<void> Conversation::checkHead() {
    const Result<RequestLine> line = parseRequestLine(m_head.method, m_head.rawUri);
    if (!line) {
        return std::unexpected(line.error());
    }
    m_line = *line;
    m_names.call = nameOf(m_line.call);
    const qint64 limit = bodyLimit(m_line.call, m_core.limits());
    const QByteArray lengthText = m_head.header("Content-Length");
    bool numeric = false;
    m_length = lengthText.toLongLong(&numeric);
    if (!m_head.header("Transfer-Encoding").isEmpty() || (limit > 0 && (!numeric || m_length < 0))) {
        return fail("length-required");
    }
    if (m_length > limit) {
        return tooLarge(u"a body of %1 bytes; this call takes %2"_s.arg(m_length).arg(limit));
    }
    if (m_line.call == Call::Enrol) {
        return {};
    }
    exchange::SignedRequest request;
    request.method = m_head.method;
    request.pathAndQuery = m_head.rawUri;
    request.account = m_head.header(exchange::accountHeader);
    request.timeStamp = m_head.header(exchange::timeHeader);
    request.nonce = m_head.header(exchange::nonceHeader);
    request.bodySha256 = m_head.header(exchange::bodyHashHeader);
    const QByteArray signature = m_head.header(exchange::signatureHeader);
    if (request.account.isEmpty() || signature.isEmpty()) {
        return fail("request-unsigned");
    }
    const Result<Caller> caller = m_authenticator.authenticate(request, signature, m_head.address);
    if (!caller) {
        return std::unexpected(caller.error());
    }
    m_caller = *caller;
    m_names.account = m_caller.account;
    m_bodyHash = request.bodySha256;
    return {};
}

std::optional<Answer> Conversation::begin(RequestHead head) {
    m_head = std::move(head);
    if (const Result<void> checked = checkHead(); !checked) {
        return errorAnswer(checked.error());
    }
    if (m_line.call == Call::UploadPart) {
        m_partOffset = numberOf(m_line.query, u"offset"_s, -1);
        const QByteArray tusOffset = m_head.header("Upload-Offset");
        if (m_partOffset < 0 || (!tusOffset.isEmpty() && tusOffset != QByteArray::number(m_partOffset))) {
            return errorAnswer(malformedRequest(u"the offset of the part"_s).error());
        }
        const Result<QString> path = m_core.beginPart(m_caller, m_line.argument, m_partOffset, m_length);
        if (!path) {
            return errorAnswer(path.error());
        }
        m_partHeld = true;
        m_part.setFileName(*path);
        // Unbuffered: a full disk shows at the write that meets it.
        m_partFailed = !m_part.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered);
        if (m_partFailed) {
            return errorAnswer(filesFailed(m_part.errorString()).error());
        }
    }
    return std::nullopt;
}

void Conversation::takeBody(const char* bytes, size_t size) {
    const QByteArray piece(bytes, static_cast<qsizetype>(size));
    m_received += piece.size();
    if (m_received > m_length) {
        return; // cannot come from a library that counts; never stored in any case
    }
    m_hash.addData(piece);
    if (m_partHeld) {
        m_partFailed = m_partFailed || m_part.write(piece) != piece.size();
    } else {
        m_body += piece;
    }
}

std::optional<Answer> Conversation::finish(const std::function<void()>& suspend, const std::function<void()>& resume) {
    if (m_line.call == Call::Enrol) {
        return answerEnrol(m_authenticator, m_body, m_head.address);
    }
    if (m_received != m_length || m_hash.result().toHex() != m_bodyHash) {
        return errorAnswer(fail("body-hash-wrong").error());
    }
    if (m_line.call == Call::UploadPart) {
        return finishPart();
    }
    if (m_line.call == Call::Feed) {
        return finishFeed(suspend, resume);
    }
    return answerCall(m_core, m_caller, m_line, m_body, m_head.header("Range"));
}

Answer Conversation::finishPart() {
    const QString words = m_part.errorString();
    m_part.close();
    if (m_partFailed) {
        return errorAnswer(filesFailed(words).error());
    }
    m_partHeld = false;
    const Result<UploadPlace> place = m_core.endPart(m_caller, m_line.argument, m_partOffset, m_part.fileName());
    return place ? uploadAnswer(*place, 200) : errorAnswer(place.error());
}

std::optional<Answer> Conversation::finishFeed(const std::function<void()>& suspend,
                                               const std::function<void()>& resume) {
    const qint64 seconds = std::clamp<qint64>(numberOf(m_line.query, u"wait"_s, 0), 0, m_core.limits().longPollSeconds);
    if (seconds > 0 && !m_ticket && !m_slept) {
        LongPolls::Waiter waiter;
        waiter.mailbox = m_line.query.queryItemValue(u"mailbox"_s, QUrl::FullyDecoded);
        waiter.deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
        waiter.wake = resume;
        m_ticket = m_polls.enter(std::move(waiter));
    }
    if (m_slept) {
        const Result<Caller> now = m_authenticator.stillAllowed(m_caller);
        if (!now) {
            return errorAnswer(now.error());
        }
        m_caller = *now;
    }
    Answer answer = answerCall(m_core, m_caller, m_line, m_body, {});
    const bool empty = answer.status == 200 && answer.object.value("entries"_L1).toArray().isEmpty();
    if (m_ticket && empty && !m_slept) {
        m_slept = true;
        if (m_polls.sleep(*m_ticket, suspend)) {
            return std::nullopt;
        }
        answer = answerCall(m_core, m_caller, m_line, m_body, {}); // news came in between
    }
    return answer;
}

} // namespace hub
