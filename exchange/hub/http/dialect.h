// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/http/answer.h"

#include <functional>
#include <memory>
#include <optional>

namespace hub {

class Authenticator;
class HubCore;
class LongPolls;

/// What a dialogue needs to know of its request's head.
struct RequestHead {
    QByteArray method;
    QByteArray rawUri;
    QString address;
    std::function<QByteArray(const char* name)> header; ///< empty where there is none
    std::function<int(const char* name)> headerCount;   ///< how often a header of that name came
};

/// What logs and metrics may tell of a request.
struct DialogueNames {
    QByteArray call = "unknown"; ///< of the call, where the request line named one
    QString account;             ///< only once its signature was found good
};

/// One request from its head to its answer: who asks, may the body come, where does it go, what is answered. Knows no
/// HTTP library. Used by one thread at a time.
class Dialogue {
public:
    virtual ~Dialogue() = default;

    /// Looks at the head. An answer means: refuse now, before any byte of the body.
    [[nodiscard]] virtual std::optional<Answer> begin(RequestHead head) = 0;
    virtual void takeBody(const char* bytes, size_t size) = 0;
    /// The answer, or nothing where the request went to sleep: call it again after `resume` was called. `suspend` and
    /// `resume` are those of the HTTP library.
    [[nodiscard]] virtual std::optional<Answer> finish(const std::function<void()>& suspend,
                                                       const std::function<void()>& resume) = 0;
    [[nodiscard]] virtual DialogueNames names() const { return {}; }
};

/// What every dialect talks to. The references outlive all dialogues.
struct HubParts {
    HubCore& core;
    Authenticator& authenticator;
    LongPolls& polls;
};

/// The dialogue for a request line, by the beginning of its path: one dialect for each set of calls that the hub
/// understands. A path that belongs to none goes to the office calls, which refuse it.
[[nodiscard]] std::unique_ptr<Dialogue> dialogueFor(const HubParts& parts, const QByteArray& rawUri);

} // namespace hub
