// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/http/officehead.h"

#include <QFile>

#include <memory>
#include <optional>

namespace hub {

/// One request of tus 1.0 from its head to its answer. Two ways of writing are understood: that of the standard, and
/// our own, in which hash, length and offset stand in the query and the answer is JSON. A part is kept only when all
/// of it has come and its hash is that which was signed. Used by one thread at a time.
class UploadCall {
public:
    explicit UploadCall(HubCore& core);
    /// Drops a part that was cut off or refused.
    ~UploadCall();
    UploadCall(const UploadCall&) = delete;
    UploadCall& operator=(const UploadCall&) = delete;

    /// An answer refuses the call before its body comes.
    [[nodiscard]] std::optional<Answer> begin(const Caller& caller, const OfficeHead& head);
    void takeBody(const QByteArray& piece);
    /// After the whole body came as it was signed.
    [[nodiscard]] Answer finish();

private:
    [[nodiscard]] Result<void> beginPart();
    [[nodiscard]] Result<void> holdPart(const QByteArray& id, qint64 offset, qint64 length);
    [[nodiscard]] Answer finishPart();
    [[nodiscard]] Answer create();

    HubCore& m_core;
    Caller m_caller;
    OfficeHead m_head;
    bool m_standard = false; ///< written as the standard wants it
    std::unique_ptr<TusChecksum> m_checksum;
    QFile m_part;
    QByteArray m_id;
    qint64 m_offset = 0;
    bool m_held = false;
    bool m_failed = false;
};

} // namespace hub
