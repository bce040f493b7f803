// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/textjobs.h"

#include "app/store/database.h"
#include "app/store/documentrecord.h"
#include "app/store/documenttext.h"
#include "app/store/packedcolumn.h"
#include "app/store/transaction.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Of the document as it stands; empty where it is not there any more.
QString sourceNow(Transaction& transaction, const DocumentId& id) {
    const QVariant detail = transaction.value(u"SELECT detail FROM document WHERE id = ?"_s, {id.text()});
    DocumentDetail document{.summary = {.id = id}};
    readDetailJson(readKeptJson(transaction, detail, documentRowName(id)), document);
    return textSource(document.contents);
}

} // namespace

TextJobs::TextJobs(Database& database)
    : m_database(database) {}

Result<QList<DocumentId>> TextJobs::pending(int limit) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<DocumentId>> {
        QList<DocumentId> owed;
        Rows rows = transaction.query(u"SELECT document_id FROM text_job WHERE attempts < ?"
                                      " ORDER BY attempts, planned_at, document_id LIMIT ?"_s,
                                      {mostAttempts, limit});
        while (rows.next()) {
            if (const std::optional<DocumentId> id = DocumentId::parse(rows.text(0))) {
                owed.append(*id);
            }
        }
        return owed;
    });
}

Result<int> TextJobs::count() const {
    return m_database.read([](Transaction& transaction) -> Result<int> {
        return transaction.value(u"SELECT COUNT(*) FROM text_job WHERE attempts < ?"_s, {mostAttempts}).toInt();
    });
}

Result<void> TextJobs::keep(const DocumentId& id, const QString& source, const QString& text) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        std::optional<TextPlace> place;
        Rows rows = transaction.query(
            u"SELECT text_key, number_display, subject, counterpart FROM document WHERE id = ?"_s, {id.text()});
        if (rows.next()) {
            place = TextPlace{.key = rows.number(0), .words = columnWords(rows.text(1), rows.text(2), rows.text(3))};
        }
        moveText(transaction, id, place, {});
        transaction.change(u"INSERT OR REPLACE INTO document_body (document_id, source, text) VALUES (?, ?, ?)"_s,
                           {id.text(), source, packedBody(text)});
        moveText(transaction, id, {}, place);
        // Where other files came while these were read, the document stays owed.
        if (source == sourceNow(transaction, id)) {
            transaction.change(u"DELETE FROM text_job WHERE document_id = ?"_s, {id.text()});
        }
        return {};
    });
}

Result<void> TextJobs::noteFailure(const DocumentId& id, const Error& error) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        transaction.change(u"UPDATE text_job SET attempts = attempts + 1, error_code = ? WHERE document_id = ?"_s,
                           {error.code, id.text()});
        return {};
    });
}

} // namespace app
