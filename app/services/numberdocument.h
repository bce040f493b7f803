// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/documentid.h"
#include "app/domain/error.h"

#include <QDate>
#include <QString>

#include <stop_token>

namespace app {

class OfficeDesk;

/// A number in a book of outgoing documents.
struct DocumentNumber {
    int number = 0;   ///< from 1 in its series and year
    QString notation; ///< e.g. "QĐ-SNV"
    QDate date;       ///< of issue, at +07:00
    QString display;  ///< as printed: "07/QĐ-SNV"

    friend bool operator==(const DocumentNumber&, const DocumentNumber&) = default;
};

/// Use case of the clerk: draws the next number of the year's series and fills number and date into the signed PDF
/// (Nghị định 30 art. 15). Drawing appends to the book's stream at the hub with the expected sequence, so two clerks
/// never get the same number; it needs the server (`number-needs-server`). Blocking; any thread but the GUI's.
class NumberDocument {
public:
    explicit NumberDocument(OfficeDesk& desk);

    /// The number that number() would draw now, as far as this profile knows; nothing is drawn.
    [[nodiscard]] Result<DocumentNumber> expected(const DocumentId& id) const;

    /// Draws. Called again for a document that has its number already (after a crash between drawing and filling), it
    /// finishes with that number. The date may not lie in the future nor before the last entry of the series
    /// (`number-date-not-allowed`), and its year names the book.
    [[nodiscard]] Result<DocumentNumber> number(const DocumentId& id, const QDate& date, std::stop_token stop = {});

private:
    OfficeDesk& m_desk;
};

} // namespace app
