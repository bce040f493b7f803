// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/dutyappending.h"

#include "app/domain/streams.h"
#include "app/services/officedesk.h"
#include "app/services/streamtail.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

Result<bool> appendDuty(OfficeDesk& desk, const ActBody& body, const std::stop_token& stop) {
    OfficeStore& store = desk.store();
    const auto server = desk.connect();
    const OfficeAct act = makeAct(desk.person().mailbox(), body);
    const QString stream = leaseStream(desk.organ());
    const auto append =
        store.appendFor(act, {.stream = stream, .body = body, .participants = {desk.organ().mailbox()}, .cites = {}});
    if (!append) {
        return std::unexpected(append.error());
    }
    const auto receipt = server->append(*append, {.stop = stop, .progress = {}});
    if (receipt) {
        const auto kept = store.accept(messageOf(*append, *receipt));
        return kept ? Result<bool>(true) : std::unexpected(kept.error());
    }
    if (receipt.error().code != u"append-conflict"_s) {
        return passOn(receipt.error());
    }
    const auto read = readStreamTail(store, *server, stream, stop);
    return read ? Result<bool>(false) : std::unexpected(read.error());
}

} // namespace app
