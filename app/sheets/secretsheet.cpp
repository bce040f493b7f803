// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/secretsheet.h"

#include "app/domain/bookentry.h"
#include "app/domain/vietnamtime.h"
#include "app/sheets/sheetwords.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QString secretSubject(const SecretEntry& entry, const SheetWords& words) {
    const KindFacts& kind = factsOf(entry.kind);
    const QString name = words.isVietnamese() ? kind.name : kind.english;
    return name + u": "_s +
           (entry.isWithheld() ? words.say(u"subject withheld"_s, u"không ghi trích yếu"_s) : entry.subject.text());
}

QString secretRemarks(const SecretRecord& record, const SheetWords& words) {
    QStringList remarks;
    if (record.voided) {
        remarks << words.say(u"Voided: %1"_s, u"Hủy số: %1"_s).arg(record.voidReason.text());
    }
    if (record.corrected > 0) {
        remarks << words.say(u"Corrected"_s, u"Đã đính chính"_s);
    }
    if (record.entry.dueDate.isValid()) {
        remarks << words.say(u"Due %1"_s, u"Hạn %1"_s).arg(dateDisplay(record.entry.dueDate));
    }
    if (!record.entry.remark.isEmpty()) {
        remarks << record.entry.remark;
    }
    return remarks.join(u"; "_s);
}

SheetCell secretNumber(const SecretRecord& record) {
    return SheetCell::of(record.ref.number, numberDisplay(record.ref.number));
}

QList<SheetCell> secretRow(const SecretRecord& record, const SheetWords& words) {
    const SecretEntry& entry = record.entry;
    const QList<SheetCell> what{SheetCell::of(secretSubject(entry, words)), SheetCell::of(secrecyMark(entry.degree))};
    const SheetCell copies = SheetCell::of(entry.copies, QString::number(entry.copies));
    if (record.ref.direction == SecretDirection::Incoming) {
        return QList<SheetCell>{SheetCell::of(entry.date), secretNumber(record), SheetCell::of(entry.counterpart),
                                SheetCell::of(entry.documentNumber), SheetCell::of(entry.documentDate)} +
               what +
               QList<SheetCell>{copies, SheetCell::of(entry.keeper), SheetCell::of(entry.receiver),
                                SheetCell::of(secretRemarks(record, words))};
    }
    return QList<SheetCell>{secretNumber(record), SheetCell::of(entry.date), SheetCell::of(entry.documentNumber)} +
           what +
           QList<SheetCell>{SheetCell::of(entry.counterpart), copies, SheetCell::of(entry.keeper),
                            SheetCell::of(entry.receiver), SheetCell::of(secretRemarks(record, words))};
}

QList<SheetColumn> secretColumns(SecretDirection direction, const SheetWords& words) {
    const SheetColumn subject{words.say(u"Kind and subject"_s, u"Tên loại và trích yếu nội dung"_s), 58};
    const SheetColumn degree{words.say(u"Degree"_s, u"Độ mật"_s), 19};
    const SheetColumn copies{words.say(u"Copies"_s, u"Số bản"_s), 13};
    const SheetColumn signedFor{words.say(u"Signed for"_s, u"Ký nhận"_s), 24};
    const SheetColumn remarks{words.say(u"Remarks"_s, u"Ghi chú"_s), 30};
    if (direction == SecretDirection::Incoming) {
        return {{words.say(u"Arrived"_s, u"Ngày đến"_s), 20},
                {words.say(u"No. in"_s, u"Số đến"_s), 13},
                {words.say(u"Author"_s, u"Tác giả"_s), 32},
                {words.say(u"Number, notation"_s, u"Số, ký hiệu văn bản"_s), 25},
                {words.say(u"Date"_s, u"Ngày tháng văn bản"_s), 20},
                subject,
                degree,
                copies,
                {words.say(u"Unit or person"_s, u"Đơn vị hoặc người nhận"_s), 27},
                signedFor,
                remarks};
    }
    return {{words.say(u"No."_s, u"Số thứ tự"_s), 13},
            {words.say(u"Date"_s, u"Ngày tháng văn bản"_s), 20},
            {words.say(u"Number, notation"_s, u"Số, ký hiệu văn bản"_s), 26},
            subject,
            degree,
            {words.say(u"Receivers"_s, u"Nơi nhận văn bản"_s), 38},
            copies,
            {words.say(u"Copy kept by"_s, u"Người giữ bản lưu"_s), 25},
            signedFor,
            remarks};
}

QString secretNumbers(const QList<SecretRecord>& lines, const SheetWords& words) {
    return lines.isEmpty() ? words.say(u"No number yet"_s, u"Chưa có số"_s)
                           : words.say(u"From no. %1 to no. %2"_s, u"Từ số %1 đến số %2"_s)
                                 .arg(numberDisplay(lines.first().ref.number), numberDisplay(lines.last().ref.number));
}

} // namespace

QString secretTitle(SecretDirection direction, Language language) {
    const SheetWords words(language);
    return direction == SecretDirection::Incoming
               ? words.say(u"Register of incoming secret documents"_s, u"Sổ đăng ký văn bản mật đến"_s)
               : words.say(u"Register of outgoing secret documents"_s, u"Sổ đăng ký văn bản mật đi"_s);
}

Sheet secretSheet(const SecretRegister& whole, Language language) {
    const SheetWords words(language);
    Secrecy highest = Secrecy::Confidential;
    for (const SecretRecord& record : whole.lines) {
        highest = std::max(highest, record.entry.degree);
    }
    Sheet sheet{.title = secretTitle(whole.direction, language),
                .superior = whole.superiorName,
                .office = whole.officeName,
                .hasCover = true,
                .isLandscape = true,
                .columns = secretColumns(whole.direction, words),
                .nothing = words.say(u"No line in these days."_s, u"Không có văn bản nào trong thời gian này."_s)};
    sheet.facts << words
                       .say(u"%1 – this register is secret itself: keep and copy it as such"_s,
                            u"%1 – sổ này là tài liệu mật, bảo quản và sao chụp theo quy định"_s)
                       .arg(secrecyMark(highest))
                << words.say(u"Year: %1"_s, u"Năm: %1"_s).arg(whole.year)
                << words.say(u"From %1 to %2"_s, u"Từ ngày %1 đến ngày %2"_s)
                       .arg(dateDisplay(whole.days.from), dateDisplay(whole.days.to))
                << secretNumbers(whole.lines, words) << words.say(u"Volume: %1"_s, u"Quyển số: %1"_s).arg(whole.volume);
    for (const SecretRecord& record : whole.lines) {
        sheet.rows << secretRow(record, words);
    }
    return sheet;
}

} // namespace app
