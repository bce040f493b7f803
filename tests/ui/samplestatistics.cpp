// SPDX-License-Identifier: GPL-3.0-or-later
// What the office in memory counts: enough of everything that each piece of the chart is seen.
#include "app/domain/vietnamtime.h"
#include "app/sheets/reportsheet.h"
#include "app/sheets/sheetfile.h"
#include "tests/ui/sampleoffice.h"

#include <QMutexLocker>

namespace tests {

using namespace Qt::Literals::StringLiterals;
using app::Breakdown;
using app::WorkCount;
using app::WorkCourse;

namespace {

struct SampleRow {
    QString key;
    QString name;
    int doneInTime;
    int doneLate;
    int open;
    int overdue;
    int dropped;
};

QList<SampleRow> sampleRows(Breakdown by) {
    switch (by) {
    case Breakdown::Unit:
        return {{u"Phòng Tổ chức - Cán bộ"_s, {}, 412, 31, 58, 12, 4},
                {u"Phòng Văn thư - Lưu trữ"_s, {}, 298, 12, 33, 3, 2},
                {u"Phòng Xây dựng chính quyền"_s, {}, 187, 24, 41, 9, 0},
                {u"Thanh tra Sở"_s, {}, 96, 4, 11, 0, 1},
                {u"H99.02/giamdoc"_s, u"Trần Thị B"_s, 22, 0, 6, 1, 0},
                {{}, {}, 0, 0, 9, 2, 0}};
    case Breakdown::Person:
        return {{u"H99.02/an"_s, u"Nguyễn Văn An"_s, 120, 9, 14, 2, 0},
                {u"H99.02/binh"_s, u"Phạm Thị Bình"_s, 88, 3, 9, 1, 0}};
    case Breakdown::Sender: {
        QList<SampleRow> rows;
        for (int office = 1; office <= 12; ++office) {
            rows << SampleRow{u"H99.%1"_s.arg(office),
                              u"Ủy ban nhân dân huyện Mẫu %1"_s.arg(office),
                              90 - office * 5,
                              office,
                              12,
                              office % 3,
                              0};
        }
        return rows;
    }
    case Breakdown::Kind:
        return {{u"Công văn"_s, u"Công văn"_s, 700, 40, 80, 12, 3}, {u"Giấy mời"_s, u"Giấy mời"_s, 210, 0, 8, 0, 0}};
    case Breakdown::Month:
        return {{u"2026-07"_s, {}, 301, 22, 0, 1, 1},
                {u"2026-08"_s, {}, 340, 31, 12, 8, 3},
                {u"2026-09"_s, {}, 374, 18, 146, 18, 3}};
    }
    return {};
}

QList<SampleRow> sampleTaskRows(Breakdown by) {
    if (by == Breakdown::Sender) {
        return {{u"m1"_s, u"Giao ban tuần 47"_s, 6, 1, 3, 1, 0}, {u"m2"_s, u"Họp về chuyển đổi số"_s, 3, 0, 4, 0, 0}};
    }
    return {{u"Phòng Tổ chức - Cán bộ"_s, {}, 5, 1, 4, 1, 0}, {u"Thanh tra Sở"_s, {}, 4, 0, 3, 0, 0}};
}

} // namespace

app::Result<app::WorkReport> SampleOffice::workReport(const app::Period& period, Breakdown by,
                                                      app::WorkSubject subject) {
    const bool isOfTasks = subject == app::WorkSubject::Tasks;
    if (auto noted =
            note(u"%1:%2:%3:%4"_s.arg(isOfTasks ? u"report-tasks"_s : u"report"_s, period.from.toString(Qt::ISODate),
                                      period.to.toString(Qt::ISODate), app::breakdownKey(by)));
        !noted) {
        return std::unexpected(noted.error());
    }
    const QDate today = app::vietnamToday();
    QList<WorkCount> counts;
    for (const SampleRow& row : nothingCame ? QList<SampleRow>() : isOfTasks ? sampleTaskRows(by) : sampleRows(by)) {
        counts << WorkCount{row.key, row.name, WorkCourse::DoneInTime, {}, row.doneInTime}
               << WorkCount{row.key, row.name, WorkCourse::DoneLate, {}, row.doneLate}
               << WorkCount{row.key, row.name, WorkCourse::Open, today, row.open}
               << WorkCount{row.key, row.name, WorkCourse::Open, today.addDays(-1), row.overdue}
               << WorkCount{row.key, row.name, WorkCourse::Dropped, {}, row.dropped};
    }
    return app::workReport({.subject = subject, .period = period, .asOf = app::judgedAsOf(period, today), .by = by},
                           counts,
                           by == Breakdown::Unit && !nothingCame ? QHash<QString, qint64>{{u"Thanh tra Sở"_s, 17}}
                                                                 : QHash<QString, qint64>());
}

app::Result<void> SampleOffice::saveWorkReport(const app::WorkReport& report, const QString& path,
                                               app::Language language) {
    if (auto noted = note(u"save-report:"_s + path); !noted) {
        return noted;
    }
    return app::writeSheet(path, app::reportSheet(report, {}, m_profile.agency.name, language), language,
                           QDateTime::currentDateTimeUtc());
}

app::Result<qsizetype> SampleOffice::saveRegister(const app::RegisterRequest& request, const QString& path,
                                                  app::Language) {
    if (auto noted = note(u"register:%1:%2:%3:%4:%5:%6"_s.arg(app::registerKey(request.kind))
                              .arg(request.year)
                              .arg(request.from.toString(Qt::ISODate), request.to.toString(Qt::ISODate))
                              .arg(request.volume)
                              .arg(path));
        !noted) {
        return std::unexpected(noted.error());
    }
    return 1204;
}

} // namespace tests
