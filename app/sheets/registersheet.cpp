// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/registersheet.h"

#include "app/domain/bookentry.h"
#include "app/domain/documentkind.h"
#include "app/domain/vietnamtime.h"
#include "app/sheets/sheetwords.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QString joinedWords(const QStringList& parts, const QString& between) {
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(between);
}

QString kindName(const RegisterLine& line, const SheetWords& words) {
    const auto known = kindFromName(line.kindName);
    return known && !words.isVietnamese() ? factsOf(*known).english : line.kindName;
}

QString kindAndSubject(const RegisterLine& line, const SheetWords& words) {
    return joinedWords({kindName(line, words), line.subject}, u": "_s);
}

QString remarkWords(const RegisterLine& line, const SheetWords& words) {
    QStringList remarks;
    if (line.voided) {
        remarks << words.say(u"Voided: %1"_s, u"Hủy số: %1"_s).arg(line.voidReason);
    }
    if (line.flagged) {
        remarks << words.say(u"Out of order, not counted"_s, u"Sai thứ tự, không tính số"_s);
    }
    if (line.paper) {
        remarks << words.say(u"On paper"_s, u"Văn bản giấy"_s);
    }
    if (line.queued) {
        remarks << words.say(u"Not at the server yet"_s, u"Chưa lên máy chủ"_s);
    }
    if (line.course == WorkCourse::Dropped) {
        remarks << words.say(u"Withdrawn or replaced"_s, u"Đã thu hồi hoặc thay thế"_s);
    }
    return remarks.join(u"; "_s);
}

QString progressWords(const RegisterLine& line, const SheetWords& words) {
    if (!line.course || line.voided || line.flagged) {
        return {};
    }
    QString state;
    switch (*line.course) {
    case WorkCourse::Open:
        state = line.begun               ? words.say(u"At work"_s, u"Đang giải quyết"_s)
                : line.holders.isEmpty() ? words.say(u"Not given to anybody"_s, u"Chưa phân công"_s)
                                         : words.say(u"Not begun"_s, u"Chưa giải quyết"_s);
        break;
    case WorkCourse::DoneInTime:
        state = words.say(u"Done in time, %1"_s, u"Đã giải quyết đúng hạn, ngày %1"_s).arg(dateDisplay(line.ended));
        break;
    case WorkCourse::DoneLate:
        state = words.say(u"Done late, %1"_s, u"Đã giải quyết quá hạn, ngày %1"_s).arg(dateDisplay(line.ended));
        break;
    case WorkCourse::Dropped:
        state = words.say(u"Ended without an answer"_s, u"Dừng giải quyết"_s);
        break;
    }
    return joinedWords({state, line.progress}, u". "_s);
}

SheetCell numberCell(const RegisterLine& line) {
    return SheetCell::of(line.number, numberDisplay(line.number));
}

QList<SheetCell> incomingRow(const RegisterLine& line, const SheetWords& words) {
    return {SheetCell::of(line.date),
            numberCell(line),
            SheetCell::of(line.counterpart),
            SheetCell::of(line.documentNumber),
            SheetCell::of(line.documentDate),
            SheetCell::of(kindAndSubject(line, words)),
            SheetCell::of(line.holders.join(u"; "_s)),
            SheetCell::of(line.passedOn),
            SheetCell(),
            SheetCell::of(remarkWords(line, words))};
}

QList<SheetCell> outgoingRow(const RegisterLine& line, const SheetWords& words) {
    return {SheetCell::of(line.numberDisplay),
            SheetCell::of(line.date),
            SheetCell::of(kindAndSubject(line, words)),
            SheetCell::of(line.signer),
            SheetCell::of(line.counterpart),
            SheetCell::of(line.keptBy),
            line.copies > 0 ? SheetCell::of(line.copies, QString::number(line.copies)) : SheetCell(),
            SheetCell::of(line.passedOn),
            SheetCell(),
            SheetCell::of(remarkWords(line, words))};
}

QList<SheetCell> handlingRow(const RegisterLine& line, const SheetWords& words) {
    const QString document =
        joinedWords({kindName(line, words), line.documentNumber,
                     line.documentDate.isValid() ? dateDisplay(line.documentDate) : QString(), line.counterpart},
                    u", "_s);
    return {numberCell(line),
            SheetCell::of(document),
            SheetCell::of(line.holders.join(u"; "_s)),
            SheetCell::of(line.due),
            SheetCell::of(progressWords(line, words)),
            SheetCell::of(line.answeredBy.join(u"; "_s)),
            SheetCell::of(remarkWords(line, words))};
}

QList<SheetColumn> incomingColumns(const SheetWords& words) {
    return {{words.say(u"Arrived"_s, u"Ngày đến"_s), 20},
            {words.say(u"No. in"_s, u"Số đến"_s), 13},
            {words.say(u"Author"_s, u"Tác giả"_s), 36},
            {words.say(u"Number, notation"_s, u"Số, ký hiệu văn bản"_s), 27},
            {words.say(u"Date"_s, u"Ngày tháng văn bản"_s), 20},
            {words.say(u"Kind and subject"_s, u"Tên loại và trích yếu nội dung văn bản"_s), 66},
            {words.say(u"Unit or person"_s, u"Đơn vị hoặc người nhận"_s), 33},
            {words.say(u"Passed on"_s, u"Ngày chuyển"_s), 20},
            {words.say(u"Signed for"_s, u"Ký nhận"_s), 15},
            {words.say(u"Remarks"_s, u"Ghi chú"_s), 24}};
}

QList<SheetColumn> outgoingColumns(const SheetWords& words) {
    return {{words.say(u"Number, notation"_s, u"Số, ký hiệu văn bản"_s), 26},
            {words.say(u"Date"_s, u"Ngày tháng văn bản"_s), 20},
            {words.say(u"Kind and subject"_s, u"Tên loại và trích yếu nội dung văn bản"_s), 66},
            {words.say(u"Signer"_s, u"Người ký"_s), 26},
            {words.say(u"Receivers"_s, u"Nơi nhận văn bản"_s), 42},
            {words.say(u"Copy kept by"_s, u"Đơn vị, người nhận bản lưu"_s), 22},
            {words.say(u"Copies"_s, u"Số lượng bản"_s), 13},
            {words.say(u"Sent"_s, u"Ngày chuyển"_s), 20},
            {words.say(u"Signed for"_s, u"Ký nhận"_s), 15},
            {words.say(u"Remarks"_s, u"Ghi chú"_s), 24}};
}

QList<SheetColumn> handlingColumns(const SheetWords& words) {
    return {
        {words.say(u"No. in"_s, u"Số đến"_s), 13},
        {words.say(u"Kind, number, date and author"_s, u"Tên loại, số, ký hiệu, ngày tháng và tác giả văn bản"_s), 80},
        {words.say(u"Unit or person"_s, u"Đơn vị hoặc người nhận"_s), 42},
        {words.say(u"Due"_s, u"Thời hạn giải quyết"_s), 22},
        {words.say(u"Progress"_s, u"Tiến độ giải quyết"_s), 54},
        {words.say(u"Answered by"_s, u"Số, ký hiệu văn bản trả lời"_s), 32},
        {words.say(u"Remarks"_s, u"Ghi chú"_s), 28}};
}

QString seriesWords(const QString& series, const SheetWords& words) {
    return series == "cv"_L1 ? words.say(u"Official letters: %1"_s, u"Công văn: %1"_s)
                             : words.say(u"Named kinds: %1"_s, u"Văn bản có tên loại: %1"_s);
}

/// A fact for each book of the register that was closed.
QStringList closingWords(const DocumentRegister& whole, const SheetWords& words) {
    QStringList facts;
    for (const RegisterClosing& closing : whole.closings) {
        const QString number =
            closing.lastNumber > 0 ? numberDisplay(closing.lastNumber) : words.say(u"none"_s, u"không có"_s);
        const QString fact = words
                                 .say(u"Closed on %1 by %2; last number: %3"_s,
                                      u"Đã khóa sổ ngày %1; người khóa sổ: %2; số cuối cùng: %3"_s)
                                 .arg(dateDisplay(closing.date), closing.closedBy, number);
        facts << (closing.series.isEmpty() ? fact : seriesWords(closing.series, words).arg(fact));
    }
    return facts;
}

/// "01 – 12", of the lines that count; of the outgoing books series by series.
QString numbersOf(const DocumentRegister& whole, const SheetWords& words) {
    QStringList ranges;
    QStringList series;
    for (const RegisterLine& line : whole.lines) {
        if (!series.contains(line.series)) {
            series << line.series;
        }
    }
    for (const QString& one : std::as_const(series)) {
        int first = 0;
        int last = 0;
        for (const RegisterLine& line : whole.lines) {
            if (line.series == one && !line.flagged && !line.queued) {
                first = first == 0 ? line.number : std::min(first, line.number);
                last = std::max(last, line.number);
            }
        }
        if (last > 0) {
            const QString range = words.say(u"From no. %1 to no. %2"_s, u"Từ số %1 đến số %2"_s)
                                      .arg(numberDisplay(first), numberDisplay(last));
            ranges << (series.size() == 1 ? range : seriesWords(one, words).arg(range));
        }
    }
    return ranges.isEmpty() ? words.say(u"No number yet"_s, u"Chưa có số"_s) : ranges.join(u'\n');
}

} // namespace

QString registerTitle(RegisterKind kind, Language language) {
    const SheetWords words(language);
    switch (kind) {
    case RegisterKind::Incoming:
        return words.say(u"Register of incoming documents"_s, u"Sổ đăng ký văn bản đến"_s);
    case RegisterKind::Outgoing:
        return words.say(u"Register of outgoing documents"_s, u"Sổ đăng ký văn bản đi"_s);
    case RegisterKind::Handling:
        return words.say(u"Register of the handling of incoming documents"_s, u"Sổ theo dõi giải quyết văn bản đến"_s);
    }
    return {};
}

Sheet registerSheet(const DocumentRegister& whole, Language language) {
    const SheetWords words(language);
    Sheet sheet{.title = registerTitle(whole.kind, language),
                .superior = whole.superiorName,
                .office = whole.officeName,
                .hasCover = true,
                .isLandscape = true,
                .nothing = words.say(u"No line in these days."_s, u"Không có văn bản nào trong thời gian này."_s)};
    sheet.facts << words.say(u"Year: %1"_s, u"Năm: %1"_s).arg(whole.year)
                << words.say(u"From %1 to %2"_s, u"Từ ngày %1 đến ngày %2"_s)
                       .arg(dateDisplay(whole.days.from), dateDisplay(whole.days.to))
                << numbersOf(whole, words).split(u'\n') << closingWords(whole, words)
                << words.say(u"Volume: %1"_s, u"Quyển số: %1"_s).arg(whole.volume);
    const auto columns = whole.kind == RegisterKind::Incoming   ? incomingColumns
                         : whole.kind == RegisterKind::Outgoing ? outgoingColumns
                                                                : handlingColumns;
    const auto row = whole.kind == RegisterKind::Incoming   ? incomingRow
                     : whole.kind == RegisterKind::Outgoing ? outgoingRow
                                                            : handlingRow;
    sheet.columns = columns(words);
    sheet.rows.reserve(whole.lines.size());
    for (const RegisterLine& line : whole.lines) {
        sheet.rows << row(line, words);
    }
    return sheet;
}

} // namespace app
