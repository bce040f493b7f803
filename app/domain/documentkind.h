// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace app {

/// The 29 kinds of administrative documents (Nghị định 30/2020 art. 7, in its order) and, last, an imported paper that
/// is none of them.
enum class DocumentKind {
    NghiQuyet,
    QuyetDinh,
    ChiThi,
    QuyChe,
    QuyDinh,
    ThongCao,
    ThongBao,
    HuongDan,
    ChuongTrinh,
    KeHoach,
    PhuongAn,
    DeAn,
    DuAn,
    BaoCao,
    BienBan,
    ToTrinh,
    HopDong,
    CongVan,
    CongDien,
    BanGhiNho,
    BanThoaThuan,
    GiayUyQuyen,
    GiayMoi,
    GiayGioiThieu,
    GiayNghiPhep,
    PhieuGui,
    PhieuChuyen,
    PhieuBao,
    ThuCong,
    Imported,
};

/// A row of resources/kinds/document-kinds.tsv.
struct KindFacts {
    DocumentKind kind = DocumentKind::Imported;
    QString key{};          ///< stable ASCII word: "cong-van"; used in files, streams and on the command line
    QString name{};         ///< "Công văn"
    QString english{};      ///< "Official letter"
    QString abbreviation{}; ///< "QĐ"; empty for công văn and thư công
    QString archiveCode{};  ///< typeName of Thông tư 05/2025: "22"
    int exchangeType = 0;   ///< DocumentType/Type of edXML: its place in art. 7
    bool laidOut = false;   ///< app/layout can make its page; the others are imported as PDF

    friend bool operator==(const KindFacts&, const KindFacts&) = default;
};

/// All kinds in the order of the decree.
[[nodiscard]] const QList<KindFacts>& documentKinds();
[[nodiscard]] const KindFacts& factsOf(DocumentKind kind);
[[nodiscard]] std::optional<DocumentKind> kindFromKey(QStringView key);
/// By the name in a packet ("Quyết định"), without regard to case and Unicode form; nothing where it is none of ours.
[[nodiscard]] std::optional<DocumentKind> kindFromName(const QString& name);

/// What stands after the slash of a number: "QĐ-SNV" (named kinds), "SNV-VP" (công văn: office and drafting unit).
[[nodiscard]] QString notationOf(DocumentKind kind, const QString& officeAbbreviation, const QString& draftingUnit);

/// The series in which a kind is numbered here: "cv" for công văn, "vb" for the named kinds together. Part of the name
/// of the book's stream; the head of an office may group kinds in other ways later.
[[nodiscard]] QString seriesKey(DocumentKind kind);

} // namespace app
