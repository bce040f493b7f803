// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/pdfpostpass.h"

#include <algorithm>
#include <vector>

namespace app::page {

namespace {

struct Entry {
    qsizetype number = 0;
    qsizetype offset = 0;
};

/// Replaces the value that follows a key up to an end sign, in the object's dictionary only.
QByteArray withValue(QByteArray object, QByteArrayView key, char end, const QByteArray& replacement) {
    const qsizetype stream = object.indexOf("stream");
    const qsizetype begin = object.indexOf(key);
    if (begin < 0 || (stream >= 0 && stream < begin)) {
        return object;
    }
    const qsizetype finish = object.indexOf(end, begin);
    return finish < 0 ? object : object.replace(begin, finish + 1 - begin, replacement);
}

QByteArray touched(const QByteArray& object, const PdfTouches& touches) {
    const QByteArray created =
        touches.created.isValid()
            ? "/CreationDate (D:" + touches.created.toString(u"yyyyMMdd").toLatin1() + "000000+07'00')"
            : QByteArray();
    QByteArray result = withValue(object, "/CreationDate", ')', created);
    if (!touches.page.isEmpty()) {
        const QByteArray box = "/MediaBox [0 0 " + QByteArray::number(touches.page.width(), 'f', 3) + ' ' +
                               QByteArray::number(touches.page.height(), 'f', 3) + ']';
        result = withValue(result, "/MediaBox", ']', box);
    }
    return result;
}

std::vector<Entry> readTable(const QByteArray& pdf, qsizetype table) {
    const QList<QByteArray> lines = pdf.mid(table).split('\n');
    std::vector<Entry> entries;
    const qsizetype count = lines.size() > 2 ? lines.at(1).mid(2).toLongLong() : 0;
    for (qsizetype i = 1; i < count && i + 2 < lines.size(); ++i) {
        entries.push_back({i, lines.at(i + 2).left(10).toLongLong()});
    }
    return entries;
}

} // namespace

QByteArray touchUp(const QByteArray& pdf, const PdfTouches& touches) {
    const qsizetype table = pdf.lastIndexOf("\nxref\n") + 1;
    const qsizetype trailer = pdf.indexOf("trailer", table);
    const qsizetype start = pdf.indexOf("startxref", trailer);
    std::vector<Entry> entries = readTable(pdf, table);
    if (table <= 0 || trailer < 0 || start < 0 || entries.empty()) {
        return {};
    }
    std::ranges::sort(entries, {}, &Entry::offset);
    QByteArray out = pdf.left(entries.front().offset);
    out.reserve(pdf.size() + 64);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const qsizetype begin = entries[i].offset;
        const qsizetype end = i + 1 < entries.size() ? entries[i + 1].offset : table;
        if (begin < 0 || end > table || begin >= end) {
            return {};
        }
        entries[i].offset = out.size();
        out += touched(pdf.mid(begin, end - begin), touches);
    }
    std::ranges::sort(entries, {}, &Entry::number);
    const qsizetype newTable = out.size();
    out += "xref\n0 " + QByteArray::number(qsizetype(entries.size()) + 1) + "\n0000000000 65535 f \n";
    for (const Entry& entry : entries) {
        out += QByteArray::number(entry.offset).rightJustified(10, '0') + " 00000 n \n";
    }
    out += pdf.mid(trailer, start - trailer) + "startxref\n" + QByteArray::number(newTable) + "\n%%EOF\n";
    return out;
}

} // namespace app::page
