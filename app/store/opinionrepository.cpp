// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/opinionrepository.h"

#include "app/domain/vietnamtime.h"
#include "app/store/answerverdicts.h"
#include "app/store/database.h"
#include "app/store/opinionrows.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype shortestOpinionBeginning = 4;

/// An open question is one of a leader, as far as a directory is here to tell; who asked as a leader and is none any
/// more still closes what they asked.
const QString opinionByRight = u" ((asks = 1 AND EXISTS (SELECT 1 FROM rights_change r WHERE r.mailbox = opinion.leader"
                               " AND r.before_role = 'leader')) OR closed <> '' OR NOT EXISTS (SELECT 1 FROM person)"
                               " OR EXISTS (SELECT 1 FROM person p WHERE p.mailbox = opinion.leader"
                               " AND p.role = 'leader'))"_s;
const QString opinionWaits = u" closed = '' AND own = '' AND asks = 0"_s;

std::unexpected<Error> noOpinion(const QString& text) {
    return fail("opinion-not-found", text);
}

OpinionSummary readOpinionRow(const Rows& rows, const OpinionId& id) {
    return {.id = id,
            .subject = rows.text(1),
            .by = rows.text(2),
            .leader = rows.text(3),
            .due = QDate::fromString(rows.text(4), Qt::ISODate),
            .asked = parseIsoTime(rows.text(5)),
            .closed = parseIsoTime(rows.text(6)),
            .members = static_cast<int>(rows.number(7)),
            .answered = static_cast<int>(rows.number(8)),
            .isAsker = rows.flag(9),
            .own = stanceFromKey(rows.text(10)),
            .isPending = rows.flag(11),
            .answersFor = rows.text(12)};
}

} // namespace

OpinionRepository::OpinionRepository(Database& database, Person owner)
    : m_database(database)
    , m_owner(std::move(owner)) {}

Result<QList<OpinionSummary>> OpinionRepository::list() const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<OpinionSummary>> {
        QList<OpinionSummary> found;
        Rows rows = transaction.query(u"SELECT id, subject, by, leader, due, asked, closed, members, answered, asks,"
                                      " own, pending, answers_for FROM opinion WHERE"_s +
                                      opinionByRight + u" ORDER BY CASE WHEN"_s + opinionWaits +
                                      u" THEN 0 WHEN closed = '' THEN 1 ELSE 2 END,"
                                      " CASE WHEN closed = '' THEN due END, asked DESC, id LIMIT 1000"_s);
        while (rows.next()) {
            if (const auto id = OpinionId::parse(rows.text(0))) {
                found.append(readOpinionRow(rows, *id));
            }
        }
        return found;
    });
}

Result<Opinion> OpinionRepository::detail(const OpinionId& id) const {
    return m_database.read([&](Transaction& transaction) -> Result<Opinion> {
        const bool isShown =
            transaction.value(u"SELECT 1 FROM opinion WHERE id = ? AND"_s + opinionByRight, {id.text()}).isValid();
        std::optional<Opinion> opinion = isShown ? readOpinion(transaction, id, m_owner) : std::nullopt;
        return opinion ? Result<Opinion>(std::move(*opinion)) : noOpinion(id.text());
    });
}

Result<void> OpinionRepository::keepVerdict(const OpinionId& id, const QByteArray& proof, const AnswerVerdict& verdict,
                                            const QDateTime& at) {
    return m_database.write([&](Transaction& transaction) -> Result<void> {
        keepAnswerVerdict(transaction, proof, verdict, at);
        deriveOpinion(transaction, id.text(), m_owner);
        return {};
    });
}

Result<OpinionId> OpinionRepository::find(const QString& text) const {
    return m_database.read([&](Transaction& transaction) -> Result<OpinionId> {
        const QString wanted = text.trimmed().toLower();
        QList<OpinionId> found;
        if (wanted.size() >= shortestOpinionBeginning) {
            Rows rows = transaction.query(u"SELECT id FROM opinion WHERE id >= ? AND id < ? AND"_s + opinionByRight +
                                              u" LIMIT 2"_s,
                                          {wanted, QString(wanted + u'~')});
            while (rows.next()) {
                if (const auto id = OpinionId::parse(rows.text(0))) {
                    found.append(*id);
                }
            }
        }
        if (found.size() > 1) {
            return fail("opinion-ambiguous", text);
        }
        return found.isEmpty() ? noOpinion(text) : Result<OpinionId>(found.first());
    });
}

int countWaitingOpinions(Transaction& transaction) {
    return transaction.value(u"SELECT COUNT(*) FROM opinion WHERE"_s + opinionWaits + u" AND"_s + opinionByRight)
        .toInt();
}

} // namespace app
