// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/meetingrepository.h"

#include "app/domain/vietnamtime.h"
#include "app/store/database.h"
#include "app/store/meetingrows.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype shortestMeetingBeginning = 4;

std::unexpected<Error> noMeeting(const QString& text) {
    return fail("meeting-not-found", text);
}

MeetingSummary readMeetingRow(const Rows& rows, const MeetingId& id) {
    return {.id = id,
            .subject = rows.text(1),
            .starts = parseIsoTime(rows.text(2)),
            .ends = parseIsoTime(rows.text(3)),
            .place = rows.text(4),
            .by = rows.text(5),
            .chair = rows.text(6),
            .state = meetingStateFromKey(rows.text(7)).value_or(MeetingState::Planned),
            .holds = rows.flag(8),
            .presides = rows.flag(9),
            .left = rows.flag(10),
            .changed = rows.flag(11),
            .own = attendanceFromKey(rows.text(12)),
            .invited = static_cast<int>(rows.number(13)),
            .answered = static_cast<int>(rows.number(14)),
            .attending = static_cast<int>(rows.number(15)),
            .toInvite = static_cast<int>(rows.number(16)),
            .isPending = rows.flag(17)};
}

} // namespace

MeetingRepository::MeetingRepository(Database& database, Person owner)
    : m_database(database)
    , m_owner(std::move(owner)) {}

Result<QList<MeetingSummary>> MeetingRepository::list(const QDateTime& now) const {
    return m_database.read([&](Transaction& transaction) -> Result<QList<MeetingSummary>> {
        QList<MeetingSummary> found;
        Rows rows = transaction.query(u"SELECT id, subject, starts, ends, place, by, chair, state, holds, presides,"
                                      " is_left, changed, own, invited, answered, attending, to_invite, pending"
                                      " FROM meeting ORDER BY CASE WHEN state = 'planned' AND is_left = 0"
                                      " AND ends > ? THEN 0 ELSE 1 END,"
                                      " CASE WHEN state = 'planned' AND is_left = 0 AND ends > ? THEN starts END,"
                                      " starts DESC, id LIMIT 1000"_s,
                                      {isoTime(now), isoTime(now)});
        while (rows.next()) {
            if (const auto id = MeetingId::parse(rows.text(0))) {
                found.append(readMeetingRow(rows, *id));
            }
        }
        return found;
    });
}

Result<Meeting> MeetingRepository::detail(const MeetingId& id) const {
    return m_database.read([&](Transaction& transaction) -> Result<Meeting> {
        std::optional<Meeting> meeting = readMeeting(transaction, id, m_owner);
        return meeting ? Result<Meeting>(std::move(*meeting)) : noMeeting(id.text());
    });
}

Result<MeetingId> MeetingRepository::find(const QString& text) const {
    return m_database.read([&](Transaction& transaction) -> Result<MeetingId> {
        const QString wanted = text.trimmed().toLower();
        QList<MeetingId> found;
        if (wanted.size() >= shortestMeetingBeginning) {
            Rows rows = transaction.query(u"SELECT id FROM meeting WHERE id >= ? AND id < ? LIMIT 2"_s,
                                          {wanted, QString(wanted + u'~')});
            while (rows.next()) {
                if (const auto id = MeetingId::parse(rows.text(0))) {
                    found.append(*id);
                }
            }
        }
        if (found.size() > 1) {
            return fail("meeting-ambiguous", text);
        }
        return found.isEmpty() ? noMeeting(text) : Result<MeetingId>(found.first());
    });
}

int countWaitingMeetings(Transaction& transaction, const QDate& today) {
    return transaction
        .value(u"SELECT COUNT(*) FROM meeting WHERE state = 'planned' AND own = '' AND holds = 0 AND is_left = 0"
               " AND ends > ?"_s,
               {isoTime(vietnamDayBegin(today))})
        .toInt();
}

} // namespace app
