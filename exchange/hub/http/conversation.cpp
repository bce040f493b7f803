// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/conversation.h"

#include "exchange/hub/core/authenticator.h"
#include "exchange/hub/http/pullcall.h"

#include <QLocale>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

/// RFC 9110 §5.6.7.
QByteArray dateHeader(const QDateTime& utc) {
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

Conversation::Conversation(HubCore& core, Authenticator& authenticator, LongPolls& polls)
    : m_core(core)
    , m_authenticator(authenticator)
    , m_polls(polls) {}

Conversation::~Conversation() {
    if (m_ticket) {
        m_polls.leave(*m_ticket);
    }
}

std::optional<Answer> Conversation::begin(RequestHead head) {
    m_header = std::move(head.header);
    head.header = m_header;
    m_address = head.address;
    if (const Result<RequestLine> line = parseRequestLine(head.method, head.rawUri)) {
        m_names.call = nameOf(line->call);
    }
    const Result<OfficeHead> read = readOfficeHead(head, m_core.limits());
    std::optional<Answer> refused = read ? beginCall(*read) : errorAnswer(read.error());
    const bool aboutUploads = read ? isUploadCall(read->line.call) : head.rawUri.startsWith("/office/v1/uploads");
    return refused && aboutUploads ? withTusVersion(std::move(*refused)) : std::move(refused);
}

std::optional<Answer> Conversation::beginCall(const OfficeHead& head) {
    m_line = head.line;
    m_names.call = nameOf(m_line.call);
    m_length = head.length;
    m_bodyHash = head.request.bodySha256;
    if (m_line.call == Call::UploadOptions) {
        return tusOptions(m_core.limits().contentBytes);
    }
    if (head.needsAccount()) {
        const Result<Caller> caller = m_authenticator.authenticate(head.request, head.signature, m_address, m_length);
        if (!caller) {
            Answer refused = errorAnswer(caller.error());
            if (caller.error().code == "clock-skew"_L1) {
                // The clock that the stamp is measured by, whatever the machine's is: the client may sign once more.
                refused.headers.emplaceBack("Date", dateHeader(m_core.now()));
            }
            return refused;
        }
        m_caller = *caller;
        m_names.account = m_caller.account;
    }
    return isUploadCall(m_line.call) ? m_upload.emplace(m_core).begin(m_caller, head) : std::nullopt;
}

void Conversation::takeBody(const char* bytes, size_t size) {
    const QByteArray piece(bytes, static_cast<qsizetype>(size));
    m_received += piece.size();
    if (m_received > m_length) {
        return; // cannot come from a library that counts; never stored in any case
    }
    m_hash.addData(piece);
    if (m_upload) {
        m_upload->takeBody(piece);
    } else {
        m_body += piece;
    }
}

std::optional<Answer> Conversation::finish(const std::function<void()>& suspend, const std::function<void()>& resume) {
    if (m_line.call == Call::Enrol) {
        return answerEnrol(m_authenticator, m_body, m_address);
    }
    if (m_received != m_length || m_hash.result().toHex() != m_bodyHash) {
        return errorAnswer(fail("body-hash-wrong").error());
    }
    if (m_line.call == Call::OfferSecret) {
        return answerSecret(m_authenticator, m_caller, m_body);
    }
    if (m_upload) {
        return withTusVersion(m_upload->finish());
    }
    if (m_line.call == Call::Feed || m_line.call == Call::Pull) {
        return finishWaiting(suspend, resume);
    }
    return answerCall(m_core, m_caller, m_line, m_body, m_header);
}

std::chrono::seconds Conversation::patience() const {
    if (m_line.call == Call::Pull) {
        return std::chrono::seconds(pullWait(m_body, m_core.limits()));
    }
    return std::chrono::seconds(
        std::clamp<qint64>(numberOf(m_line.query, u"wait"_s, 0), 0, m_core.limits().longPollSeconds));
}

std::optional<Answer> Conversation::finishWaiting(const std::function<void()>& suspend,
                                                  const std::function<void()>& resume) {
    const std::chrono::seconds wait = m_slept ? std::chrono::seconds(0) : patience();
    if (wait.count() > 0 && !m_ticket) {
        LongPolls::Waiter waiter;
        waiter.mailboxes = m_line.call == Call::Pull
                               ? m_caller.mailboxes
                               : QStringList(m_line.query.queryItemValue(u"mailbox"_s, QUrl::FullyDecoded));
        waiter.deadline = std::chrono::steady_clock::now() + wait;
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
    Answer answer = answerCall(m_core, m_caller, m_line, m_body, m_header);
    if (m_ticket && answer.status == 200 && answer.quiet && !m_slept) {
        m_slept = true;
        if (m_polls.sleep(*m_ticket, suspend)) {
            return std::nullopt;
        }
        answer = answerCall(m_core, m_caller, m_line, m_body, m_header); // news came in between
    }
    return answer;
}

} // namespace hub
