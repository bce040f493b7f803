// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/documentview.h"

#include "app/domain/keyedvalue.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView stateKeys[] = {"draft"_L1,
                                           "waiting-for-initial"_L1,
                                           "waiting-for-signature"_L1,
                                           "returned"_L1,
                                           "signed"_L1,
                                           "numbered"_L1,
                                           "sealed"_L1,
                                           "sent"_L1,
                                           "arrived"_L1,
                                           "registered"_L1,
                                           "refused"_L1,
                                           "answered"_L1,
                                           "withdrawn"_L1,
                                           "replaced"_L1,
                                           "problem"_L1,
                                           "voided"_L1};

constexpr QLatin1StringView marks[] = {""_L1,       "recall-offered"_L1, "update-offered"_L1,
                                       "update"_L1, "replaced"_L1,       "recall-asked"_L1};
constexpr QLatin1StringView links[] = {"answers"_L1, "answered-by"_L1, "replaces"_L1, "replaced-by"_L1,
                                       "updates"_L1, "updated-by"_L1,  "same-as"_L1};

} // namespace

QString markKey(ChangeMark mark) {
    return marks[static_cast<size_t>(mark)];
}

ChangeMark markFromKey(QStringView key) {
    return valueOf<ChangeMark>(marks, key).value_or(ChangeMark::None);
}

QString linkKey(DocumentLink::Kind kind) {
    return links[static_cast<size_t>(kind)];
}

QString stateKey(DocumentState state) {
    return stateKeys[static_cast<size_t>(state)];
}

std::optional<DocumentState> stateFromKey(QStringView key) {
    return valueOf<DocumentState>(stateKeys, key);
}

} // namespace app
