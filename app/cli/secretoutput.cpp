// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secretoutput.h"

#include "app/cli/documentoutput.h"
#include "app/domain/vietnamtime.h"

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

QString subjectWords(const Terminal& terminal, const SecretEntry& entry) {
    return entry.isWithheld()
               ? (terminal.language() == Language::Vietnamese ? u"(không ghi trích yếu)"_s : u"(subject withheld)"_s)
               : entry.subject.text();
}

} // namespace

QJsonObject secretJson(const SecretRecord& record) {
    QJsonObject object = toJson(record.entry);
    object[u"ref"_s] = secretRefKey(record.ref);
    object[u"number"_s] = record.ref.number;
    object[u"by"_s] = record.by;
    object[u"at"_s] = timeOrNull(record.at);
    object[u"corrected"_s] = record.corrected;
    object[u"voided"_s] = record.voided;
    object[u"voidReason"_s] = record.voidReason.text();
    object[u"hasScan"_s] = record.scan.has_value();
    return object;
}

void printSecretLine(const Terminal& terminal, const SecretRecord& record) {
    terminal.line(u"%1%2  %3  %4  %5  %6  %7"_s.arg(record.voided ? u"✗ "_s : u"  "_s, secretRefKey(record.ref),
                                                    dateDisplay(record.entry.date), secrecyMark(record.entry.degree),
                                                    record.entry.documentNumber.text(), record.entry.counterpart.text(),
                                                    subjectWords(terminal, record.entry)));
}

void printSecretRecord(const Terminal& terminal, const SecretRecord& record) {
    printSecretLine(terminal, record);
    const SecretEntry& entry = record.entry;
    terminal.line(u"  copies %1, kept by %2, signed for by %3"_s.arg(entry.copies)
                      .arg(entry.keeper.text(), entry.receiver.text()),
                  u"  số bản %1, người giữ: %2, người nhận ký: %3"_s.arg(entry.copies)
                      .arg(entry.keeper.text(), entry.receiver.text()));
    if (entry.documentDate.isValid()) {
        terminal.line(u"  issued %1"_s.arg(dateDisplay(entry.documentDate)),
                      u"  ngày văn bản %1"_s.arg(dateDisplay(entry.documentDate)));
    }
    if (entry.dueDate.isValid()) {
        terminal.line(u"  due %1"_s.arg(dateDisplay(entry.dueDate)), u"  hạn %1"_s.arg(dateDisplay(entry.dueDate)));
    }
    if (!entry.remark.isEmpty()) {
        terminal.line(u"  "_s + entry.remark);
    }
    if (record.voided) {
        terminal.line(u"  void: %1"_s.arg(record.voidReason.text()), u"  đã hủy: %1"_s.arg(record.voidReason.text()));
    }
    if (record.scan) {
        terminal.line(u"  with a scan"_s, u"  có bản quét"_s);
    }
}

QJsonObject secretDeedJson(const SecretLine& line) {
    return {{u"at"_s, timeOrNull(line.at)},
            {u"by"_s, line.by},
            {u"deed"_s, secretDeedKey(line.deed)},
            {u"ref"_s, line.ref ? secretRefKey(*line.ref) : QString()},
            {u"words"_s, line.words.text()}};
}

void printSecretDeed(const Terminal& terminal, const SecretLine& line) {
    terminal.line(u"%1  %2  %3  %4  %5"_s.arg(displayTime(line.at), line.by, secretDeedKey(line.deed),
                                              line.ref ? secretRefKey(*line.ref) : QString(), line.words.text()));
}

} // namespace app::cli
