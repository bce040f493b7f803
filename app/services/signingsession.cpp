// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/signingsession.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

Result<SigningSession> SigningSession::open(const KeySource& source, const docsig::Pin& pin) {
    auto key = openKey(source, pin);
    if (!key) {
        return std::unexpected(key.error());
    }
    return SigningSession(std::move(*key));
}

SigningSession::SigningSession(std::unique_ptr<docsig::SigningKey> key)
    : m_key(std::move(key)) {}

bool SigningSession::tell(const Error& error) {
    // The rooms of docsig/keys by the beginning of their codes: what the key said, not what the document did.
    constexpr std::array ofTheKey{"token-"_L1, "key-"_L1, "remote-"_L1, "pkcs12-"_L1};
    for (const QLatin1StringView beginning : ofTheKey) {
        if (!m_end && error.code.startsWith(beginning)) {
            m_end = error;
        }
    }
    return m_end.has_value();
}

} // namespace app
