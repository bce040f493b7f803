// SPDX-License-Identifier: GPL-3.0-or-later
// The part of checkPdfA() that looks at the file as bytes: ISO 19005-2 §6.1.
#include "docsig/pdf/parser.h"
#include "docsig/pdf/pdfaparts.h"

#include <algorithm>

namespace docsig::pdf {

namespace {

constexpr int mostFileObjects = 200'000;

bool isLineEnd(char letter) {
    return letter == '\n' || letter == '\r';
}

void checkHeader(PdfaSurvey& survey) {
    const QByteArray& bytes = survey.document().bytes();
    const bool version =
        bytes.startsWith("%PDF-1.") && bytes.size() > 16 && bytes[7] >= '0' && bytes[7] <= '7' && isLineEnd(bytes[8]);
    const qsizetype second = version && bytes[8] == '\r' && bytes[9] == '\n' ? 10 : 9;
    const QByteArrayView mark = version ? QByteArrayView(bytes).sliced(second, 5) : QByteArrayView();
    if (!version || mark[0] != '%' ||
        !std::ranges::all_of(mark.sliced(1), [](char letter) { return static_cast<unsigned char>(letter) > 127; })) {
        survey.breach(PdfaClause::Header);
    }
}

void checkEnd(PdfaSurvey& survey) {
    const QByteArray& bytes = survey.document().bytes();
    const qsizetype mark = bytes.lastIndexOf("%%EOF");
    const QByteArrayView rest = QByteArrayView(bytes).sliced(mark < 0 ? 0 : mark + 5);
    if (mark < 0 || rest.size() > 2 || !std::ranges::all_of(rest, isLineEnd)) {
        survey.breach(PdfaClause::BytesAfterEnd);
    }
    if (survey.document().get(survey.document().trailer(), "ID").array().size() != 2) {
        survey.breach(PdfaClause::Identifier);
    }
}

/// "xref", a line end, and headings of two numbers with one space between them (§6.1.4).
void checkTables(PdfaSurvey& survey) {
    const QByteArray& bytes = survey.document().bytes();
    for (const Section& section : survey.document().sections()) {
        if (section.isStream) {
            continue;
        }
        const QByteArray begin = bytes.mid(section.offset, 64);
        const qsizetype heading = begin.startsWith("xref\r\n") ? 6 : 5;
        const auto isDigit = [](char letter) { return letter >= '0' && letter <= '9'; };
        const qsizetype space = begin.indexOf(' ', heading);
        const bool known = begin.startsWith("xref") && isLineEnd(begin[4]) && isDigit(begin[heading]) &&
                           space > heading && space + 1 < begin.size() && isDigit(begin[space + 1]);
        if (!known) {
            survey.breach(PdfaClause::TableForm, 0, QString::number(section.offset));
        }
    }
}

/// "n g obj" behind a line end, with single spaces and a line end after it; the same of "endobj" (§6.1.9).
bool hasObjectForm(const QByteArray& bytes, qsizetype offset, qsizetype end, int number, int generation) {
    const QByteArray head = QByteArray::number(number) + ' ' + QByteArray::number(generation) + " obj";
    const qsizetype behind = offset + head.size();
    if (offset < 1 || !isLineEnd(bytes[offset - 1]) || QByteArrayView(bytes).sliced(offset, head.size()) != head ||
        behind >= bytes.size() || !isLineEnd(bytes[behind])) {
        return false;
    }
    const qsizetype last = bytes.indexOf("endobj", end);
    return last > 0 && isLineEnd(bytes[last - 1]) && last + 6 < bytes.size() && isLineEnd(bytes[last + 6]);
}

/// The bytes of a stream stand between "stream" with LF or CR LF and a line end before "endstream" (§6.1.7.1).
bool hasStreamForm(const QByteArray& bytes, qsizetype data, qsizetype length) {
    const qsizetype after = data + length;
    const bool begins = data > 0 && bytes[data - 1] == '\n';
    qsizetype end = after;
    if (end < bytes.size() && bytes[end] == '\r') {
        ++end;
    }
    if (end < bytes.size() && bytes[end] == '\n') {
        ++end;
    }
    return begins && end > after && QByteArrayView(bytes).sliced(end).startsWith("endstream");
}

void checkObject(PdfaSurvey& survey, int number, const Entry& entry) {
    const Document& document = survey.document();
    const QByteArray& bytes = document.bytes();
    Parser parser(bytes, static_cast<qsizetype>(entry.place));
    const auto object = parser.indirectObject();
    if (!object) {
        survey.breach(PdfaClause::NotLookedAt, number);
        return;
    }
    qsizetype end = object->end;
    if (object->streamOffset) {
        const auto raw = document.rawStream(number);
        if (!raw || !hasStreamForm(bytes, *object->streamOffset, raw->size())) {
            survey.breach(PdfaClause::StreamForm, number);
        }
        end = *object->streamOffset + (raw ? raw->size() : 0);
    }
    if (!hasObjectForm(bytes, static_cast<qsizetype>(entry.place), end, number, entry.generation)) {
        survey.breach(PdfaClause::ObjectForm, number);
    }
}

} // namespace

void surveyFile(PdfaSurvey& survey) {
    checkHeader(survey);
    checkEnd(survey);
    checkTables(survey);
    const Entries& entries = survey.document().entries();
    int seen = 0;
    for (auto entry = entries.constBegin(); entry != entries.constEnd(); ++entry) {
        if (entry->kind == Entry::Kind::InFile) {
            checkObject(survey, entry.key(), *entry);
        }
        if (++seen > mostFileObjects) {
            survey.breach(PdfaClause::NotLookedAt, entry.key());
            return;
        }
    }
}

} // namespace docsig::pdf
