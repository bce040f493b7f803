// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/workstatistics.h"

#include "app/domain/keyedvalue.h"
#include "app/domain/vietnamtime.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr std::array courseKeys{"open"_L1, "done-in-time"_L1, "done-late"_L1, "dropped"_L1};
constexpr std::array workSubjectKeys{"documents"_L1, "tasks"_L1};
constexpr std::array breakdownKeys{"unit"_L1, "person"_L1, "sender"_L1, "kind"_L1, "month"_L1};

std::optional<WorkCourse> courseOfState(DocumentState state, const QDate& due, const QDate& ended) {
    switch (state) {
    case DocumentState::Registered:
        return WorkCourse::Open;
    case DocumentState::Answered:
        return due.isValid() && ended > due ? WorkCourse::DoneLate : WorkCourse::DoneInTime;
    case DocumentState::Withdrawn:
    case DocumentState::Replaced:
    case DocumentState::Voided:
        return WorkCourse::Dropped;
    default:
        return std::nullopt;
    }
}

bool comesBefore(const StatisticsRow& one, const StatisticsRow& other, Breakdown by) {
    if (by == Breakdown::Month) {
        return one.key < other.key;
    }
    if (one.key.isEmpty() != other.key.isEmpty()) {
        return other.key.isEmpty(); // what has no name stands last
    }
    return one.figures.received != other.figures.received ? one.figures.received > other.figures.received
                                                          : one.name < other.name;
}

} // namespace

QString courseKey(WorkCourse course) {
    return courseKeys.at(static_cast<size_t>(course));
}
std::optional<WorkCourse> courseFromKey(QStringView key) {
    return valueOf<WorkCourse>(courseKeys, key);
}
QString workSubjectKey(WorkSubject subject) {
    return workSubjectKeys.at(static_cast<size_t>(subject));
}
std::optional<WorkSubject> workSubjectFromKey(QStringView key) {
    return valueOf<WorkSubject>(workSubjectKeys, key);
}
QString breakdownKey(Breakdown breakdown) {
    return breakdownKeys.at(static_cast<size_t>(breakdown));
}
std::optional<Breakdown> breakdownFromKey(QStringView key) {
    return valueOf<Breakdown>(breakdownKeys, key);
}

bool staysWith(const WorkLine& line) {
    return line.state != WorkState::PassedOn && line.state != WorkState::GivenBack;
}

QString answersFor(const QList<WorkLine>& lines) {
    for (const WorkRole role : {WorkRole::Lead, WorkRole::Direct}) {
        for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
            if (line->role == role && staysWith(*line)) {
                return line->to;
            }
        }
    }
    return {};
}

std::optional<RegisteredWork> registeredWork(const DocumentDetail& detail, const QDateTime& ended,
                                             const QDateTime& dropped) {
    const DocumentSummary& summary = detail.summary;
    RegisteredWork work{.registered = detail.arrivalDate, .due = summary.dueDate};
    if (summary.state != DocumentState::Registered) {
        work.ended = vietnamDate(ended);
    }
    const std::optional<WorkCourse> course = courseOfState(summary.state, work.due, work.ended);
    const bool isInBook = summary.application.isEmpty() && summary.arrivalNumber > 0;
    if (!summary.incoming || (!isInBook && !detail.task) || !work.registered.isValid() || !course) {
        return std::nullopt;
    }
    if (*course == WorkCourse::Dropped) {
        work.dropped = vietnamDate(dropped);
    }
    work.subject = detail.task ? WorkSubject::Tasks : WorkSubject::Documents;
    work.course = *course;
    work.lead = answersFor(detail.work);
    return work;
}

QDate judgedAsOf(const Period& period, const QDate& today) {
    return std::min(period.to, today);
}

WorkFigures& WorkFigures::operator+=(const WorkFigures& other) {
    received += other.received;
    doneInTime += other.doneInTime;
    doneLate += other.doneLate;
    openInTime += other.openInTime;
    openOverdue += other.openOverdue;
    dropped += other.dropped;
    return *this;
}

WorkFigures figuresOf(const WorkCount& count, const QDate& asOf) {
    WorkFigures figures{.received = count.count};
    switch (count.course) {
    case WorkCourse::Open:
        (count.due.isValid() && count.due < asOf ? figures.openOverdue : figures.openInTime) = count.count;
        break;
    case WorkCourse::DoneInTime:
        figures.doneInTime = count.count;
        break;
    case WorkCourse::DoneLate:
        figures.doneLate = count.count;
        break;
    case WorkCourse::Dropped:
        figures.dropped = count.count;
        break;
    }
    return figures;
}

WorkReport workReport(const WorkScope& scope, const QList<WorkCount>& counts,
                      const QHash<QString, qint64>& supporting) {
    WorkReport report{.subject = scope.subject, .period = scope.period, .asOf = scope.asOf, .by = scope.by};
    QHash<QString, StatisticsRow> rows;
    const auto rowOf = [&rows](const QString& key, const QString& name) -> StatisticsRow& {
        StatisticsRow& row = rows[key];
        row.key = key;
        if (row.name.isEmpty() || (!name.isEmpty() && name < row.name)) {
            row.name = name; // of several names the same one every time
        }
        return row;
    };
    for (const WorkCount& count : counts) {
        const WorkFigures figures = figuresOf(count, scope.asOf);
        rowOf(count.key, count.name).figures += figures;
        report.total += figures;
    }
    for (auto one = supporting.cbegin(); one != supporting.cend(); ++one) {
        rowOf(one.key(), {}).supporting += one.value();
    }
    report.rows = rows.values();
    std::ranges::sort(report.rows, [&](const StatisticsRow& one, const StatisticsRow& other) {
        return comesBefore(one, other, scope.by);
    });
    return report;
}

} // namespace app
