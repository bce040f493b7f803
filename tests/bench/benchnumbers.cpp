// SPDX-License-Identifier: GPL-3.0-or-later
// Eight clerks with stores of their own draw numbers from one book at once, beside one clerk alone: numbers a second,
// and whether each number from 1 on was drawn once. One JSON object per line.
//
// usage: benchnumbers [COUNT]
#include "tests/world/hubfixture.h"
#include "tests/world/office/drawingdesk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Drawing {
    double seconds = 0;
    int missing = 0;
    int twice = 0;
};

Drawing draw(int clerks, int count) {
    world::HubFixture hub;
    hub.addOffice(u"H99.01"_s, u"Sở Mẫu"_s);
    exchange::HubAccount account = hub.account(u"H99.01/clerk"_s);
    account.baseUrl = hub.directUrl();
    QElapsedTimer timer;
    timer.start();
    QList<int> drawn = world::drawAtOnce(account, clerks, count);
    Drawing made{.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9};
    std::ranges::sort(drawn);
    for (int number = 1; number <= count; ++number) {
        const auto found = drawn.count(number);
        made.missing += found == 0 ? 1 : 0;
        made.twice += found > 1 ? 1 : 0;
    }
    return made;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QCoreApplication::arguments().at(1).toInt() : 10'000;
    const int alone = std::max(count / 20, 1);
    const Drawing one = draw(1, alone);
    const Drawing eight = draw(8, count);
    const QJsonObject figure{{u"figure"_s, u"numbers-by-eight-clerks"_s},
                             {u"numbers"_s, count},
                             {u"value"_s, count / eight.seconds},
                             {u"unit"_s, u"numbers/s"_s},
                             {u"missing"_s, eight.missing},
                             {u"twice"_s, eight.twice},
                             {u"baseline"_s, u"one clerk alone, first %1"_s.arg(alone)},
                             {u"baselineValue"_s, alone / one.seconds}};
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
    return eight.missing + eight.twice == 0 ? 0 : 1;
}
