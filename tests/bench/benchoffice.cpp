// SPDX-License-Identifier: GPL-3.0-or-later
// An office of a million documents: how fast its lists open, are ordered, narrowed and searched.
//   benchoffice FOLDER [DOCUMENTS [TEXTS]]     makes the profile in FOLDER where it is not there yet (minutes)
// The documents are written as the projection writes them, without the messages that they would come from: a list does
// not read those. Afterwards `congvan --profile FOLDER --measure-start` tells how fast the window opens over them.
#include "app/runtime/profile.h"
#include "app/runtime/secretfile.h"
#include "app/store/officestore.h"
#include "app/store/transaction.h"
#include "tests/bench/largeoffice.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace Qt::Literals::StringLiterals;
using app::Folder;

namespace {

app::Profile clerkIn(const QString& folder) {
    app::Profile profile;
    profile.folder = folder;
    profile.agency = {.id = *app::OrganId::parse(u"H99.02"), .name = u"Sở Nội vụ tỉnh Mẫu"_s};
    profile.person = {profile.agency.id, u"vanthu"_s, u"Phạm Thu Hằng"_s, app::Role::Clerk, u"VĂN THƯ"_s, {}};
    profile.hubUrl = u"http://127.0.0.1:9"_s;
    profile.account = u"H99.02/vanthu"_s;
    profile.demo = true;
    return profile;
}

[[noreturn]] void stop(const app::Error& error) {
    std::fprintf(stderr, "benchoffice: %s %s\n", qPrintable(error.code), qPrintable(error.detail));
    std::exit(1);
}

template <typename Value>
Value taken(app::Result<Value> result) {
    if (!result) {
        stop(result.error());
    }
    return std::move(*result);
}
void taken(const app::Result<void>& result) {
    if (!result) {
        stop(result.error());
    }
}

double millisecondsOf(const auto& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Spread {
    double median = 0;
    double p95 = 0;
    double worst = 0;
};

Spread spreadOf(QList<double> times) {
    std::ranges::sort(times);
    return {.median = times.at(times.size() / 2), .p95 = times.at(times.size() * 95 / 100), .worst = times.last()};
}

void tell(const char* name, const Spread& spread, double asked, double baseline) {
    std::printf(
        "{\"figure\": \"%s\", \"median\": %.2f, \"p95\": %.2f, \"worst\": %.2f, \"unit\": \"ms\", \"asked\": %.0f,"
        " \"baseline\": \"a hundred documents by their key\", \"baselineValue\": %.2f, \"ratio\": %.1f}\n",
        name, spread.median, spread.p95, spread.worst, asked, baseline, spread.p95 / baseline);
    std::fflush(stdout);
}

constexpr int pageRows = 100;
const QDate today(2026, 11, 26);

double bareHundred(app::OfficeStore& store) {
    QList<double> times;
    for (int round = 0; round < 50; ++round) {
        times.append(millisecondsOf([&] {
            taken(store.database().read([&](app::Transaction& transaction) -> app::Result<void> {
                app::Rows rows = transaction.query(u"SELECT * FROM document WHERE rowid > ? ORDER BY rowid LIMIT 100"_s,
                                                   {round * 997});
                while (rows.next()) {
                    for (int column = 0; column < rows.columns(); ++column) {
                        std::ignore = rows.text(column);
                    }
                }
                return {};
            }));
        }));
    }
    return spreadOf(times).median;
}

void measureLists(app::OfficeStore& store, double baseline) {
    QList<double> opened;
    QList<double> ordered;
    QList<double> narrowed;
    QList<double> deep;
    for (const Folder folder :
         {Folder::ToAccept, Folder::ToHandle, Folder::Following, Folder::Overdue, Folder::Done, Folder::Issued}) {
        opened.append(millisecondsOf([&] {
            const auto page = taken(store.documents().page({.folder = folder}, today, pageRows));
            std::ignore = taken(store.documents().count({.folder = folder}, today));
            std::ignore = page;
        }));
        for (const auto order : {app::ListOrder::Time, app::ListOrder::DueDate, app::ListOrder::Counterpart,
                                 app::ListOrder::Number, app::ListOrder::Urgency}) {
            std::optional<app::ListPlace> place;
            ordered.append(millisecondsOf([&] {
                place = taken(store.documents().page({.folder = folder, .order = order}, today, pageRows)).next;
            }));
            for (int page = 0; page < 20 && place; ++page) {
                deep.append(millisecondsOf([&] {
                    place =
                        taken(store.documents().page({.folder = folder, .order = order}, today, pageRows, place)).next;
                }));
            }
            for (const bool urgent : {true, false}) {
                narrowed.append(millisecondsOf([&] {
                    std::ignore = taken(store.documents().page(
                        {.folder = folder, .urgent = urgent, .trouble = !urgent, .order = order}, today, pageRows));
                }));
            }
        }
    }
    tell("office-list-open", spreadOf(opened), 200, baseline);
    tell("office-list-order", spreadOf(ordered), 100, baseline);
    tell("office-list-narrowed", spreadOf(narrowed), 100, baseline);
    tell("office-list-scroll", spreadOf(deep), 100, baseline);
}

void measureSearch(app::OfficeStore& store, double baseline) {
    const bench::Language language;
    std::mt19937 random(2); // NOLINT
    QList<double> found;
    QList<double> counted;
    QList<double> filtered;
    qsizetype hits = 0;
    for (int count = 0; count < 100; ++count) {
        // Half of the words are among the thirty commonest.
        const auto word = [&](bool common) { return language.words().at(int(random() % (common ? 30U : 400U))); };
        const QString words = count % 2 == 0 ? word(true) : word(random() % 2 == 0) + u' ' + word(false);
        app::DocumentQuery query{.words = count % 5 == 0 ? words.left(words.size() - 1) : words};
        found.append(
            millisecondsOf([&] { hits += taken(store.documents().page(query, today, pageRows)).rows.size(); }));
        counted.append(millisecondsOf([&] { std::ignore = taken(store.documents().count(query, today)); }));
        query.from = QDate(2025, 1, 1);
        query.incoming = true;
        query.unanswered = count % 4 == 0;
        filtered.append(millisecondsOf([&] { std::ignore = taken(store.documents().page(query, today, pageRows)); }));
    }
    std::printf("{\"figure\": \"office-search-rows\", \"value\": %lld}\n", static_cast<long long>(hits));
    tell("office-search", spreadOf(found), 50, baseline);
    tell("office-search-count", spreadOf(counted), 50, baseline);
    tell("office-search-filtered", spreadOf(filtered), 50, baseline);
}

void measureFolders(app::OfficeStore& store, double baseline) {
    QList<double> times;
    for (int round = 0; round < 20; ++round) {
        times.append(millisecondsOf([&] { std::ignore = taken(store.documents().counts(today)); }));
    }
    tell("office-folder-counts", spreadOf(times), 100, baseline);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString folder = QDir(arguments.value(1)).absolutePath();
    const int documents = arguments.value(2, u"1000000"_s).toInt();
    const int texts = arguments.value(3, u"50000"_s).toInt();
    const app::Profile profile = clerkIn(folder);
    const bool isNew = !QFile::exists(profile.storeFile());
    for (const char* part : {"trust/roots", "trust/intermediates", "trust/crls"}) {
        QDir(folder).mkpath(QString::fromLatin1(part));
    }
    taken(app::writeProfile(profile));
    if (isNew) {
        taken(app::writeSecret(profile.secretFile(), QByteArray(32, 's')));
    }
    app::StoreOptions options;
    options.database.file = profile.storeFile();
    options.blobs.folder = profile.objectsFolder();
    options.owner = profile.person;
    const auto store = app::OfficeStore::open(options);
    if (!store) {
        stop(store.error());
    }
    if (isNew) {
        const double made = millisecondsOf([&] { taken(bench::fillOffice(**store, documents, texts)); });
        std::printf(
            "{\"figure\": \"office-made\", \"documents\": %d, \"texts\": %d, \"seconds\": %.0f, \"megabytes\": %lld}\n",
            documents, texts, made / 1000, static_cast<long long>(QFileInfo(profile.storeFile()).size() >> 20));
        std::fflush(stdout);
    }
    const double baseline = bareHundred(**store);
    measureFolders(**store, baseline);
    measureLists(**store, baseline);
    measureSearch(**store, baseline);
    return 0;
}
