// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/verdictsheet.h"

#include "app/domain/vietnamtime.h"
#include "app/layout/paragraph.h"

#include <QPainterPath>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app::page {

namespace {

using docsig::Finding;
using docsig::Judgement;
using docsig::Part;
using docsig::Verdict;
using docsig::Weight;

constexpr double sheetLeft = millimetres(20);
constexpr double sheetRight = points(pageWidthPoints) - millimetres(20);
constexpr double sheetWidth = sheetRight - sheetLeft;
constexpr double sheetTop = millimetres(18);
constexpr double sheetBottom = points(pageHeightPoints) - millimetres(22);
constexpr double labelWidth = millimetres(32);
constexpr double lineOfText = 1.3; ///< of the size

const QColor inkText(0x1B2230);
const QColor inkFaint(0x566072);
const QColor inkLine(0xD5DAE3);
const QColor inkGood(0x17703F);
const QColor inkCaution(0x855500);
const QColor inkBad(0xB3261E);
const QColor groundGood(0xE9F6EE);
const QColor groundCaution(0xFCF3DF);
const QColor groundBad(0xFBEAE8);

enum class Sign { Check, Cross, Question, Dot };

Sign signOf(Judgement judgement) {
    return judgement == Judgement::Valid ? Sign::Check : judgement == Judgement::Invalid ? Sign::Cross : Sign::Question;
}

QColor colourOf(Sign sign) {
    switch (sign) {
    case Sign::Check:
        return inkGood;
    case Sign::Cross:
        return inkBad;
    case Sign::Question:
        return inkCaution;
    case Sign::Dot:
        break;
    }
    return inkFaint;
}

Sign signOf(Verdict verdict) {
    return verdict == Verdict::Valid                                       ? Sign::Check
           : verdict == Verdict::Invalid || verdict == Verdict::Unreadable ? Sign::Cross
                                                                           : Sign::Question;
}

QColor groundOf(Sign sign) {
    return sign == Sign::Check ? groundGood : sign == Sign::Cross ? groundBad : groundCaution;
}

/// A filled disc with the sign cut in white: readable in grey, too, by its shape.
void drawSign(QPainter& painter, Sign sign, const QRectF& box) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(sign));
    if (sign == Sign::Dot) {
        const double radius = box.width() * 0.14;
        painter.drawEllipse(box.center(), radius, radius);
        painter.restore();
        return;
    }
    painter.drawEllipse(box);
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    QPainterPath path;
    if (sign == Sign::Check) {
        path.moveTo(at(0.27, 0.53));
        path.lineTo(at(0.44, 0.69));
        path.lineTo(at(0.74, 0.34));
    } else if (sign == Sign::Cross) {
        path.moveTo(at(0.33, 0.33));
        path.lineTo(at(0.67, 0.67));
        path.moveTo(at(0.67, 0.33));
        path.lineTo(at(0.33, 0.67));
    } else {
        path.moveTo(at(0.36, 0.39));
        path.cubicTo(at(0.36, 0.19), at(0.66, 0.19), at(0.66, 0.39));
        path.cubicTo(at(0.66, 0.50), at(0.50, 0.48), at(0.50, 0.61));
        path.moveTo(at(0.50, 0.755));
        path.lineTo(at(0.50, 0.765));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, box.width() * 0.11, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.restore();
}

Paragraph paragraph(const PageFonts& fonts, const QString& words, double size, Style style, double width) {
    ParagraphStyle how;
    how.font = fonts.font(size, style);
    how.size = size;
    how.linePitch = lineOfText;
    how.set = ParagraphStyle::Set::Left;
    how.width = width;
    return Paragraph(words, how);
}

/// A file's name on two lines at most: its beginning and its end tell it from others.
QString shortened(const QString& name) {
    return name.size() <= 160 ? name : name.left(110) + u" … "_s + name.right(46);
}

QString inGroups(const QByteArray& hex) {
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += 8) {
        groups << QString::fromLatin1(hex.mid(at, 8));
    }
    return groups.join(u' ');
}

} // namespace

VerdictSheet::VerdictSheet(const JudgedFile& file, const PageFonts& fonts, const ReportWords& words,
                           const QDateTime& made)
    : m_file(file)
    , m_fonts(fonts)
    , m_words(words)
    , m_made(made) {}

void VerdictSheet::set() {
    // From all that is known to the least that still says who signed and what is wrong.
    std::vector<SheetLimits> ladder{{},
                                    {.findings = 1000, .notes = false, .signatures = 1000, .revisions = 12},
                                    {.findings = 6, .notes = false, .signatures = 1000, .revisions = 6},
                                    {.findings = 3, .notes = false, .signatures = 1000, .revisions = 3},
                                    {.findings = 1, .notes = false, .signatures = 1000, .revisions = 0}};
    for (int signatures = 8; signatures > 0; --signatures) {
        ladder.push_back({.findings = 1, .notes = false, .signatures = signatures, .revisions = 0});
    }
    for (const SheetLimits& limits : ladder) {
        build(limits);
        if (height() <= sheetBottom - sheetTop) {
            return;
        }
    }
}

double VerdictSheet::height() const {
    double sum = 0;
    for (const Block& block : m_blocks) {
        sum += block.height;
    }
    return sum;
}

void VerdictSheet::build(const SheetLimits& limits) {
    m_blocks.clear();
    m_findingsLeft = 0;
    m_signaturesLeft = std::max<qsizetype>(0, m_file.report.signatures.size() - limits.signatures);
    m_revisionsLeft = std::max<qsizetype>(0, m_file.report.revisions.size() - limits.revisions);
    head();
    banner();
    findings(m_file.report.findings, limits, 0);
    for (int index = 0; index < int(m_file.report.signatures.size()) && index < limits.signatures; ++index) {
        signature(index, limits);
    }
    revisions(limits);
    leftOut();
}

void VerdictSheet::add(double height, std::function<void(QPainter&, double)> paint) {
    m_blocks.push_back({height, std::move(paint)});
}

void VerdictSheet::space(double height) {
    add(points(height), [](QPainter&, double) {});
}

void VerdictSheet::text(const QString& words, const Letters& letters, double indent) {
    const Paragraph set = paragraph(m_fonts, words, letters.size, letters.style, sheetWidth - indent);
    add(set.height(), [set, indent, colour = letters.colour](QPainter& painter, double y) {
        painter.setPen(colour);
        set.paint(painter, {sheetLeft + indent, y});
    });
}

void VerdictSheet::heading(const QString& words) {
    space(12);
    text(words, {10.5, Style::Bold, inkText});
    space(3);
}

void VerdictSheet::fact(const QString& label, const QString& value, const Letters& letters) {
    const Paragraph name = paragraph(m_fonts, label, 9, Style::Upright, labelWidth);
    const Paragraph set = paragraph(m_fonts, value, letters.size, letters.style, sheetWidth - labelWidth);
    const double lower = name.baseLine() - set.baseLine(); // both stand on one base line
    add(std::max(set.height() + lower, name.height()) + points(1.5),
        [name, set, lower, colour = letters.colour](QPainter& painter, double y) {
            painter.setPen(inkFaint);
            name.paint(painter, {sheetLeft, y});
            painter.setPen(colour);
            set.paint(painter, {sheetLeft + labelWidth, y + lower});
        });
}

void VerdictSheet::head() {
    text(m_words.say(u"Report on digital signatures"_s, u"Kết quả kiểm tra chữ ký số"_s), {18, Style::Bold, inkText});
    space(2);
    text(m_words.say(u"Made by Công Văn on %1, Vietnam time"_s, u"Công Văn lập lúc %1, giờ Việt Nam"_s)
             .arg(timeDisplay(m_made)),
         {9, Style::Upright, inkFaint});
    space(9);
    fact(m_words.say(u"File"_s, u"Tệp"_s), shortened(m_file.name), {10, Style::Bold, inkText});
    const QByteArray& hash = m_file.report.documentSha256;
    fact(u"SHA-256"_s, hash.isEmpty() ? m_words.say(u"not known"_s, u"không rõ"_s) : inGroups(hash),
         {8, Style::Upright, inkText});
    if (m_file.report.size > 0) {
        QString size = m_words.size(m_file.report.size);
        if (m_file.report.pageCount > 0) {
            size += u", "_s + m_words.pages(m_file.report.pageCount);
        }
        fact(m_words.say(u"Size"_s, u"Kích thước"_s), size, {9, Style::Upright, inkText});
    }
    fact(m_words.say(u"Judged as of"_s, u"Xét tại"_s), timeDisplay(m_file.at), {9, Style::Upright, inkText});
}

void VerdictSheet::banner() {
    const Verdict verdict = m_file.report.verdict;
    const Sign sign = signOf(verdict);
    const double pad = points(10);
    const double disc = points(24);
    const double inner = sheetWidth - 3 * pad - disc;
    const Paragraph word = paragraph(m_fonts, m_words.verdict(verdict), 14, Style::Bold, inner);
    const Paragraph why =
        paragraph(m_fonts, m_words.verdictSentence(verdict, m_file.integrityOnly), 9, Style::Upright, inner);
    const double height = std::max(disc, word.height() + points(1) + why.height()) + 2 * pad;
    space(8);
    add(height, [=](QPainter& painter, double y) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(groundOf(sign));
        painter.drawRoundedRect(QRectF(sheetLeft, y, sheetWidth, height), points(4), points(4));
        painter.restore();
        drawSign(painter, sign, {sheetLeft + pad, y + (height - disc) / 2, disc, disc});
        const double x = sheetLeft + 2 * pad + disc;
        const double words = word.height() + points(1) + why.height();
        const double first = y + (height - words) / 2;
        painter.setPen(colourOf(sign));
        word.paint(painter, {x, first});
        painter.setPen(inkText);
        why.paint(painter, {x, first + word.height() + points(1)});
    });
    space(4);
}

QString VerdictSheet::about(const docsig::SignatureResult& one) const {
    const docsig::CertificateFacts& signer = one.signer;
    QStringList facts;
    for (const QString& fact : {signer.title, signer.organisation}) {
        if (!fact.isEmpty() && fact != signer.commonName) {
            facts << fact;
        }
    }
    if (!signer.issuerName.isEmpty()) {
        facts << m_words.say(u"certificate by %1, %2 – %3"_s, u"chứng thư do %1 cấp, %2 – %3"_s)
                     .arg(signer.issuerName, dateDisplay(vietnamDate(signer.notBefore)),
                          dateDisplay(vietnamDate(signer.notAfter)));
    }
    return facts.join(u" · "_s);
}

QString VerdictSheet::times(const docsig::SignatureResult& one) const {
    QStringList facts{one.kind == "docTimeStamp"_L1
                          ? m_words.say(u"document time stamp %1"_s, u"dấu thời gian văn bản %1"_s).arg(one.fieldName)
                          : m_words.say(u"field %1"_s, u"trường %1"_s).arg(one.fieldName)};
    if (one.page >= 0) {
        facts << m_words.say(u"page %1"_s, u"trang %1"_s).arg(one.page + 1);
    }
    if (one.claimedTime.isValid()) {
        facts << m_words.say(u"signed %1 by the signer's clock"_s, u"ký lúc %1 theo đồng hồ người ký"_s)
                     .arg(timeDisplay(one.claimedTime));
    }
    if (one.provenTime) {
        facts << m_words.say(u"proven to be there on %1"_s, u"có bằng chứng từ %1"_s).arg(timeDisplay(*one.provenTime));
    }
    return facts.join(u" · "_s);
}

void VerdictSheet::signature(int index, const SheetLimits& limits) {
    const docsig::SignatureResult& one = m_file.report.signatures.at(index);
    space(9);
    add(points(7),
        [](QPainter& painter, double y) { painter.fillRect(QRectF(sheetLeft, y, sheetWidth, points(0.6)), inkLine); });
    const QString level = m_words.level(one.level);
    const QFont small = m_fonts.font(9, Style::Bold);
    const double levelWidth = level.isEmpty() ? 0 : widthOf(level, small) + points(12);
    const QString signer = one.signer.commonName.isEmpty() ? m_words.say(u"Unknown signer"_s, u"Không rõ người ký"_s)
                                                           : one.signer.commonName;
    const Paragraph name =
        paragraph(m_fonts, u"%1. %2"_s.arg(index + 1).arg(signer), 11.5, Style::Bold, sheetWidth - levelWidth);
    add(name.height(), [=](QPainter& painter, double y) {
        painter.setPen(inkText);
        name.paint(painter, {sheetLeft, y});
        if (!level.isEmpty()) {
            painter.setPen(inkFaint);
            painter.setFont(small);
            painter.drawText(QPointF(sheetRight - levelWidth + points(12), y + name.baseLine()), level);
        }
    });
    if (const QString facts = about(one); !facts.isEmpty()) {
        text(facts, {9, Style::Upright, inkText});
    }
    text(times(one), {9, Style::Upright, inkFaint});
    space(4);
    partsRow(one);
    findings(one.findings, limits, 0);
}

void VerdictSheet::partsRow(const docsig::SignatureResult& one) {
    const std::array<std::pair<Part, Judgement>, 5> parts{{{Part::Integrity, one.integrity},
                                                           {Part::Coverage, one.coverage},
                                                           {Part::Trust, one.trust},
                                                           {Part::Time, one.time},
                                                           {Part::Algorithm, one.algorithm}}};
    constexpr double column = sheetWidth / 5;
    const double disc = points(9.5);
    add(points(24), [this, parts, disc](QPainter& painter, double y) {
        double x = sheetLeft;
        for (const auto& [part, judgement] : parts) {
            const Sign sign = signOf(judgement);
            drawSign(painter, sign, {x, y + points(1.6), disc, disc});
            painter.setPen(inkFaint);
            painter.setFont(m_fonts.font(8));
            painter.drawText(QPointF(x + disc + points(4), y + points(8.2)), m_words.part(part));
            painter.setPen(colourOf(sign));
            painter.setFont(m_fonts.font(9, Style::Bold));
            painter.drawText(QPointF(x + disc + points(4), y + points(19)), m_words.judgement(judgement));
            x += column;
        }
    });
}

void VerdictSheet::findings(const QList<Finding>& all, const SheetLimits& limits, double indent) {
    QList<Finding> shown = all;
    std::ranges::stable_sort(shown, std::ranges::greater(), &Finding::weight);
    if (!limits.notes) {
        shown.removeIf([](const Finding& one) { return one.weight == Weight::Note; });
    }
    // What the list of revisions tells is not told twice.
    const qsizetype told = limits.revisions > 0 ? shown.removeIf([](const Finding& one) {
        return one.weight == Weight::Note && one.code.startsWith("revision-"_L1);
    })
                                                : 0;
    shown = shown.mid(0, limits.findings);
    m_findingsLeft += all.size() - told - shown.size();
    const double disc = points(8);
    const double textLeft = indent + disc + points(6);
    for (const Finding& one : std::as_const(shown)) {
        const Sign sign = one.weight == Weight::Fault   ? Sign::Cross
                          : one.weight == Weight::Doubt ? Sign::Question
                                                        : Sign::Dot;
        QString words = sentence(one.code, m_words.language());
        if (one.page >= 0) {
            words += u' ' + m_words.say(u"(page %1)"_s, u"(trang %1)"_s).arg(one.page + 1);
        }
        const Paragraph said = paragraph(m_fonts, words + u"  "_s + one.code, 9, Style::Upright, sheetWidth - textLeft);
        space(2);
        add(said.height(), [said, sign, disc, indent, textLeft](QPainter& painter, double y) {
            drawSign(painter, sign, {sheetLeft + indent, y + points(1.6), disc, disc});
            painter.setPen(inkText);
            said.paint(painter, {sheetLeft + textLeft, y});
        });
    }
}

void VerdictSheet::revisions(const SheetLimits& limits) {
    const QList<docsig::RevisionInfo>& all = m_file.report.revisions;
    if (all.size() < 2 || limits.revisions == 0) {
        m_revisionsLeft = all.size() < 2 ? 0 : m_revisionsLeft;
        return;
    }
    heading(m_words.say(u"Revisions of the file"_s, u"Các lần ghi của tệp"_s));
    constexpr double endWidth = millimetres(30);
    constexpr double numberWidth = millimetres(8);
    for (int index = 0; index < int(all.size()) && index < limits.revisions; ++index) {
        const docsig::RevisionInfo& one = all.at(index);
        QString what = sentence(one.explanation, m_words.language());
        if (!one.details.isEmpty()) {
            what += u" ("_s + QStringList(one.details.mid(0, 4)).join(u", "_s) +
                    (one.details.size() > 4 ? u", …)"_s : u")"_s);
        }
        const Paragraph said =
            paragraph(m_fonts, what, 9, Style::Upright, sheetWidth - endWidth - numberWidth - points(8));
        const QString end = m_words.size(one.endOffset);
        add(said.height() + points(2.5), [=, this](QPainter& painter, double y) {
            painter.setPen(inkFaint);
            painter.setFont(m_fonts.font(9));
            painter.drawText(QPointF(sheetLeft, y + said.baseLine()), QString::number(index + 1));
            painter.drawText(QPointF(sheetRight - widthOf(end, m_fonts.font(9)), y + said.baseLine()), end);
            painter.setPen(one.explanation == "revision-unexplained"_L1 ? inkBad : inkText);
            said.paint(painter, {sheetLeft + numberWidth, y});
        });
    }
}

void VerdictSheet::leftOut() {
    QStringList cut;
    if (m_signaturesLeft > 0) {
        cut << m_words.say(u"signatures: %1"_s, u"chữ ký: %1"_s).arg(m_signaturesLeft);
    }
    if (m_findingsLeft > 0) {
        cut << m_words.say(u"findings: %1"_s, u"điều ghi nhận: %1"_s).arg(m_findingsLeft);
    }
    if (m_revisionsLeft > 0) {
        cut << m_words.say(u"revisions: %1"_s, u"lần ghi: %1"_s).arg(m_revisionsLeft);
    }
    if (!cut.isEmpty()) {
        space(8);
        text(m_words
                 .say(u"Left out for want of room: %1. `congvanctl verify --json` lists everything."_s,
                      u"Không đủ chỗ nên đã lược: %1. `congvanctl verify --json` liệt kê đầy đủ."_s)
                 .arg(cut.join(u", "_s)),
             {9, Style::Italic, inkText});
    }
}

void VerdictSheet::paint(QPainter& painter, int number, int count) const {
    double y = sheetTop;
    for (const Block& block : m_blocks) {
        block.paint(painter, y);
        y += block.height;
    }
    const double foot = points(pageHeightPoints) - millimetres(15);
    painter.fillRect(QRectF(sheetLeft, foot - points(11), sheetWidth, points(0.6)), inkLine);
    painter.setPen(inkFaint);
    const QFont small = m_fonts.font(8);
    painter.setFont(small);
    painter.drawText(QPointF(sheetLeft, foot),
                     m_words.say(u"What a program found at that time; the signed file itself is the evidence."_s,
                                 u"Kết quả do phần mềm ghi nhận tại thời điểm xét; bằng chứng là chính tệp đã ký."_s));
    const QString page = m_words.say(u"Page %1 of %2"_s, u"Trang %1/%2"_s).arg(number).arg(count);
    painter.drawText(QPointF(sheetRight - widthOf(page, small), foot), page);
}

} // namespace app::page
