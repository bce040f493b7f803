// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/evidencerenewals.h"

#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

Result<QList<EvidenceRenewal>> renewalsOf(Rows rows) {
    QList<EvidenceRenewal> found;
    while (rows.next()) {
        if (const auto document = DocumentId::parse(rows.text(0))) {
            found.append({*document, parseIsoTime(rows.text(1)), parseIsoTime(rows.text(2))});
        }
    }
    return found;
}

} // namespace

EvidenceRenewals::EvidenceRenewals(Database& database)
    : m_database(database) {}

Result<void> EvidenceRenewals::plan(const EvidenceRenewal& renewal) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"INSERT INTO evidence_renewal (document_id, ends, due) VALUES (?, ?, ?)"
                           " ON CONFLICT (document_id) DO UPDATE SET ends = excluded.ends, due = excluded.due"_s,
                           {renewal.document.text(), isoTime(renewal.ends), isoTime(renewal.due)});
        return {};
    });
}

Result<std::optional<EvidenceRenewal>> EvidenceRenewals::find(const DocumentId& document) const {
    return m_database.read([&](Transaction& transaction) -> Result<std::optional<EvidenceRenewal>> {
        const auto found = renewalsOf(transaction.query(
            u"SELECT document_id, ends, due FROM evidence_renewal WHERE document_id = ?"_s, {document.text()}));
        return found && !found->isEmpty() ? std::optional(found->first()) : std::nullopt;
    });
}

Result<QList<EvidenceRenewal>> EvidenceRenewals::next(int most) const {
    return m_database.read([&](Transaction& transaction) {
        return renewalsOf(transaction.query(
            u"SELECT document_id, ends, due FROM evidence_renewal ORDER BY due, document_id LIMIT ?"_s, {most}));
    });
}

Result<QList<EvidenceRenewal>> EvidenceRenewals::due(const QDateTime& now, int most) const {
    return m_database.read([&](Transaction& transaction) {
        return renewalsOf(transaction.query(u"SELECT document_id, ends, due FROM evidence_renewal WHERE due <= ?"
                                            " AND document_id NOT IN (SELECT document_id FROM evidence_job)"
                                            " ORDER BY due, document_id LIMIT ?"_s,
                                            {isoTime(now), most}));
    });
}

} // namespace app
