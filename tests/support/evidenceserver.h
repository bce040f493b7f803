// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/authorities.h"
#include "tests/support/littleserver.h"

#include <memory>

namespace support {

/// Authorities over real HTTP on a free port of 127.0.0.1. Made first, since the certificates name its address; until
/// serve() was called it answers 503.
///
///     EvidenceServer server;
///     auto authority = DemoAuthority::create(now, {}, server.url());
///     Authorities authorities(*authority, now);
///     server.serve(authorities);
class EvidenceServer final {
public:
    EvidenceServer();

    /// `authorities` must outlive this object.
    void serve(const Authorities& authorities);

    [[nodiscard]] QString url() const { return m_server->url(); }
    [[nodiscard]] QString stampAddress() const;
    [[nodiscard]] const LittleServer& http() const { return *m_server; }

private:
    [[nodiscard]] LittleServer::Answer answer(const LittleServer::Request& request);

    std::mutex m_guard;
    const Authorities* m_authorities = nullptr;
    std::unique_ptr<LittleServer> m_server; ///< last: its threads use what stands above
};

} // namespace support
