// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/officialpage.h"

/// Documents of offices that do not exist.
namespace samples {

inline QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

inline app::OfficialDocument congVan() {
    app::OfficialDocument document;
    document.form = app::OfficialDocument::Form::CongVan;
    document.agency = text("Ủy ban nhân dân tỉnh Mẫu");
    document.notation = text("UBND-NC");
    document.placeName = text("Tỉnh Mẫu");
    document.subject = text("rà soát danh mục hồ sơ và kế hoạch nộp lưu hồ sơ điện tử năm 2026");
    document.addressees = {text("Các sở, ban, ngành thuộc tỉnh")};
    document.body = {
        text(
            "Thực hiện Quyết định số 28/2018/QĐ-TTg của Thủ tướng Chính phủ về việc gửi, nhận văn bản điện tử giữa các "
            "cơ quan trong hệ thống hành chính nhà nước, Ủy ban nhân dân tỉnh đề nghị các cơ quan rà soát danh mục hồ "
            "sơ năm 2026 và lập kế hoạch nộp lưu hồ sơ điện tử vào Lưu trữ hiện hành."),
        text("Kết quả gửi về Sở Nội vụ trước ngày 05 tháng 12 năm 2026 để tổng hợp, báo cáo Ủy ban nhân dân tỉnh."),
        text("Đề nghị các cơ quan quan tâm phối hợp thực hiện.")};
    document.recipients = {text("Như trên"), text("Sở Nội vụ (tổng hợp);"), text("- Lưu: VT, NC (3)")};
    document.signer = {text("TM. Ủy ban nhân dân"), text("Chủ tịch"), text("Nguyễn Văn A")};
    return document;
}

inline app::OfficialDocument quyetDinh() {
    app::OfficialDocument document;
    document.form = app::OfficialDocument::Form::QuyetDinh;
    document.parentAgency = text("UBND tỉnh Mẫu");
    document.agency = text("Sở Nội vụ");
    document.notation = text("QĐ-SNV");
    document.placeName = text("Tỉnh Mẫu");
    document.subject = text("Phê duyệt Đề án số hóa tài liệu lưu trữ giai đoạn 2026–2030");
    document.issuingAuthority = text("Giám đốc Sở Nội vụ");
    document.legalGrounds = {text("Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024"),
                             text("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công "
                                  "tác văn thư;"),
                             text("Theo đề nghị của Trưởng phòng Hành chính;")};
    document.articles = {
        {{}, {text("Phê duyệt Đề án số hóa tài liệu lưu trữ giai đoạn 2026–2030 (kèm theo Quyết định này).")}},
        {text("Hiệu lực"), {text("Quyết định này có hiệu lực kể từ ngày ký.")}},
        {{},
         {text("Chánh Văn phòng, Trưởng các phòng và đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này.")}}};
    document.recipients = {text("Như Điều 3"), text("UBND tỉnh (báo cáo)"), text("Lưu: VT, HC (3)")};
    document.signer = {{}, text("Giám đốc"), text("Trần Thị B")};
    return document;
}

/// A công văn whose body has so many paragraphs of three lines.
inline app::OfficialDocument longCongVan(int paragraphs) {
    app::OfficialDocument document = congVan();
    const QString paragraph = document.body.first();
    document.body.clear();
    for (int i = 0; i < paragraphs; ++i) {
        document.body.append(paragraph);
    }
    return document;
}

} // namespace samples
