// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/bodytext.h"

#include "app/layout/officialwords.h"
#include "app/layout/pageunits.h"

#include <QPainter>

namespace app::page {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Sets the parts of one document into the same flow.
class Setter {
public:
    Setter(const PageFonts& fonts, const Sizes& sizes)
        : m_fonts(fonts)
        , m_sizes(sizes) {}

    void running(const QString& text, Style style = Style::Upright, int boldPrefix = 0) {
        ParagraphStyle set = base(m_sizes.body, style);
        set.linePitch = bodyLine;
        set.firstIndent = firstLineIndent;
        set.boldPrefix = boldPrefix;
        const Paragraph paragraph(text, set);
        const int last = paragraph.lineCount() - 1;
        m_end = left + (last == 0 ? set.firstIndent : set.restIndent) + paragraph.inkWidth(last);
        addParagraph(m_items, paragraph, left, paragraphGap);
    }

    Paragraph centredLine(const QString& text, double size, double spaceBefore, double width = millimetres(140)) {
        ParagraphStyle set = base(size, Style::Bold);
        set.set = ParagraphStyle::Set::Centred;
        set.linePitch = 1.2;
        set.width = width;
        set.balanced = true;
        Paragraph paragraph(text, set);
        addParagraph(m_items, paragraph, left + (textWidth - width) / 2, spaceBefore);
        keepTogether(m_items, m_items.size() - std::size_t(paragraph.lineCount()));
        return paragraph;
    }

    void rule(double width) {
        addWhole(m_items, points(4), 0, true, [width](QPainter& painter, double itemTop) {
            painter.fillRect(QRectF(left + (textWidth - width) / 2, itemTop + points(2), width, ruleThickness),
                             Qt::black);
        });
    }

    void addressees(const QStringList& names);

    [[nodiscard]] double end() const { return m_end; }
    [[nodiscard]] std::vector<FlowItem> take() { return std::move(m_items); }

private:
    [[nodiscard]] ParagraphStyle base(double size, Style style) const {
        ParagraphStyle set;
        set.font = m_fonts.font(size, style);
        set.size = size;
        set.width = textWidth;
        return set;
    }

    const PageFonts& m_fonts;
    const Sizes& m_sizes;
    std::vector<FlowItem> m_items;
    double m_end = left;
};

/// ô 9a: one name on the line of "Kính gửi:"; several below it, their dashes under the colon, and the whole centred.
void Setter::addressees(const QStringList& names) {
    const QString opening = u"Kính gửi:"_s;
    ParagraphStyle set = base(m_sizes.body, Style::Upright);
    set.set = ParagraphStyle::Set::Left;
    set.linePitch = bodyLine;
    const double openingWidth = widthOf(opening, set.font);
    if (names.size() == 1) {
        const QString line = opening + u' ' + withoutClosing(names.first()) + u'.';
        const double natural = widthOf(line, set.font);
        const double widest = textWidth - 2 * firstLineIndent;
        set.width = qMin(natural + points(1), widest);
        set.restIndent = openingWidth + widthOf(u" "_s, set.font);
        addParagraph(m_items, Paragraph(line, set), left + (textWidth - set.width) / 2, 0);
        return;
    }
    const QStringList closed = closedList(names);
    const double colon = openingWidth - widthOf(u":"_s, set.font);
    double longest = 0;
    for (const QString& name : closed) {
        longest = qMax(longest, widthOf(u"- "_s + name, set.font));
    }
    // Centred on the text, but within the zone of ô 9a: from 0.28 of the page's width on.
    const double begin = qBound(millimetres(29), (textWidth - colon - longest) / 2, textWidth / 3);
    set.width = textWidth;
    addParagraph(m_items, Paragraph(opening, set), left + begin, 0);
    m_items.back().keepWithNext = true;
    set.width = textWidth - begin - colon;
    set.restIndent = widthOf(u"- "_s, set.font);
    for (const QString& name : closed) {
        addParagraph(m_items, Paragraph(u"- "_s + name, set), left + begin + colon, 0);
    }
}

void setArticle(Setter& setter, const OfficialDocument::Article& article, qsizetype number) {
    const QString heading = u"Điều %1."_s.arg(number);
    QStringList paragraphs = article.paragraphs;
    if (article.title.isEmpty()) {
        const QString first = paragraphs.isEmpty() ? QString() : u' ' + paragraphs.takeFirst();
        setter.running(heading + first, Style::Upright, int(heading.size()));
    } else {
        setter.running(heading + u' ' + article.title, Style::Bold);
    }
    for (const QString& paragraph : paragraphs) {
        setter.running(paragraph);
    }
}

void closeLast(OfficialDocument& document) {
    if (document.form != OfficialDocument::Form::QuyetDinh) {
        if (!document.body.isEmpty()) {
            document.body.last() = withEndMark(document.body.last());
        }
    } else if (!document.articles.isEmpty()) {
        OfficialDocument::Article& last = document.articles.last();
        QString& text = last.paragraphs.isEmpty() ? last.title : last.paragraphs.last();
        text = withEndMark(text);
    }
}

} // namespace

BodyText setBody(const OfficialDocument& given, const PageFonts& fonts) {
    OfficialDocument document = given;
    closeLast(document);
    const Sizes sizes = sizesOf(document.scale);
    Setter setter(fonts, sizes);
    BodyText body;
    if (document.form == OfficialDocument::Form::CongVan) {
        if (!document.addressees.isEmpty()) {
            setter.addressees(document.addressees);
        }
    } else {
        const bool isNamed = document.form == OfficialDocument::Form::Named;
        const QString title = isNamed ? document.kindName.toUpper() : u"QUYẾT ĐỊNH"_s;
        body.clearBeside = setter.centredLine(title, sizes.title, 0).height();
        if (!document.subject.isEmpty()) {
            const Paragraph subject = setter.centredLine(document.subject, sizes.title, 0);
            setter.rule(subject.inkWidth(subject.lineCount() - 1) * 0.4);
        }
        if (!document.issuingAuthority.isEmpty()) {
            setter.centredLine(document.issuingAuthority.toUpper(), sizes.title, points(10));
        }
    }
    for (const QString& ground : closedList(document.legalGrounds)) {
        setter.running(ground, Style::Italic);
    }
    for (const QString& paragraph : document.body) {
        setter.running(paragraph);
    }
    if (document.form == OfficialDocument::Form::QuyetDinh) {
        setter.centredLine(u"QUYẾT ĐỊNH:"_s, sizes.title, points(10));
        for (qsizetype i = 0; i < document.articles.size(); ++i) {
            setArticle(setter, document.articles.at(i), i + 1);
        }
    }
    body.endOfText = setter.end();
    body.items = setter.take();
    return body;
}

} // namespace app::page
