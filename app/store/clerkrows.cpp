// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/clerkrows.h"

#include "app/domain/person.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

bool isClerk(Transaction& transaction, const QString& mailbox) {
    return transaction.value(u"SELECT role FROM person WHERE mailbox = ?"_s, {mailbox}).toString() == "clerk"_L1;
}

bool isClerks(Transaction& transaction, const StoredAct& stored) {
    return stored.role.isEmpty() ? isClerk(transaction, stored.act.by) : stored.role == roleKey(Role::Clerk);
}

bool isOrWasClerks(Transaction& transaction, const StoredAct& stored) {
    return isOrWasClerk(transaction, stored.act.by, stored.role);
}

bool isOrWasClerk(Transaction& transaction, const QString& mailbox, const QString& role) {
    if (!role.isEmpty()) {
        return role == roleKey(Role::Clerk);
    }
    return isClerk(transaction, mailbox) ||
           transaction
               .value(u"SELECT 1 FROM rights_change WHERE mailbox = ? AND before_role = 'clerk' LIMIT 1"_s, {mailbox})
               .isValid() ||
           !transaction.value(u"SELECT 1 FROM person LIMIT 1"_s).isValid();
}

} // namespace app
