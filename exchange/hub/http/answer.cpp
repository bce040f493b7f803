// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/http/answer.h"

#include "exchange/protocol/errorkind.h"

namespace hub {

using namespace Qt::Literals::StringLiterals;

Answer errorAnswer(const exchange::Error& error) {
    Answer answer;
    answer.status = exchange::httpStatusOf(error.code);
    answer.object.insert(u"code"_s, error.code);
    if (answer.status < 500) {
        answer.object.insert(u"detail"_s, error.detail);
    }
    if (answer.status == 429) {
        answer.headers.emplaceBack("Retry-After", error.detail.toLatin1()); // all of these codes count seconds
    } else if (answer.status == 503) {
        answer.headers.emplaceBack("Retry-After", "5"); // the database's affair: nobody knows how long
    }
    return answer;
}

std::unexpected<exchange::Error> lengthRequired() {
    return exchange::fail("length-required");
}

} // namespace hub
