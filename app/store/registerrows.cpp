// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/registerrows.h"

#include "app/domain/bookentry.h"
#include "app/domain/streams.h"
#include "app/domain/vietnamtime.h"
#include "app/store/documentrecord.h"
#include "app/store/packedcolumn.h"
#include "app/store/transaction.h"

#include <QHash>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString linesOfBook = u" FROM book_entry b LEFT JOIN document d ON d.id = b.document_id"_s;
const QString linesOfYear = u" WHERE b.organ_id = ? AND b.year = ? AND b.incoming = ? AND b.date BETWEEN ? AND ?"
                            " AND b.stream NOT LIKE '%-incoming-_%'"_s; // official documents alone
/// What both kinds of lines begin with.
const QString linesBegin = u"SELECT b.number, b.date, b.voided, b.flagged, b.sequence = 0, b.void_reason,"
                           " COALESCE(d.kind_name, ''), COALESCE(NULLIF(b.subject, ''), d.subject, '')"_s;
constexpr int beginColumns = 8;

QVariantList lineBound(const OrganId& organ, int year, bool incoming, const Period& days) {
    return {organ.text(), year, incoming ? 1 : 0, days.from.toString(Qt::ISODate), days.to.toString(Qt::ISODate)};
}

QDate dayFrom(const QString& text) {
    return QDate::fromString(text, Qt::ISODate);
}

RegisterLine readBegin(const Rows& rows) {
    return {.number = static_cast<int>(rows.number(0)),
            .date = dayFrom(rows.text(1)),
            .kindName = rows.text(6),
            .subject = rows.text(7),
            .voided = rows.flag(2),
            .flagged = rows.flag(3),
            .queued = rows.flag(4),
            .voidReason = rows.text(5)};
}

/// The shares of one document, in their order.
void takeShare(const Rows& rows, RegisterLine& line) {
    if (!line.passedOn.isValid()) {
        line.passedOn = dayFrom(rows.text(4));
    }
    line.begun = line.begun || rows.text(3) == workStateKey(WorkState::Working);
    const QString holder = rows.text(1);
    const bool stays = rows.flag(6);
    if (stays && !line.holders.isEmpty() && holder == line.holders.constFirst()) {
        line.progress = rows.text(5);
    } else if (stays && rows.text(2) == workRoleKey(WorkRole::Support) && !line.holders.contains(holder)) {
        line.holders.append(holder);
    }
}

/// To whom documents were given; places of their lines by document.
void addShares(Transaction& transaction, const QVariantList& bound, const QHash<QString, qsizetype>& places,
               QList<RegisterLine>& lines) {
    Rows rows = transaction.query(u"SELECT s.document_id, s.holder, s.role, s.state, s.given, s.note, s.stays"
                                  " FROM book_entry b JOIN work_share s ON s.document_id = b.document_id"_s +
                                      linesOfYear + u" AND s.role <> 'inform' ORDER BY s.document_id, s.position"_s,
                                  bound);
    while (rows.next()) {
        if (const auto place = places.constFind(rows.text(0)); place != places.cend()) {
            takeShare(rows, lines[*place]);
        }
    }
}

void addAnswers(Transaction& transaction, const QVariantList& bound, const QHash<QString, qsizetype>& places,
                QList<RegisterLine>& lines) {
    Rows rows = transaction.query(u"SELECT l.target_id, a.number_display FROM book_entry b"
                                  " JOIN link l ON l.target_id = b.document_id AND l.kind = 'answers'"
                                  " JOIN document a ON a.id = l.document_id AND a.incoming = 0"_s +
                                      linesOfYear + u" AND a.number_display <> '' ORDER BY l.target_id, a.time"_s,
                                  bound);
    while (rows.next()) {
        if (const auto place = places.constFind(rows.text(0)); place != places.cend()) {
            QStringList& answers = lines[*place].answeredBy;
            if (!answers.contains(rows.text(1))) {
                answers.append(rows.text(1));
            }
        }
    }
}

/// Where the copy of the file is kept, as the document says among its recipients: "Lưu: VT, VP.".
QString keptBy(const QStringList& recipients) {
    for (const QString& recipient : recipients) {
        const QString words = recipient.trimmed();
        if (words.startsWith(u"Lưu:"_s, Qt::CaseInsensitive)) {
            QString places = words.mid(4).trimmed();
            while (places.endsWith(u'.') || places.endsWith(u';')) {
                places.chop(1);
            }
            return places;
        }
    }
    return {};
}

void takeDetail(const QJsonObject& kept, RegisterLine& line) {
    DocumentDetail detail{.summary = {.id = DocumentId::ofName("line")}};
    readDetailJson(kept, detail);
    line.signer = detail.signer.fullName;
    line.keptBy = keptBy(detail.recipients);
    line.copies = static_cast<int>(detail.receivers.size());
}

} // namespace

QList<RegisterLine> incomingLines(Transaction& transaction, const OrganId& organ, int year, const Period& days) {
    const QVariantList bound = lineBound(organ, year, true, days);
    QList<RegisterLine> lines;
    QHash<QString, qsizetype> places;
    Rows rows = transaction.query(linesBegin +
                                      u", b.counterpart, b.document_number, w.issued, w.due, w.ended, w.course, "
                                      u"b.document_id, COALESCE(w.lead, ''),"
                                      " b.packet_sha256 = ''"_s +
                                      linesOfBook + u" LEFT JOIN registered_work w ON w.document_id = b.document_id"_s +
                                      linesOfYear + u" ORDER BY b.stream, b.position"_s,
                                  bound);
    while (rows.next()) {
        RegisterLine line = readBegin(rows);
        line.counterpart = rows.text(beginColumns);
        line.documentNumber = rows.text(beginColumns + 1);
        line.documentDate = dayFrom(rows.text(beginColumns + 2));
        line.due = dayFrom(rows.text(beginColumns + 3));
        line.ended = dayFrom(rows.text(beginColumns + 4));
        line.course = courseFromKey(rows.text(beginColumns + 5));
        line.paper = rows.flag(beginColumns + 8);
        if (const QString lead = rows.text(beginColumns + 7); !lead.isEmpty()) {
            line.holders.append(lead);
        }
        if (!line.voided && !line.flagged) {
            places.insert(rows.text(beginColumns + 6), lines.size());
        }
        lines.append(line);
    }
    addShares(transaction, bound, places, lines);
    addAnswers(transaction, bound, places, lines);
    return lines;
}

QList<RegisterLine> outgoingLines(Transaction& transaction, const OrganId& organ, int year, const Period& days) {
    QList<RegisterLine> lines;
    Rows rows = transaction.query(
        linesBegin +
            u", b.stream, b.notation, COALESCE(d.counterpart, ''), COALESCE(d.detail, ''),"
            " (SELECT MIN(h.at) FROM history h WHERE h.document_id = b.document_id AND h.kind = 'sent')"_s +
            linesOfBook + linesOfYear + u" ORDER BY b.stream, b.position"_s,
        lineBound(organ, year, false, days));
    while (rows.next()) {
        RegisterLine line = readBegin(rows);
        const std::optional<BookName> book = parseBookStream(rows.text(beginColumns));
        line.series = book ? book->series : QString();
        line.numberDisplay = numberDisplay(line.number, rows.text(beginColumns + 1));
        line.counterpart = rows.text(beginColumns + 2);
        takeDetail(readKeptJson(transaction, rows.value(beginColumns + 3), u"document "_s + line.numberDisplay), line);
        line.passedOn = vietnamDate(parseIsoTime(rows.text(beginColumns + 4)));
        lines.append(line);
    }
    return lines;
}

} // namespace app
