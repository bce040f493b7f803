// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/opendocument.h"

#include "app/sheets/plainzip.h"
#include "app/sheets/sheetwords.h"

#include <QXmlStreamWriter>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString officeSpace = u"urn:oasis:names:tc:opendocument:xmlns:office:1.0"_s;
const QString styleSpace = u"urn:oasis:names:tc:opendocument:xmlns:style:1.0"_s;
const QString textSpace = u"urn:oasis:names:tc:opendocument:xmlns:text:1.0"_s;
const QString tableSpace = u"urn:oasis:names:tc:opendocument:xmlns:table:1.0"_s;
const QString numberSpace = u"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"_s;
const QString fontSpace = u"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"_s;
const QString metaSpace = u"urn:oasis:names:tc:opendocument:xmlns:meta:1.0"_s;
const QString manifestSpace = u"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"_s;
const QString dublinSpace = u"http://purl.org/dc/elements/1.1/"_s;
const QString mediaType = u"application/vnd.oasis.opendocument.spreadsheet"_s;
const QString odfVersion = u"1.3"_s;

/// The letters that XML 1.0 can hold; a tab is a space.
QString xmlWords(const QString& words) {
    QString clean;
    clean.reserve(words.size());
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QChar letter = words[at];
        if (letter.isHighSurrogate() && at + 1 < words.size() && words[at + 1].isLowSurrogate()) {
            clean += letter;
            clean += words[++at];
        } else if (letter == u'\t') {
            clean += u' ';
        } else if (letter == u'\n' || (letter >= u' ' && !letter.isSurrogate() && letter < QChar(0xFFFE))) {
            clean += letter;
        }
    }
    return clean;
}

class ContentWriter {
public:
    explicit ContentWriter(QByteArray& bytes)
        : m_xml(&bytes) {}

    void content(const Sheet& sheet, const SheetWords& words) {
        begin(u"document-content"_s);
        styles(sheet);
        m_xml.writeStartElement(officeSpace, u"body"_s);
        m_xml.writeStartElement(officeSpace, u"spreadsheet"_s);
        table(sheet, words);
        cover(sheet, words);
        m_xml.writeEndDocument();
    }

    void pageStyles(const Sheet& sheet) {
        begin(u"document-styles"_s);
        m_xml.writeStartElement(officeSpace, u"automatic-styles"_s);
        m_xml.writeStartElement(styleSpace, u"page-layout"_s);
        m_xml.writeAttribute(styleSpace, u"name"_s, u"page"_s);
        m_xml.writeStartElement(styleSpace, u"page-layout-properties"_s);
        m_xml.writeAttribute(fontSpace, u"page-width"_s, sheet.isLandscape ? u"29.7cm"_s : u"21cm"_s);
        m_xml.writeAttribute(fontSpace, u"page-height"_s, sheet.isLandscape ? u"21cm"_s : u"29.7cm"_s);
        m_xml.writeAttribute(styleSpace, u"print-orientation"_s, sheet.isLandscape ? u"landscape"_s : u"portrait"_s);
        m_xml.writeAttribute(fontSpace, u"margin"_s, u"1.5cm"_s);
        m_xml.writeAttribute(styleSpace, u"scale-to-X"_s, u"1"_s);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeStartElement(officeSpace, u"master-styles"_s);
        m_xml.writeStartElement(styleSpace, u"master-page"_s);
        m_xml.writeAttribute(styleSpace, u"name"_s, u"Default"_s);
        m_xml.writeAttribute(styleSpace, u"page-layout-name"_s, u"page"_s);
        m_xml.writeEndDocument();
    }

    void meta(const Sheet& sheet, const QDateTime& made) {
        begin(u"document-meta"_s);
        m_xml.writeStartElement(officeSpace, u"meta"_s);
        m_xml.writeTextElement(metaSpace, u"generator"_s, u"Công Văn"_s);
        m_xml.writeTextElement(dublinSpace, u"title"_s, xmlWords(sheet.title));
        m_xml.writeTextElement(metaSpace, u"creation-date"_s, made.toUTC().toString(Qt::ISODate));
        m_xml.writeEndDocument();
    }

    void manifest() {
        m_xml.setAutoFormatting(true);
        m_xml.writeStartDocument();
        m_xml.writeNamespace(manifestSpace, u"manifest"_s);
        m_xml.writeStartElement(manifestSpace, u"manifest"_s);
        m_xml.writeAttribute(manifestSpace, u"version"_s, odfVersion);
        entry(u"/"_s, mediaType);
        for (const QString& name : {u"content.xml"_s, u"styles.xml"_s, u"meta.xml"_s}) {
            entry(name, u"text/xml"_s);
        }
        m_xml.writeEndDocument();
    }

private:
    void begin(const QString& root) {
        m_xml.writeStartDocument();
        m_xml.writeNamespace(officeSpace, u"office"_s);
        m_xml.writeNamespace(styleSpace, u"style"_s);
        m_xml.writeNamespace(textSpace, u"text"_s);
        m_xml.writeNamespace(tableSpace, u"table"_s);
        m_xml.writeNamespace(numberSpace, u"number"_s);
        m_xml.writeNamespace(fontSpace, u"fo"_s);
        m_xml.writeNamespace(metaSpace, u"meta"_s);
        m_xml.writeNamespace(dublinSpace, u"dc"_s);
        m_xml.writeStartElement(officeSpace, root);
        m_xml.writeAttribute(officeSpace, u"version"_s, odfVersion);
    }

    void entry(const QString& path, const QString& type) {
        m_xml.writeEmptyElement(manifestSpace, u"file-entry"_s);
        m_xml.writeAttribute(manifestSpace, u"full-path"_s, path);
        m_xml.writeAttribute(manifestSpace, u"media-type"_s, type);
    }

    void startStyle(const QString& name, const QString& family) {
        m_xml.writeStartElement(styleSpace, u"style"_s);
        m_xml.writeAttribute(styleSpace, u"name"_s, name);
        m_xml.writeAttribute(styleSpace, u"family"_s, family);
    }

    void cellStyle(const QString& name, bool isBold, bool hasEdges, const QString& dataStyle = {}) {
        startStyle(name, u"table-cell"_s);
        if (!dataStyle.isEmpty()) {
            m_xml.writeAttribute(styleSpace, u"data-style-name"_s, dataStyle);
        }
        m_xml.writeEmptyElement(styleSpace, u"table-cell-properties"_s);
        m_xml.writeAttribute(fontSpace, u"wrap-option"_s, u"wrap"_s);
        m_xml.writeAttribute(styleSpace, u"vertical-align"_s, u"top"_s);
        if (hasEdges) {
            m_xml.writeAttribute(fontSpace, u"border"_s, u"0.5pt solid #808080"_s);
            m_xml.writeAttribute(fontSpace, u"padding"_s, u"0.1cm"_s);
        }
        m_xml.writeEmptyElement(styleSpace, u"text-properties"_s);
        m_xml.writeAttribute(fontSpace, u"font-weight"_s, isBold ? u"bold"_s : u"normal"_s);
        m_xml.writeEndElement();
    }

    /// dd/MM/yyyy.
    void dayStyle() {
        m_xml.writeStartElement(numberSpace, u"date-style"_s);
        m_xml.writeAttribute(styleSpace, u"name"_s, u"day"_s);
        for (const QString& part : {u"day"_s, u"month"_s, u"year"_s}) {
            m_xml.writeEmptyElement(numberSpace, part);
            m_xml.writeAttribute(numberSpace, u"style"_s, u"long"_s);
            if (part != "year"_L1) {
                m_xml.writeTextElement(numberSpace, u"text"_s, u"/"_s);
            }
        }
        m_xml.writeEndElement();
    }

    void styles(const Sheet& sheet) {
        m_xml.writeStartElement(officeSpace, u"automatic-styles"_s);
        dayStyle();
        int index = 0;
        for (const SheetColumn& column : sheet.columns) {
            columnStyle(u"column%1"_s.arg(index++), column.width);
        }
        columnStyle(u"cover"_s, 160);
        cellStyle(u"head"_s, true, true);
        cellStyle(u"cell"_s, false, true);
        cellStyle(u"date"_s, false, true, u"day"_s);
        cellStyle(u"total"_s, true, true);
        cellStyle(u"title"_s, true, false);
        cellStyle(u"fact"_s, false, false);
        m_xml.writeEndElement();
    }

    void columnStyle(const QString& name, int millimetres) {
        startStyle(name, u"table-column"_s);
        m_xml.writeEmptyElement(styleSpace, u"table-column-properties"_s);
        m_xml.writeAttribute(styleSpace, u"column-width"_s, u"%1mm"_s.arg(millimetres));
        m_xml.writeEndElement();
    }

    void startTable(const QString& name) {
        m_xml.writeStartElement(tableSpace, u"table"_s);
        m_xml.writeAttribute(tableSpace, u"name"_s, name);
    }

    void column(const QString& style) {
        m_xml.writeEmptyElement(tableSpace, u"table-column"_s);
        m_xml.writeAttribute(tableSpace, u"style-name"_s, style);
    }

    void cell(const SheetCell& cell, const QString& style) {
        m_xml.writeStartElement(tableSpace, u"table-cell"_s);
        const bool isDay = cell.kind == SheetCell::Kind::Day;
        m_xml.writeAttribute(tableSpace, u"style-name"_s, isDay && style == "cell"_L1 ? u"date"_s : style);
        if (cell.kind == SheetCell::Kind::Number) {
            m_xml.writeAttribute(officeSpace, u"value-type"_s, u"float"_s);
            m_xml.writeAttribute(officeSpace, u"value"_s, QString::number(cell.number));
        } else if (isDay) {
            m_xml.writeAttribute(officeSpace, u"value-type"_s, u"date"_s);
            m_xml.writeAttribute(officeSpace, u"date-value"_s, cell.day.toString(Qt::ISODate));
        } else if (!cell.text.isEmpty()) {
            m_xml.writeAttribute(officeSpace, u"value-type"_s, u"string"_s);
        }
        const QString words = cell.kind == SheetCell::Kind::Number ? QString::number(cell.number) : cell.shown();
        if (!words.isEmpty()) {
            for (const QString& line : xmlWords(words).split(u'\n')) {
                m_xml.writeTextElement(textSpace, u"p"_s, line);
            }
        }
        m_xml.writeEndElement();
    }

    void row(const QList<SheetCell>& cells, const QString& style) {
        m_xml.writeStartElement(tableSpace, u"table-row"_s);
        for (const SheetCell& one : cells) {
            cell(one, style);
        }
        m_xml.writeEndElement();
    }

    void table(const Sheet& sheet, const SheetWords& words) {
        startTable(words.say(u"Table"_s, u"Bảng"_s));
        for (qsizetype index = 0; index < sheet.columns.size(); ++index) {
            column(u"column%1"_s.arg(index));
        }
        m_xml.writeStartElement(tableSpace, u"table-header-rows"_s);
        QList<SheetCell> titles;
        for (const SheetColumn& one : sheet.columns) {
            titles << SheetCell::of(one.title);
        }
        row(titles, u"head"_s);
        m_xml.writeEndElement();
        for (const QList<SheetCell>& cells : sheet.rows) {
            row(cells, u"cell"_s);
        }
        if (!sheet.totals.isEmpty()) {
            row(sheet.totals, u"total"_s);
        }
        m_xml.writeEndElement();
    }

    void cover(const Sheet& sheet, const SheetWords& words) {
        startTable(sheet.hasCover ? words.say(u"Cover"_s, u"Bìa"_s) : words.say(u"About"_s, u"Thông tin"_s));
        column(u"cover"_s);
        for (const QString& line : {sheet.superior, sheet.office, sheet.title}) {
            row({SheetCell::of(line)}, u"title"_s);
        }
        for (const QString& fact : sheet.facts) {
            row({SheetCell::of(fact)}, u"fact"_s);
        }
        m_xml.writeEndElement();
    }

    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray odsBytes(const Sheet& sheet, Language language, const QDateTime& made) {
    QByteArray content;
    ContentWriter(content).content(sheet, SheetWords(language));
    QByteArray styles;
    ContentWriter(styles).pageStyles(sheet);
    QByteArray meta;
    ContentWriter(meta).meta(sheet, made);
    QByteArray manifest;
    ContentWriter(manifest).manifest();
    PlainZip zip;
    zip.add("mimetype", mediaType.toLatin1(), PlainZip::Packing::Stored);
    zip.add("content.xml", content);
    zip.add("styles.xml", styles);
    zip.add("meta.xml", meta);
    zip.add("META-INF/manifest.xml", manifest);
    return zip.finish();
}

} // namespace app
