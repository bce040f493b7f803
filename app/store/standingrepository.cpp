// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/standingrepository.h"

#include "app/store/database.h"
#include "app/store/standingrows.h"
#include "app/store/storedact.h"
#include "app/store/transaction.h"

namespace app {

StandingRepository::StandingRepository(Database& database)
    : m_database(database) {}

Result<QList<Delegation>> StandingRepository::all() const {
    return m_database.read(
        [](Transaction& transaction) -> Result<QList<Delegation>> { return readStanding(transaction); });
}

Result<QStringList> StandingRepository::standsFor() const {
    return m_database.read([](Transaction& transaction) -> Result<QStringList> { return standsForNow(transaction); });
}

Result<QStringList> StandingRepository::participants() const {
    return m_database.read([](Transaction& transaction) -> Result<QStringList> {
        QStringList mailboxes;
        for (const StoredAct& stored : actsOf(transaction, standingKey())) {
            mailboxes += stored.participants;
        }
        mailboxes.removeDuplicates();
        return mailboxes;
    });
}

} // namespace app
