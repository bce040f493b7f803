// SPDX-License-Identifier: GPL-3.0-or-later
// What is due, and what keeps a desk up to date without a window: digest, agent.
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/meetingoutput.h"
#include "app/cli/opinionoutput.h"
#include "app/cli/reminderoutput.h"
#include "app/cli/steps.h"
#include "exchange/protocol/errorkind.h"

#include <QDeadlineTimer>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

QJsonArray rowsOf(const QList<DocumentSummary>& documents) {
    QJsonArray rows;
    for (const DocumentSummary& document : documents) {
        rows << toJson(document);
    }
    return rows;
}

QJsonArray rowsOf(const QList<OpinionSummary>& opinions, const QDate& day) {
    QJsonArray rows;
    for (const OpinionSummary& opinion : opinions) {
        rows << toJson(opinion, day);
    }
    return rows;
}

QJsonArray rowsOf(const QList<MeetingSummary>& meetings) {
    QJsonArray rows;
    for (const MeetingSummary& meeting : meetings) {
        rows << toJson(meeting);
    }
    return rows;
}

QJsonObject digestJson(const Digest& digest) {
    return {{u"event"_s, u"digest"_s},
            {u"day"_s, digest.day.toString(Qt::ISODate)},
            {u"toAccept"_s, digest.counts.toAccept},
            {u"toDirect"_s, digest.counts.toDirect},
            {u"toSign"_s, digest.counts.toSign},
            {u"toIssue"_s, digest.counts.toIssue},
            {u"mentions"_s, digest.mentions},
            {u"opinions"_s, rowsOf(digest.opinions, digest.day)},
            {u"toClose"_s, rowsOf(digest.toClose, digest.day)},
            {u"reminders"_s, toJson(digest.reminders, digest.day)},
            {u"meetings"_s, rowsOf(digest.meetings)},
            {u"meetingsToAnswer"_s, digest.toAnswer},
            {u"toConclude"_s, rowsOf(digest.toConclude)},
            {u"overdue"_s, rowsOf(digest.overdue)},
            {u"today"_s, rowsOf(digest.today)},
            {u"soon"_s, rowsOf(digest.soon)},
            {u"more"_s, digest.isMore}};
}

void printRows(const Terminal& terminal, const QString& english, const QString& vietnamese,
               const QList<DocumentSummary>& documents) {
    if (!documents.isEmpty()) {
        terminal.line(english.arg(documents.size()), vietnamese.arg(documents.size()));
    }
    for (const DocumentSummary& document : documents) {
        terminal.line(u"  "_s + document.dueDate.toString(u"dd/MM/yyyy  "_s) +
                      summaryLine(document, terminal.language()));
    }
}

void printMeetings(const Terminal& terminal, const Digest& digest) {
    if (const auto near = digest.meetings.size() + digest.toConclude.size(); near + digest.toAnswer > 0) {
        terminal.line(
            u"Meetings today, tomorrow, or to be concluded: %1; to be answered: %2"_s.arg(near).arg(digest.toAnswer),
            u"Cuộc họp hôm nay, ngày mai hoặc chờ kết luận: %1; chờ trả lời: %2"_s.arg(near).arg(digest.toAnswer));
    }
    for (const QList<MeetingSummary>& meetings : {digest.meetings, digest.toConclude}) {
        for (const MeetingSummary& meeting : meetings) {
            terminal.line(u"  "_s + meetingLine(meeting, terminal.language()));
        }
    }
}

void printDigest(const Terminal& terminal, const Digest& digest) {
    terminal.line(
        u"To accept %1, to direct %2, to sign %3, to issue %4, comments that name you %5"_s.arg(digest.counts.toAccept)
            .arg(digest.counts.toDirect)
            .arg(digest.counts.toSign)
            .arg(digest.counts.toIssue)
            .arg(digest.mentions),
        u"Chờ tiếp nhận %1, chờ chỉ đạo %2, chờ ký %3, chờ phát hành %4, ý kiến nhắc đến bạn %5"_s
            .arg(digest.counts.toAccept)
            .arg(digest.counts.toDirect)
            .arg(digest.counts.toSign)
            .arg(digest.counts.toIssue)
            .arg(digest.mentions));
    printReminders(terminal, digest.reminders, digest.day);
    printRows(terminal, u"Overdue: %1"_s, u"Quá hạn: %1"_s, digest.overdue);
    printRows(terminal, u"Due today: %1"_s, u"Đến hạn hôm nay: %1"_s, digest.today);
    printRows(terminal, u"Due within three days: %1"_s, u"Đến hạn trong ba ngày: %1"_s, digest.soon);
    if (const auto asked = digest.opinions.size() + digest.toClose.size(); asked > 0) {
        terminal.line(u"Opinions to give or to close: %1"_s.arg(asked), u"Phiếu lấy ý kiến cần xử lý: %1"_s.arg(asked));
    }
    for (const QList<OpinionSummary>& opinions : {digest.opinions, digest.toClose}) {
        for (const OpinionSummary& opinion : opinions) {
            terminal.line(u"  "_s + opinionLine(opinion, digest.day, terminal.language()));
        }
    }
    printMeetings(terminal, digest);
    terminal.object(digestJson(digest));
}

Result<int> digest(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto found = session.dailyDigest().look();
        if (!found) {
            return std::unexpected(found.error());
        }
        printDigest(invocation.terminal(), *found);
        return 0;
    });
}

/// The office's duties, where it is this desk's turn; who was told hears of it at once. Gives why not.
Result<void> runDuties(OfficeSession& session, const Terminal& terminal) {
    const auto turn = session.officeDuties().turn(LeaseKind::Agent);
    if (!turn) {
        return std::unexpected(turn.error());
    }
    if (turn->reminders > 0) {
        terminal.line(u"reminders written: %1"_s.arg(turn->reminders), u"đã nhắc việc: %1"_s.arg(turn->reminders));
        terminal.object({{u"event"_s, u"reminded"_s}, {u"reminders"_s, turn->reminders}});
        std::ignore = session.syncOffice().sync(); // where it fails the next round sends them
    }
    return {};
}

/// One round: what came, its verdicts and texts, the duties of the office, and once a day the digest. What fails is
/// told and tried again. Gives why there is no further round: the server lets this account in no more.
Result<void> runRound(OfficeSession& session, const Terminal& terminal) {
    constexpr int textsAtOnce = 50;
    const auto tell = [&](const Error& error) {
        terminal.line(u"△ %1 [%2] %3"_s.arg(sentence(error.code, terminal.language()), error.code, error.detail));
        terminal.object({{u"event"_s, u"problem"_s}, {u"code"_s, error.code}, {u"detail"_s, error.detail}});
    };
    const auto summary = session.syncOffice().sync();
    if (summary && summary->sent + summary->received > 0) {
        terminal.line(u"sent %1, received %2"_s.arg(summary->sent).arg(summary->received),
                      u"đã gửi %1, đã nhận %2"_s.arg(summary->sent).arg(summary->received));
        terminal.object({{u"event"_s, u"synced"_s}, {u"sent"_s, summary->sent}, {u"received"_s, summary->received}});
    } else if (!summary) {
        tell(summary.error());
    }
    if (const auto judged = session.judgeIncoming().judgePending(); !judged) {
        tell(judged.error());
    }
    if (const auto read = session.readTexts().readPending(textsAtOnce); !read) {
        tell(read.error());
    }
    if (const auto done = summary ? runDuties(session, terminal) : Result<void>(); !done) {
        tell(done.error());
    }
    if (const auto today = session.dailyDigest().takeToday(); !today) {
        tell(today.error());
    } else if (*today && !(*today)->isEmpty()) {
        printDigest(terminal, **today);
    }
    return !summary && exchange::isShutOut(exchange::Error{summary.error().code, summary.error().detail})
               ? std::unexpected(summary.error())
               : Result<void>();
}

Result<int> agent(Invocation& invocation) {
    constexpr int longest = 366 * 24 * 3600;
    constexpr int roundSeconds = 300; // also without news: the day may have turned, a try may be due
    bool isNumber = true;
    const Arguments& arguments = invocation.arguments();
    const int seconds = arguments.has(u"for"_s) ? arguments.value(u"for"_s).toInt(&isNumber) : longest;
    if (!isNumber || seconds < 0 || seconds > longest) {
        return fail("agent-time-unreadable", arguments.value(u"for"_s));
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const QDeadlineTimer end(qint64(seconds) * 1000);
        do {
            if (const auto round = runRound(session, invocation.terminal()); !round) {
                return std::unexpected(round.error());
            }
            const auto left = int(qMax(qint64(0), end.remainingTime()) / 1000);
            waitForNews(session, qMin(left, roundSeconds));
        } while (!end.hasExpired());
        return ended(session.officeDuties().leave());
    });
}

} // namespace

QList<Command> agentCommands() {
    return {
        {u"digest"_s,
         u"tells what waits for this person and what is overdue or due within three days"_s,
         {},
         {},
         {},
         Needs::Core,
         digest},
        {u"agent"_s,
         u"keeps this profile up to date without a window: fetches news, checks signatures, reads texts, tells each "
         "day's digest; a clerk's also takes the office's lease, and reminds those who have work that is due"_s,
         {},
         {{u"for"_s, u"SECONDS"_s, u"ends after this time (default: runs until it is stopped)"_s}},
         {},
         Needs::Core,
         agent},
    };
}

} // namespace app::cli
