// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/bookdrawing.h"

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

BookDrawing::BookDrawing(OfficeDesk& desk)
    : m_desk(desk) {}

Result<BookEntry> BookDrawing::draw(const Request& request, std::stop_token stop) {
    if (auto right = checkClock(m_desk); !right) {
        return std::unexpected(right.error());
    }
    OfficeStore& store = m_desk.store();
    const auto server = m_desk.connect();
    if (auto uploaded = uploadAll(store, *server, request.cites, stop); !uploaded) {
        return std::unexpected(uploaded.error());
    }
    const auto end = std::chrono::steady_clock::now() + patience;
    for (int round = 0; std::chrono::steady_clock::now() < end; ++round) {
        if (round > 0) { // the first try is made with what is known here
            stepAside(round - 1, stop);
            if (auto read = readStreamTail(store, *server, request.stream, stop); !read) {
                return serverError(read.error());
            }
        }
        if (auto drawn = known(request); !drawn || *drawn) {
            return drawn ? store.together([&] { return finish(request, **drawn); }) : std::unexpected(drawn.error());
        }
        const auto prefix = store.books().end(request.stream);
        if (!prefix) {
            return std::unexpected(prefix.error());
        }
        const auto line = request.line(prefix->next, prefix->latestDate);
        if (!line) {
            return std::unexpected(line.error());
        }
        const OfficeAct act = makeAct(m_desk.person().mailbox(), *line);
        auto append = store.appendFor(act, {.stream = request.stream,
                                            .body = *line,
                                            .participants = {m_desk.organ().mailbox()},
                                            .cites = request.cites});
        const auto head = store.messages().head(request.stream);
        if (!append || !head) {
            return std::unexpected(append ? head.error() : append.error());
        }
        // At the end of what the server has: what waits in the outbox for the same book is moved behind it.
        append->expectedSequence = head->sequence + 1;
        append->lastSeenHead = head->hash;
        const auto receipt = server->append(*append, {.stop = stop, .progress = {}});
        if (receipt) {
            return keep(request, messageOf(*append, *receipt));
        }
        if (receipt.error().code != u"append-conflict"_s) {
            return serverError(receipt.error());
        }
    }
    return fail("book-too-busy", request.stream);
}

Result<std::optional<BookEntry>> BookDrawing::known(const Request& request) const {
    return m_desk.store().books().lineOf(request.stream, request.document);
}

Result<BookEntry> BookDrawing::keep(const Request& request, const exchange::Message& drawn) {
    OfficeStore& store = m_desk.store();
    return store.together([&]() -> Result<BookEntry> {
        if (auto stored = store.accept(drawn); !stored) {
            return std::unexpected(stored.error());
        }
        const auto entry = known(request);
        if (!entry) {
            return std::unexpected(entry.error());
        }
        return *entry ? finish(request, **entry) : fail("book-line-lost", request.stream);
    });
}

Result<BookEntry> BookDrawing::finish(const Request& request, const BookEntry& entry) {
    if (request.alongside) {
        if (auto done = request.alongside(entry); !done) {
            return std::unexpected(done.error());
        }
    }
    return entry;
}

} // namespace app
