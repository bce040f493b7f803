// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/steps.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace app::cli {

Result<int> onSession(Invocation& invocation, const SessionStep& step) {
    const auto session = invocation.session();
    return session ? step(**session) : Result<int>(std::unexpected(session.error()));
}

Result<int> onDocument(Invocation& invocation, const DocumentStep& step) {
    const auto text = invocation.positional(0);
    if (!text) {
        return std::unexpected(text.error());
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto id = session.queryDocuments().find(*text);
        return id ? step(session, *id) : Result<int>(std::unexpected(id.error()));
    });
}

void waitForNews(OfficeSession& session, int seconds) {
    std::mutex guard;
    std::condition_variable told;
    bool news = false;
    const auto watch = session.watchNews([&] {
        const std::lock_guard lock(guard);
        news = true;
        told.notify_all();
    });
    std::unique_lock lock(guard);
    told.wait_for(lock, std::chrono::seconds(seconds), [&news] { return news; });
    lock.unlock();
}

} // namespace app::cli
