// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/auditline.h"

#include "app/domain/vietnamtime.h"
#include "exchange/protocol/sha256.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView auditDeeds[] = {"viewed"_L1, "exported"_L1};

} // namespace

QString auditDeedKey(AuditDeed deed) {
    return auditDeeds[static_cast<size_t>(deed)];
}

QByteArray auditHash(const AuditLine& line) {
    exchange::Sha256 hash;
    const QByteArray fields[] = {
        QByteArray::number(line.number), isoTime(line.at).toUtf8(), line.by.toUtf8(), line.deed.toUtf8(),
        line.document.toUtf8(),          line.detail.toUtf8(),      line.previous};
    for (const QByteArray& field : fields) {
        hash.addData(QByteArray::number(field.size()) + ':');
        hash.addData(field);
    }
    return hash.result().toHex();
}

} // namespace app
