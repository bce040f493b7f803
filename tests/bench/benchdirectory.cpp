// SPDX-License-Identifier: GPL-3.0-or-later
// The search among 125,000 agencies, letter by letter as somebody types, without diacritics: the slowest letter and the
// 95th percentile, beside the same by LIKE over all rows. One JSON object per line.
//
// usage: benchdirectory FOLDER
#include "app/domain/folding.h"
#include "app/store/officestore.h"
#include "app/store/transaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int agencies = 125'000;
constexpr int page = 5'000;

[[noreturn]] void giveUp(const QString& why) {
    qFatal("benchdirectory: %s", qPrintable(why));
}

void print(const QJsonObject& figure) {
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/// Names as a province has them: a few kinds of office, many places.
QString nameOf(int number) {
    static const QStringList kinds{
        u"Ủy ban nhân dân xã"_s,        u"Ủy ban nhân dân phường"_s, u"Sở Nội vụ"_s,
        u"Trường Tiểu học"_s,           u"Trung tâm Y tế huyện"_s,   u"Chi cục Thuế khu vực"_s,
        u"Phòng Giáo dục và Đào tạo"_s, u"Ban Quản lý dự án"_s};
    static const QStringList first{u"Đông"_s, u"Tây"_s, u"Nam"_s,  u"Bắc"_s,  u"Tân"_s,
                                   u"Vĩnh"_s, u"Phú"_s, u"Long"_s, u"Bình"_s, u"Hòa"_s};
    static const QStringList second{u"An"_s,  u"Thạnh"_s, u"Lộc"_s,   u"Mỹ"_s,    u"Thịnh"_s, u"Hưng"_s,
                                    u"Sơn"_s, u"Giang"_s, u"Quảng"_s, u"Nghĩa"_s, u"Phước"_s};
    return u"%1 %2 %3 %4"_s
        .arg(kinds.at(number % kinds.size()), first.at(number / 8 % first.size()),
             second.at(number / 80 % second.size()))
        .arg(number / 880);
}

double milliseconds(const std::function<void()>& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double percentile(std::vector<double> times, double share) {
    std::ranges::sort(times);
    return times.at(static_cast<size_t>(share * static_cast<double>(times.size() - 1)));
}

int likeSearch(app::Database& database, const QString& filter) {
    const auto found = database.read([&](app::Transaction& transaction) -> app::Result<int> {
        QString condition = u"1"_s;
        QVariantList values;
        for (const QString& word : app::searchWords(filter)) {
            condition += u" AND (folded LIKE ? OR lower(organ_id) LIKE ?)"_s;
            values << u'%' + word + u'%' << u'%' + word + u'%';
        }
        int rows = 0;
        app::Rows all =
            transaction.query(u"SELECT name FROM agency WHERE "_s + condition + u" ORDER BY folded LIMIT 50"_s, values);
        while (all.next()) {
            ++rows;
        }
        return rows;
    });
    return found.value_or(0);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc < 2) {
        giveUp(u"usage: benchdirectory FOLDER"_s);
    }
    const QString folder = QCoreApplication::arguments().at(1);
    const app::OrganId own = *app::OrganId::parse(u"H99.01"_s);
    auto store = app::OfficeStore::open(
        {.database = {.file = folder + u"/directory.sqlite"_s},
         .blobs = {.folder = folder + u"/objects"_s},
         .owner = {.organ = own, .login = u"clerk"_s, .name = u"Trần Thị Văn Thư"_s, .role = app::Role::Clerk}});
    if (!store) {
        giveUp(store.error().code);
    }
    const double merging = milliseconds([&] {
        for (int start = 0; start < agencies; start += page) {
            exchange::Directory changes;
            changes.version = start + page;
            for (int number = start; number < start + page; ++number) {
                exchange::AgencyEntry& agency = changes.agencies.emplace_back();
                agency.organId = u"K%1.%2.H99"_s.arg(number % 1000).arg(number / 1000);
                agency.name = nameOf(number);
            }
            if (auto merged = (*store)->directory().merge(changes, own); !merged) {
                giveUp(merged.error().code);
            }
        }
    });
    print({{u"figure"_s, u"directory-merge"_s},
           {u"agencies"_s, agencies},
           {u"value"_s, merging / 1000},
           {u"unit"_s, u"s"_s}});

    const QStringList typed{u"uy ban nhan dan xa dong an 17"_s,
                            u"so noi vu tinh"_s,
                            u"truong tieu hoc vinh phuoc"_s,
                            u"K17.3.H99"_s,
                            u"a b c d e"_s,
                            u"thue khu vuc binh thanh"_s,
                            u"khong co noi nao ten nay"_s};
    std::vector<double> times;
    std::vector<double> byLike;
    for (int round = 0; round < 3; ++round) {
        for (const QString& text : typed) {
            for (qsizetype letters = 1; letters <= text.size(); ++letters) {
                const QString filter = text.left(letters);
                times.push_back(milliseconds([&] {
                    if (!(*store)->directory().agencies(filter, 50)) {
                        giveUp(u"the search failed"_s);
                    }
                }));
                if (round == 0) {
                    byLike.push_back(milliseconds([&] { (void)likeSearch((*store)->database(), filter); }));
                }
            }
        }
    }
    print({{u"figure"_s, u"agency-search-per-letter"_s},
           {u"agencies"_s, agencies},
           {u"letters"_s, qint64(times.size())},
           {u"value"_s, percentile(times, 1.0)},
           {u"p95"_s, percentile(times, 0.95)},
           {u"median"_s, percentile(times, 0.5)},
           {u"unit"_s, u"ms"_s},
           {u"asked"_s, 10},
           {u"baseline"_s, u"LIKE over all rows, worst"_s},
           {u"baselineValue"_s, percentile(byLike, 1.0)}});
    return 0;
}
