// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/reportsheet.h"

#include "app/domain/documentkind.h"
#include "app/domain/vietnamtime.h"
#include "app/sheets/sheetwords.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QString breakdownTitle(const WorkReport& report, const SheetWords& words) {
    const bool isOfTasks = report.subject == WorkSubject::Tasks;
    switch (report.by) {
    case Breakdown::Unit:
        return words.say(u"Unit"_s, u"Đơn vị"_s);
    case Breakdown::Person:
        return words.say(u"Person"_s, u"Người giải quyết"_s);
    case Breakdown::Sender:
        return isOfTasks ? words.say(u"Meeting"_s, u"Cuộc họp"_s) : words.say(u"Sender"_s, u"Cơ quan gửi"_s);
    case Breakdown::Kind:
        return isOfTasks ? words.say(u"Kind"_s, u"Loại"_s) : words.say(u"Kind of document"_s, u"Loại văn bản"_s);
    case Breakdown::Month:
        return words.say(u"Month"_s, u"Tháng"_s);
    }
    return {};
}

QString titleOfNone(Breakdown by, const SheetWords& words) {
    switch (by) {
    case Breakdown::Unit:
    case Breakdown::Person:
        return words.say(u"Given to nobody yet"_s, u"Chưa phân công"_s);
    case Breakdown::Sender:
        return words.say(u"Sender not known"_s, u"Không rõ nơi gửi"_s);
    case Breakdown::Kind:
    case Breakdown::Month:
        break;
    }
    return words.say(u"No kind named"_s, u"Không ghi loại"_s);
}

bool hasSupport(Breakdown by) {
    return by == Breakdown::Unit || by == Breakdown::Person;
}

QList<SheetCell> figureCells(const QString& title, const WorkFigures& figures, const SheetWords& words) {
    QList<SheetCell> row{SheetCell::of(title)};
    for (const qint64 number : {figures.received, figures.doneInTime, figures.doneLate, figures.openInTime,
                                figures.openOverdue, figures.dropped}) {
        row << SheetCell::of(number, words.count(number));
    }
    return row;
}

} // namespace

QString rowTitle(const StatisticsRow& row, Breakdown by, Language language) {
    const SheetWords words(language);
    if (row.key.isEmpty()) {
        return titleOfNone(by, words);
    }
    if (by == Breakdown::Month) {
        return words.say(u"%2/%1"_s, u"Tháng %2/%1"_s).arg(row.key.left(4), row.key.mid(5));
    }
    if (by == Breakdown::Kind && !words.isVietnamese()) {
        const auto known = kindFromName(row.key);
        return known ? factsOf(*known).english : row.key;
    }
    return row.name.isEmpty() ? row.key : row.name;
}

QString reportTitle(WorkSubject subject, Language language) {
    const SheetWords words(language);
    return subject == WorkSubject::Tasks ? words.say(u"Report on the tasks given at meetings"_s,
                                                     u"Báo cáo tình hình thực hiện nhiệm vụ giao tại cuộc họp"_s)
                                         : words.say(u"Report on the handling of incoming documents"_s,
                                                     u"Báo cáo tình hình giải quyết văn bản đến"_s);
}

Sheet reportSheet(const WorkReport& report, const QString& superior, const QString& office, Language language) {
    const SheetWords words(language);
    const bool isOfTasks = report.subject == WorkSubject::Tasks;
    Sheet sheet{.title = reportTitle(report.subject, language),
                .superior = superior,
                .office = office,
                .nothing = isOfTasks ? words.say(u"No task was given in this period."_s,
                                                 u"Không có nhiệm vụ nào được giao trong kỳ này."_s)
                                     : words.say(u"No document was registered in this period."_s,
                                                 u"Không có văn bản nào được đăng ký trong kỳ này."_s)};
    const QString days = isOfTasks ? words.say(u"Given from %1 to %2; as of %3"_s,
                                               u"Nhiệm vụ giao từ ngày %1 đến ngày %2, tính đến ngày %3"_s)
                                   : words.say(u"Registered from %1 to %2; as of %3"_s,
                                               u"Văn bản đăng ký từ ngày %1 đến ngày %2, tính đến ngày %3"_s);
    sheet.facts << days.arg(dateDisplay(report.period.from), dateDisplay(report.period.to), dateDisplay(report.asOf));
    sheet.columns = {
        {breakdownTitle(report, words), 56},
        {isOfTasks ? words.say(u"Given"_s, u"Đã giao"_s) : words.say(u"Received"_s, u"Đã nhận"_s), 18, true},
        {words.say(u"Done in time"_s, u"Giải quyết đúng hạn"_s), 22, true},
        {words.say(u"Done late"_s, u"Giải quyết quá hạn"_s), 22, true},
        {words.say(u"Open, in time"_s, u"Đang giải quyết, còn hạn"_s), 24, true},
        {words.say(u"Open, overdue"_s, u"Đang giải quyết, quá hạn"_s), 24, true},
        {words.say(u"Withdrawn or replaced"_s, u"Thu hồi, thay thế"_s), 20, true}};
    if (hasSupport(report.by)) {
        sheet.columns << SheetColumn{words.say(u"Supports in"_s, u"Phối hợp"_s), 18, true};
    }
    for (const StatisticsRow& row : report.rows) {
        sheet.rows << figureCells(rowTitle(row, report.by, language), row.figures, words);
        if (hasSupport(report.by)) {
            sheet.rows.last() << SheetCell::of(row.supporting, words.count(row.supporting));
        }
    }
    if (!report.rows.isEmpty()) {
        sheet.totals = figureCells(words.say(u"Total"_s, u"Tổng số"_s), report.total, words);
        if (hasSupport(report.by)) {
            sheet.totals << SheetCell(); // one document may be supported by many
        }
    }
    return sheet;
}

} // namespace app
