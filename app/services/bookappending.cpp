// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/bookappending.h"

#include "app/services/officedesk.h"
#include "app/services/streamtail.h"
#include "app/services/syncoffice.h"
#include "app/store/transaction.h"
#include "exchange/protocol/errorkind.h"

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// How long others may be faster. Every round is another's success, so a book of an office never comes near it.
constexpr std::chrono::seconds patience{60};
/// The pause after a lost round: random up to this, doubled with each round up to the longest, so that clerks who draw
/// at once do not go on meeting at the same place.
constexpr int firstPauseMilliseconds = 4;
constexpr int longestPauseMilliseconds = 256;

/// Ends at once with a stop.
void stepAside(int round, const std::stop_token& stop) {
    const int longest = std::min(firstPauseMilliseconds << std::min(round, 16), longestPauseMilliseconds);
    const std::chrono::milliseconds pause(QRandomGenerator::global()->bounded(longest + 1));
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any().wait_for(lock, stop, pause, [] { return false; });
}

/// A clock that is off by more than this may be in another day, and draw from another year's book.
constexpr qint64 mostBookOffset = 6 * 3600; // seconds

Result<void> checkClock(const OfficeDesk& desk) {
    const auto offset = desk.store().settings().value(SyncOffice::clockOffsetKey);
    if (!offset) {
        return std::unexpected(offset.error());
    }
    const bool isOff = std::abs(offset->toLongLong()) > mostBookOffset;
    return isOff ? fail("book-clock-wrong", *offset) : Result<void>();
}

template <typename Some>
std::unexpected<Error> serverError(const Some& some) {
    const exchange::Error error{some.code, some.detail};
    if (exchange::mayRetry(error) || exchange::isOffline(error)) {
        return fail("number-needs-server", error.code + u": "_s + error.detail);
    }
    return passOn(error);
}

/// What is there already is not sent again.
Result<void> uploadAll(OfficeStore& store, exchange::ExchangeServer& server, const QList<QByteArray>& contents,
                       const std::stop_token& stop) {
    for (const QByteArray& content : contents) {
        const auto path = store.blobs().path(content);
        if (!path) {
            return std::unexpected(path.error());
        }
        if (auto sent = server.upload(*path, content, {.stop = stop, .progress = {}}); !sent) {
            return serverError(sent.error());
        }
    }
    return {};
}

} // namespace

Result<void> appendToBook(OfficeDesk& desk, const BookAppend& wanted, std::stop_token stop) {
    if (auto right = checkClock(desk); !right) {
        return right;
    }
    OfficeStore& store = desk.store();
    const auto server = desk.connect();
    if (auto uploaded = uploadAll(store, *server, wanted.cites, stop); !uploaded) {
        return uploaded;
    }
    const auto end = std::chrono::steady_clock::now() + patience;
    for (int round = 0; std::chrono::steady_clock::now() < end; ++round) {
        if (round > 0) { // the first try is made with what is known here
            stepAside(round - 1, stop);
            if (auto read = readStreamTail(store, *server, wanted.stream, stop); !read) {
                return serverError(read.error());
            }
        }
        if (const auto there = wanted.isThere(); !there || *there) {
            return there ? store.together([&] { return wanted.keep(); }) : std::unexpected(there.error());
        }
        const auto prefix = store.books().end(wanted.stream);
        if (!prefix) {
            return std::unexpected(prefix.error());
        }
        if (prefix->closing) {
            return fail("book-closed", wanted.stream);
        }
        const auto body = wanted.body(*prefix);
        if (!body) {
            return std::unexpected(body.error());
        }
        const OfficeAct act = makeAct(desk.person().mailbox(), *body);
        auto append = store.appendFor(
            act,
            {.stream = wanted.stream, .body = *body, .participants = {desk.organ().mailbox()}, .cites = wanted.cites});
        const auto head = store.messages().head(wanted.stream);
        if (!append || !head) {
            return std::unexpected(append ? head.error() : append.error());
        }
        // At the end of what the server has: what waits in the outbox for the same book is moved behind it.
        append->expectedSequence = head->sequence + 1;
        append->lastSeenHead = head->hash;
        const auto receipt = server->append(*append, {.stop = stop, .progress = {}});
        if (receipt) {
            return store.together([&]() -> Result<void> {
                auto stored = store.accept(messageOf(*append, *receipt));
                return stored ? wanted.keep() : stored;
            });
        }
        if (receipt.error().code != u"append-conflict"_s) {
            return serverError(receipt.error());
        }
    }
    return fail("book-too-busy", wanted.stream);
}

} // namespace app
