// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/verdictrepository.h"

#include "app/domain/senderjson.h"
#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/transaction.h"
#include "app/store/verdictwords.h"
#include "docsig/report/reportjson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QString jsonText(const QJsonObject& object) {
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject jsonFrom(const QString& text) {
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

VerdictRepository::VerdictRepository(Database& database)
    : m_database(database) {}

Result<QList<DocumentId>> VerdictRepository::pending() const {
    return m_database.read([](Transaction& transaction) -> Result<QList<DocumentId>> {
        QList<DocumentId> owed;
        Rows rows = transaction.query(
            u"SELECT document_id FROM verdict_job WHERE attempts < ? ORDER BY planned_at, document_id"_s,
            {mostAttempts});
        while (rows.next()) {
            if (const std::optional<DocumentId> id = DocumentId::parse(rows.text(0))) {
                owed.append(*id);
            }
        }
        return owed;
    });
}

Result<void> VerdictRepository::store(const StoredVerdict& verdict) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        const VerdictFacts& facts = verdict.facts;
        transaction.change(u"INSERT OR REPLACE INTO verdict (document_id, verdict, signatures, signer_name, seal_name,"
                           " worst_finding, judged_at, report, sender) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {verdict.document.text(), verdictWord(facts.verdict), facts.signatures, facts.signerName,
                            facts.sealName, facts.worstFinding, isoTime(facts.judgedAt),
                            jsonText(docsig::toJson(verdict.report)), jsonText(toJson(verdict.sender))});
        transaction.change(u"DELETE FROM verdict_job WHERE document_id = ?"_s, {verdict.document.text()});
        transaction.change(u"UPDATE document SET trouble = state IN ('problem', 'returned') OR ? WHERE id = ?"_s,
                           {facts.verdict == docsig::Verdict::Valid ? 0 : 1, verdict.document.text()});
        return {};
    });
}

Result<void> VerdictRepository::noteFailure(const DocumentId& document, const Error& error) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"UPDATE verdict_job SET attempts = attempts + 1, error_code = ?, error_detail = ?"
                           " WHERE document_id = ?"_s,
                           {error.code, error.detail, document.text()});
        return {};
    });
}

Result<void> VerdictRepository::planAgain(const DocumentId& document) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"INSERT INTO verdict_job (document_id, planned_at) VALUES (?, ?)"
                           " ON CONFLICT (document_id) DO UPDATE SET attempts = 0"_s,
                           {document.text(), isoTime(QDateTime::currentDateTimeUtc())});
        return {};
    });
}

Result<std::optional<StoredVerdict>> VerdictRepository::find(const DocumentId& document) const {
    return m_database.read([&](Transaction& transaction) -> Result<std::optional<StoredVerdict>> {
        Rows rows = transaction.query(u"SELECT verdict, signatures, signer_name, seal_name, worst_finding, judged_at,"
                                      " report, sender FROM verdict WHERE document_id = ?"_s,
                                      {document.text()});
        if (!rows.next()) {
            return std::nullopt;
        }
        StoredVerdict verdict{.document = document,
                              .facts = {.verdict = verdictFromWord(rows.text(0)),
                                        .signatures = static_cast<int>(rows.number(1)),
                                        .signerName = rows.text(2),
                                        .sealName = rows.text(3),
                                        .worstFinding = rows.text(4),
                                        .judgedAt = parseIsoTime(rows.text(5))},
                              .report = {},
                              .sender = senderJudgementFromJson(jsonFrom(rows.text(7)))};
        std::optional<docsig::SignatureReport> report = docsig::fromJson(jsonFrom(rows.text(6)));
        if (!report) {
            // A report of another version: as if it had not been judged, so that it is judged again.
            return std::nullopt;
        }
        verdict.report = std::move(*report);
        return verdict;
    });
}

Result<QList<PinnedSeal>> VerdictRepository::pinnedSeals(const OrganId& organ) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<PinnedSeal>> {
        QList<PinnedSeal> seals;
        Rows rows = transaction.query(u"SELECT organ_id, certificate_sha256, name, by FROM pinned_seal"
                                      " WHERE organ_id = ? ORDER BY certificate_sha256"_s,
                                      {organ.text()});
        while (rows.next()) {
            seals.append({.organ = rows.text(0),
                          .certificateSha256 = rows.word(1),
                          .certificateName = rows.text(2),
                          .by = rows.text(3)});
        }
        return seals;
    });
}

} // namespace app
