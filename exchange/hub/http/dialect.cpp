// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/dialect.h"

#include "exchange/hub/axis/axisdialogue.h"
#include "exchange/hub/http/conversation.h"

namespace hub {

namespace {

struct Dialect {
    const char* prefix; ///< of the path
    std::unique_ptr<Dialogue> (*begin)(const HubParts& parts);
};

std::unique_ptr<Dialogue> office(const HubParts& parts) {
    return std::make_unique<Conversation>(parts.core, parts.authenticator, parts.polls);
}

std::unique_ptr<Dialogue> axis(const HubParts& parts) {
    return std::make_unique<AxisDialogue>(parts.core, parts.authenticator);
}

constexpr Dialect dialects[] = {
    {"/office/", &office},
    {"/axis/", &axis},
};

} // namespace

std::unique_ptr<Dialogue> dialogueFor(const HubParts& parts, const QByteArray& rawUri) {
    for (const Dialect& dialect : dialects) {
        if (rawUri.startsWith(dialect.prefix)) {
            return dialect.begin(parts);
        }
    }
    return office(parts);
}

} // namespace hub
