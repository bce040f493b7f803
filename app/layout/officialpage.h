// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "docsig/pades/flowfields.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// What stands on the page of an official document, before it is laid out (Nghị định 30/2020/NĐ-CP, Phụ lục I). All
/// texts are plain Unicode in any normal form; the layout adds what the decree prescribes around them ("V/v", "Căn cứ
/// …;", dashes,
/// "./."), and leaves out what is there twice. Every field may be empty: a draft is laid out while it is written.
struct OfficialDocument {
    /// The forms that are laid out: templates 1.5 (công văn), 1.3 (quyết định cá biệt), and 1.4 and 1.7 (a document
    /// with the name of its kind, such as thông báo and giấy mời).
    enum class Form { CongVan, QuyetDinh, Named };
    enum class Urgency { None, Khan, ThuongKhan, HoaToc };
    /// Header sizes rise and fall together: Quốc hiệu 12, Tiêu ngữ 13, place and date 13, body 13; or 13, 14, 14, 14.
    enum class Scale { Small, Large };

    /// One "Điều n." of a decision. With a title: "Điều 1. Title" in bold and the paragraphs below it. Without: the
    /// first paragraph follows the bold "Điều 1." on its line.
    struct Article {
        QString title;
        QStringList paragraphs;

        friend bool operator==(const Article&, const Article&) = default;
    };

    /// Who signs. `competence` is the line above the position, without or with its full stops: "TM. ỦY BAN NHÂN DÂN",
    /// "KT. GIÁM ĐỐC"; empty when the head signs in their own right.
    struct Signer {
        QString competence;
        QString position;
        QString fullName;

        friend bool operator==(const Signer&, const Signer&) = default;
    };

    Form form = Form::CongVan;
    Scale scale = Scale::Large;
    QString parentAgency; ///< cơ quan chủ quản trực tiếp; may be empty
    QString agency;       ///< cơ quan ban hành
    QString notation;     ///< what follows the slash: "SNV-VP", "QĐ-SNV"
    QString number;       ///< as printed ("07"); empty leaves the reserved blank for the number field
    QString placeName;    ///< địa danh: "Tỉnh Mẫu"
    QDate date;           ///< invalid leaves the reserved blank for the date field
    Urgency urgency = Urgency::None;
    QString kindName;         ///< tên loại of a named document: "Giấy mời"
    QString subject;          ///< trích yếu
    QStringList addressees;   ///< Kính gửi (công văn)
    QString issuingAuthority; ///< whose decision it is: "GIÁM ĐỐC SỞ NỘI VỤ" (quyết định)
    QStringList legalGrounds; ///< căn cứ, one per line
    QStringList body;         ///< paragraphs (công văn, named documents)
    QList<Article> articles;  ///< Điều (quyết định)
    QStringList recipients;   ///< Nơi nhận, one per line, without dashes
    Signer signer;
    bool initials = false;      ///< a place for a checker's initials after the last line of the text
    double sealDiameter = 36.0; ///< millimetres; a setting of the office's seal picture

    friend bool operator==(const OfficialDocument&, const OfficialDocument&) = default;
};

/// Where the fields of the flow belong on the laid out pages: PDF points, origin at the lower left of the page.
struct Places {
    docsig::PagePlace number;          ///< in "Số: ____/QĐ-SNV", room for five digits
    docsig::PagePlace date;            ///< after "Tỉnh Mẫu, ", room for "ngày 23 tháng 11 năm 2026"
    docsig::PagePlace leaderSignature; ///< 40 × 16 mm between title and name
    docsig::PagePlace seal;            ///< square of the seal's diameter, over the left third of the signature
    docsig::PagePlace initial;         ///< 20 × 8 mm after "./."; empty where none is wanted
};

/// The finished page set: a PDF with embedded subset fonts and the places reserved on it.
struct LaidOutDocument {
    QByteArray pdf;
    int pages = 0;
    Places places;
};

/// Lays an official document out as NĐ 30/2020 Phụ lục I prescribes. A pure function of its argument: the same document
/// gives the same pages (the PDF carries `date`, not the clock, as its creation date). Needs a QGuiApplication (any
/// platform, offscreen too) and may be called on any thread; blocks for some milliseconds.
/// Errors: layout-no-fonts, layout-text-too-long, layout-too-many-pages, layout-recipients-too-long,
/// layout-no-application.
[[nodiscard]] Result<LaidOutDocument> layOut(const OfficialDocument& document);

/// The number and the date as the page prints them: a number below 10 gets a leading zero, a day below 10 and the
/// months 1 and 2 too (NĐ 30/2020, Phụ lục I, mục II, 3 and 4).
[[nodiscard]] QString printedNumber(int number);
[[nodiscard]] QString printedDate(const QDate& date);

} // namespace app
