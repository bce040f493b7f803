// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/demotexts.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

void fillDemoLetter(Draft& draft) {
    draft.subject = u"V/v đề nghị góp ý dự thảo kế hoạch chuyển đổi số năm 2027"_s;
    draft.urgency = Urgency::Urgent;
    draft.body = {
        u"Thực hiện chương trình công tác năm, Sở Nội vụ tỉnh Mẫu đã xây dựng dự thảo Kế hoạch chuyển đổi số trong "
        "hoạt động của các cơ quan nhà nước tỉnh Mẫu năm 2027, trong đó đặt mục tiêu toàn bộ văn bản đi, văn bản đến "
        "được ký số, gửi, nhận và lưu trữ trên môi trường điện tử."_s,
        u"Để hoàn thiện dự thảo trước khi trình cấp có thẩm quyền ban hành, Sở Nội vụ đề nghị quý cơ quan nghiên cứu, "
        "cho ý kiến về mục tiêu, nhiệm vụ, nguồn lực thực hiện và nhu cầu kinh phí của cơ quan mình."_s,
        u"Ý kiến tham gia gửi về Sở Nội vụ qua hệ thống liên thông văn bản để tổng hợp."_s};
}

void fillDemoDecision(Draft& draft) {
    draft.subject = u"Thành lập Tổ công tác triển khai văn bản điện tử tỉnh Mẫu"_s;
    draft.legalGrounds = {
        u"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"_s,
        u"Căn cứ Quyết định số 28/2018/QĐ-TTg ngày 12 tháng 7 năm 2018 của Thủ tướng Chính phủ về việc gửi, nhận văn "
        u"bản điện "
        "tử giữa các cơ quan trong hệ thống hành chính nhà nước"_s,
        u"Theo đề nghị của Chánh Văn phòng Sở"_s};
    draft.articles = {
        {.title = {},
         .paragraphs =
             {u"Thành lập Tổ công tác triển khai văn bản điện tử tỉnh Mẫu gồm đại diện Sở Nội vụ, Sở Tài chính "
              "và Văn phòng Ủy ban nhân dân tỉnh."_s}},
        {.title = {},
         .paragraphs =
             {u"Tổ công tác có nhiệm vụ hướng dẫn, theo dõi, đôn đốc việc ký số, gửi, nhận và lưu trữ văn bản "
              "điện tử; định kỳ hằng quý báo cáo kết quả."_s}},
        {.title = {},
         .paragraphs = {u"Chánh Văn phòng Sở, thủ trưởng các đơn vị và các thành viên Tổ công tác chịu trách nhiệm thi "
                        "hành Quyết định này kể từ ngày ký."_s}}};
    draft.recipients = {u"Như Điều 3"_s, u"UBND tỉnh (để báo cáo)"_s, u"Lưu: VT"_s};
}

void fillDemoReply(Draft& draft) {
    draft.subject = u"V/v góp ý dự thảo kế hoạch chuyển đổi số năm 2027"_s;
    draft.body += QStringList{u"Sau khi nghiên cứu, Sở Tài chính tỉnh Mẫu cơ bản thống nhất với nội dung dự thảo và đề "
                              u"nghị bổ sung phụ lục dự "
                              "kiến nguồn kinh phí của từng nhiệm vụ."_s};
}

} // namespace app
