// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/dailydigest.h"

#include "app/domain/vietnamtime.h"
#include "app/services/officedesk.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

const QString takenKey = u"digest-day"_s;

void addMeetings(Digest& digest, const QList<MeetingSummary>& meetings, const QDateTime& now) {
    for (const MeetingSummary& row : meetings) {
        const bool isNear = vietnamDate(row.starts) <= digest.day.addDays(1) && vietnamDate(row.ends) >= digest.day;
        if (row.left || row.state != MeetingState::Planned) {
            continue;
        }
        digest.toAnswer += row.waits(now) ? 1 : 0;
        if (row.isToConclude(now) && digest.toConclude.size() < DailyDigest::mostDocuments) {
            digest.toConclude.append(row);
        } else if (isNear && digest.meetings.size() < DailyDigest::mostDocuments) {
            digest.meetings.append(row);
        }
    }
}

} // namespace

bool Digest::isEmpty() const {
    return overdue.isEmpty() && today.isEmpty() && soon.isEmpty() && mentions == 0 && counts.toAccept == 0 &&
           counts.toDirect == 0 && counts.toSign == 0 && counts.toIssue == 0 && opinions.isEmpty() &&
           toClose.isEmpty() && meetings.isEmpty() && toAnswer == 0 && toConclude.isEmpty();
}

DailyDigest::DailyDigest(OfficeDesk& desk)
    : m_desk(desk) {}

Result<Digest> DailyDigest::look() const {
    const QDate day = m_desk.today();
    DocumentRepository& documents = m_desk.store().documents();
    const auto counts = documents.counts(day);
    const auto mentions = documents.unreadMentions();
    const auto due = documents.page({.dueBy = day.addDays(soonDays), .order = ListOrder::DueDate}, day, mostDocuments);
    const auto opinions = m_desk.store().opinions().list();
    if (!counts || !mentions || !due) {
        return std::unexpected(!counts ? counts.error() : (!mentions ? mentions.error() : due.error()));
    }
    const auto meetings = opinions ? m_desk.store().meetings().list(m_desk.now()) : std::unexpected(opinions.error());
    if (!meetings) {
        return std::unexpected(meetings.error());
    }
    Digest digest{
        .day = day, .counts = *counts, .mentions = static_cast<int>(mentions->size()), .isMore = due->next.has_value()};
    for (const OpinionSummary& row : *opinions) {
        if (row.waits() && digest.opinions.size() < mostDocuments) {
            digest.opinions.append(row);
        } else if (row.isToClose(day) && digest.toClose.size() < mostDocuments) {
            digest.toClose.append(row);
        }
    }
    addMeetings(digest, *meetings, m_desk.now());
    for (const DocumentSummary& row : due->rows) {
        (row.dueDate < day ? digest.overdue : (row.dueDate == day ? digest.today : digest.soon)).append(row);
    }
    return digest;
}

Result<std::optional<Digest>> DailyDigest::takeToday() {
    const QString day = m_desk.today().toString(Qt::ISODate);
    const auto taken = m_desk.store().settings().value(takenKey);
    if (!taken) {
        return std::unexpected(taken.error());
    }
    if (*taken == day) {
        return std::nullopt;
    }
    const auto digest = look();
    if (!digest) {
        return std::unexpected(digest.error());
    }
    if (auto noted = m_desk.store().settings().set(takenKey, day); !noted) {
        return std::unexpected(noted.error());
    }
    return std::optional(*digest);
}

} // namespace app
