// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/manifest.h"

#include "exchange/protocol/message.h"

#include <QDir>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

bool staysInside(const QString& path) {
    return !path.isEmpty() && !QDir::isAbsolutePath(path) && QDir::cleanPath(path) == path &&
           !path.startsWith("../"_L1) && path != ".."_L1 && !path.contains(u'\\');
}

std::optional<NamedFile> readLine(const QByteArray& line) {
    constexpr qsizetype hashLength = 64;
    NamedFile file{.path = QString::fromUtf8(line.mid(hashLength + 2)), .sha256 = line.left(hashLength)};
    const bool separated = line.mid(hashLength, 2) == "  ";
    if (!separated || !exchange::isSha256Hex(file.sha256) || !staysInside(file.path)) {
        return std::nullopt;
    }
    return file;
}

} // namespace

QByteArray manifestText(const QList<NamedFile>& files) {
    QByteArray text;
    for (const NamedFile& file : files) {
        text += file.sha256 + "  " + file.path.toUtf8() + '\n';
    }
    return text;
}

Result<QList<NamedFile>> readManifest(const QByteArray& text) {
    QList<NamedFile> files;
    QSet<QString> seen;
    std::optional<QByteArray> wrong;
    for (const QByteArray& line : text.split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        const auto file = readLine(line);
        if (!file || seen.contains(file->path)) {
            wrong = line.left(200);
            break;
        }
        seen.insert(file->path);
        files.append(*file);
    }
    if (wrong || files.isEmpty()) {
        return fail("export-manifest-unreadable", QString::fromUtf8(wrong.value_or("no line")));
    }
    return files;
}

} // namespace app
