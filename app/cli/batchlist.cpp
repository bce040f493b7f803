// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batchlist.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr qint64 largestList = 16 << 20;

std::unexpected<Error> placeUnreadable(const QString& text) {
    return fail("batch-place-unreadable", text);
}

Result<BatchPlace> readPosition(const QString& text) {
    const QStringList parts = text.split(u',');
    QList<double> numbers;
    for (const QString& part : parts) {
        bool good = false;
        numbers.append(part.trimmed().toDouble(&good));
        if (!good) {
            return placeUnreadable(text);
        }
    }
    if (numbers.size() != 5 || numbers[0] < 1 || numbers[0] > 1e6 || numbers[3] <= 0 || numbers[4] <= 0) {
        return placeUnreadable(text);
    }
    return PagePosition{static_cast<int>(numbers[0]) - 1, {numbers[1], numbers[2], numbers[3], numbers[4]}};
}

/// The place that holds for every document without one of its own.
Result<std::optional<BatchPlace>> commonPlace(const Arguments& arguments) {
    for (const QString& name : {u"field"_s, u"anchor"_s, u"at"_s}) {
        if (arguments.has(name)) {
            const auto place = readPlace(name + u'=' + arguments.value(name));
            return place ? Result<std::optional<BatchPlace>>(*place) : std::unexpected(place.error());
        }
    }
    return std::nullopt;
}

Result<QStringList> linesOf(const Arguments& arguments) {
    QStringList lines = arguments.positional;
    if (arguments.has(u"list"_s)) {
        QFile file(arguments.value(u"list"_s));
        if (!file.open(QIODevice::ReadOnly) || file.size() > largestList) {
            return fail("batch-list-unreadable", file.fileName());
        }
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (!line.trimmed().isEmpty() && !line.startsWith(u'#')) {
                lines.append(line.endsWith(u'\r') ? line.chopped(1) : line);
            }
        }
    }
    return lines;
}

} // namespace

Result<BatchPlace> readPlace(const QString& text) {
    const QString kind = text.section(u'=', 0, 0).trimmed();
    const QString value = text.section(u'=', 1).trimmed();
    if (kind == "field"_L1 && !value.isEmpty()) {
        return ReservedField{value};
    }
    if (kind == "anchor"_L1 && !value.isEmpty()) {
        return AnchorText{.text = value};
    }
    return kind == "at"_L1 ? readPosition(value) : placeUnreadable(text);
}

Result<QList<BatchItem>> batchItems(const Arguments& arguments) {
    const auto lines = linesOf(arguments);
    const auto common = commonPlace(arguments);
    if (!lines || !common) {
        return std::unexpected(lines ? common.error() : lines.error());
    }
    const QDir folder(arguments.value(u"output-dir"_s));
    QList<BatchItem> items;
    for (const QString& line : *lines) {
        const QString own = line.section(u'\t', 1);
        const QString path = line.section(u'\t', 0, 0);
        std::optional<BatchPlace> place = *common;
        if (!own.isEmpty()) {
            const auto read = readPlace(own);
            if (!read) {
                return std::unexpected(read.error());
            }
            place = *read;
        }
        if (!place) {
            return placeUnreadable(path);
        }
        items.append({path, folder.absoluteFilePath(QFileInfo(path).fileName()), *place});
    }
    return items;
}

} // namespace app::cli
