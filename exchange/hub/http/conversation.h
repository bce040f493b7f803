// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/http/calls.h"
#include "exchange/hub/http/longpolls.h"
#include "exchange/protocol/sha256.h"

#include <QFile>

#include <functional>
#include <optional>

namespace hub {

class Authenticator;

/// What a conversation needs to know of its request's head.
struct RequestHead {
    QByteArray method;
    QByteArray rawUri;
    QString address;
    std::function<QByteArray(const char* name)> header; ///< empty where there is none
};

/// One request from its head to its answer: who asks, may the body come, where does it go, what is answered. Knows no
/// HTTP library. Used by one thread at a time.
class Conversation {
public:
    Conversation(HubCore& core, Authenticator& authenticator, LongPolls& polls);
    /// Gives back what it holds, for example a part of an upload that was cut off.
    ~Conversation();
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    /// Looks at the head. An answer means: refuse now, before any byte of the body.
    [[nodiscard]] std::optional<Answer> begin(RequestHead head);
    void takeBody(const char* bytes, size_t size);
    /// The answer, or nothing where the request went to sleep: call it again after `resume` was called. `suspend` and
    /// `resume` are those of the HTTP library.
    [[nodiscard]] std::optional<Answer> finish(const std::function<void()>& suspend,
                                               const std::function<void()>& resume);

    QByteArray rawUri; ///< set by the HTTP library's callback before begin()
    bool begun = false;

private:
    [[nodiscard]] Result<void> checkHead();
    [[nodiscard]] Answer finishPart();
    [[nodiscard]] std::optional<Answer> finishFeed(const std::function<void()>& suspend,
                                                   const std::function<void()>& resume);

    HubCore& m_core;
    Authenticator& m_authenticator;
    LongPolls& m_polls;
    RequestHead m_head;
    RequestLine m_line;
    Caller m_caller;
    qint64 m_length = 0;
    qint64 m_received = 0;
    QByteArray m_body;
    exchange::Sha256 m_hash;
    QByteArray m_bodyHash;
    QFile m_part;
    qint64 m_partOffset = 0;
    bool m_partHeld = false;
    bool m_partFailed = false;
    std::optional<LongPolls::Ticket> m_ticket;
    bool m_slept = false;
};

} // namespace hub
