// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/evidenceserver.h"

namespace support {

using namespace Qt::Literals::StringLiterals;

EvidenceServer::EvidenceServer()
    : m_server(
          std::make_unique<LittleServer>([this](const LittleServer::Request& request) { return answer(request); })) {}

void EvidenceServer::serve(const Authorities& authorities) {
    const std::lock_guard lock(m_guard);
    m_authorities = &authorities;
}

QString EvidenceServer::stampAddress() const {
    return m_server->url(QString::fromLatin1(Authorities::stampPath));
}

LittleServer::Answer EvidenceServer::answer(const LittleServer::Request& request) {
    const Authorities* authorities = nullptr;
    {
        const std::lock_guard lock(m_guard);
        authorities = m_authorities;
    }
    LittleServer::Answer answer;
    if (authorities == nullptr) {
        answer.status = 503;
        return answer;
    }
    const bool post = request.path.startsWith("/ocsp/") || request.path == Authorities::stampPath;
    if (request.method != (post ? "POST" : "GET")) {
        answer.status = 405;
        return answer;
    }
    const Authorities::Answer said = authorities->answer(request.path, request.body);
    answer.status = said.status;
    answer.body = said.body;
    answer.silent = said.hangs;
    return answer;
}

} // namespace support
