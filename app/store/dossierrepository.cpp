// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/dossierrepository.h"

#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/summaryrows.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::unexpected<Error> noDossier(const QString& text) {
    return fail("dossier-not-found", text);
}

QList<DossierSummary> summaries(Transaction& transaction, const QString& condition, const QVariantList& values) {
    QList<DossierSummary> list;
    Rows rows = transaction.query(u"SELECT id, code, title, retention, opened, closed,"
                                  " (SELECT COUNT(*) FROM dossier_item i WHERE i.dossier_id = dossier.id)"
                                  " FROM dossier WHERE "_s +
                                      condition + u" ORDER BY closed <> '', opened DESC, id"_s,
                                  values);
    while (rows.next()) {
        if (const std::optional<DossierId> id = DossierId::parse(rows.text(0))) {
            list.append({.id = *id,
                         .code = rows.text(1),
                         .title = rows.text(2),
                         .retention = rows.text(3),
                         .opened = parseIsoTime(rows.text(4)),
                         .closed = parseIsoTime(rows.text(5)),
                         .documents = static_cast<int>(rows.number(6))});
        }
    }
    return list;
}

} // namespace

DossierRepository::DossierRepository(Database& database, Person owner)
    : m_database(database)
    , m_owner(std::move(owner)) {}

Result<QList<DossierSummary>> DossierRepository::list() const {
    return m_database.read(
        [](Transaction& transaction) -> Result<QList<DossierSummary>> { return summaries(transaction, u"1"_s, {}); });
}

Result<DossierDetail> DossierRepository::detail(const DossierId& id) const {
    return m_database.read([&](Transaction& transaction) -> Result<DossierDetail> {
        const QList<DossierSummary> found = summaries(transaction, u"id = ?"_s, {id.text()});
        if (found.isEmpty()) {
            return noDossier(id.text());
        }
        DossierDetail detail{.summary = found.first()};
        Rows people = transaction.query(u"SELECT opened_by, closed_by FROM dossier WHERE id = ?"_s, {id.text()});
        if (people.next()) {
            detail.openedBy = people.text(0);
            detail.closedBy = people.text(1);
        }
        Rows rows =
            transaction.query(summarySelect() + u"JOIN dossier_item i ON i.document_id = d.id WHERE i.dossier_id = ?"
                                                " ORDER BY d.time, d.id"_s,
                              {id.text()});
        while (rows.next()) {
            detail.documents.append(readSummary(rows));
        }
        return detail;
    });
}

Result<DossierId> DossierRepository::find(const QString& text) const {
    return m_database.read([&](Transaction& transaction) -> Result<DossierId> {
        const QString wanted = text.trimmed();
        QList<DossierSummary> found = summaries(transaction, u"code = ?"_s, {wanted});
        if (found.isEmpty() && wanted.size() >= 4) {
            found =
                summaries(transaction, u"id >= ? AND id < ?"_s, {wanted.toLower(), QString(wanted.toLower() + u'~')});
        }
        if (found.size() > 1) {
            return fail("dossier-ambiguous", wanted);
        }
        return found.isEmpty() ? noDossier(wanted) : Result<DossierId>(found.first().id);
    });
}

} // namespace app
