// SPDX-License-Identifier: GPL-3.0-or-later
// The part of checkPdfA() that reads the metadata: ISO 19005-2 §6.6.
#include "docsig/pdf/pdfaparts.h"

#include <QXmlStreamReader>

namespace docsig::pdf {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QLatin1StringView rdf("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
constexpr QLatin1StringView identification("http://www.aiim.org/pdfa/ns/id/");

/// The packet's own header may not claim a size or an encoding (§6.6.2.1).
bool hasForbiddenHeader(const QByteArray& xmp) {
    const qsizetype begin = xmp.indexOf("<?xpacket begin=");
    const QByteArray header = begin < 0 ? QByteArray() : xmp.mid(begin, xmp.indexOf("?>", begin) - begin);
    return header.contains(" bytes=") || header.contains(" encoding=");
}

struct Claim {
    QString part;
    QString conformance;
    bool isRdf = false;
    bool isWhole = false;
};

/// Properties stand as elements, or as attributes of an rdf:Description.
Claim readClaim(const QByteArray& xmp) {
    Claim claim;
    QXmlStreamReader reader(xmp);
    reader.setEntityExpansionLimit(0);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        claim.isRdf = claim.isRdf || (reader.namespaceUri() == rdf && reader.name() == "RDF"_L1);
        const QXmlStreamAttributes attributes = reader.attributes();
        for (const auto& [name, place] : {std::pair("part"_L1, &claim.part), {"conformance"_L1, &claim.conformance}}) {
            if (reader.tokenType() == QXmlStreamReader::StartElement && reader.namespaceUri() == identification &&
                reader.name() == name) {
                *place = reader.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
            } else if (attributes.hasAttribute(identification, name)) {
                *place = attributes.value(identification, name).toString().trimmed();
            }
        }
    }
    claim.isWhole = !reader.hasError();
    return claim;
}

} // namespace

void surveyMetadata(PdfaSurvey& survey) {
    const Value metadata = survey.document().catalog().value("Metadata");
    const Dictionary dictionary = survey.document().resolve(metadata).dictionary();
    const auto xmp = decodedBytes(survey, metadata);
    const Claim claim = xmp ? readClaim(*xmp) : Claim();
    if (!dictionary.value("Type").isName("Metadata") || !dictionary.value("Subtype").isName("XML") || !claim.isRdf ||
        !claim.isWhole || hasForbiddenHeader(xmp.value_or(QByteArray()))) {
        survey.breach(PdfaClause::Metadata);
    }
    survey.report().part = claim.part.toInt();
    survey.report().conformance = claim.conformance;
    if (claim.part != "2"_L1 || !QStringList({u"A"_s, u"B"_s, u"U"_s}).contains(claim.conformance)) {
        survey.breach(PdfaClause::Identification);
    }
}

} // namespace docsig::pdf
