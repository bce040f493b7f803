// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/officialpage.h"

#include "app/domain/signingpurpose.h"
#include "app/layout/appearances.h"
#include "app/layout/bodytext.h"
#include "app/layout/officialwords.h"
#include "app/layout/pageflow.h"
#include "app/layout/pagefonts.h"
#include "app/layout/pagehead.h"
#include "app/layout/pageunits.h"
#include "app/layout/pdfpostpass.h"
#include "app/layout/purposeplaces.h"
#include "app/layout/signatureblock.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace app {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int maximumPages = 300;
constexpr qsizetype maximumField = 2000;
constexpr qsizetype maximumText = 1'000'000;

OfficialDocument tidied(OfficialDocument document) {
    document.parentAgency = page::tidyKeepingLines(document.parentAgency);
    document.agency = page::tidyKeepingLines(document.agency);
    for (QString* field :
         {&document.notation, &document.number, &document.placeName, &document.subject, &document.issuingAuthority,
          &document.signer.competence, &document.signer.position, &document.signer.fullName, &document.kindName}) {
        *field = page::tidy(*field);
    }
    for (QStringList* list : {&document.addressees, &document.legalGrounds, &document.body, &document.recipients}) {
        *list = page::tidy(*list);
    }
    for (OfficialDocument::Article& article : document.articles) {
        article.title = page::tidy(article.title);
        article.paragraphs = page::tidy(article.paragraphs);
    }
    document.articles.removeIf([](const OfficialDocument::Article& article) {
        return article.title.isEmpty() && article.paragraphs.isEmpty();
    });
    return document;
}

/// Every text has a limit, so that a draft from elsewhere cannot keep the machine busy.
Result<void> checkLengths(const OfficialDocument& document) {
    qsizetype text = 0;
    qsizetype longestField = 0;
    for (const QString& field :
         {document.parentAgency, document.agency, document.notation, document.number, document.placeName,
          document.subject, document.issuingAuthority, document.signer.competence, document.signer.position,
          document.signer.fullName, document.kindName}) {
        longestField = qMax(longestField, field.size());
    }
    for (const QStringList& list : {document.addressees, document.recipients, document.legalGrounds}) {
        for (const QString& line : list) {
            longestField = qMax(longestField, line.size());
            text += line.size() + 1;
        }
    }
    for (const QString& paragraph : document.body) {
        text += paragraph.size() + 1;
    }
    for (const OfficialDocument::Article& article : document.articles) {
        text += article.title.size() + article.paragraphs.join(u' ').size() + 2;
    }
    if (longestField > maximumField || text > maximumText) {
        return fail("layout-text-too-long", u"%1 letters in one field, %2 in all"_s.arg(longestField).arg(text));
    }
    return {};
}

void paintPageNumber(QPainter& painter, const page::PageFonts& fonts, int number) {
    const QFont font = fonts.font(13);
    const QString text = QString::number(number);
    painter.setFont(font);
    painter.drawText(
        QPointF(page::points(page::pageWidthPoints) / 2 - page::widthOf(text, font) / 2, page::millimetres(13.5)),
        text);
}

/// The title that the PDF carries: what the document is about, not who wrote it.
QString titleOf(const OfficialDocument& document) {
    switch (document.form) {
    case OfficialDocument::Form::QuyetDinh:
        return u"Quyết định: "_s + document.subject;
    case OfficialDocument::Form::Named:
        return document.kindName + u": "_s + document.subject;
    case OfficialDocument::Form::CongVan:
        break;
    }
    return page::aboutLine(document.subject);
}

/// Points.
QSizeF initialsSize() {
    return factsOf(SigningPurpose::Initial).millimetres * toPoints(1);
}

/// On the page where the text ends; `line` is its last line in layout units.
QRectF initialsPlace(const QRectF& line) {
    return initialAfterText(page::toPdf(line), page::right / page::unitsPerPoint, initialsSize());
}

/// Room between the text and the signatures: more where the initials find none beside the last line.
double roomUnderText(const OfficialDocument& document, const page::BodyText& body) {
    constexpr double usual = page::points(14);
    if (!document.initials || body.items.empty()) {
        return usual;
    }
    const QRectF line(page::left, 0, body.endOfText - page::left, body.items.back().height);
    const bool under = initialsPlace(line).bottom() <= page::toPdf(line).top();
    return under ? usual + page::points(initialsSize().height()) : usual;
}

} // namespace

QString printedNumber(int number) {
    return QString::number(number).rightJustified(2, u'0');
}

QString printedDate(const QDate& date) {
    const int monthWidth = date.month() <= 2 ? 2 : 1;
    return u"ngày %1 tháng %2 năm %3"_s.arg(date.day(), 2, 10, QChar(u'0'))
        .arg(date.month(), monthWidth, 10, QChar(u'0'))
        .arg(date.year());
}

Result<LaidOutDocument> layOut(const OfficialDocument& given) {
    const Result<page::PageFonts> fonts = page::PageFonts::find();
    if (!fonts) {
        return std::unexpected(fonts.error());
    }
    const OfficialDocument document = tidied(given);
    if (const Result<void> lengths = checkLengths(document); !lengths) {
        return std::unexpected(lengths.error());
    }
    const page::PageHead head = page::setHead(document, *fonts);
    const page::SignatureBlock block = page::setSignatureBlock(document, *fonts);
    if (block.height > page::bottom - page::top - page::points(60)) {
        return fail("layout-recipients-too-long", u"%1 recipients"_s.arg(document.recipients.size()));
    }

    page::BodyText body = page::setBody(document, *fonts);
    // The signatures never stand alone on a page: the last two lines of the body go with them.
    page::keepTogether(body.items, body.items.size() >= 2 ? body.items.size() - 2 : 0);
    page::addWhole(body.items, block.height, roomUnderText(document, body), false, block.paint);
    const double besideStamp =
        qMax(head.rightBottom + page::points(24), head.bottom + page::points(4) - body.clearBeside);
    const double firstTop =
        document.form != OfficialDocument::Form::CongVan ? besideStamp : head.bottom + page::points(30);
    const std::vector<page::PlacedItem> placed = page::paginate(body.items, firstTop);
    const int pages = placed.back().page + 1;
    if (pages > maximumPages) {
        return fail("layout-too-many-pages", u"%1 pages"_s.arg(pages));
    }

    QByteArray pdf;
    {
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(page::resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(titleOf(document));
        writer.setCreator(page::creatorName.toString());
        QPainter painter(&writer);
        painter.setPen(Qt::black);
        head.paint(painter);
        int page = 0;
        for (std::size_t i = 0; i < placed.size(); ++i) {
            while (page < placed[i].page) {
                writer.newPage();
                ++page;
                paintPageNumber(painter, *fonts, page + 1);
            }
            body.items[i].paint(painter, placed[i].top);
        }
    }
    const QPointF blockTop(0, placed.back().top);
    docsig::PagePlace initial;
    if (document.initials && placed.size() > 1) {
        const page::PlacedItem& line = placed[placed.size() - 2];
        initial = {line.page, initialsPlace({page::left, line.top, body.endOfText - page::left,
                                             body.items[placed.size() - 2].height})};
    }
    return LaidOutDocument{page::touchUp(pdf, {document.date, {}, titleOf(document)}),
                           pages,
                           {{0, page::toPdf(head.number)},
                            {0, page::toPdf(head.date)},
                            {pages - 1, page::toPdf(block.signature.translated(blockTop))},
                            {pages - 1, page::toPdf(block.seal.translated(blockTop))},
                            initial}};
}

} // namespace app
