// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docsig/keys/opensslpointers.h"
#include "docsig/keys/signingkey.h"

#include <QByteArray>
#include <QByteArrayView>

namespace docsig {

/// The digest of bytes that come in pieces. A copy goes its own way from there on, so that one pass over a file gives
/// the digests of several of its fronts.
class RunningDigest {
public:
    explicit RunningDigest(Digest digest = Digest::Sha256);
    RunningDigest(const RunningDigest& other);
    RunningDigest(RunningDigest&&) = default;
    RunningDigest& operator=(const RunningDigest&) = delete;
    RunningDigest& operator=(RunningDigest&&) = default;
    ~RunningDigest() = default;

    void add(QByteArrayView bytes);
    /// Of what was added so far; more may be added afterwards. Empty where OpenSSL failed on the way.
    [[nodiscard]] QByteArray value() const;

private:
    EvpDigestContext m_context;
    bool m_good = false;
};

} // namespace docsig
