// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/verdictpresenter.h"

#include "app/services/verifywithevidence.h"
#include "docsig/report/reportjson.h"
#include "ui/presentation/workpresenter.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using app::DocumentState;
using docsig::Judgement;
using docsig::Verdict;
using docsig::Weight;

namespace {

struct VerdictWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Verdicts)
};

QString joined(const QStringList& names) {
    if (names.size() < 2) {
        return names.join(QString());
    }
    return VerdictWords::tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(u", "_s), names.last());
}

QString validSentence(const docsig::SignatureReport& report) {
    QStringList names;
    for (const docsig::SignatureResult& signature : report.signatures) {
        if (signature.kind == "signature"_L1) {
            names << signerName(signature.signer);
        }
    }
    //: %1 is the names of the signers
    QString sentence = VerdictWords::tr("%n valid signature(s): %1.", nullptr, int(names.size())).arg(joined(names));
    const QString changes = changesSentence(report);
    return changes.isEmpty() ? sentence : sentence + u' ' + changes;
}

VerdictText ofReport(const docsig::SignatureReport& report, Verdict verdict, const Formatter& formatter) {
    VerdictText text;
    const QList<docsig::Finding> findings = weightyFindings(report);
    switch (verdict) {
    case Verdict::Valid:
        return {Tone::Good, "check"_L1, validSentence(report), {}, false};
    case Verdict::Unsigned:
        return {Tone::Caution, "alert"_L1, VerdictWords::tr("This document carries no digital signature."), {}, false};
    case Verdict::Unreadable:
        text = {Tone::Bad,
                "cross"_L1,
                VerdictWords::tr("The file can't be read, so nothing can be said about its signatures."),
                {},
                false};
        break;
    case Verdict::Invalid:
        text = {Tone::Bad, "cross"_L1, VerdictWords::tr("A signature on this document is not valid."), {}, false};
        break;
    case Verdict::CannotTell:
        text = {Tone::Caution, "question"_L1, VerdictWords::tr("The signatures can't be confirmed."), {}, false};
        break;
    }
    if (!findings.isEmpty()) {
        const docsig::Finding& worst = findings.first();
        text.sentence = formatter.sentence(worst.code);
        if (worst.page >= 0) {
            text.sentence += u' ' + VerdictWords::tr("See page %1.").arg(worst.page + 1);
        }
        text.code = worst.code;
    }
    return text;
}

VerdictText ofIncoming(const app::IncomingVerdict& verdict, const Formatter& formatter) {
    VerdictText text = ofReport(verdict.report, verdict.verdict, formatter);
    // The sender speaks where the signatures alone would not have made this verdict.
    if (verdict.verdict != Verdict::Valid && verdict.report.verdict != verdict.verdict &&
        !verdict.sender.findings.isEmpty()) {
        text.code = verdict.sender.findings.first().code;
        text.sentence = formatter.sentence(text.code);
    }
    return text;
}

VerdictText beforeSigning(const app::SigningView& view, const Formatter& formatter) {
    const QList<docsig::Finding> findings = weightyFindings(view.report);
    if (view.report.verdict == Verdict::Unreadable) {
        return ofReport(view.report, Verdict::Unreadable, formatter);
    }
    if (findings.isEmpty()) {
        return {Tone::Good,
                "check"_L1,
                VerdictWords::tr(
                    "Looked through before signing: no hidden layer, no script, nothing that can be switched."),
                {},
                false};
    }
    return {Tone::Caution, "alert"_L1,
            VerdictWords::tr("%n point(s) to see before signing:", nullptr, int(findings.size())) + u' ' +
                formatter.sentence(findings.first().code),
            findings.first().code, false};
}

VerdictText ofOwn(const DocumentCase& known, const Formatter& formatter) {
    switch (known.detail.summary.state) {
    case DocumentState::Draft:
        return {
            Tone::Neutral, "draft"_L1, VerdictWords::tr("A draft: only you see it until it is submitted."), {}, false};
    case DocumentState::Returned:
        return {Tone::Caution, "alert"_L1, VerdictWords::tr("Given back: %1").arg(known.detail.reason), {}, false};
    case DocumentState::WaitingForInitial:
        if (known.signing) {
            return beforeSigning(*known.signing, formatter);
        }
        if (!known.detail.actions.canInitial) {
            return {Tone::Neutral,
                    "clock"_L1,
                    VerdictWords::tr("It comes to the leader when it has been initialled."),
                    {},
                    false};
        }
        [[fallthrough]];
    case DocumentState::WaitingForSignature:
        if (known.signing) {
            return beforeSigning(*known.signing, formatter);
        }
        if (!known.detail.actions.canSign && !known.detail.actions.canInitial) {
            return {Tone::Neutral,
                    "clock"_L1,
                    VerdictWords::tr("Submitted; waits for the signature of %1.").arg(known.detail.signer.fullName),
                    {},
                    false};
        }
        return {Tone::Neutral, "clock"_L1, VerdictWords::tr("Being looked through before signing…"), {}, false};
    default:
        break;
    }
    if (known.ownReport) {
        return ofReport(*known.ownReport, known.ownReport->verdict, formatter);
    }
    return {Tone::Neutral, "clock"_L1, VerdictWords::tr("The signatures are being checked…"), {}, false};
}

/// What its sender, or we, did about the document after it was sent: said before what its signatures are worth. A new
/// version is judged like any document.
std::optional<VerdictText> ofChange(const DocumentCase& known) {
    const app::DocumentSummary& summary = known.detail.summary;
    const QString reason = known.detail.changes.isEmpty() ? QString() : known.detail.changes.last().reason;
    if (summary.state == DocumentState::Withdrawn) {
        return VerdictText{
            Tone::Neutral,
            "reply"_L1,
            summary.incoming ? VerdictWords::tr("Withdrawn by its sender: frozen, kept with its trace. %1").arg(reason)
                             : VerdictWords::tr("Taken back from every receiver."),
            {},
            false};
    }
    if (summary.state == DocumentState::Voided) {
        return VerdictText{
            Tone::Neutral,
            "reply"_L1,
            VerdictWords::tr("Its number was made void: closed, kept with its trace. %1").arg(known.detail.reason),
            {},
            false};
    }
    if (summary.mark == app::ChangeMark::RecallOffered) {
        return VerdictText{
            Tone::Caution,
            "alert"_L1,
            VerdictWords::tr("Its sender asks to have it back: %1 Work on it rests until this is answered.")
                .arg(reason),
            {},
            false};
    }
    if (summary.mark == app::ChangeMark::Replaced || summary.state == DocumentState::Replaced) {
        const bool isVersion = std::ranges::any_of(known.detail.links, [](const app::DocumentLink& link) {
            return link.kind == app::DocumentLink::Kind::UpdatedBy;
        });
        return VerdictText{Tone::Caution,
                           "alert"_L1,
                           isVersion ? VerdictWords::tr("A new version took its place; see Links. %1").arg(reason)
                                     : VerdictWords::tr("Replaced by another document; see Links. %1").arg(reason),
                           {},
                           false};
    }
    if (summary.mark == app::ChangeMark::RecallAsked) {
        return VerdictText{
            Tone::Caution, "clock"_L1, VerdictWords::tr("Asked back; the trail shows who has answered."), {}, false};
    }
    return std::nullopt;
}

VerdictText sentenceOf(const DocumentCase& known, const Formatter& formatter) {
    if (auto change = ofChange(known)) {
        change->sentence = change->sentence.trimmed();
        return *change;
    }
    if (known.problem) {
        return {Tone::Bad, "cross"_L1, formatter.sentence(*known.problem), known.problem->code,
                known.detail.summary.incoming};
    }
    if (!known.detail.summary.incoming) {
        return ofOwn(known, formatter);
    }
    if (known.detail.summary.state == DocumentState::Problem) {
        return {Tone::Bad, "cross"_L1, formatter.sentence(known.detail.summary.problem),
                known.detail.summary.problem.code, false};
    }
    if (known.detail.isUnopened()) {
        return {Tone::Neutral,
                "person"_L1,
                VerdictWords::tr("An envelope for %1 by name, not opened. Nobody else sees it but the clerk.")
                    .arg(actorName(known.people, known.detail.paper->envelopeFor, {})),
                {},
                false};
    }
    if (known.detail.task) {
        return {Tone::Neutral,
                "flag"_L1,
                VerdictWords::tr("A task that %1 gave at a meeting: there is no document to check.")
                    .arg(actorName(known.people, known.detail.task->by, {})),
                {},
                false};
    }
    if (known.detail.summary.paper) {
        return {Tone::Neutral,
                "pages"_L1,
                VerdictWords::tr("A paper document: there is no digital signature to check."),
                {},
                false};
    }
    if (known.verdict) {
        return ofIncoming(*known.verdict, formatter);
    }
    if (!known.complete) {
        return {Tone::Neutral, "clock"_L1, VerdictWords::tr("The signatures are being checked…"), {}, false};
    }
    return {Tone::Neutral, "clock"_L1, VerdictWords::tr("The signatures have not been checked yet."), {}, true};
}

} // namespace

VerdictText verdictOf(const DocumentCase& known, const Formatter& formatter) {
    VerdictText text = sentenceOf(known, formatter);
    const docsig::SignatureReport* report = reportOf(known);
    text.canAsk = !text.canCheck && report && app::evidenceMayHelp(*report);
    return text;
}

JudgementText judgementText(Judgement judgement) {
    switch (judgement) {
    case Judgement::Valid:
        return {Tone::Good, "check"_L1, VerdictWords::tr("valid")};
    case Judgement::Invalid:
        return {Tone::Bad, "cross"_L1, VerdictWords::tr("not valid")};
    case Judgement::CannotTell:
        break;
    }
    return {Tone::Caution, "question"_L1, VerdictWords::tr("can't tell")};
}

QString partName(docsig::Part part) {
    switch (part) {
    case docsig::Part::Integrity:
        return VerdictWords::tr("Signed content");
    case docsig::Part::Coverage:
        return VerdictWords::tr("Changes afterwards");
    case docsig::Part::Trust:
        return VerdictWords::tr("Certificate");
    case docsig::Part::Time:
        return VerdictWords::tr("Proof of time");
    case docsig::Part::Algorithm:
        return VerdictWords::tr("Algorithm");
    case docsig::Part::Document:
        break;
    }
    return VerdictWords::tr("Document");
}

QString levelName(docsig::Level level) {
    // A name of the standard (ETSI EN 319 142-1 §6), the same in every language.
    return level == docsig::Level::None ? QString() : u"PAdES "_s + docsig::word(level);
}

QString waitingWords(const app::EvidenceJob& job) {
    return job.reached < docsig::Level::BT ? VerdictWords::tr("Waiting for a time stamp")
                                           : VerdictWords::tr("Waiting for revocation data");
}

const docsig::SignatureReport* reportOf(const DocumentCase& known) {
    return known.verdict     ? &known.verdict->report
           : known.ownReport ? &*known.ownReport
           : known.signing   ? &known.signing->report
                             : nullptr;
}

QString signerName(const docsig::CertificateFacts& certificate) {
    QString title = certificate.title;
    if (title == title.toUpper()) {
        title = title.left(1) + title.mid(1).toLower(); // certificates often shout: GIÁM ĐỐC
    }
    if (title.isEmpty()) {
        return certificate.commonName.isEmpty() ? VerdictWords::tr("an unknown signer") : certificate.commonName;
    }
    return u"%1 (%2)"_s.arg(certificate.commonName, title);
}

QString changesSentence(const docsig::SignatureReport& report) {
    bool fields = false;
    bool signatures = false;
    bool evidence = false;
    bool signedAlready = false;
    for (const docsig::RevisionInfo& revision : report.revisions) {
        const bool isSignature = revision.explanation == "revision-signature"_L1;
        if (signedAlready) {
            fields = fields || revision.explanation == "revision-fields-filled"_L1;
            signatures = signatures || isSignature;
            evidence = evidence || revision.explanation == "revision-evidence"_L1 ||
                       revision.explanation == "revision-time-stamp"_L1;
            if (revision.explanation == "revision-unexplained"_L1) {
                return {};
            }
        }
        signedAlready = signedAlready || isSignature;
    }
    if (fields && signatures) {
        return VerdictWords::tr("After the signature only number, date and seal were added.");
    }
    if (fields) {
        return VerdictWords::tr("After the signature only number and date were added.");
    }
    if (signatures) {
        return VerdictWords::tr("After the first signature only signatures were added.");
    }
    if (evidence) {
        return VerdictWords::tr("Only evidence was added afterwards.");
    }
    return signedAlready ? VerdictWords::tr("Nothing was changed afterwards.") : QString();
}

QList<docsig::Finding> weightyFindings(const docsig::SignatureReport& report) {
    QList<docsig::Finding> all = report.findings;
    for (const docsig::SignatureResult& signature : report.signatures) {
        all << signature.findings;
    }
    all.removeIf([](const docsig::Finding& finding) { return finding.weight == Weight::Note; });
    std::ranges::stable_sort(all, [](const docsig::Finding& one, const docsig::Finding& other) {
        return one.weight == Weight::Fault && other.weight != Weight::Fault;
    });
    return all;
}

} // namespace ui
