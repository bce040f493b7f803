// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/backup/manifest.h"

#include "exchange/protocol/message.h"

#include <QFile>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestManifest = 1024LL * 1024 * 1024;
constexpr qsizetype hashDigits = 64;

/// A relative name of plain parts: nothing that leads out of the folder.
bool isPlainName(const QString& name) {
    const QStringList parts = name.split(u'/');
    return std::ranges::none_of(parts, [](const QString& part) {
        return part.isEmpty() || part == "."_L1 || part == ".."_L1 || part.contains(u'\0');
    });
}

} // namespace

exchange::Result<Manifest> Manifest::read(const QString& folder) {
    QFile file(folder + u'/' + fileName);
    Manifest manifest;
    QString fault;
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestManifest) {
        fault = file.errorString();
    }
    while (fault.isEmpty() && !file.atEnd()) {
        const QByteArray line = file.readLine();
        const QByteArray sha256 = line.left(hashDigits);
        const QString name = QString::fromUtf8(line.mid(hashDigits + 2).trimmed());
        if (!line.endsWith('\n') || line.mid(hashDigits, 2) != "  " || !exchange::isSha256Hex(sha256) ||
            !isPlainName(name) || manifest.m_files.contains(name)) {
            fault = QString::fromUtf8(line.left(200));
        }
        manifest.add(name, sha256);
    }
    if (!fault.isEmpty() || manifest.m_files.isEmpty()) {
        return fail("backup-manifest-unreadable", file.fileName() + u": "_s + fault);
    }
    return manifest;
}

QByteArray Manifest::text() const {
    QByteArray text;
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it) {
        text += it.value() + "  " + it.key().toUtf8() + '\n';
    }
    return text;
}

} // namespace hub
