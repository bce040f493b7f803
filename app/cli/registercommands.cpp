// SPDX-License-Identifier: GPL-3.0-or-later
// What the office has done: register, report.
#include "app/cli/commands.h"
#include "app/cli/steps.h"
#include "app/domain/vietnamtime.h"
#include "app/sheets/reportsheet.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

/// The day that an option names; an invalid one where it is not there.
Result<QDate> dayOption(const Arguments& arguments, const QString& name) {
    const QString text = arguments.value(name);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !day.isValid()) {
        return fail("day-unreadable", text);
    }
    return day;
}

/// The number that an option names, else another one; 0 where it is none.
int numberOption(const Arguments& arguments, const QString& name, int otherwise) {
    const QString text = arguments.value(name);
    return text.isEmpty() ? otherwise : text.toInt();
}

Result<QString> outputOption(const Arguments& arguments) {
    const QString path = arguments.value(u"output"_s);
    if (path.isEmpty()) {
        return fail("register-output-missing");
    }
    return path;
}

Result<RegisterRequest> requestOf(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto name = invocation.positional(0);
    if (!name) {
        return std::unexpected(name.error());
    }
    const auto kind = registerFromKey(*name);
    if (!kind) {
        return fail("register-unknown", *name);
    }
    const auto from = dayOption(arguments, u"from"_s);
    if (!from) {
        return std::unexpected(from.error());
    }
    const auto to = dayOption(arguments, u"to"_s);
    if (!to) {
        return std::unexpected(to.error());
    }
    return RegisterRequest{.kind = *kind,
                           .year = numberOption(arguments, u"year"_s, vietnamToday().year()),
                           .from = *from,
                           .to = *to,
                           .volume = numberOption(arguments, u"volume"_s, 1)};
}

Result<int> saveRegister(Invocation& invocation) {
    const auto request = requestOf(invocation);
    if (!request) {
        return std::unexpected(request.error());
    }
    const auto path = outputOption(invocation.arguments());
    if (!path) {
        return std::unexpected(path.error());
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const Terminal& terminal = invocation.terminal();
        const auto lines = session.registers().save(*request, *path, terminal.language());
        if (!lines) {
            return std::unexpected(lines.error());
        }
        terminal.line(u"%1 line(s) written: %2"_s.arg(*lines).arg(*path),
                      u"Đã ghi %1 dòng: %2"_s.arg(*lines).arg(*path));
        terminal.object({{u"register"_s, registerKey(request->kind)},
                         {u"year"_s, request->year},
                         {u"lines"_s, *lines},
                         {u"output"_s, *path}});
        return 0;
    });
}

/// The quarter, or the days, that are named; else the quarter in which today lies.
Result<Period> reportPeriod(const Arguments& arguments) {
    if (const QString quarter = arguments.value(u"quarter"_s); !quarter.isEmpty()) {
        if (arguments.has(u"from"_s) || arguments.has(u"to"_s)) {
            return fail("report-period-twofold");
        }
        return quarterFromKey(quarter);
    }
    const auto from = dayOption(arguments, u"from"_s);
    if (!from) {
        return std::unexpected(from.error());
    }
    const auto to = dayOption(arguments, u"to"_s);
    if (!to) {
        return std::unexpected(to.error());
    }
    if (!from->isValid() && !to->isValid()) {
        return quarterOf(vietnamToday());
    }
    return periodOf(*from, to->isValid() ? *to : vietnamToday());
}

QJsonObject figuresJson(const WorkFigures& figures) {
    return {{u"received"_s, figures.received},       {u"doneInTime"_s, figures.doneInTime},
            {u"doneLate"_s, figures.doneLate},       {u"openInTime"_s, figures.openInTime},
            {u"openOverdue"_s, figures.openOverdue}, {u"dropped"_s, figures.dropped}};
}

QJsonObject reportJson(const WorkReport& report, Language language) {
    QJsonArray rows;
    for (const StatisticsRow& row : report.rows) {
        QJsonObject object = figuresJson(row.figures);
        object[u"key"_s] = row.key;
        object[u"name"_s] = rowTitle(row, report.by, language);
        object[u"supporting"_s] = row.supporting;
        rows << object;
    }
    return {{u"from"_s, report.period.from.toString(Qt::ISODate)},
            {u"to"_s, report.period.to.toString(Qt::ISODate)},
            {u"of"_s, workSubjectKey(report.subject)},
            {u"asOf"_s, report.asOf.toString(Qt::ISODate)},
            {u"by"_s, breakdownKey(report.by)},
            {u"total"_s, figuresJson(report.total)},
            {u"rows"_s, rows}};
}

QString figuresLine(const WorkFigures& figures, const QString& name) {
    return u"%1  %2  %3  %4  %5  %6  %7"_s.arg(figures.received, 8)
        .arg(figures.doneInTime, 8)
        .arg(figures.doneLate, 8)
        .arg(figures.openInTime, 8)
        .arg(figures.openOverdue, 8)
        .arg(figures.dropped, 8)
        .arg(name);
}

void printReport(const Terminal& terminal, const WorkReport& report) {
    const bool isOfTasks = report.subject == WorkSubject::Tasks;
    const auto days = [&report](const QString& words) {
        return words.arg(dateDisplay(report.period.from), dateDisplay(report.period.to), dateDisplay(report.asOf));
    };
    terminal.line(days(isOfTasks ? u"tasks of meetings given %1 – %2, as of %3"_s : u"registered %1 – %2, as of %3"_s),
                  days(isOfTasks ? u"nhiệm vụ giao tại cuộc họp từ %1 đến %2, tính đến %3"_s
                                 : u"đăng ký từ %1 đến %2, tính đến %3"_s));
    terminal.line(u"received   in time      late      open   overdue   dropped"_s,
                  u" đã nhận  đúng hạn   quá hạn  còn hạn*  quá hạn*   thu hồi  (* đang giải quyết)"_s);
    for (const StatisticsRow& row : report.rows) {
        terminal.line(figuresLine(row.figures, rowTitle(row, report.by, terminal.language())));
    }
    terminal.line(figuresLine(report.total, u"in all"_s), figuresLine(report.total, u"tổng số"_s));
}

Result<int> reportOnWork(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto period = reportPeriod(arguments);
    if (!period) {
        return std::unexpected(period.error());
    }
    const QString name = arguments.value(u"by"_s, breakdownKey(Breakdown::Unit));
    const auto by = breakdownFromKey(name);
    if (!by) {
        return fail("breakdown-unknown", name);
    }
    const QString subjectName = arguments.value(u"of"_s, workSubjectKey(WorkSubject::Documents));
    const auto subject = workSubjectFromKey(subjectName);
    if (!subject) {
        return fail("report-subject-unknown", subjectName);
    }
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const Terminal& terminal = invocation.terminal();
        const auto report = session.reportWork().report(*period, *by, *subject);
        if (!report) {
            return std::unexpected(report.error());
        }
        if (const QString path = arguments.value(u"output"_s); !path.isEmpty()) {
            if (const auto saved = session.reportWork().save(*report, path, terminal.language()); !saved) {
                return std::unexpected(saved.error());
            }
        }
        printReport(terminal, *report);
        terminal.object(reportJson(*report, terminal.language()));
        return 0;
    });
}

} // namespace

QList<Command> registerCommands() {
    const Option from{u"from"_s, u"YYYY-MM-DD"_s, u"from this day on"_s};
    const Option to{u"to"_s, u"YYYY-MM-DD"_s, u"up to and with this day"_s};
    return {{u"register"_s,
             u"writes a register to be printed and bound: incoming, outgoing, handling"_s,
             u"KIND"_s,
             {{u"year"_s, u"YYYY"_s, u"of this year (default: this one)"_s},
              from,
              to,
              {u"volume"_s, u"N"_s, u"number of the volume on the cover (default: 1)"_s},
              {u"output"_s, u"FILE"_s, u"ends in .pdf, .csv or .ods; what is there is replaced"_s}},
             {},
             Needs::Page,
             saveRegister},
            {u"report"_s,
             u"counts what was registered in a period, as of its end: done in time and late, open and overdue"_s,
             {},
             {from,
              to,
              {u"quarter"_s, u"YYYYQN"_s, u"instead of days, such as 2026Q3 (default: this quarter)"_s},
              {u"of"_s, u"documents|tasks"_s, u"of what came in, or of the tasks of meetings (default: documents)"_s},
              {u"by"_s, u"unit|person|sender|kind|month"_s,
               u"a row for each; sender: of tasks the meeting (default: unit)"_s},
              {u"output"_s, u"FILE"_s, u"also into a file that ends in .pdf, .csv or .ods"_s}},
             {},
             Needs::Page,
             reportOnWork}};
}

} // namespace app::cli
