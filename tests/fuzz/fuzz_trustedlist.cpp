// SPDX-License-Identifier: GPL-3.0-or-later
// Trusted lists (TS 119 612): the bytes as anybody may send them, and the same signed by the operator, so that the
// reader behind the signature sees strange lists, too.
#include "docsig/trust/trustedlist.h"
#include "tests/support/signedlist.h"

#include <cstdint>
#include <cstdlib>

using namespace docsig;

namespace {

const DemoKey& operatorsKey() {
    static const DemoKey key = [] {
        DemoAuthority authority = DemoAuthority::create(QDateTime::currentDateTimeUtc()).value();
        return authority.issuePerson({QStringLiteral("Operator"), {}, {}}).value();
    }();
    return key;
}

void mustKeepItsMeaning(const TrustedList& list) {
    if (trustedListFromJson(toJson(list)) != list) {
        std::abort(); // a trust folder would remember another list
    }
    for (const TrustedService& service : list.services) {
        if (service.certificates.isEmpty() || service.statuses.isEmpty()) {
            std::abort(); // a service that can be asked nothing
        }
        for (qsizetype newer = 0; newer + 1 < service.statuses.size(); ++newer) {
            if (service.statuses[newer].from < service.statuses[newer + 1].from) {
                std::abort(); // the status of a time would be another's
            }
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto asSent = readTrustedList(bytes, operatorsKey().certificate);
    if (asSent) {
        std::abort(); // nobody but this program has the key
    }
    if (asSent.error().code != u"trusted-list-unsigned") {
        return 0;
    }
    const auto list = readTrustedList(support::signedXml(bytes, operatorsKey()), operatorsKey().certificate);
    if (list) {
        mustKeepItsMeaning(*list);
    }
    return 0;
}
