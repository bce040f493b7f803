// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/reportwords.h"

#include "docsig/report/reportjson.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace app::page {

using docsig::Judgement;
using docsig::Level;
using docsig::Part;
using docsig::Verdict;

QString ReportWords::verdict(Verdict verdict) const {
    switch (verdict) {
    case Verdict::Valid:
        return say(u"Valid"_s, u"Hợp lệ"_s);
    case Verdict::Invalid:
        return say(u"Not valid"_s, u"Không hợp lệ"_s);
    case Verdict::CannotTell:
        return say(u"Cannot tell"_s, u"Chưa kết luận được"_s);
    case Verdict::Unsigned:
        return say(u"Not signed"_s, u"Không có chữ ký"_s);
    case Verdict::Unreadable:
        break;
    }
    return say(u"Cannot be read"_s, u"Không đọc được"_s);
}

QString ReportWords::verdictSentence(Verdict verdict, bool integrityOnly) const {
    switch (verdict) {
    case Verdict::Valid:
        return integrityOnly
                   ? say(u"The signed content is intact and every change after it is explained. Who signed, and "
                         "whether the certificates are to be trusted, was left out on request."_s,
                         u"Nội dung đã ký còn nguyên vẹn và mọi thay đổi sau đó đều có lý do. Theo yêu cầu, chưa xét "
                         "người ký và độ tin cậy của chứng thư."_s)
                   : say(u"Every signature is intact and made with a trusted certificate, and every change after it "
                         "is explained."_s,
                         u"Mọi chữ ký còn nguyên vẹn, được tạo bằng chứng thư tin cậy, và mọi thay đổi sau khi ký đều "
                         "có lý do."_s);
    case Verdict::Invalid:
        return say(u"At least one signature does not hold. Do not rely on this file; ask the sender."_s,
                   u"Ít nhất một chữ ký không đứng vững. Không được dựa vào tệp này; hãy hỏi lại nơi gửi."_s);
    case Verdict::CannotTell:
        return say(u"Nothing speaks against the signatures, but not all that is needed could be looked at: see the "
                   "parts marked with a question."_s,
                   u"Không có gì bác bỏ chữ ký, nhưng chưa xét được mọi điều cần thiết: xem các mục có dấu hỏi."_s);
    case Verdict::Unsigned:
        return say(u"The file carries no digital signature."_s, u"Tệp không mang chữ ký số nào."_s);
    case Verdict::Unreadable:
        break;
    }
    return say(u"The file can't be read, so nothing can be said about its signatures."_s,
               u"Không đọc được tệp nên không thể nói gì về chữ ký."_s);
}

QString ReportWords::part(Part part) const {
    switch (part) {
    case Part::Integrity:
        return say(u"Signed content"_s, u"Nội dung đã ký"_s);
    case Part::Coverage:
        return say(u"Changes afterwards"_s, u"Thay đổi sau khi ký"_s);
    case Part::Trust:
        return say(u"Certificate"_s, u"Chứng thư"_s);
    case Part::Time:
        return say(u"Proof of time"_s, u"Bằng chứng thời gian"_s);
    case Part::Algorithm:
        return say(u"Algorithm"_s, u"Thuật toán"_s);
    case Part::Document:
        break;
    }
    return say(u"Document"_s, u"Văn bản"_s);
}

QString ReportWords::judgement(Judgement judgement) const {
    switch (judgement) {
    case Judgement::Valid:
        return say(u"valid"_s, u"hợp lệ"_s);
    case Judgement::Invalid:
        return say(u"not valid"_s, u"không hợp lệ"_s);
    case Judgement::CannotTell:
        break;
    }
    return say(u"can't tell"_s, u"chưa rõ"_s);
}

QString ReportWords::level(Level level) const {
    // A name of the standard (ETSI EN 319 142-1 §6), the same in every language.
    return level == docsig::Level::None ? QString() : u"PAdES "_s + docsig::word(level);
}

QString ReportWords::size(qint64 bytes) const {
    const QLocale locale(m_language == Language::Vietnamese ? QLocale::Vietnamese : QLocale::English);
    return say(u"%1 bytes"_s, u"%1 byte"_s).arg(locale.toString(bytes));
}

QString ReportWords::pages(int count) const {
    return count == 1 ? say(u"1 page"_s, u"1 trang"_s) : say(u"%1 pages"_s, u"%1 trang"_s).arg(count);
}

} // namespace app::page
