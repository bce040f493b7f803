// SPDX-License-Identifier: GPL-3.0-or-later
// The part of checkPdfA() that looks at fonts: ISO 19005-2 §6.2.11.
#include "docsig/pdf/pdfaparts.h"

#include <bit>
#include <cmath>

namespace docsig::pdf {

namespace {

/// What is needed of a TrueType program (ISO/IEC 14496-22): its advances in thousandths of the em.
class TrueType {
public:
    explicit TrueType(QByteArray bytes)
        : m_bytes(std::move(bytes)) {}

    [[nodiscard]] int glyphs() const { return number(table("maxp"), 4); }

    [[nodiscard]] std::optional<double> advance(int glyph) const {
        const qsizetype metrics = table("hmtx");
        const int measured = number(table("hhea"), 34);
        const int em = number(table("head"), 18);
        if (metrics < 0 || measured < 1 || em < 1 || glyph < 0) {
            return std::nullopt;
        }
        const qsizetype place = metrics + 4 * static_cast<qsizetype>(std::min(glyph, measured - 1));
        return place + 2 > m_bytes.size() ? std::nullopt : std::optional(number(place, 0) * 1000.0 / em);
    }

private:
    [[nodiscard]] int number(qsizetype base, qsizetype offset) const {
        if (base < 0 || base + offset + 2 > m_bytes.size()) {
            return 0;
        }
        return static_cast<unsigned char>(m_bytes[base + offset]) << 8 |
               static_cast<unsigned char>(m_bytes[base + offset + 1]);
    }

    /// Where the table begins; -1: there is none.
    [[nodiscard]] qsizetype table(QByteArrayView name) const {
        const int count = number(0, 4);
        for (int index = 0; index < count; ++index) {
            const qsizetype row = 12 + 16 * static_cast<qsizetype>(index);
            if (row + 16 <= m_bytes.size() && QByteArrayView(m_bytes).sliced(row, 4) == name) {
                const qint64 place = qint64(number(row, 8)) << 16 | number(row, 10);
                return place < m_bytes.size() ? static_cast<qsizetype>(place) : -1;
            }
        }
        return -1;
    }

    QByteArray m_bytes;
};

QByteArray nameOf(const Document& document, const Dictionary& dictionary, const char* key) {
    const Value name = document.get(dictionary, key);
    return name.asName() == nullptr ? QByteArray() : name.asName()->text;
}

/// The advances that /W lists (§9.7.4.3 of ISO 32000-1), compared with the font program's by whole units.
bool widthsFit(const Document& document, const Array& widths, const TrueType& program) {
    const auto fits = [&](qint64 glyph, const Value& told) {
        const auto real = program.advance(static_cast<int>(glyph));
        const auto width = document.resolve(told).asNumber();
        return real && width && std::abs(*real - *width) <= 1;
    };
    for (qsizetype at = 0; at + 1 < widths.size();) {
        const qint64 first = document.resolve(widths.at(at)).asInteger().value_or(-1);
        const Value next = document.resolve(widths.at(at + 1));
        const qint64 last = next.isArray() ? first + next.array().size() - 1 : next.asInteger().value_or(-1);
        if (first < 0 || last - first > 65'535) {
            return false;
        }
        for (qint64 glyph = first; glyph <= last && glyph < program.glyphs(); ++glyph) {
            if (!fits(glyph, next.isArray() ? next.array().at(glyph - first) : widths.value(at + 2))) {
                return false;
            }
        }
        at += next.isArray() ? 2 : 3;
    }
    return true;
}

class FontSurvey {
public:
    FontSurvey(PdfaSurvey& survey, int object)
        : m_survey(survey)
        , m_document(survey.document())
        , m_object(object) {}

    void look(const Dictionary& font) {
        const Value kind = m_document.get(font, "Subtype");
        if (kind.isName("Type0")) {
            lookAtComposite(font);
        } else if (kind.isName("Type1") || kind.isName("MMType1") || kind.isName("TrueType")) {
            (void)program(font);
        } else if (!kind.isName("Type3")) {
            m_survey.breach(PdfaClause::FontForm, m_object);
        }
    }

private:
    void lookAtComposite(const Dictionary& font) {
        const Array descendants = m_document.get(font, "DescendantFonts").array();
        const Dictionary descendant =
            descendants.size() == 1 ? m_document.resolve(descendants.first()).dictionary() : Dictionary();
        const bool isTrueType = m_document.get(descendant, "Subtype").isName("CIDFontType2");
        const Value map = m_document.get(descendant, "CIDToGIDMap");
        const bool identity = map.isName("Identity");
        if (m_document.get(font, "Encoding").isNull() ||
            (!isTrueType && !m_document.get(descendant, "Subtype").isName("CIDFontType0")) ||
            (isTrueType && !identity && !map.isDictionary())) {
            m_survey.breach(PdfaClause::FontForm, m_object);
        }
        // With CFF the composite font's name has the CMap's behind it.
        if (isTrueType && nameOf(m_document, font, "BaseFont") != nameOf(m_document, descendant, "BaseFont")) {
            m_survey.breach(PdfaClause::FontForm, m_object);
        }
        const auto bytes = program(descendant);
        if (!bytes || !isTrueType) {
            return;
        }
        const TrueType trueType(*bytes);
        checkSet(m_document.get(descendant, "FontDescriptor").dictionary(), trueType);
        if (identity && !widthsFit(m_document, m_document.get(descendant, "W").array(), trueType)) {
            m_survey.breach(PdfaClause::FontWidths, m_object);
        }
    }

    /// A list of the CIDs, which level B does not ask for, is complete where it is (§6.2.11.4.2).
    void checkSet(const Dictionary& descriptor, const TrueType& trueType) {
        if (!descriptor.contains("CIDSet")) {
            return;
        }
        const auto set = decodedBytes(m_survey, descriptor.value("CIDSet"));
        int listed = 0;
        for (const char byte : set.value_or(QByteArray())) {
            listed += std::popcount(static_cast<unsigned char>(byte));
        }
        if (listed < trueType.glyphs()) {
            m_survey.breach(PdfaClause::FontSubset, m_object);
        }
    }

    /// The embedded program of a font that is not composite.
    std::optional<QByteArray> program(const Dictionary& font) {
        const Dictionary descriptor = m_document.get(font, "FontDescriptor").dictionary();
        const QByteArray name = nameOf(m_document, descriptor, "FontName");
        if (!descriptor.isEmpty() && name != nameOf(m_document, font, "BaseFont")) {
            m_survey.breach(PdfaClause::FontForm, m_object, QString::fromLatin1(name));
        }
        for (const char* key : {"FontFile2", "FontFile3", "FontFile"}) {
            if (descriptor.contains(key)) {
                const auto bytes = decodedBytes(m_survey, descriptor.value(key));
                if (!bytes || bytes->isEmpty()) {
                    m_survey.breach(PdfaClause::NotLookedAt, m_object);
                }
                return bytes;
            }
        }
        m_survey.breach(PdfaClause::FontNotEmbedded, m_object,
                        QString::fromLatin1(nameOf(m_document, font, "BaseFont")));
        return std::nullopt;
    }

    PdfaSurvey& m_survey;
    const Document& m_document;
    int m_object;
};

} // namespace

void surveyFont(PdfaSurvey& survey, const Dictionary& font, int object) {
    FontSurvey(survey, object).look(font);
}

} // namespace docsig::pdf
