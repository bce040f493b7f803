// SPDX-License-Identifier: GPL-3.0-or-later
// Relaying: how long a directory of 125,000 agencies takes to come down to a hub below, and in how much memory of that
// hub, beside the import of the same file by the hub above; and how long a document needs down through two hubs.
//
// usage: benchrelay BIN_DIR FOLDER
#include "exchange/client/enrolment.h"
#include "exchange/hub/hubserver.h"
#include "tests/exchange/hub/samples.h"
#include "tests/world/hubtree.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int agencies = 125'000;
constexpr int documents = 20;

[[noreturn]] void giveUp(const QString& why) {
    qFatal("benchrelay: %s", qPrintable(why));
}

void print(const QJsonObject& figure) {
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

double kilobytes(const QByteArray& name) {
    for (const QByteArray& line : samples::readFile(u"/proc/self/status"_s).split('\n')) {
        if (line.startsWith(name + ':')) {
            return line.mid(name.size() + 1).simplified().split(' ').first().toDouble();
        }
    }
    return 0;
}

double secondsOf(const std::function<void()>& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// Runs congvan-hub and gives what it prints.
QJsonObject run(const QString& program, const QStringList& words) {
    QProcess process;
    process.start(program, words);
    if (!process.waitForFinished(600'000) || process.exitCode() != 0) {
        giveUp(words.join(u' ') + u": "_s + QString::fromUtf8(process.readAllStandardError()));
    }
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

void writeWorld(const QString& path) {
    QJsonArray list{QJsonObject{{u"organId"_s, u"G01"_s}, {u"name"_s, u"Bộ Mẫu"_s}}};
    for (int number = 0; number < agencies; ++number) {
        list.append(QJsonObject{{u"organId"_s, u"K%1.%2.H99"_s.arg(number % 1000).arg(number / 1000)},
                                {u"name"_s, u"Ủy ban nhân dân xã Đông Hòa số %1"_s.arg(number)},
                                {u"inCharge"_s, u"Ủy ban nhân dân tỉnh Mẫu"_s},
                                {u"isLocal"_s, false}});
    }
    samples::writeFile(path, QJsonDocument(QJsonObject{{u"agencies"_s, list}}).toJson(QJsonDocument::Compact));
}

std::unique_ptr<hub::HubServer> hubBelow(const QString& folder, const exchange::HubAccount& account) {
    hub::HubOptions options;
    options.dataFolder = folder;
    options.relay.isAwake = false;
    options.relay.worker.patience.directoryEvery = std::chrono::milliseconds(0);
    const auto made = hub::HubServer::initialise(folder);
    auto below = made ? hub::HubServer::open(options) : std::unexpected(made.error());
    if (!below) {
        giveUp(below.error().code);
    }
    const auto added = (*below)->relays().add(
        {u"up"_s, u"hub"_s, account.baseUrl.toString(), account.account, account.secret, {}, u"H99.01"_s, {}});
    if (!added) {
        giveUp(added.error().code);
    }
    return std::move(*below);
}

qint64 follow(hub::HubServer& below) {
    const auto passed = below.relayService().passNow();
    if (!passed || passed->first().stopped) {
        giveUp(passed ? passed->first().stopped->code : passed.error().code);
    }
    return passed->first().agencies;
}

void measureDirectory(const QString& program, const QString& folder) {
    const QString above = folder + u"/relay-above"_s;
    const QString ready = folder + u"/relay-ready"_s;
    writeWorld(folder + u"/relay-world.json"_s);
    run(program, {u"init"_s, u"--data"_s, above});
    const double import =
        secondsOf([&] { run(program, {u"import"_s, u"--data"_s, above, folder + u"/relay-world.json"_s}); });
    const QString code = run(program, {u"relay"_s, u"allow"_s, u"--data"_s, above, u"--agency"_s, u"G01"_s,
                                       u"--login"_s, u"tinh"_s, u"--for"_s, u"K0.0.H99"_s})
                             .value("code"_L1)
                             .toString();
    QProcess serving;
    serving.setProcessChannelMode(QProcess::ForwardedOutputChannel);
    serving.start(program, {u"serve"_s, u"--data"_s, above, u"--port"_s, u"0"_s, u"--ready-file"_s, ready});
    serving.setReadChannel(QProcess::StandardError);
    if (!serving.waitForReadyRead(60'000)) {
        giveUp(u"the hub does not start"_s);
    }
    const QUrl url(u"http://127.0.0.1:"_s + QString::fromLatin1(samples::readFile(ready).trimmed()));
    const auto account = exchange::enrol(url, {}, code);
    if (!account) {
        giveUp(account.error().code);
    }
    const auto below = hubBelow(folder + u"/relay-below"_s, *account);
    const double before = kilobytes("VmRSS");
    qint64 taken = 0;
    const double seconds = secondsOf([&] { taken = follow(*below); });
    const double peak = kilobytes("VmHWM");
    qint64 again = 0;
    const double nothing = secondsOf([&] { again = follow(*below); });
    print({{u"figure"_s, u"relay-directory-sync"_s},
           {u"agencies"_s, taken},
           {u"value"_s, seconds},
           {u"unit"_s, u"s"_s},
           {u"baseline"_s, u"import of the same by congvan-hub above"_s},
           {u"baselineValue"_s, import},
           {u"ratio"_s, seconds / import},
           {u"nothingNew"_s, nothing},
           {u"takenAgain"_s, again}});
    print({{u"figure"_s, u"relay-directory-sync-memory"_s},
           {u"value"_s, (peak - before) / 1024},
           {u"unit"_s, u"MiB"_s},
           {u"ofThePeak"_s, peak / 1024}});
    serving.kill();
    serving.waitForFinished(30'000);
}

/// Down through two hubs, each of which waits at the one above.
void measureWay() {
    world::HubTree tree(world::HubTree::Relays::Awake);
    const auto office = tree.office().client(u"H99.01/clerk"_s);
    std::vector<double> times;
    qint64 cursor = 0;
    for (int number = 0; number < documents; ++number) {
        const QByteArray packet = samples::documentPacket(u"G01"_s, {u"H99.01"_s}, u"V/v số %1"_s.arg(number));
        times.push_back(secondsOf([&] {
            const QString refused = tree.send(tree.axis(), u"G01"_s, packet, u"edoc"_s);
            const auto came = office->feed(u"H99.01"_s, cursor, 10, 60);
            if (!refused.isEmpty() || !came || came->isEmpty()) {
                giveUp(u"a document did not come down: "_s + refused);
            }
            cursor = came->last().cursor;
        }));
    }
    std::ranges::sort(times);
    print({{u"figure"_s, u"relay-document-through-two-hubs"_s},
           {u"documents"_s, documents},
           {u"value"_s, times.back()},
           {u"median"_s, times.at(times.size() / 2)},
           {u"unit"_s, u"s"_s},
           {u"asked"_s, 2}});
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3) {
        giveUp(u"usage: benchrelay BIN_DIR FOLDER"_s);
    }
    measureDirectory(words.at(1) + u"/congvan-hub"_s, words.at(2));
    measureWay();
    return 0;
}
