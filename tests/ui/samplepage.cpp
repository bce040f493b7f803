// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samplepage.h"

namespace tests {

using namespace Qt::Literals::StringLiterals;

app::OfficialDocument samplePage(bool decision) {
    app::OfficialDocument page;
    page.form = decision ? app::OfficialDocument::Form::QuyetDinh : app::OfficialDocument::Form::CongVan;
    page.parentAgency = decision ? u"UBND TỈNH MẪU"_s : u"ỦY BAN NHÂN DÂN"_s;
    page.agency = decision ? u"SỞ NỘI VỤ"_s : u"TỈNH MẪU"_s;
    page.notation = decision ? u"QĐ-SNV"_s : u"UBND-NC"_s;
    page.placeName = u"Tỉnh Mẫu"_s;
    if (!decision) {
        page.number = u"412"_s;
        page.date = QDate(2026, 11, 23);
    }
    page.subject = decision ? u"Phê duyệt Đề án số hóa tài liệu lưu trữ giai đoạn 2026–2030"_s
                            : u"rà soát danh mục hồ sơ và nộp lưu hồ sơ điện tử"_s;
    page.addressees = {u"Các sở, ban, ngành thuộc tỉnh"_s};
    page.issuingAuthority = u"GIÁM ĐỐC SỞ NỘI VỤ"_s;
    page.legalGrounds =
        !decision
            ? QStringList()
            : QStringList{u"Luật Lưu trữ ngày 21 tháng 6 năm 2024"_s,
                          u"Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"_s};
    page.body = {
        u"Thực hiện quy định về việc gửi, nhận văn bản điện tử giữa các cơ quan trong hệ thống hành chính nhà nước, Ủy ban nhân dân tỉnh đề nghị các cơ quan rà soát danh mục hồ sơ năm 2026 và lập kế hoạch nộp lưu hồ sơ điện tử vào Lưu trữ hiện hành."_s,
        u"Kết quả gửi về Sở Nội vụ trước ngày 05 tháng 12 năm 2026 để tổng hợp."_s};
    page.articles = {{{}, {u"Phê duyệt Đề án số hóa tài liệu lưu trữ giai đoạn 2026–2030 kèm theo Quyết định này."_s}},
                     {{}, {u"Quyết định này có hiệu lực kể từ ngày ký."_s}}};
    page.recipients = {u"Như trên"_s, u"Lưu: VT, NC"_s};
    page.signer = {decision ? QString() : u"TM. ỦY BAN NHÂN DÂN"_s, decision ? u"GIÁM ĐỐC"_s : u"CHỦ TỊCH"_s,
                   decision ? u"Trần Thị B"_s : u"Nguyễn Văn A"_s};
    return page;
}

} // namespace tests
