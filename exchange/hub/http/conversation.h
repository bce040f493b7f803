// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/http/dialect.h"
#include "exchange/hub/http/longpolls.h"
#include "exchange/hub/http/uploadcall.h"
#include "exchange/protocol/sha256.h"

#include <chrono>
#include <functional>
#include <optional>

namespace hub {

/// The office calls (exchange/protocol/wire.h).
class Conversation final : public Dialogue {
public:
    Conversation(HubCore& core, Authenticator& authenticator, LongPolls& polls);
    /// Gives back what it holds, for example a part of an upload that was cut off.
    ~Conversation() override;
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    [[nodiscard]] std::optional<Answer> begin(RequestHead head) override;
    void takeBody(const char* bytes, size_t size) override;
    [[nodiscard]] std::optional<Answer> finish(const std::function<void()>& suspend,
                                               const std::function<void()>& resume) override;
    [[nodiscard]] DialogueNames names() const override { return m_names; }

private:
    [[nodiscard]] std::optional<Answer> beginCall(const OfficeHead& head);
    /// How long this call may wait for news; 0: not at all.
    [[nodiscard]] std::chrono::seconds patience() const;
    [[nodiscard]] std::optional<Answer> finishWaiting(const std::function<void()>& suspend,
                                                      const std::function<void()>& resume);

    DialogueNames m_names;
    HubCore& m_core;
    Authenticator& m_authenticator;
    LongPolls& m_polls;
    std::function<QByteArray(const char* name)> m_header;
    QString m_address;
    RequestLine m_line;
    Caller m_caller;
    qint64 m_length = 0;
    qint64 m_received = 0;
    QByteArray m_body;
    exchange::Sha256 m_hash;
    QByteArray m_bodyHash;
    std::optional<UploadCall> m_upload;
    std::optional<LongPolls::Ticket> m_ticket;
    bool m_slept = false;
};

} // namespace hub
