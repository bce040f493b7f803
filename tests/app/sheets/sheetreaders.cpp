// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sheets/sheetreaders.h"

#include <QXmlStreamReader>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace sheetreaders {

std::optional<QList<QStringList>> parseCsv(const QByteArray& bytes) {
    const QString text = QString::fromUtf8(bytes); // without the mark at its beginning
    if (!bytes.startsWith("\xEF\xBB\xBF") || !text.endsWith(u"\r\n"_s)) {
        return std::nullopt;
    }
    QList<QStringList> rows;
    QStringList row;
    qsizetype at = 0;
    while (at < text.size()) {
        QString field;
        if (text[at] == u'"') {
            for (++at;; ++at) {
                if (at >= text.size()) {
                    return std::nullopt;
                }
                if (text[at] == u'"') {
                    if (at + 1 < text.size() && text[at + 1] == u'"') {
                        ++at;
                    } else {
                        ++at;
                        break;
                    }
                }
                field += text[at];
            }
        } else {
            while (at < text.size() && text[at] != u',' && text[at] != u'\r') {
                if (text[at] == u'"' || text[at] == u'\n') {
                    return std::nullopt;
                }
                field += text[at++];
            }
        }
        row << field;
        if (text.mid(at, 2) == u"\r\n"_s) {
            rows << row;
            row.clear();
            at += 2;
        } else if (at < text.size() && text[at] == u',') {
            ++at;
        } else {
            return std::nullopt;
        }
    }
    return rows;
}

Files unzipped(const QByteArray& bytes) {
    struct Free {
        void operator()(archive* zip) const { archive_read_free(zip); }
    };
    const std::unique_ptr<archive, Free> zip(archive_read_new());
    archive_read_support_format_zip(zip.get());
    if (archive_read_open_memory(zip.get(), bytes.constData(), size_t(bytes.size())) != ARCHIVE_OK) {
        return {};
    }
    Files files;
    archive_entry* entry = nullptr;
    int outcome = ARCHIVE_OK;
    while ((outcome = archive_read_next_header(zip.get(), &entry)) == ARCHIVE_OK) {
        QByteArray content;
        QByteArray chunk(4096, Qt::Uninitialized);
        for (la_ssize_t got = 1; got > 0;) {
            got = archive_read_data(zip.get(), chunk.data(), size_t(chunk.size()));
            if (got < 0) {
                return {};
            }
            content += chunk.first(got);
        }
        files << std::pair(QString::fromUtf8(archive_entry_pathname(entry)), content);
    }
    return outcome == ARCHIVE_EOF ? files : Files();
}

QList<QList<OdsCell>> odsRows(const QByteArray& ods) {
    const Files files = unzipped(ods);
    const auto content = std::ranges::find(files, u"content.xml"_s, &std::pair<QString, QByteArray>::first);
    if (content == files.end()) {
        return {};
    }
    QXmlStreamReader xml(content->second);
    QList<QList<OdsCell>> rows;
    bool isFirst = true;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == "table"_L1) {
            isFirst = false;
        }
        if (!xml.isStartElement() || !isFirst) {
            continue;
        }
        if (xml.name() == "table-row"_L1) {
            rows << QList<OdsCell>();
        } else if (xml.name() == "table-cell"_L1 && !rows.isEmpty()) {
            OdsCell cell;
            for (const QXmlStreamAttribute& attribute : xml.attributes()) {
                if (attribute.name() == "value-type"_L1) {
                    cell.type = attribute.value().toString();
                } else if (attribute.name() == "value"_L1 || attribute.name() == "date-value"_L1) {
                    cell.value = attribute.value().toString();
                }
                cell.hasFormula = cell.hasFormula || attribute.name() == "formula"_L1;
            }
            rows.last() << cell;
        } else if (xml.name() == "p"_L1 && !rows.isEmpty() && !rows.last().isEmpty()) {
            QString& words = rows.last().last().words;
            words += (words.isEmpty() ? QString() : u"\n"_s) + xml.readElementText();
        }
    }
    return xml.hasError() ? QList<QList<OdsCell>>() : rows;
}

} // namespace sheetreaders
