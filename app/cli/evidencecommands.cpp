// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence for signatures: extend (any file), evidence list and evidence run (the profile's queue).
#include "app/cli/commands.h"
#include "app/cli/evidenceoutput.h"
#include "app/cli/fileio.h"
#include "app/cli/levelword.h"
#include "app/cli/steps.h"
#include "app/runtime/httpevidencesource.h"
#include "docsig/pades/padesextender.h"
#include "docsig/report/reportjson.h"
#include "docsig/worker/verifyclient.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr qint64 largestFile = 2LL << 30;
constexpr int lessThanWanted = 2;

Result<QByteArray> bytesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() >= largestFile) {
        return fail("extend-file-unreadable", path);
    }
    return file.readAll();
}

/// The trust store's hosts, the authority's and those that the person names.
Result<EvidenceAccess> accessFor(const Arguments& arguments, const docsig::TrustStore& trust) {
    EvidenceAccess access;
    access.trust(trust);
    const QString authority = arguments.value(u"tsa"_s);
    if (!authority.isEmpty() && (EvidenceAccess::placeOf(authority).isEmpty() || !access.allow(authority))) {
        return std::unexpected(timeStampAddressWrong(authority));
    }
    for (const QString& host : arguments.values(u"allow-host"_s)) {
        if (!access.allow(host)) {
            return std::unexpected(evidenceHostWrong(host));
        }
    }
    return access;
}

/// The worker looks first: a file that brings a reader down does it there.
Result<void> lookFirst(const Invocation& invocation, const QString& file, const QString& trustFolder) {
    const docsig::VerifyClient client(invocation.programs().verifyWorker, trustFolder);
    const docsig::SignatureReport report = client.verifyFile(file, {.at = {}, .integrityOnly = true});
    if (report.verdict == docsig::Verdict::Unreadable && !report.findings.isEmpty()) {
        return std::unexpected(Error(report.findings.first().code, file));
    }
    return {};
}

Result<int> extend(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto file = invocation.positional(0);
    const auto level = levelNamed(arguments.value(u"level"_s, u"B-LTA"_s));
    if (!file || !level) {
        return std::unexpected(file ? level.error() : file.error());
    }
    const QString output = arguments.value(u"output"_s);
    const QString trustFolder = arguments.value(u"trust"_s);
    if (output.isEmpty() || trustFolder.isEmpty()) {
        return std::unexpected(optionMissing(output.isEmpty() ? u"--output"_s : u"--trust"_s));
    }
    if (QFileInfo::exists(output)) {
        return fail("output-exists", output);
    }
    const auto pdf = bytesOf(*file);
    const auto trust = docsig::TrustStore::load(trustFolder);
    if (!pdf || !trust) {
        return pdf ? passOn(trust.error()) : std::unexpected(pdf.error());
    }
    const auto access = accessFor(arguments, *trust);
    if (!access) {
        return std::unexpected(access.error());
    }
    if (auto looked = lookFirst(invocation, *file, trustFolder); !looked) {
        return std::unexpected(looked.error());
    }
    HttpEvidenceSource source({.access = *access});
    const auto extension = docsig::PadesExtender(*trust, source)
                               .extend(*pdf, {.target = *level,
                                              .timeStampAddress = arguments.value(u"tsa"_s),
                                              .at = QDateTime::currentDateTimeUtc()});
    if (!extension) {
        return passOn(extension.error());
    }
    if (auto written = writeOutput(output, extension->pdf); !written) {
        return std::unexpected(written.error());
    }
    const Terminal& terminal = invocation.terminal();
    const QString reached = docsig::word(extension->reached);
    terminal.line(u"%1: %2"_s.arg(output, reached));
    printMissing(terminal, extension->missing);
    terminal.object({{u"file"_s, *file},
                     {u"output"_s, output},
                     {u"wanted"_s, docsig::word(*level)},
                     {u"level"_s, reached},
                     {u"sha256"_s, QString::fromLatin1(
                                       QCryptographicHash::hash(extension->pdf, QCryptographicHash::Sha256).toHex())},
                     {u"missing"_s, missingJson(extension->missing)}});
    return extension->reached >= *level ? 0 : lessThanWanted;
}

Result<int> listEvidence(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto jobs = session.evidenceQueue().list();
        if (!jobs) {
            return std::unexpected(jobs.error());
        }
        const Terminal& terminal = invocation.terminal();
        QJsonArray lines;
        for (const EvidenceJob& job : *jobs) {
            const auto detail = session.queryDocuments().detail(job.document);
            printJob(terminal, job, detail ? detail->summary : DocumentSummary{.id = job.document});
            lines.append(toJson(job));
        }
        if (jobs->isEmpty()) {
            terminal.line(u"Nothing is missing from any signature."_s, u"Không chữ ký nào còn thiếu gì."_s);
        }
        const auto renewals = session.evidenceQueue().renewals();
        if (!renewals) {
            return std::unexpected(renewals.error());
        }
        QJsonArray planned;
        for (const EvidenceRenewal& renewal : *renewals) {
            const auto detail = session.queryDocuments().detail(renewal.document);
            printRenewal(terminal, renewal, detail ? detail->summary : DocumentSummary{.id = renewal.document});
            planned.append(toJson(renewal));
        }
        terminal.object({{u"waiting"_s, lines}, {u"renewals"_s, planned}});
        return 0;
    });
}

Result<QList<EvidenceOutcome>> runQueue(Invocation& invocation, OfficeSession& session) {
    EvidenceQueue& queue = session.evidenceQueue();
    const Arguments& arguments = invocation.arguments();
    if (arguments.positional.isEmpty()) {
        return queue.run();
    }
    const auto id = session.queryDocuments().find(arguments.positional.first());
    if (!id) {
        return std::unexpected(id.error());
    }
    const auto outcome =
        queue.complete(*id, {}, {.hosts = arguments.values(u"allow-host"_s), .fresh = arguments.has(u"fresh"_s)});
    return outcome ? Result<QList<EvidenceOutcome>>({*outcome}) : std::unexpected(outcome.error());
}

Result<int> run(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const auto outcomes = runQueue(invocation, session);
        if (!outcomes) {
            return std::unexpected(outcomes.error());
        }
        const Terminal& terminal = invocation.terminal();
        QJsonArray lines;
        int completed = 0;
        for (const EvidenceOutcome& outcome : *outcomes) {
            printOutcome(terminal, outcome);
            lines.append(toJson(outcome));
            completed += outcome.settled ? 1 : 0;
        }
        const auto waiting = session.evidenceQueue().list();
        const auto left = waiting ? int(waiting->size()) : 0;
        terminal.line(u"%1 completed, %2 waiting"_s.arg(completed).arg(left),
                      u"%1 đã bổ sung xong, %2 còn chờ"_s.arg(completed).arg(left));
        terminal.object({{u"completed"_s, completed}, {u"waiting"_s, left}, {u"documents"_s, lines}});
        return completed == outcomes->size() ? 0 : lessThanWanted;
    });
}

} // namespace

QList<Command> evidenceCommands() {
    const Option allowHost{u"allow-host"_s, u"HOST"_s,
                           u"may be asked this once beside those that the trust store names"_s, true};
    const QString codes = u"2 a lower level was reached; what is missing is told"_s;
    return {
        {u"extend"_s,
         u"adds time stamps and revocation data to the signatures of any PDF; needs no profile"_s,
         u"FILE"_s,
         {{u"level"_s, u"LEVEL"_s, u"B-T, B-LT or B-LTA (default: B-LTA)"_s},
          {u"tsa"_s, u"URL"_s, u"RFC 3161 time-stamping authority"_s},
          {u"trust"_s, u"DIR"_s, u"folder with roots/, intermediates/ and crls/"_s},
          {u"output"_s, u"FILE"_s, u"where the extended PDF is written; FILE itself is never changed"_s},
          allowHost},
         codes,
         Needs::Core,
         extend},
        {u"evidence list"_s,
         u"lists the documents whose signatures wait for time stamps or revocation data, and when proof is renewed"_s,
         {},
         {},
         {},
         Needs::Core,
         listEvidence},
        {u"evidence run"_s,
         u"tries to complete and to renew what is due, or completes the named document now"_s,
         u"[DOCUMENT]"_s,
         {allowHost, {u"fresh"_s, {}, u"ask again for what is kept from earlier answers"_s}},
         codes,
         Needs::Core,
         run},
    };
}

} // namespace app::cli
