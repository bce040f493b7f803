// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/secrecyguard.h"

namespace app {

Result<void> refuseSecret(Secrecy secrecy) {
    if (secrecy != Secrecy::None) {
        return fail("secret-never-sent", secrecyKey(secrecy));
    }
    return {};
}

Result<void> refuseSecretHere(Secrecy secrecy) {
    if (secrecy != Secrecy::None) {
        return fail("secret-book-instead", secrecyKey(secrecy));
    }
    return {};
}

} // namespace app
