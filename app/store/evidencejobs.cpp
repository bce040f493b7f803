// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/evidencejobs.h"

#include "app/domain/signaturelevel.h"
#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/transaction.h"
#include "docsig/report/reportjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString columns = u"document_id, level, planned_at, attempts, next_attempt, reached, missing, error_code,"
                        " error_detail"_s;

QString missingText(const QList<docsig::Finding>& missing) {
    QJsonArray lines;
    for (const docsig::Finding& finding : missing) {
        lines.append(
            QJsonObject{{u"code"_s, finding.code}, {u"place"_s, finding.place}, {u"detail"_s, finding.detail}});
    }
    return QString::fromUtf8(QJsonDocument(lines).toJson(QJsonDocument::Compact));
}

QList<docsig::Finding> missingFrom(const QString& text) {
    QList<docsig::Finding> missing;
    for (const QJsonValue& line : QJsonDocument::fromJson(text.toUtf8()).array()) {
        missing.append({.code = line[u"code"_s].toString(),
                        .part = docsig::Part::Trust,
                        .weight = docsig::Weight::Doubt,
                        .page = -1,
                        .place = line[u"place"_s].toString(),
                        .detail = line[u"detail"_s].toString()});
    }
    return missing;
}

std::optional<EvidenceJob> jobFrom(const Rows& rows) {
    const auto document = DocumentId::parse(rows.text(0));
    if (!document) {
        return std::nullopt;
    }
    EvidenceJob job{.document = *document,
                    .wanted = levelFromWord(rows.text(1)),
                    .reached = levelFromWord(rows.text(5)),
                    .plannedAt = parseIsoTime(rows.text(2)),
                    .attempts = int(rows.number(3)),
                    .nextAttempt = parseIsoTime(rows.text(4)),
                    .missing = missingFrom(rows.text(6)),
                    .error = Error(rows.text(7), rows.text(8))};
    job.rests = job.attempts >= EvidenceJobs::mostAttempts;
    return job;
}

} // namespace

EvidenceJobs::EvidenceJobs(Database& database)
    : m_database(database) {}

Result<void> EvidenceJobs::plan(const DocumentId& document, docsig::Level wanted, const QDateTime& now) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        const QString known =
            transaction.value(u"SELECT level FROM evidence_job WHERE document_id = ?"_s, {document.text()}).toString();
        const docsig::Level level = qMax(wanted, levelFromWord(known));
        transaction.change(u"INSERT INTO evidence_job (document_id, level, planned_at) VALUES (?, ?, ?)"
                           " ON CONFLICT (document_id) DO UPDATE SET level = excluded.level, attempts = 0,"
                           " next_attempt = ''"_s,
                           {document.text(), docsig::word(level), isoTime(now)});
        return {};
    });
}

Result<std::optional<EvidenceJob>> EvidenceJobs::find(const DocumentId& document) const {
    return m_database.read([&](Transaction& transaction) -> Result<std::optional<EvidenceJob>> {
        Rows rows = transaction.query(u"SELECT "_s + columns + u" FROM evidence_job WHERE document_id = ?"_s,
                                      {document.text()});
        return rows.next() ? jobFrom(rows) : std::nullopt;
    });
}

Result<QList<EvidenceJob>> EvidenceJobs::all() const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<EvidenceJob>> {
        QList<EvidenceJob> jobs;
        Rows rows =
            transaction.query(u"SELECT "_s + columns + u" FROM evidence_job ORDER BY planned_at, document_id"_s);
        while (rows.next()) {
            if (const auto job = jobFrom(rows)) {
                jobs.append(*job);
            }
        }
        return jobs;
    });
}

Result<void> EvidenceJobs::note(const EvidenceJob& job) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"UPDATE evidence_job SET attempts = ?, next_attempt = ?, reached = ?, missing = ?,"
                           " error_code = ?, error_detail = ? WHERE document_id = ?"_s,
                           {job.attempts, isoTime(job.nextAttempt), docsig::word(job.reached), missingText(job.missing),
                            job.error.code, job.error.detail, job.document.text()});
        return {};
    });
}

Result<void> EvidenceJobs::settle(const DocumentId& document) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"DELETE FROM evidence_job WHERE document_id = ?"_s, {document.text()});
        return {};
    });
}

} // namespace app
