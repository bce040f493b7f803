// SPDX-License-Identifier: GPL-3.0-or-later
// Updates of a signed file. The input is what is appended to a document that is always the same: either bytes as they
// are, or objects ("12 << /A 1 >>", parted by lines "%%") out of which updates (parted by lines "%%%%") are written
// with a section that fits, so that a changed length breaks nothing. Object 0 stands for more keys of the trailer.
#include "docsig/pades/revisionhistory.h"
#include "docsig/pdf/formfields.h"
#include "tests/docsig/handmadepdf.h"

#include <cstdint>
#include <cstdlib>

using namespace docsig;

namespace {

constexpr qsizetype mostUpdates = 4;

/// One page with text, a filled and an empty field, and a signature over all of it whose blob is none: what later
/// updates may do is asked before anybody looks at it.
const QByteArray& signedBase() {
    static const QByteArray base = [] {
        const QByteArray widget = "<< /Type /Annot /Subtype /Widget /P 3 0 R ";
        QList<QByteArray> objects = handmade::onePage("/AcroForm 6 0 R");
        objects[2] =
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 "
            "0 R >> >> /Annots [7 0 R 8 0 R 9 0 R] >>";
        objects
            << "<< /Fields [7 0 R 8 0 R 9 0 R] /SigFlags 3 /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 10 Tf 0 g) >>"
            << widget + "/FT /Tx /T (Amount) /V (100) /Rect [100 600 200 620] /F 4 >>"
            << widget + "/FT /Sig /T (First) /V 10 0 R /Rect [330 200 443 245] /F 132 >>"
            << widget + "/FT /Sig /T (Second) /Rect [100 200 213 245] /F 4 >>"
            << "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 000001 000002 "
               "000003] /Contents <3000> >>";
        QByteArray file = handmade::withTable(objects);
        const qsizetype begin = file.indexOf("<3000>");
        const qsizetype end = begin + 6;
        const auto padded = [](qsizetype number) { return QByteArray::number(number).rightJustified(6, '0'); };
        return file.replace("000001 000002 000003",
                            padded(begin) + ' ' + padded(end) + ' ' + padded(file.size() - end));
    }();
    return base;
}

QList<QByteArray> parted(const QByteArray& bytes, const QByteArray& line) {
    QList<QByteArray> parts;
    qsizetype from = 0;
    for (qsizetype at = bytes.indexOf(line); at >= 0; at = bytes.indexOf(line, from)) {
        parts << bytes.sliced(from, at - from);
        from = at + line.size();
    }
    return parts << bytes.sliced(from);
}

QByteArray updated(const QByteArray& file, const QByteArray& text) {
    QList<std::pair<int, QByteArray>> objects;
    QByteArray keys = "/Root 1 0 R";
    for (const QByteArray& part : parted(text, "\n%%\n")) {
        const qsizetype space = part.indexOf(' ');
        const int number = space > 0 ? part.first(space).toInt() : -1;
        if (number == 0) {
            keys = part.sliced(space);
        } else if (number > 0) {
            objects << std::pair(number, part.sliced(space + 1));
        }
    }
    return handmade::revised(file, objects, {}, keys);
}

QByteArray fileOf(const QByteArray& input) {
    if (!input.startsWith("objects\n")) {
        return signedBase() + input;
    }
    QByteArray file = signedBase();
    const QList<QByteArray> updates = parted(input.sliced(8), "\n%%%%\n");
    for (const QByteArray& text : updates.first(std::min(updates.size(), mostUpdates))) {
        file = updated(file, text);
    }
    return file;
}

bool hasFaults(const RevisionHistory& history) {
    bool any = !history.faults().isEmpty();
    for (int index = 1; index < history.revisions().size(); ++index) {
        any = any || !history.change(index).faults.isEmpty();
    }
    return any;
}

/// What the page says, as a reader that follows the newest section sees it.
QByteArray shownContent(const pdf::Document& document) {
    const auto pages = document.pages();
    if (!pages || pages->size() != 1) {
        return "other pages";
    }
    const pdf::Value contents = document.object(pages->constFirst()).dictionary().value("Contents");
    const pdf::Reference* reference = contents.asReference();
    return reference != nullptr ? document.rawStream(reference->number).value_or(QByteArray())
                                : QByteArray("elsewhere");
}

QByteArray amount(const pdf::Document& document) {
    const auto fields = pdf::formFields(document);
    for (const pdf::FormField& field : fields.value_or(QList<pdf::FormField>())) {
        if (field.name == QStringLiteral("Amount")) {
            return document.resolve(field.value).toPdf();
        }
    }
    return "gone";
}

void mustTell(const pdf::Document& document, const RevisionHistory& history) {
    qint64 last = 0;
    QStringList filled;
    for (int index = 0; index < history.revisions().size(); ++index) {
        const RevisionInfo& one = history.revisions().at(index);
        if (one.index != index || one.endOffset <= last || one.endOffset > document.bytes().size()) {
            std::abort(); // revisions that do not follow each other
        }
        last = one.endOffset;
        filled += history.change(index).filledFields;
    }
    static const pdf::Document before = pdf::Document::open(signedBase()).value();
    if (hasFaults(history) || history.endingAt(signedBase().size()) != 0) {
        return;
    }
    if (shownContent(document) != shownContent(before)) {
        std::abort(); // what was signed shows something else, and nobody says so
    }
    if (amount(document) != amount(before) && !filled.contains(QStringLiteral("Amount"))) {
        std::abort(); // filled in silence
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document =
        pdf::Document::open(fileOf(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size))));
    if (document && !document->isEncrypted() && document->pages()) {
        mustTell(*document, RevisionHistory(*document));
    }
    return 0;
}
