// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/xmpmetadata.h"

namespace app::page {

using namespace Qt::Literals::StringLiterals;

QByteArray xmpMetadata(const MetadataFacts& facts) {
    QString text = u"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                   "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                   "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                   "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                   "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                   "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                   "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
                   "<dc:format>application/pdf</dc:format>\n"_s;
    text += u"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>\n"_s.arg(
        facts.title.toHtmlEscaped());
    text += u"<xmp:CreatorTool>%1</xmp:CreatorTool>\n"_s.arg(facts.creator.toHtmlEscaped());
    text += u"<pdf:Producer>%1</pdf:Producer>\n"_s.arg(facts.producer.toHtmlEscaped());
    if (facts.created.isValid()) {
        text += u"<xmp:CreateDate>%1T00:00:00+07:00</xmp:CreateDate>\n"_s.arg(facts.created.toString(Qt::ISODate));
    }
    text += u"</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"_s;
    return text.toUtf8();
}

} // namespace app::page
