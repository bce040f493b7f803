// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fileio.h"

#include "app/domain/vietnamtime.h"

#include <QFile>
#include <QSaveFile>

namespace app::cli {

namespace {

constexpr qint64 largestInput = 256LL << 20;

} // namespace

Result<QByteArray> readInput(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestInput) {
        return fail("input-unreadable", path);
    }
    return file.readAll();
}

Result<void> writeOutput(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail("output-not-written", path);
    }
    return {};
}

Result<QDate> dateOption(const Arguments& arguments, const QString& name) {
    const QString text = arguments.value(name);
    const QDate date = text.isEmpty() ? vietnamToday() : QDate::fromString(text, Qt::ISODate);
    if (!date.isValid()) {
        return fail("date-unreadable", text);
    }
    return date;
}

} // namespace app::cli
