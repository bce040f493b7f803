// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/numberdocument.h"

#include "app/domain/streams.h"
#include "app/layout/appearances.h"
#include "app/layout/officialpage.h"
#include "app/services/bookdrawing.h"
#include "app/services/flowfieldnames.h"
#include "app/services/freshpdf.h"
#include "app/services/officedesk.h"
#include "docsig/pades/flowfields.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

QString bookFor(const OfficeDesk& desk, const DocumentDetail& document, const QDate& date) {
    return outgoingBookStream(desk.organ(), date.year(), seriesKey(document.kind));
}

DocumentNumber numberOf(const BookEntry& entry) {
    return {.number = entry.number,
            .notation = entry.notation,
            .date = entry.date,
            .display = numberDisplay(entry.number, entry.notation)};
}

/// Not in the future, and not before the line that came before (Nghị định 30 art. 15: in order of issue).
Result<void> checkDate(const QDate& date, const QDate& today, const QDate& latest) {
    if (!date.isValid() || date > today || (latest.isValid() && date < latest)) {
        return fail("number-date-not-allowed", date.toString(Qt::ISODate));
    }
    return {};
}

/// The PDF with number and date in their two fields.
Result<QByteArray> fillIn(const OfficeDesk& desk, const DocumentDetail& document, const DocumentNumber& number) {
    const auto pdf = desk.store().blobs().bytes(document.pdfSha256);
    if (!pdf) {
        return pdf;
    }
    const QString numberText = printedNumber(number.number);
    const QString dateText = printedDate(number.date);
    const auto numberPicture = numberAppearance(numberText, document.places.number.rect.size());
    if (!numberPicture) {
        return numberPicture;
    }
    const auto datePicture = dateAppearance(dateText, document.places.date.rect.size());
    if (!datePicture) {
        return datePicture;
    }
    auto filled =
        docsig::fillFields(*pdf, {{.name = flow::numberField, .value = numberText, .appearancePdf = *numberPicture},
                                  {.name = flow::dateField, .value = dateText, .appearancePdf = *datePicture}});
    if (!filled) {
        return passOn(filled.error());
    }
    if (auto proven = verifyFresh(desk, *filled); !proven) {
        return std::unexpected(proven.error());
    }
    return std::move(*filled);
}

} // namespace

NumberDocument::NumberDocument(OfficeDesk& desk)
    : m_desk(desk) {}

Result<DocumentNumber> NumberDocument::expected(const DocumentId& id) const {
    const auto document = m_desk.store().documents().detail(id);
    if (!document) {
        return std::unexpected(document.error());
    }
    const QDate today = m_desk.today();
    const auto end = m_desk.store().books().end(bookFor(m_desk, *document, today));
    if (!end) {
        return std::unexpected(end.error());
    }
    return DocumentNumber{.number = end->next,
                          .notation = document->notation,
                          .date = today,
                          .display = numberDisplay(end->next, document->notation)};
}

Result<DocumentNumber> NumberDocument::number(const DocumentId& id, const QDate& date, std::stop_token stop) {
    const auto document = m_desk.forAction(id, &Actions::canNumber);
    if (!document) {
        return std::unexpected(document.error());
    }
    const auto line = [&](int number, const QDate& latest) -> Result<ActBody> {
        if (auto allowed = checkDate(date, m_desk.today(), latest); !allowed) {
            return std::unexpected(allowed.error());
        }
        return acts::NumberDrawn{.document = id,
                                 .number = number,
                                 .notation = document->notation,
                                 .date = date,
                                 .subject = document->summary.subject};
    };
    const auto entry = BookDrawing(m_desk).draw(
        {.stream = bookFor(m_desk, *document, date), .document = id, .line = line, .alongside = {}}, std::move(stop));
    if (!entry) {
        return std::unexpected(entry.error());
    }
    const DocumentNumber drawn = numberOf(*entry);
    const auto filled = fillIn(m_desk, *document, drawn);
    if (!filled) {
        return std::unexpected(filled.error());
    }
    return m_desk.store().together([&]() -> Result<DocumentNumber> {
        const auto stored = m_desk.store().putContent(*filled);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        const auto act = m_desk.store().record({.stream = m_desk.caseOf(id),
                                                .body = acts::NumberAssigned{.document = id,
                                                                             .number = drawn.number,
                                                                             .notation = drawn.notation,
                                                                             .date = drawn.date,
                                                                             .pdfSha256 = *stored},
                                                .participants = {},
                                                .cites = {*stored}});
        return act ? Result<DocumentNumber>(drawn) : std::unexpected(act.error());
    });
}

} // namespace app
