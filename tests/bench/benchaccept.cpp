// SPDX-License-Identifier: GPL-3.0-or-later
// What a clerk waits for after the click on "accept": the number is drawn from the book at the server (loopback, real
// hub), the act and the status are stored; in an office of a million documents. The copy with the stamp, which is made
// when somebody first looks at it, is a figure of its own.
//   benchaccept [DOCUMENTS [ACCEPTED]]
// Baseline: one write to the same store that is on the disk when it returns.
#include "app/services/acceptincoming.h"
#include "app/services/querydocuments.h"
#include "app/services/syncoffice.h"
#include "app/store/officestore.h"
#include "app/store/transaction.h"
#include "docsig/keys/cryptoruntime.h"
#include "tests/bench/largeoffice.h"
#include "tests/bench/plainpdf.h"
#include "tests/world/office/officeworld.h"
#include "tests/world/office/receivingdesk.h"

#include <QElapsedTimer>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using world::OfficeWorld;

namespace {

[[noreturn]] void stop(const QString& code, const QString& detail) {
    std::fprintf(stderr, "benchaccept: %s %s\n", qPrintable(code), qPrintable(detail));
    std::exit(1);
}

auto taken(auto result) {
    if (!result) {
        stop(result.error().code, result.error().detail);
    }
    if constexpr (!std::is_void_v<typename decltype(result)::value_type>) {
        return std::move(*result);
    }
}

double millisecondsOf(const auto& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Fills the store of a closed desk; the median of writes that are on the disk when they return.
double fill(const app::Profile& profile, int documents) {
    app::StoreOptions options;
    options.database.file = profile.storeFile();
    options.blobs.folder = profile.objectsFolder();
    options.owner = profile.person;
    const auto store = taken(app::OfficeStore::open(options));
    taken(bench::fillOffice(*store, documents, documents / 20));
    QList<double> times;
    for (int round = 0; round < 50; ++round) {
        times.append(millisecondsOf([&] {
            taken(store->database().write([&](app::Transaction& transaction) -> app::Result<void> {
                transaction.change(
                    u"INSERT OR REPLACE INTO document_body (document_id, source, text) VALUES (?, '', ?)"_s,
                    {u"bench"_s, QByteArray(2'000, 'x')});
                return {};
            }));
        }));
    }
    std::ranges::sort(times);
    return times.at(times.size() / 2);
}

void deliver(OfficeWorld& office, int number) {
    const QByteArray text = QByteArray::number(number);
    QByteArray packet = world::samplePacket();
    packet.replace("07/SNV-VP", text + "/SNV-VP").replace(">07<", ">" + text + "<");
    packet.replace("JVBERi0xLjQK", bench::plainPdf(3).toBase64());
    const auto sent = office.sendRaw(packet);
    if (!sent) {
        stop(sent.error().code, sent.error().detail);
    }
}

/// One line of figures.
void tell(const char* figure, int documents, QList<double> times, double baseline, const char* asked = "null") {
    std::ranges::sort(times);
    const double median = times.at(times.size() / 2);
    std::printf("{\"figure\": \"%s\", \"documents\": %d, \"times\": %lld, \"median\": %.1f, \"p95\": %.1f,"
                " \"worst\": %.1f, \"unit\": \"ms\", \"asked\": %s, \"baseline\": \"one durable write to that store\","
                " \"baselineValue\": %.2f, \"ratio\": %.1f}\n",
                figure, documents, static_cast<long long>(times.size()), median, times.at(times.size() * 95 / 100),
                times.last(), asked, baseline, median / baseline);
}

} // namespace

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    const docsig::CryptoRuntime crypto;
    const QStringList arguments = QGuiApplication::arguments();
    const int documents = arguments.value(1, u"1000000"_s).toInt();
    const int accepted = arguments.value(2, u"100"_s).toInt();
    OfficeWorld office;
    const app::Profile profile = office.clerk(OfficeWorld::finance).profile();
    office.close(OfficeWorld::finance, app::Role::Clerk);
    const double baseline = fill(profile, documents);
    for (int number = 1; number <= accepted; ++number) {
        deliver(office, number);
    }
    app::OfficeSession& clerk = office.clerk(OfficeWorld::finance);
    taken(office.sync(clerk));
    QList<app::DocumentId> waiting;
    for (const app::DocumentSummary& row :
         taken(clerk.queryDocuments().page({.folder = app::Folder::ToAccept}, accepted)).rows) {
        if (row.number.endsWith("/SNV-VP"_L1)) {
            waiting.append(row.id);
        }
    }
    QList<double> times;
    QList<double> copies;
    for (const app::DocumentId& id : waiting) {
        times.append(millisecondsOf([&] {
            taken(clerk.acceptIncoming().accept(
                id, {.date = {}, .dueDate = {}, .note = {}, .withoutVerdict = true, .despiteTwin = true}));
        }));
        copies.append(millisecondsOf([&] { taken(clerk.arrivalCopy().copyOf(id)); }));
    }
    if (times.isEmpty()) {
        stop(u"nothing-arrived"_s, {});
    }
    tell("accept-after-the-click", documents, std::move(times), baseline, "50");
    tell("stamped-copy-when-looked-at", documents, std::move(copies), baseline);
    return 0;
}
