// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/twinrows.h"

#include "app/domain/folding.h"
#include "app/domain/reference.h"
#include "app/store/packedcolumn.h"
#include "app/store/transaction.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString twinStates =
    u" AND state NOT IN ('refused', 'withdrawn', 'replaced', 'problem', 'voided') ORDER BY time, id"_s;

DocumentLink twinIn(const Rows& rows) {
    return {.kind = DocumentLink::Kind::SameAs,
            .document = DocumentId::parse(rows.text(0)),
            .number = rows.text(1),
            .subject = rows.text(2)};
}

QList<DocumentLink> byCode(Transaction& transaction, const TwinSought& sought) {
    const QString key = matchKey(sought.issuer.id, sought.number, sought.notation, sought.date);
    const QString year = key.isEmpty() ? QString() : key.left(key.lastIndexOf(u'|') + 5);
    QList<DocumentLink> twins;
    // By the two indexes, and not through all that ever came from that office (the plus keeps its index out of it).
    Rows rows =
        transaction.query(u"SELECT id, number_display, subject FROM document WHERE id IN ("
                          "SELECT id FROM document WHERE packet_document_id = ? AND packet_document_id <> ''"
                          " UNION SELECT id FROM document WHERE match_key >= ? AND match_key < ? AND match_key <> '')"
                          " AND +incoming = 1 AND +issuer_id = ? AND id <> ?"_s +
                              twinStates,
                          {sought.packetDocumentId, year, year.isEmpty() ? QString() : QString(year + u'~'),
                           sought.issuer.id.text(), sought.self});
    while (rows.next()) {
        twins.append(twinIn(rows));
    }
    return twins;
}

/// How the number may be written: with the zero in front that Nghị định 30 wants below ten, and without.
std::pair<QString, QString> numberForms(const TwinSought& sought) {
    QString plain = sought.number.trimmed();
    while (plain.size() > 1 && plain.startsWith(u'0')) {
        plain.remove(0, 1);
    }
    const QString padded = plain.size() == 1 ? u'0' + plain : plain;
    return {plain + u'/' + sought.notation, padded + u'/' + sought.notation};
}

QList<DocumentLink> byName(Transaction& transaction, const TwinSought& sought) {
    QList<DocumentLink> twins;
    const QString name = folded(sought.issuer.name);
    if (name.isEmpty() || sought.number.isEmpty() || sought.notation.isEmpty()) {
        return twins;
    }
    const auto [plain, padded] = numberForms(sought);
    Rows rows = transaction.query(
        u"SELECT id, number_display, subject, counterpart, detail FROM document"
        " WHERE number_display IN (?, ?) AND incoming = 1 AND id <> ? AND (? = '' OR issuer_id = '')"_s +
            twinStates,
        {plain, padded, sought.self, sought.issuer.id.text()});
    while (rows.next()) {
        if (folded(rows.text(3)) != name) {
            continue;
        }
        const QJsonObject detail = readKeptJson(transaction, rows.value(4), u"document "_s + rows.text(0));
        if (detail["date"_L1].toString().left(4) == sought.date.toString(Qt::ISODate).left(4)) {
            twins.append(twinIn(rows));
        }
    }
    return twins;
}

} // namespace

TwinSought twinSought(const DocumentDetail& detail) {
    return {.self = detail.summary.id.text(),
            .issuer = {.id = detail.issuer.id, .name = detail.summary.counterpart},
            .packetDocumentId = detail.packetDocumentId,
            .number = detail.numberText,
            .notation = detail.notation,
            .date = detail.date};
}

QList<DocumentLink> twinRows(Transaction& transaction, const TwinSought& sought) {
    QList<DocumentLink> twins = sought.issuer.id.isEmpty() ? QList<DocumentLink>() : byCode(transaction, sought);
    return twins + byName(transaction, sought);
}

} // namespace app
