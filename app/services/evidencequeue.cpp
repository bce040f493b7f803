// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/evidencequeue.h"

#include "app/domain/signaturelevel.h"
#include "app/services/officedesk.h"
#include "app/services/proofrenewal.h"
#include "docsig/pades/padesextender.h"
#include "docsig/report/reportjson.h"

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Minutes until the next attempt, by attempts made; the last one stays.
constexpr std::array<int, 8> delays{1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60, 48 * 60};

QDateTime nextAttempt(const QDateTime& now, int attemptsMade) {
    const auto index = std::min<size_t>(static_cast<size_t>(attemptsMade), delays.size() - 1);
    return now.addSecs(60 * delays.at(index));
}

constexpr int mostRenewals = 200; ///< of one run; the most urgent first, the others with the next run

/// No later attempt changes anything: a person has to look.
bool isForGood(const QString& code) {
    static const QStringList codes{u"extend-not-intact"_s, u"content-damaged"_s, u"document-not-found"_s};
    return codes.contains(code);
}

/// What the next evidence is added to.
QByteArray newestOf(const DocumentDetail& document) {
    return document.evidenceSha256.isEmpty() ? document.pdfSha256 : document.evidenceSha256;
}

/// Waits for the turn, but not longer than it is wanted.
std::unique_lock<std::timed_mutex> turnOf(std::timed_mutex& running, const std::stop_token& stop) {
    std::unique_lock lock(running, std::defer_lock);
    while (!stop.stop_requested() && !lock.try_lock_for(std::chrono::milliseconds(50))) {
    }
    return lock;
}

EvidenceOutcome outcomeOf(const EvidenceJob& job, bool settled) {
    return {.document = job.document,
            .wanted = job.wanted,
            .reached = job.reached,
            .missing = job.missing,
            .error = job.error,
            .settled = settled,
            .nextAttempt = settled || job.rests ? QDateTime() : job.nextAttempt};
}

} // namespace

EvidenceQueue::EvidenceQueue(OfficeDesk& desk)
    : m_desk(desk) {}

Result<void> EvidenceQueue::plan(const DocumentId& id, docsig::Level wanted) {
    if (wanted <= docsig::Level::BB) {
        return {};
    }
    return m_desk.store().evidenceJobs().plan(id, wanted, m_desk.now());
}

Result<QList<EvidenceJob>> EvidenceQueue::list() const {
    return m_desk.store().evidenceJobs().all();
}

Result<std::optional<EvidenceJob>> EvidenceQueue::jobOf(const DocumentId& id) const {
    return m_desk.store().evidenceJobs().find(id);
}

Result<QList<EvidenceRenewal>> EvidenceQueue::renewals() const {
    return m_desk.store().evidenceRenewals().next(1000);
}

Result<QList<EvidenceJob>> EvidenceQueue::due() {
    if (const auto woken = wakeRenewals(); !woken) {
        return std::unexpected(woken.error());
    }
    auto jobs = list();
    if (jobs) {
        const QDateTime now = m_desk.now();
        jobs->removeIf(
            [&](const EvidenceJob& job) { return job.rests || (job.nextAttempt.isValid() && job.nextAttempt > now); });
    }
    return jobs;
}

Result<QList<EvidenceOutcome>> EvidenceQueue::run(std::stop_token stop) {
    const auto turn = turnOf(m_running, stop);
    const auto jobs = due();
    if (!jobs) {
        return std::unexpected(jobs.error());
    }
    QList<EvidenceOutcome> outcomes;
    for (const EvidenceJob& job : *jobs) {
        if (stop.stop_requested()) {
            break;
        }
        const auto outcome = attempt(job, {}, stop);
        if (!outcome) {
            return std::unexpected(outcome.error());
        }
        outcomes.append(*outcome);
    }
    return outcomes;
}

/// The row of the calendar stays until the proof is renewed; a document that waits already keeps its count of attempts.
Result<void> EvidenceQueue::wakeRenewals() {
    const auto due = m_desk.store().evidenceRenewals().due(m_desk.now(), mostRenewals);
    if (!due) {
        return std::unexpected(due.error());
    }
    for (const EvidenceRenewal& renewal : *due) {
        if (auto planned = plan(renewal.document, docsig::Level::BLta); !planned) {
            return planned;
        }
    }
    return {};
}

/// By the calendar and by the file itself, which another desk may have stamped anew meanwhile.
Result<bool> EvidenceQueue::isToBeRenewed(const DocumentId& id, const docsig::SignatureReport& report) const {
    const auto renewal = m_desk.store().evidenceRenewals().find(id);
    if (!renewal) {
        return std::unexpected(renewal.error());
    }
    const QDateTime ends = docsig::newestStampEnds(report);
    const int days = m_desk.profile().evidence.renewalDays;
    return *renewal && (*renewal)->due <= m_desk.now() && ends.isValid() && ends.addDays(-days) <= m_desk.now();
}

Result<void> EvidenceQueue::settle(const EvidenceJob& job, const docsig::SignatureReport& report) {
    const auto renewal = renewalOf(job.document, report, m_desk.now(), m_desk.profile().evidence.renewalDays);
    if (renewal && job.wanted == docsig::Level::BLta) {
        if (auto planned = m_desk.store().evidenceRenewals().plan(*renewal); !planned) {
            return planned;
        }
    }
    return m_desk.store().evidenceJobs().settle(job.document);
}

Result<EvidenceOutcome> EvidenceQueue::complete(const DocumentId& id, std::stop_token stop, const EvidenceWish& wish) {
    const auto turn = turnOf(m_running, stop);
    const auto job = jobOf(id);
    if (!job) {
        return std::unexpected(job.error());
    }
    if (!*job) {
        return fail("evidence-nothing-waits", id.text());
    }
    EvidenceJob wanted = **job;
    if (wanted.rests) {
        wanted.attempts = 0; // a person begins again
        wanted.rests = false;
    }
    return attempt(std::move(wanted), wish, stop);
}

Result<EvidenceOutcome> EvidenceQueue::attempt(EvidenceJob job, const EvidenceWish& wish, std::stop_token stop) {
    EvidenceJobs& jobs = m_desk.store().evidenceJobs();
    job.nextAttempt = nextAttempt(m_desk.now(), job.attempts);
    ++job.attempts;
    job.error = {};
    const auto leave = [&](const Error& error) -> Result<EvidenceOutcome> {
        job.error = error;
        if (isForGood(error.code)) {
            job.attempts = EvidenceJobs::mostAttempts;
        }
        job.rests = job.attempts >= EvidenceJobs::mostAttempts;
        if (auto noted = jobs.note(job); !noted) {
            return std::unexpected(noted.error());
        }
        return outcomeOf(job, false);
    };
    if (stop.stop_requested()) {
        return outcomeOf(job, false);
    }
    // Written down before anything is done.
    if (auto begun = jobs.note(job); !begun) {
        return std::unexpected(begun.error());
    }
    const auto document = m_desk.store().documents().detail(job.document);
    if (!document) {
        return leave(document.error());
    }
    const QByteArray base = newestOf(*document);
    const auto path = m_desk.store().blobs().path(base);
    const auto pdf = m_desk.store().blobs().bytes(base);
    if (!path || !pdf) {
        return leave(path ? pdf.error() : path.error());
    }
    // The worker looks first: a file that brings a reader down does it there.
    const docsig::SignatureReport report = m_desk.verifyClient().verifyFile(*path, {.at = m_desk.now()}, stop);
    if (report.verdict == docsig::Verdict::Unreadable) {
        return leave(report.findings.isEmpty() ? Error() : Error(report.findings.first().code, {}));
    }
    job.reached = weakestLevel(report);
    const auto renew = isToBeRenewed(job.document, report);
    if (!renew) {
        return leave(renew.error());
    }
    if (report.verdict == docsig::Verdict::Unsigned || (job.reached >= job.wanted && !*renew)) {
        job.missing.clear();
        const auto settled = m_desk.store().together([&] { return settle(job, report); });
        return settled ? Result<EvidenceOutcome>(outcomeOf(job, true)) : std::unexpected(settled.error());
    }
    const auto trust = docsig::TrustStore::load(m_desk.profile().trustFolder());
    if (!trust) {
        return leave(Error(trust.error()));
    }
    EvidenceAccess access = evidenceAccess(m_desk, wish);
    // A kept answer that did not help once is asked for again.
    access.fresh = access.fresh || job.attempts > 1;
    const auto source = m_desk.evidenceSource(access);
    const auto extension = docsig::PadesExtender(*trust, *source)
                               .extend(*pdf,
                                       {.target = job.wanted,
                                        .timeStampAddress = m_desk.profile().evidence.timeStampAddress,
                                        .at = m_desk.now()},
                                       stop);
    if (!extension) {
        return leave(Error(extension.error()));
    }
    job.reached = extension->reached;
    job.missing = extension->missing;
    if (extension->pdf == *pdf) {
        return leave({});
    }
    // Judged as anybody will judge it, before it takes its place; it also tells until when it proves.
    const docsig::SignatureReport extended =
        m_desk.verifyClient().verifyBytes(extension->pdf, {.at = m_desk.now()}, stop);
    const bool worse = extended.verdict == docsig::Verdict::Invalid && report.verdict != docsig::Verdict::Invalid;
    if (worse || extended.verdict == docsig::Verdict::Unreadable) {
        return leave(fail("evidence-not-confirmed", job.document.text()).error());
    }
    const QDateTime ends = docsig::newestStampEnds(report);
    if (*renew && job.missing.isEmpty() && docsig::newestStampEnds(extended) <= ends) {
        return putOff(job, ends);
    }
    return keep(job, base, extension->pdf, extended);
}

/// A stamp that ends with the last one would only make the file longer. The authority will have a new certificate one
/// day; until then it is asked again each month, and a person is told.
Result<EvidenceOutcome> EvidenceQueue::putOff(EvidenceJob job, const QDateTime& ends) {
    job.error = fail("renewal-gains-nothing", job.document.text()).error();
    return m_desk.store().together([&]() -> Result<EvidenceOutcome> {
        const QDateTime next = m_desk.now().addDays(30);
        const auto planned = m_desk.store().evidenceRenewals().plan({job.document, ends, next});
        const auto left = planned ? m_desk.store().evidenceJobs().settle(job.document) : planned;
        EvidenceOutcome outcome = outcomeOf(job, false);
        outcome.nextAttempt = next;
        return left ? Result<EvidenceOutcome>(outcome) : std::unexpected(left.error());
    });
}

Result<EvidenceOutcome> EvidenceQueue::keep(const EvidenceJob& job, const QByteArray& base, const QByteArray& pdf,
                                            const docsig::SignatureReport& report) {
    // A proof is renewed by a new stamp; where one could not be had, something is missing although the level is there.
    const bool settled = job.reached >= job.wanted && job.missing.isEmpty();
    return m_desk.store().together([&]() -> Result<EvidenceOutcome> {
        EvidenceJobs& jobs = m_desk.store().evidenceJobs();
        const auto now = m_desk.store().documents().detail(job.document);
        if (!now) {
            return std::unexpected(now.error());
        }
        if (newestOf(*now) != base) {
            // Somebody signed, numbered or completed it meanwhile: the newer PDF is looked at in the next attempt.
            EvidenceJob again = job;
            again.nextAttempt = {};
            const auto noted = jobs.note(again);
            return noted ? Result<EvidenceOutcome>(outcomeOf(again, false)) : std::unexpected(noted.error());
        }
        const auto stored = m_desk.store().putContent(pdf);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        const auto act = m_desk.store().record({.stream = m_desk.caseOf(job.document),
                                                .body = acts::EvidenceAdded{.document = job.document,
                                                                            .basePdfSha256 = base,
                                                                            .pdfSha256 = *stored,
                                                                            .level = docsig::word(job.reached)},
                                                .participants = {m_desk.organ().mailbox()},
                                                .cites = {*stored}});
        if (!act) {
            return std::unexpected(act.error());
        }
        const auto done = settled ? settle(job, report) : jobs.note(job);
        return done ? Result<EvidenceOutcome>(outcomeOf(job, settled)) : std::unexpected(done.error());
    });
}

} // namespace app
