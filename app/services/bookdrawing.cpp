// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/bookdrawing.h"

#include "app/services/officedesk.h"
#include "exchange/protocol/errorkind.h"

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// How long others may be faster. Every round is another's success, so a book of an office never comes near it.
constexpr std::chrono::seconds patience{60};
/// The pause after a lost round: random up to this, doubled with each round up to the longest, so that clerks who draw
/// at once do not go on meeting at the same place.
constexpr int firstPauseMilliseconds = 4;
constexpr int longestPauseMilliseconds = 256;
constexpr int pageOfMessages = 100;

void stepAside(int round) {
    const int longest = std::min(firstPauseMilliseconds << std::min(round, 16), longestPauseMilliseconds);
    std::this_thread::sleep_for(std::chrono::milliseconds(QRandomGenerator::global()->bounded(longest + 1)));
}

std::unexpected<Error> serverError(const exchange::Error& error) {
    if (exchange::mayRetry(error) || exchange::isOffline(error)) {
        return fail("number-needs-server", error.code + u": "_s + error.detail);
    }
    return passOn(error);
}

/// Reads what others wrote into the stream since, and stores it.
Result<void> readTail(OfficeStore& store, exchange::ExchangeServer& server, const QString& stream) {
    for (;;) {
        const auto head = store.messages().head(stream);
        if (!head) {
            return std::unexpected(head.error());
        }
        const auto tail = server.messages(stream, head->sequence + 1, pageOfMessages);
        if (!tail) {
            // A book that nobody opened yet has no tail.
            const bool newBook = head->sequence == 0 && tail.error().code == u"stream-unknown"_s;
            return newBook ? Result<void>() : serverError(tail.error());
        }
        for (const exchange::Message& message : *tail) {
            if (auto stored = store.accept(message); !stored) {
                return stored;
            }
        }
        if (tail->isEmpty()) {
            return {};
        }
    }
}

std::optional<BookEntry> lineOf(const QList<BookEntry>& entries, const DocumentId& document) {
    const auto found = std::ranges::find_if(entries, [&](const BookEntry& entry) {
        return entry.document == document && !entry.voided && !entry.flagged && entry.sequence > 0;
    });
    return found == entries.end() ? std::nullopt : std::optional(*found);
}

exchange::Message messageOf(const exchange::Append& append, const exchange::AppendReceipt& receipt) {
    return {.header = receipt.header,
            .payload = append.payload,
            .cites = append.cites,
            .participants = append.participants};
}

} // namespace

BookDrawing::BookDrawing(OfficeDesk& desk)
    : m_desk(desk) {}

Result<BookEntry> BookDrawing::draw(const Request& request) {
    OfficeStore& store = m_desk.store();
    const auto server = m_desk.connect();
    const auto finish = [&](const BookEntry& entry) -> Result<BookEntry> {
        if (request.alongside) {
            if (auto done = request.alongside(entry); !done) {
                return std::unexpected(done.error());
            }
        }
        return entry;
    };
    const auto end = std::chrono::steady_clock::now() + patience;
    for (int round = 0; std::chrono::steady_clock::now() < end; ++round) {
        if (auto read = readTail(store, *server, request.stream); !read) {
            return std::unexpected(read.error());
        }
        const auto prefix = store.books().entries(request.stream);
        if (!prefix) {
            return std::unexpected(prefix.error());
        }
        if (const auto drawn = lineOf(*prefix, request.document)) {
            return store.together([&] { return finish(*drawn); });
        }
        const auto line = request.line(nextNumber(*prefix), *prefix);
        if (!line) {
            return std::unexpected(line.error());
        }
        const OfficeAct act = makeAct(m_desk.person().mailbox(), *line);
        const auto append = store.appendFor(
            act, {.stream = request.stream, .body = *line, .participants = {m_desk.organ().mailbox()}, .cites = {}});
        if (!append) {
            return std::unexpected(append.error());
        }
        const auto receipt = server->append(*append);
        if (!receipt && receipt.error().code == u"append-conflict"_s) {
            stepAside(round);
            continue;
        }
        if (!receipt) {
            return serverError(receipt.error());
        }
        return store.together([&]() -> Result<BookEntry> {
            if (auto stored = store.accept(messageOf(*append, *receipt)); !stored) {
                return std::unexpected(stored.error());
            }
            const auto entries = store.books().entries(request.stream);
            if (!entries) {
                return std::unexpected(entries.error());
            }
            const auto entry = lineOf(*entries, request.document);
            return entry ? finish(*entry) : fail("book-line-lost", request.stream);
        });
    }
    return fail("book-too-busy", request.stream);
}

} // namespace app
