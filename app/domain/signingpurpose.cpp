// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/signingpurpose.h"

#include "app/domain/vietnamtime.h"

#include <QList>

#include <algorithm>

namespace app {

using namespace Qt::Literals::StringLiterals;

namespace {

const QList<PurposeFacts>& allPurposes() {
    // A quarter of the signature's picture (40 × 16 mm) for the initials.
    static const QList<PurposeFacts> facts{
        {SigningPurpose::Initial, u"initial"_s, u"Initial"_s, u"Ký nháy"_s, true, {20, 8}},
        {SigningPurpose::Approve, u"approve"_s, u"LeaderSignature"_s, u"Ký ban hành"_s, true, {40, 16}},
        {SigningPurpose::Seal, u"seal"_s, u"OfficeSeal"_s, u"Đóng dấu cơ quan"_s, true, {36, 36}},
        {SigningPurpose::Appendix, u"appendix"_s, u"AppendixSignature"_s, u"Ký số phụ lục kèm theo"_s, false, {}},
        {SigningPurpose::CertifiedCopy, u"copy"_s, u"CopySignature"_s, u"Ký số bản sao"_s, false, {}},
        {SigningPurpose::DigitisedPaper, u"digitised"_s, u"DigitisedSignature"_s, u"Số hóa tài liệu giấy"_s, false, {}},
        {SigningPurpose::IncomingStamp, u"incoming"_s, u"IncomingStamp"_s, u"Tiếp nhận văn bản đến"_s, false, {}}};
    return facts;
}

QString momentText(const QDateTime& moment) {
    return vietnamTime(moment).toString(u"dd/MM/yyyy; HH:mm:ss"_s) + u" +07:00"_s;
}

} // namespace

const PurposeFacts& factsOf(SigningPurpose purpose) {
    return *std::ranges::find(allPurposes(), purpose, &PurposeFacts::purpose);
}

std::optional<SigningPurpose> purposeFromKey(QStringView key) {
    const auto found = std::ranges::find(allPurposes(), key, &PurposeFacts::key);
    return found == allPurposes().end() ? std::nullopt : std::optional(found->purpose);
}

std::optional<CopyKind> copyKindFromKey(QStringView key) {
    if (key == u"sao-y") {
        return CopyKind::SaoY;
    }
    if (key == u"sao-luc") {
        return CopyKind::SaoLuc;
    }
    return key == u"trich-sao" ? std::optional(CopyKind::TrichSao) : std::nullopt;
}

QString appendixText(const QString& number, const QDateTime& moment) {
    return number + u"; "_s + momentText(moment);
}

QString copyText(CopyKind kind, const QString& agency, const QDateTime& moment) {
    const QString word = kind == CopyKind::SaoY ? u"SAO Y"_s : kind == CopyKind::SaoLuc ? u"SAO LỤC"_s : u"TRÍCH SAO"_s;
    return word + u"; "_s + digitisedText(agency, moment);
}

QString digitisedText(const QString& agency, const QDateTime& moment) {
    return agency + u"; "_s + momentText(moment);
}

} // namespace app
