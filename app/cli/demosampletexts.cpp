// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demosampletexts.h"

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

QList<SampleText> allTexts() {
    const QList<int> toHome{homeOffice};
    const QList<int> toOthers{provinceOffice, financeOffice};
    return {
        {DocumentKind::CongVan,
         u"V/v đề nghị góp ý dự thảo Kế hoạch số hóa tài liệu lưu trữ năm 2026"_s,
         {u"Thực hiện Luật Lưu trữ ngày 21 tháng 6 năm 2024, Sở Nội vụ đã xây dựng dự thảo Kế hoạch số hóa tài liệu lưu trữ của tỉnh năm 2026."_s,
          u"Sở Nội vụ đề nghị quý cơ quan nghiên cứu, cho ý kiến bằng văn bản trước ngày 05 tháng 12 năm 2026 để tổng hợp, hoàn thiện."_s},
         Urgency::Normal,
         toOthers,
         Role::Officer},
        {DocumentKind::CongVan,
         u"V/v thông báo dự toán chi thường xuyên năm 2027"_s,
         {u"Căn cứ kế hoạch ngân sách năm 2027, Sở Tài chính thông báo dự kiến dự toán chi thường xuyên để quý cơ quan chủ động rà soát nhiệm vụ chi."_s,
          u"Ý kiến (nếu có) xin gửi về Sở Tài chính trong vòng 07 ngày làm việc kể từ ngày nhận được văn bản này."_s},
         Urgency::Normal,
         toHome,
         Role::Officer},
        {DocumentKind::QuyetDinh,
         u"Ban hành Quy chế quản lý văn bản và hồ sơ điện tử của các cơ quan trong tỉnh"_s,
         {u"Ban hành kèm theo Quyết định này Quy chế quản lý văn bản và hồ sơ điện tử của các cơ quan trong tỉnh."_s,
          u"Quyết định này có hiệu lực kể từ ngày ký."_s,
          u"Chánh Văn phòng, Thủ trưởng các sở, ban, ngành chịu trách nhiệm thi hành Quyết định này."_s},
         Urgency::Normal,
         toHome,
         Role::Officer},
        {DocumentKind::CongVan,
         u"V/v rà soát danh mục hồ sơ và kế hoạch nộp lưu hồ sơ điện tử năm 2026"_s,
         {u"Thực hiện Quyết định số 28/2018/QĐ-TTg của Thủ tướng Chính phủ về việc gửi, nhận văn bản điện tử giữa các cơ quan trong hệ thống hành chính nhà nước, Ủy ban nhân dân tỉnh đề nghị các cơ quan rà soát danh mục hồ sơ năm 2026 và lập kế hoạch nộp lưu hồ sơ điện tử vào Lưu trữ hiện hành."_s,
          u"Kết quả gửi về Sở Nội vụ trước ngày 05 tháng 12 năm 2026 để tổng hợp, báo cáo Ủy ban nhân dân tỉnh."_s,
          u"Đề nghị các cơ quan quan tâm phối hợp thực hiện."_s},
         Urgency::Urgent,
         toHome,
         Role::Officer},
        {DocumentKind::CongVan,
         u"V/v báo cáo tiến độ giải ngân vốn số hóa tài liệu lưu trữ"_s,
         {u"Để kịp tổng hợp báo cáo Ủy ban nhân dân tỉnh, Sở Tài chính đề nghị Sở Nội vụ báo cáo tiến độ giải ngân vốn số hóa tài liệu lưu trữ đến hết ngày 20 tháng 11 năm 2026."_s,
          u"Báo cáo gửi về Sở Tài chính trong ngày nhận được văn bản này."_s},
         Urgency::Express,
         toHome,
         Role::Officer},
        {DocumentKind::CongVan,
         u"V/v cử công chức tham dự tập huấn nghiệp vụ văn thư, lưu trữ điện tử"_s,
         {u"Sở Tài chính đề nghị Sở Nội vụ cử báo cáo viên hướng dẫn nghiệp vụ văn thư, lưu trữ điện tử cho công chức của Sở trong tháng 12 năm 2026."_s},
         Urgency::Normal,
         toHome,
         Role::Officer},
        {DocumentKind::QuyetDinh,
         u"Phê duyệt Đề án số hóa tài liệu lưu trữ giai đoạn 2026–2030"_s,
         {u"Phê duyệt Đề án số hóa tài liệu lưu trữ giai đoạn 2026–2030 (kèm theo Quyết định này)."_s,
          u"Quyết định này có hiệu lực kể từ ngày ký."_s,
          u"Chánh Văn phòng, Trưởng các phòng và đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này."_s},
         Urgency::Urgent,
         toOthers,
         Role::Officer},
        {DocumentKind::CongVan,
         u"V/v trả lời về nhân sự làm công tác văn thư của các đơn vị"_s,
         {u"Sở Nội vụ nhận được đề nghị của quý cơ quan về nhân sự làm công tác văn thư."_s,
          u"Sau khi xem xét, Sở Nội vụ thống nhất bố trí như đề nghị và sẽ tổ chức bồi dưỡng nghiệp vụ trong quý I năm 2027."_s},
         Urgency::Normal,
         {financeOffice},
         Role::Officer},
        {DocumentKind::QuyetDinh,
         u"Thành lập Tổ công tác triển khai hồ sơ điện tử"_s,
         {u"Thành lập Tổ công tác triển khai hồ sơ điện tử của Sở Nội vụ."_s,
          u"Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ."_s,
          u"Chánh Văn phòng và các thành viên Tổ công tác chịu trách nhiệm thi hành Quyết định này."_s},
         Urgency::Normal,
         toOthers,
         Role::Officer},
        {DocumentKind::CongVan,
         u"V/v hướng dẫn lập hồ sơ điện tử năm 2027"_s,
         {u"Để thống nhất việc lập hồ sơ điện tử năm 2027, Sở Nội vụ hướng dẫn một số nội dung như sau."_s},
         Urgency::Normal,
         toOthers,
         Role::Officer},
        {DocumentKind::CongVan,
         u"V/v thông báo lịch kiểm tra công tác văn thư, lưu trữ"_s,
         {u"Sở Nội vụ thông báo lịch kiểm tra công tác văn thư, lưu trữ quý I năm 2027."_s},
         Urgency::Normal,
         {financeOffice},
         Role::Clerk},
    };
}

} // namespace

const SampleText& sampleText(Sample sample) {
    static const QList<SampleText> texts = allTexts();
    return texts[static_cast<qsizetype>(sample)];
}

void fillSample(Draft& draft, const SampleText& text) {
    draft.subject = text.subject;
    draft.urgency = text.urgency;
    if (text.kind == DocumentKind::QuyetDinh) {
        draft.legalGrounds = {
            u"Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024"_s,
            u"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"_s};
        draft.articles.clear();
        for (const QString& paragraph : text.paragraphs) {
            draft.articles.append(Article{{}, {paragraph}});
        }
        draft.recipients = {u"Như Điều 3"_s, u"Lưu: VT"_s};
    } else {
        draft.body = text.paragraphs;
        draft.recipients = {u"Như trên"_s, u"Lưu: VT"_s};
    }
}

} // namespace app::cli
