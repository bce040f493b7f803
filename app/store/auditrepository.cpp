// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditrepository.h"

#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

AuditHead headOf(Rows rows) {
    return rows.next() ? AuditHead{.number = rows.number(0), .hash = rows.word(1)} : AuditHead();
}

} // namespace

AuditRepository::AuditRepository(Database& database)
    : m_database(database) {}

Result<AuditLine> AuditRepository::append(const AuditLine& line) {
    return m_database.write([&](Transaction& transaction) -> Result<AuditLine> {
        const AuditHead last =
            headOf(transaction.query(u"SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1"_s));
        AuditLine made = line;
        made.number = last.number + 1;
        made.previous = last.hash;
        made.hash = auditHash(made);
        transaction.change(u"INSERT INTO audit (number, at, by, deed, document_id, detail, previous, hash)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {made.number, isoTime(made.at), made.by, made.deed, made.document, made.detail,
                            QString::fromLatin1(made.previous), QString::fromLatin1(made.hash)});
        return made;
    });
}

Result<AuditHead> AuditRepository::head() const {
    return m_database.read([](Transaction& transaction) -> Result<AuditHead> {
        return headOf(transaction.query(u"SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1"_s));
    });
}

Result<AuditHead> AuditRepository::headBefore(const QDateTime& moment) const {
    return m_database.read([&](Transaction& transaction) -> Result<AuditHead> {
        return headOf(transaction.query(u"SELECT number, hash FROM audit WHERE at < ? ORDER BY number DESC LIMIT 1"_s,
                                        {isoTime(moment)}));
    });
}

Result<QList<AuditLine>> AuditRepository::lines(qint64 from, int most, const QString& document) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<AuditLine>> {
        QList<AuditLine> lines;
        Rows rows = transaction.query(u"SELECT number, at, by, deed, document_id, detail, previous, hash FROM audit"
                                      " WHERE number >= ? AND (? = '' OR document_id = ?) ORDER BY number LIMIT ?"_s,
                                      {from, document, document, most});
        while (rows.next()) {
            lines.append({.number = rows.number(0),
                          .at = parseIsoTime(rows.text(1)),
                          .by = rows.text(2),
                          .deed = rows.text(3),
                          .document = rows.text(4),
                          .detail = rows.text(5),
                          .previous = rows.word(6),
                          .hash = rows.word(7)});
        }
        return lines;
    });
}

} // namespace app
