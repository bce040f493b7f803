// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/services/keysource.h"

#include <memory>
#include <optional>

namespace app {

/// One key, opened with one PIN, for as many signatures as are asked. The first answer that concerns the key (a wrong
/// PIN, the last try, a lock, a card that is gone, a cancel) ends the session: nothing is tried a second time. One
/// thread.
class SigningSession {
public:
    /// Opens the key; the PIN is tried once.
    [[nodiscard]] static Result<SigningSession> open(const KeySource& source, const docsig::Pin& pin);
    /// Around a key that is open.
    explicit SigningSession(std::unique_ptr<docsig::SigningKey> key);

    [[nodiscard]] docsig::SigningKey& key() { return *m_key; }

    /// Tells what a signature failed with; true where that ended the session.
    bool tell(const Error& error);
    /// Why the session ended; nothing while it goes on.
    [[nodiscard]] const std::optional<Error>& end() const { return m_end; }

private:
    std::unique_ptr<docsig::SigningKey> m_key;
    std::optional<Error> m_end;
};

} // namespace app
