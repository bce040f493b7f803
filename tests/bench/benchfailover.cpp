// SPDX-License-Identifier: GPL-3.0-or-later
// Kills the primary of a PostgreSQL under three hubs and eight clients, again and again: what was acknowledged and is
// not there, what is there twice, and how long nobody could send.
//
// usage: benchfailover [ROUNDS]      (default 5)
#include "tests/support/postgrescluster.h"
#include "tests/world/failover.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const int rounds = argc > 1 ? QByteArrayView(argv[1]).toInt() : 5;
    if (const QString missing = support::PostgresCluster::whatIsMissing(); !missing.isEmpty()) {
        std::printf("{\"figure\":\"failover of PostgreSQL\",\"skipped\":\"%s\"}\n", qPrintable(missing));
        return 0;
    }
    QRandomGenerator random(20260304);
    world::FailoverOutcome all;
    int broken = 0;
    double longest = 0;
    for (int round = 0; round < rounds; ++round) {
        const world::FailoverOutcome one = world::failoverRound(8, 20 + random.bounded(200), 6);
        all.receipts += one.receipts + one.places;
        all.lost += one.lost;
        all.doubled += one.doubled;
        all.asked += one.asked;
        broken += one.whole ? 0 : 1;
        longest = std::max(longest, one.outageSeconds);
    }
    std::printf("{\"figure\":\"failover of PostgreSQL\",\"rounds\":%d,\"acknowledged\":%d,\"lost\":%d,\"doubled\":%d,"
                "\"answered after asking\":%d,\"rounds with a broken chain\":%d,\"longest outage seconds\":%.1f}\n",
                rounds, all.receipts, all.lost, all.doubled, all.asked, broken, longest);
    return 0;
}
