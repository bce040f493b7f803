// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/pdfpostpass.h"

#include "app/layout/xmpmetadata.h"
#include "docsig/pdf/srgbprofile.h"

#include <QCryptographicHash>

#include <algorithm>
#include <vector>

namespace app::page {

namespace {

struct Object {
    qsizetype number = 0;
    qsizetype offset = 0;
    QByteArray bytes; ///< from "n 0 obj" to the line end behind "endobj"
};

using Objects = std::vector<Object>;

/// The part of an object before its stream data.
qsizetype headEnd(const QByteArray& object) {
    const qsizetype stream = object.indexOf("stream");
    return stream < 0 ? object.size() : stream;
}

/// Replaces the value that follows a key up to an end sign, in the object's dictionary only.
void setValue(QByteArray& object, QByteArrayView key, char end, const QByteArray& replacement) {
    const qsizetype begin = object.indexOf(key);
    const qsizetype finish = begin < 0 || begin > headEnd(object) ? -1 : object.indexOf(end, begin);
    if (finish >= 0) {
        object.replace(begin, finish + 1 - begin, replacement);
    }
}

/// What follows a key in the object's dictionary, up to the line's end.
QByteArray valueOf(const QByteArray& object, QByteArrayView key) {
    const qsizetype begin = object.indexOf(key);
    if (begin < 0 || begin > headEnd(object)) {
        return {};
    }
    const qsizetype from = begin + key.size();
    return object.mid(from, object.indexOf('\n', from) - from).trimmed();
}

QByteArray stream(qsizetype number, const QByteArray& dictionary, const QByteArray& data) {
    return QByteArray::number(number) + " 0 obj\n<< " + dictionary + " /Length " + QByteArray::number(data.size()) +
           " >>\nstream\n" + data + "\nendstream\nendobj\n";
}

/// In the order of the file; empty when it is not of QPdfWriter's shape.
Objects readObjects(const QByteArray& pdf, qsizetype table) {
    const QList<QByteArray> lines = pdf.mid(table).split('\n');
    Objects objects;
    const qsizetype count = lines.size() > 2 ? lines.at(1).mid(2).toLongLong() : 0;
    for (qsizetype i = 1; i < count && i + 2 < lines.size(); ++i) {
        objects.push_back({i, lines.at(i + 2).left(10).toLongLong(), {}});
    }
    std::ranges::sort(objects, {}, &Object::offset);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const qsizetype begin = objects[i].offset;
        const qsizetype end = i + 1 < objects.size() ? objects[i + 1].offset : table;
        if (begin < 0 || end > table || begin >= end) {
            return {};
        }
        objects[i].bytes = pdf.mid(begin, end - begin);
    }
    return objects;
}

/// QPdfWriter tags only the descriptors of its subsets ("/FontName /QAAAAA+Tinos"); the fonts that lead to them must
/// bear the same name (ISO 32000-1 §9.6.4, §9.8.1).
void nameSubsets(Objects& objects) {
    QHash<QByteArray, QByteArray> names; // by reference, "15 0 R"
    const auto reference = [](const Object& object) { return QByteArray::number(object.number) + " 0 R"; };
    for (const Object& object : objects) {
        const QByteArray name = valueOf(object.bytes, "/FontName ");
        if (!name.isEmpty()) {
            names.insert(reference(object), name);
        }
    }
    // First the fonts over the descriptors, then those over the fonts.
    for (const char* key : {"/FontDescriptor ", "/DescendantFonts ["}) {
        for (Object& object : objects) {
            QByteArray leadsTo = valueOf(object.bytes, key);
            leadsTo.truncate(leadsTo.indexOf('R') + 1);
            if (const QByteArray name = names.value(leadsTo); !name.isEmpty()) {
                setValue(object.bytes, "/BaseFont ", '\n', "/BaseFont " + name + '\n');
                names.insert(reference(object), name);
            }
        }
    }
}

void setOwnValues(Objects& objects, const PdfTouches& touches) {
    const QByteArray created =
        touches.created.isValid()
            ? "/CreationDate (D:" + touches.created.toString(u"yyyyMMdd").toLatin1() + "000000+07'00')"
            : QByteArray();
    const QByteArray box = "/MediaBox [0 0 " + QByteArray::number(touches.page.width(), 'f', 3) + ' ' +
                           QByteArray::number(touches.page.height(), 'f', 3) + ']';
    for (Object& object : objects) {
        setValue(object.bytes, "/CreationDate", ')', created);
        if (!touches.page.isEmpty()) {
            setValue(object.bytes, "/MediaBox", ']', box);
        }
    }
}

/// Adds what a PDF/A-2b has in its catalog; false where there is no catalog of the known shape.
bool archive(Objects& objects, const PdfTouches& touches) {
    const auto catalog = std::ranges::find_if(objects, [](const Object& object) {
        return object.bytes.contains("/Type /Catalog\n") && !object.bytes.contains("/Metadata");
    });
    if (catalog == objects.end()) {
        return false;
    }
    const qsizetype metadata = qsizetype(objects.size()) + 1;
    const qsizetype profile = metadata + 1;
    // "/Lang" lets a reading machine choose its voice; the rest is ISO 19005-2 §6.2.3 and §6.6.2.
    setValue(catalog->bytes, "/Type /Catalog", '\n',
             "/Type /Catalog\n/Lang (vi-VN)\n/Metadata " + QByteArray::number(metadata) +
                 " 0 R\n/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier "
                 "(sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) /DestOutputProfile " +
                 QByteArray::number(profile) + " 0 R >>]\n");
    const QByteArray xmp = xmpMetadata({.title = touches.archived.value_or(QString()),
                                        .creator = creatorName.toString(),
                                        .producer = QStringLiteral("Qt ") + QString::fromLatin1(qVersion()),
                                        .created = touches.created});
    objects.push_back({metadata, 0, stream(metadata, "/Type /Metadata /Subtype /XML", xmp)});
    objects.push_back({profile, 0,
                       stream(profile, "/N 3 /Alternate /DeviceRGB /Filter /FlateDecode",
                              qCompress(docsig::pdf::srgbProfile(), 9).mid(4))});
    return true;
}

/// The table and the trailer behind the objects, which know their new offsets.
QByteArray ending(Objects& objects, QByteArray trailer, const QByteArray& body, bool withIdentifier) {
    std::ranges::sort(objects, {}, &Object::number);
    const QByteArray count = QByteArray::number(qsizetype(objects.size()) + 1);
    QByteArray out = "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const Object& object : objects) {
        out += QByteArray::number(object.offset).rightJustified(10, '0') + " 00000 n \n";
    }
    QByteArray keys = "/Size " + count + '\n';
    if (withIdentifier && !trailer.contains("/ID")) {
        // Of the contents alone: the same document has the same identifier (§14.4).
        const QByteArray id = '<' + QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex() + '>';
        keys += "/ID [" + id + id + "]\n";
    }
    setValue(trailer, "/Size ", '\n', keys);
    return out + trailer + "startxref\n" + QByteArray::number(body.size()) + "\n%%EOF\n";
}

} // namespace

QByteArray touchUp(const QByteArray& pdf, const PdfTouches& touches) {
    const qsizetype table = pdf.lastIndexOf("\nxref\n") + 1;
    const qsizetype trailer = pdf.indexOf("trailer", table);
    const qsizetype start = pdf.indexOf("startxref", trailer);
    if (table <= 0 || trailer < 0 || start < 0) {
        return {};
    }
    Objects objects = readObjects(pdf, table);
    if (objects.empty()) {
        return {};
    }
    QByteArray out = pdf.left(objects.front().offset);
    nameSubsets(objects);
    setOwnValues(objects, touches);
    if (touches.archived.has_value() && !archive(objects, touches)) {
        return {};
    }
    out.reserve(pdf.size() + 4096);
    for (Object& object : objects) {
        object.offset = out.size();
        out += object.bytes;
    }
    return out + ending(objects, pdf.mid(trailer, start - trailer), out, touches.archived.has_value());
}

} // namespace app::page
