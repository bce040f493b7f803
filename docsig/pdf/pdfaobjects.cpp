// SPDX-License-Identifier: GPL-3.0-or-later
// The part of checkPdfA() that looks at every object by itself: limits, filters, actions, embedded files.
#include "docsig/pdf/pdfaparts.h"

#include <algorithm>
#include <limits>

namespace docsig::pdf {

namespace {

constexpr int mostObjects = 200'000;
constexpr int deepest = 60;
constexpr qsizetype longestString = 32'767; // ISO 19005-2 §6.1.13
constexpr qsizetype longestName = 127;

bool isOneOf(const Value& value, std::initializer_list<const char*> names) {
    return std::ranges::any_of(names, [&value](const char* name) { return value.isName(name); });
}

class ObjectSurvey {
public:
    explicit ObjectSurvey(PdfaSurvey& survey)
        : m_survey(survey)
        , m_document(survey.document()) {}

    void look(int number) {
        m_object = number;
        const Value value = m_document.object(number);
        if (m_document.rawStream(number)) {
            lookAtStream(value.dictionary());
        }
        look(value, 0);
    }

private:
    void look(const Value& value, int depth) {
        if (depth > deepest) {
            m_survey.breach(PdfaClause::NotLookedAt, m_object);
            return;
        }
        checkLimits(value);
        for (const Value& entry : value.array()) {
            look(entry, depth + 1);
        }
        if (!value.isDictionary()) {
            return;
        }
        const Dictionary& dictionary = value.dictionary();
        lookAtAction(dictionary);
        lookAtFile(dictionary);
        for (auto entry = dictionary.constBegin(); entry != dictionary.constEnd(); ++entry) {
            if (entry.key().size() > longestName) {
                m_survey.breach(PdfaClause::Limit, m_object);
            }
            look(entry.value(), depth + 1);
        }
    }

    void checkLimits(const Value& value) {
        const auto integer = value.asInteger();
        const bool tooLong = (value.asString() != nullptr && value.asString()->bytes.size() > longestString) ||
                             (value.asName() != nullptr && value.asName()->text.size() > longestName);
        if (tooLong || (integer && (*integer > std::numeric_limits<qint32>::max() ||
                                    *integer < std::numeric_limits<qint32>::min()))) {
            m_survey.breach(PdfaClause::Limit, m_object);
        }
    }

    void lookAtStream(const Dictionary& dictionary) {
        if (dictionary.contains("F") || dictionary.contains("FFilter") || dictionary.contains("FDecodeParms")) {
            m_survey.breach(PdfaClause::StreamOutside, m_object);
        }
        const Value filter = m_document.get(dictionary, "Filter");
        for (const Value& entry : filter.isArray() ? filter.array() : Array{filter}) {
            const Value name = m_document.resolve(entry);
            if (!name.isNull() && !isOneOf(name, {"ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode",
                                                  "CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode"})) {
                m_survey.breach(PdfaClause::Filter, m_object);
            }
        }
    }

    /// Actions are known by their kind, wherever they hang (§6.5.1, and §6.4.1 for fields).
    void lookAtAction(const Dictionary& dictionary) {
        // In a structure tree /S is a role that may have any name.
        const bool isElement = dictionary.value("Type").isName("StructElem") || dictionary.contains("P");
        const Value kind = isElement ? Value() : m_document.get(dictionary, "S");
        const bool forbidden =
            isOneOf(kind, {"Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition",
                           "Trans", "GoTo3DView", "JavaScript", "SetState", "NOP"});
        const bool jumpsOddly = kind.isName("Named") && !isOneOf(m_document.get(dictionary, "N"),
                                                                 {"NextPage", "PrevPage", "FirstPage", "LastPage"});
        if (forbidden || jumpsOddly || dictionary.contains("JS")) {
            m_survey.breach(PdfaClause::Action, m_object);
        }
        if (dictionary.contains("AA")) {
            m_survey.breach(PdfaClause::Trigger, m_object);
        }
    }

    /// Only PDF/A-1 and PDF/A-2 may be embedded (§6.8); that they claim it is looked at, in the first level.
    void lookAtFile(const Dictionary& dictionary) {
        const Dictionary files = m_document.get(dictionary, "EF").dictionary();
        if (!files.isEmpty() && (!dictionary.contains("F") || !dictionary.contains("UF"))) {
            m_survey.breach(PdfaClause::EmbeddedFile, m_object);
        }
        for (const Value& entry : files) {
            const auto bytes = decodedBytes(m_survey, entry);
            const auto inner = bytes ? Document::open(*bytes) : Result<Document>(std::unexpected(Error{}));
            if (!inner) {
                m_survey.breach(PdfaClause::EmbeddedFile, m_object);
                continue;
            }
            PdfaSurvey claims(*inner);
            surveyMetadata(claims);
            if (claims.report().part != 1 && claims.report().part != 2) {
                m_survey.breach(PdfaClause::EmbeddedFile, m_object);
            }
        }
    }

    PdfaSurvey& m_survey;
    const Document& m_document;
    int m_object = 0;
};

} // namespace

void surveyObjects(PdfaSurvey& survey) {
    ObjectSurvey objects(survey);
    survey.setPage(-1);
    int seen = 0;
    const Entries& entries = survey.document().entries();
    for (auto entry = entries.constBegin(); entry != entries.constEnd(); ++entry) {
        if (entry->kind == Entry::Kind::Free) {
            continue;
        }
        if (++seen > mostObjects) {
            survey.breach(PdfaClause::NotLookedAt, entry.key());
            return;
        }
        objects.look(entry.key());
    }
}

} // namespace docsig::pdf
