// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/secretfile.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {
constexpr qint64 longestSecret = 4096;
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
} // namespace

Result<QByteArray> readSecret(const QString& path) {
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    const bool shared = (file.permissions() & others) != QFile::Permissions();
    const QByteArray secret = opened && !shared ? file.read(longestSecret).trimmed() : QByteArray();
    if (secret.isEmpty()) {
        return fail("secret-unreadable", shared ? path + u": readable by others"_s : path);
    }
    return secret;
}

Result<void> writeSecret(const QString& path, const QByteArray& secret) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) || file.write(secret) != secret.size() ||
        !file.commit()) {
        return fail("secret-not-written", file.errorString());
    }
    return {};
}

} // namespace app
