// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/streamtail.h"

#include "app/store/officestore.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr int pageOfMessages = 100;

} // namespace

Result<void> readStreamTail(OfficeStore& store, exchange::ExchangeServer& server, const QString& stream,
                            const std::stop_token& stop) {
    for (;;) {
        const auto head = store.messages().head(stream);
        if (!head) {
            return std::unexpected(head.error());
        }
        const auto tail = server.messages(stream, head->sequence + 1, pageOfMessages, {.stop = stop, .progress = {}});
        if (!tail) {
            const bool isNew = head->sequence == 0 && tail.error().code == u"stream-unknown"_s;
            return isNew ? Result<void>() : passOn(tail.error());
        }
        const auto stored = store.database().writeRefetchable([&](Transaction&) -> Result<void> {
            for (const exchange::Message& message : *tail) {
                if (auto accepted = store.accept(message); !accepted) {
                    return accepted;
                }
            }
            return {};
        });
        if (!stored || tail->size() < pageOfMessages) {
            return stored;
        }
    }
}

exchange::Message messageOf(const exchange::Append& append, const exchange::AppendReceipt& receipt) {
    return {.header = receipt.header,
            .payload = append.payload,
            .cites = append.cites,
            .participants = append.participants};
}

} // namespace app
