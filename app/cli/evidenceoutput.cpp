// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evidenceoutput.h"

#include "app/cli/documentoutput.h"
#include "app/domain/vietnamtime.h"
#include "docsig/report/reportjson.h"

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

QJsonObject common(const DocumentId& document, docsig::Level wanted, docsig::Level reached, const Error& error,
                   const QList<docsig::Finding>& missing, const QDateTime& next) {
    return {{u"document"_s, document.text()},
            {u"wanted"_s, docsig::word(wanted)},
            {u"level"_s, docsig::word(reached)},
            {u"error"_s, error.code},
            {u"missing"_s, missingJson(missing)},
            {u"nextAttempt"_s, next.isValid() ? next.toUTC().toString(Qt::ISODate) : QString()}};
}

void printWhy(const Terminal& terminal, const Error& error, const QList<docsig::Finding>& missing) {
    if (!error.code.isEmpty()) {
        terminal.line(u"    △ %1 [%2]"_s.arg(sentence(error.code, terminal.language()), error.code));
    }
    printMissing(terminal, missing);
}

} // namespace

void printMissing(const Terminal& terminal, const QList<docsig::Finding>& missing) {
    for (const docsig::Finding& finding : missing) {
        const QString place = finding.place.isEmpty() ? QString() : u" ("_s + finding.place + u')';
        terminal.line(u"    △ %1%2 [%3]"_s.arg(sentence(finding.code, terminal.language()), place, finding.code));
    }
}

void printJob(const Terminal& terminal, const EvidenceJob& job, const DocumentSummary& document) {
    terminal.line(u"%1  %2  %3 → %4"_s.arg(job.document.text().left(8),
                                           document.number.isEmpty() ? document.subject : document.number,
                                           docsig::word(job.reached), docsig::word(job.wanted)));
    if (job.rests) {
        terminal.line(u"    rests after %1 attempts; `congvanctl evidence run %2` begins again"_s.arg(job.attempts)
                          .arg(job.document.text().left(8)),
                      u"    tạm dừng sau %1 lần thử; `congvanctl evidence run %2` để thử lại"_s.arg(job.attempts)
                          .arg(job.document.text().left(8)));
    } else if (job.nextAttempt.isValid()) {
        terminal.line(u"    next attempt %1"_s.arg(displayTime(job.nextAttempt)),
                      u"    lần thử tiếp theo %1"_s.arg(displayTime(job.nextAttempt)));
    }
    printWhy(terminal, job.error, job.missing);
}

void printRenewal(const Terminal& terminal, const EvidenceRenewal& renewal, const DocumentSummary& document) {
    const QString name = document.number.isEmpty() ? document.subject : document.number;
    const QString ends = dateDisplay(vietnamDate(renewal.ends));
    const QString due = dateDisplay(vietnamDate(renewal.due));
    terminal.line(
        u"%1  %2  proven until %3, renewed from %4"_s.arg(renewal.document.text().left(8), name, ends, due),
        u"%1  %2  được chứng minh đến %3, gia hạn từ %4"_s.arg(renewal.document.text().left(8), name, ends, due));
}

void printOutcome(const Terminal& terminal, const EvidenceOutcome& outcome) {
    const QString document = outcome.document.text().left(8);
    const QString reached = docsig::word(outcome.reached);
    const QString wanted = docsig::word(outcome.wanted);
    if (outcome.settled) {
        terminal.line(u"%1  %2 reached"_s.arg(document, reached), u"%1  đã đạt mức %2"_s.arg(document, reached));
        return;
    }
    terminal.line(u"%1  %2; %3 is tried again later"_s.arg(document, reached, wanted),
                  u"%1  %2; sẽ thử bổ sung lên mức %3 sau"_s.arg(document, reached, wanted));
    printWhy(terminal, outcome.error, outcome.missing);
}

QJsonArray missingJson(const QList<docsig::Finding>& missing) {
    QJsonArray lines;
    for (const docsig::Finding& finding : missing) {
        lines.append(
            QJsonObject{{u"code"_s, finding.code}, {u"place"_s, finding.place}, {u"detail"_s, finding.detail}});
    }
    return lines;
}

QJsonObject toJson(const EvidenceJob& job) {
    QJsonObject object = common(job.document, job.wanted, job.reached, job.error, job.missing, job.nextAttempt);
    object[u"attempts"_s] = job.attempts;
    object[u"rests"_s] = job.rests;
    return object;
}

QJsonObject toJson(const EvidenceRenewal& renewal) {
    return {{u"document"_s, renewal.document.text()},
            {u"ends"_s, renewal.ends.toUTC().toString(Qt::ISODate)},
            {u"due"_s, renewal.due.toUTC().toString(Qt::ISODate)}};
}

QJsonObject toJson(const EvidenceOutcome& outcome) {
    QJsonObject object =
        common(outcome.document, outcome.wanted, outcome.reached, outcome.error, outcome.missing, outcome.nextAttempt);
    object[u"completed"_s] = outcome.settled;
    return object;
}

Error timeStampAddressWrong(const QString& address) {
    return fail("time-stamp-address-wrong", address).error();
}

Error evidenceHostWrong(const QString& host) {
    return fail("evidence-host-wrong", host).error();
}

Error optionMissing(const QString& option) {
    return fail("option-missing", option).error();
}

} // namespace app::cli
