// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/excerpt.h"

#include "app/domain/folding.h"
#include "app/domain/plaintext.h"
#include "app/store/documenttext.h"

namespace app {

void addExcerpts(Transaction& transaction, const QString& words, QList<DocumentSummary>& rows) {
    const QStringList wanted = searchWords(words);
    constexpr qsizetype mostRows = 100; // what is scrolled to later is found without one
    for (qsizetype index = 0; index < qMin(rows.size(), mostRows); ++index) {
        DocumentSummary& row = rows[index];
        const QString columns = columnWords(row.number, row.subject, row.counterpart);
        QStringList elsewhere;
        for (const QString& word : wanted) {
            if (!holdsWords(columns, {word})) {
                elsewhere.append(word);
            }
        }
        if (!elsewhere.isEmpty()) {
            row.excerpt = excerptAround(bodyText(transaction, row.id), elsewhere);
        }
    }
}

} // namespace app
