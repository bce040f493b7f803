// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/axis/axiscalls.h"
#include "exchange/hub/core/packetaddresses.h"
#include "exchange/hub/http/dialect.h"
#include "exchange/hub/http/multipart.h"
#include "exchange/protocol/sha256.h"

#include <QFile>

namespace hub {

/// A call of the axis from its head to its answer. Who calls is known before a byte of the body is read. What a call
/// uses was signed, and a call whose hash was seen within the allowed skew is a replay: the scheme has no nonce of its
/// own. A packet streams into a file, and counts only if it is what `hash-file` announced.
class AxisDialogue final : public Dialogue {
public:
    AxisDialogue(HubCore& core, Authenticator& authenticator);
    /// Drops what a cut line left.
    ~AxisDialogue() override;
    AxisDialogue(const AxisDialogue&) = delete;
    AxisDialogue& operator=(const AxisDialogue&) = delete;

    [[nodiscard]] std::optional<Answer> begin(RequestHead head) override;
    void takeBody(const char* bytes, size_t size) override;
    [[nodiscard]] std::optional<Answer> finish(const std::function<void()>& suspend,
                                               const std::function<void()>& resume) override;
    [[nodiscard]] DialogueNames names() const override;

private:
    [[nodiscard]] Result<void> checkHead(const RequestHead& head);
    [[nodiscard]] Result<void> authenticate(const RequestHead& head);
    [[nodiscard]] Result<void> checkSend() const;
    [[nodiscard]] Result<void> takePiece(QByteArrayView bytes);
    [[nodiscard]] Result<void> beginPart(const PartHead& part);
    /// Whether the receivers that the call was signed for are those of the packet.
    [[nodiscard]] Result<void> checkReceivers(const PacketAddresses& addresses) const;
    [[nodiscard]] Result<exchange::PacketReceipt> deposit();
    /// The answer with the hub's time: a client sets its stamps by it.
    [[nodiscard]] Answer dated(Answer answer) const;

    HubCore& m_core;
    Authenticator& m_authenticator;
    std::optional<AxisCall> m_call;
    exchange::axis::SignedCall m_parameters;
    Caller m_caller;
    bool m_known = false; ///< m_caller is proven
    qint64 m_length = 0;
    qint64 m_received = 0;
    QByteArray m_firstLine; ///< of the form, up to its boundary
    std::unique_ptr<MultipartReader> m_form;
    QFile m_file;
    bool m_inFile = false;
    exchange::Sha256 m_hash;
    Result<void> m_body; ///< the first thing that was wrong with it
};

} // namespace hub
