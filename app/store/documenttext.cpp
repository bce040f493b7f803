// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/documenttext.h"

#include "app/domain/folding.h"
#include "app/domain/vietnamtime.h"
#include "app/store/transaction.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qint64 placesOfASecond = 64;

QString indexedWords(Transaction& transaction, const DocumentId& id, const QString& columns) {
    const QString body = bodyText(transaction, id);
    return body.isEmpty() ? columns : columns + u' ' + folded(body);
}

} // namespace

QString columnWords(const QString& number, const QString& subject, const QString& counterpart) {
    return folded(number + u' ' + subject + u' ' + counterpart);
}

qint64 firstTextKey(const QDateTime& time) {
    static const qint64 begin = QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    constexpr qint64 aThousandYears = 1000LL * 366 * 86'400 * 1000; // a clock that says more is none
    const qint64 since = time.isValid() ? qBound(qint64(0), time.toMSecsSinceEpoch() - begin, aThousandYears) : 0;
    return since * placesOfASecond / 1000 + 1;
}

qint64 freeTextKey(Transaction& transaction, const DocumentId& id, const QDateTime& time) {
    const qint64 first = firstTextKey(time);
    const auto isTaken = [&](qint64 key) {
        return transaction.value(u"SELECT 1 FROM document WHERE text_key = ? AND id <> ?"_s, {QVariant(key), id.text()})
            .isValid();
    };
    if (!isTaken(first)) {
        return first;
    }
    // Many may come in one second: each further try looks in twice the room, at a place that only the id decides.
    for (qint64 room = placesOfASecond;; room *= 2) {
        const auto place = qint64(qHash(id.text(), size_t(room)) % size_t(room));
        if (transaction.hasFailed() || !isTaken(first + place)) {
            return first + place;
        }
    }
}

void moveText(Transaction& transaction, const DocumentId& id, const std::optional<TextPlace>& before,
              const std::optional<TextPlace>& now) {
    if (before == now) {
        return;
    }
    if (before) {
        transaction.change(u"INSERT INTO document_text (document_text, rowid, words) VALUES ('delete', ?, ?)"_s,
                           {before->key, indexedWords(transaction, id, before->words)});
    }
    if (now) {
        transaction.change(u"INSERT INTO document_text (rowid, words) VALUES (?, ?)"_s,
                           {now->key, indexedWords(transaction, id, now->words)});
    }
}

QByteArray packedBody(const QString& text) {
    return text.isEmpty() ? QByteArray("") : qCompress(text.toUtf8());
}

QString unpackedBody(const QByteArray& bytes) {
    return bytes.isEmpty() ? QString() : QString::fromUtf8(qUncompress(bytes));
}

QString bodyText(Transaction& transaction, const DocumentId& id) {
    return unpackedBody(
        transaction.value(u"SELECT text FROM document_body WHERE document_id = ?"_s, {id.text()}).toByteArray());
}

void planText(Transaction& transaction, const DocumentId& id, const QString& source) {
    transaction.change(u"INSERT INTO text_job (document_id, planned_at) SELECT ?, ? WHERE NOT EXISTS"
                       " (SELECT 1 FROM document_body WHERE document_id = ? AND source = ?)"
                       " ON CONFLICT (document_id) DO UPDATE SET attempts = 0"_s,
                       {id.text(), isoTime(QDateTime::currentDateTimeUtc()), id.text(), source});
}

} // namespace app
