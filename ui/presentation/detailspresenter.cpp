// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/detailspresenter.h"

#include "ui/presentation/commentpresenter.h"
#include "ui/presentation/rowpresenter.h"
#include "ui/presentation/verdictpresenter.h"
#include "ui/presentation/workpresenter.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using docsig::Judgement;
using docsig::Part;

namespace {

struct DetailWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Details)
};

void addFact(DetailBlock& block, const QString& label, const QString& words) {
    if (!words.trimmed().isEmpty()) {
        block.lines << DetailLine{label, words, Tone::Neutral, {}, {}};
    }
}

DetailBlock paperBlock(const DocumentCase& known, const Formatter& formatter) {
    const app::PaperEntry& entry = *known.detail.paper;
    DetailBlock block{.heading = DetailWords::tr("On paper"), .icon = "pages"_L1};
    if (known.detail.isUnopened()) {
        addFact(block, DetailWords::tr("For, unopened"), actorName(known.people, entry.envelopeFor, {}));
    }
    addFact(block, DetailWords::tr("Pages"), entry.pages > 0 ? formatter.count(entry.pages) : QString());
    addFact(block, DetailWords::tr("Note"), entry.note);
    if (known.detail.isUnopened() && entry.scanSha256.isEmpty()) {
        return block; // there is nothing that could be scanned yet
    }
    addFact(block, DetailWords::tr("Scan"),
            entry.scanSha256.isEmpty() ? DetailWords::tr("none; the paper itself is with the clerk") : entry.scanName);
    return block;
}

QList<DetailBlock> facts(const DocumentCase& known, const Formatter& formatter) {
    const app::DocumentDetail& detail = known.detail;
    DetailBlock document{.heading = DetailWords::tr("Document")};
    addFact(document, DetailWords::tr("Issued by"), detail.issuer.name);
    addFact(document, DetailWords::tr("Above it"), detail.superiorName);
    addFact(document, DetailWords::tr("Kind"), formatter.kind(detail.summary.kindName));
    const bool isOfficial = detail.summary.application.isEmpty();
    if (!isOfficial) {
        addFact(document, DetailWords::tr("Named by the sender"), detail.applicationType);
    }
    addFact(document, isOfficial ? DetailWords::tr("Number") : DetailWords::tr("Identifier"), detail.summary.number);
    addFact(document, DetailWords::tr("Date"), detail.date.isValid() ? formatter.day(detail.date) : detail.dateText);
    addFact(document, DetailWords::tr("Signed by"),
            QStringList{detail.signer.competence, detail.signer.position, detail.signer.fullName}
                .filter(QRegularExpression(u"."_s))
                .join(u" · "_s));
    addFact(document, DetailWords::tr("Urgency"), urgencyWords(detail.summary.urgency));
    addFact(document, DetailWords::tr("Answer wanted by"), formatter.day(detail.summary.dueDate));
    QStringList receivers;
    for (const app::OrganRef& receiver : detail.receivers) {
        receivers << receiver.name;
    }
    addFact(document, DetailWords::tr("Receivers"), receivers.join(u'\n'));
    QList<DetailBlock> blocks{document};
    DetailBlock handling{.heading = DetailWords::tr("Handling")};
    addFact(handling, DetailWords::tr("State"), stateWords(detail.summary.state));
    addFact(handling, detail.paper ? DetailWords::tr("Entered") : DetailWords::tr("Received"),
            formatter.moment(detail.received));
    if (detail.summary.arrivalNumber > 0) {
        addFact(handling,
                isOfficial ? DetailWords::tr("Number in the incoming book") : DetailWords::tr("Number in its book"),
                formatter.bookNumber(detail.summary.arrivalNumber));
        addFact(handling, DetailWords::tr("Registered on"), formatter.day(detail.arrivalDate));
    }
    addFact(handling, DetailWords::tr("Reason"), detail.reason);
    blocks << handling;
    if (detail.paper) {
        blocks << paperBlock(known, formatter);
    }
    if (DetailBlock work = workBlock(known, formatter); !work.lines.isEmpty()) {
        blocks.prepend(std::move(work)); // what is to be done comes first
    }
    DetailBlock files{.heading = DetailWords::tr("Files")};
    for (const app::ContentRef& content : detail.contents) {
        files.files << DetailFile{.name = content.name,
                                  .size = formatter.size(content.size),
                                  .sha256 = content.sha256,
                                  .hasPages = content.name.endsWith(".pdf"_L1, Qt::CaseInsensitive) ||
                                              content.mediaType == "application/pdf"_L1,
                                  .here = content.here};
    }
    if (attachmentCount(known) > 0) {
        blocks.prepend(std::move(files)); // they are part of what is to be read
    } else if (!files.files.isEmpty()) {
        blocks << files;
    }
    DetailBlock extras{.heading = DetailWords::tr("What the packet says besides")};
    for (const app::PacketExtra& extra : detail.extras) {
        addFact(extras, extra.name, extra.value);
    }
    if (!extras.lines.isEmpty()) {
        blocks << extras;
    }
    if (!detail.packetFindings.isEmpty()) {
        DetailBlock odd{
            .heading = DetailWords::tr("Odd in the packet"), .side = {}, .tone = Tone::Caution, .icon = "alert"_L1};
        for (const QString& code : detail.packetFindings) {
            odd.lines << DetailLine{{}, formatter.sentence(code), Tone::Neutral, {}, code};
        }
        blocks << odd;
    }
    return blocks;
}

/// A finding as a line: its weight by symbol, its page as a way there.
DetailLine findingLine(const docsig::Finding& finding, const Formatter& formatter) {
    DetailLine line{{}, formatter.sentence(finding.code), Tone::Neutral, "info"_L1, finding.code, finding.page};
    if (finding.weight == docsig::Weight::Fault) {
        line.tone = Tone::Bad;
        line.icon = "cross"_L1;
    } else if (finding.weight == docsig::Weight::Doubt) {
        line.tone = Tone::Caution;
        line.icon = "question"_L1;
    }
    if (!finding.place.isEmpty()) {
        line.words += u" ("_s + finding.place + u')';
    }
    return line;
}

void addPart(DetailBlock& block, Part part, Judgement judgement, const Formatter& formatter,
             const QList<docsig::Finding>& findings) {
    const JudgementText text = judgementText(judgement);
    // No proof of time lowers nothing: it is told calmly.
    const bool calm = part == Part::Time && judgement == Judgement::CannotTell;
    block.lines << DetailLine{partName(part), text.words, calm ? Tone::Neutral : text.tone, text.icon, {}};
    for (const docsig::Finding& finding : findings) {
        if (finding.part == part) {
            block.lines << findingLine(finding, formatter);
        }
    }
}

/// What was found about the whole file, without what the list of revisions tells.
DetailBlock fileBlock(const docsig::SignatureReport& report, const Formatter& formatter) {
    DetailBlock block{.heading = DetailWords::tr("The file as a whole"), .icon = "info"_L1};
    for (const docsig::Finding& finding : report.findings) {
        if (report.revisions.size() < 2 || !finding.code.startsWith("revision-"_L1)) {
            block.lines << findingLine(finding, formatter);
        }
    }
    return block;
}

DetailBlock revisionBlock(const docsig::SignatureReport& report, const Formatter& formatter) {
    DetailBlock block{.heading = DetailWords::tr("Revisions of the file"), .icon = "list"_L1};
    for (const docsig::RevisionInfo& revision : report.revisions) {
        const bool unexplained = revision.explanation == "revision-unexplained"_L1;
        QString words = formatter.sentence(revision.explanation);
        if (!revision.details.isEmpty()) {
            words += u"\n"_s + QStringList(revision.details.mid(0, 12)).join(u", "_s);
        }
        block.lines << DetailLine{u"%1 · %2"_s.arg(revision.index + 1).arg(formatter.size(revision.endOffset)),
                                  words,
                                  unexplained ? Tone::Bad : Tone::Neutral,
                                  unexplained ? "cross"_L1 : QLatin1String(),
                                  {}};
    }
    return block;
}

QList<DetailBlock> signatureBlocks(const docsig::SignatureReport& report, const Formatter& formatter) {
    QList<DetailBlock> blocks;
    const bool grew = report.revisions.size() > 1;
    for (int index = 0; index < int(report.signatures.size()); ++index) {
        const docsig::SignatureResult& signature = report.signatures.at(index);
        DetailBlock block{
            .heading = signerName(signature.signer), .side = levelName(signature.level), .icon = "pen"_L1};
        block.comparesWith = grew && !signature.coversWholeFile && signature.coveredBytes > 0 ? index : -1;
        addFact(block, DetailWords::tr("Organisation"), signature.signer.organisation);
        DetailLine where{DetailWords::tr("Field"), signature.fieldName, Tone::Neutral, {}, {}, signature.page};
        block.lines << where;
        addFact(block, DetailWords::tr("Signer's clock"), formatter.moment(signature.claimedTime));
        addFact(block, DetailWords::tr("Certificate from"), signature.signer.issuerName);
        addFact(block, DetailWords::tr("Certificate valid"),
                u"%1 – %2"_s.arg(formatter.day(signature.signer.notBefore.date()),
                                 formatter.day(signature.signer.notAfter.date())));
        if (signature.provenTime) {
            addFact(block, DetailWords::tr("Time proven"), formatter.moment(*signature.provenTime));
        }
        addPart(block, Part::Integrity, signature.integrity, formatter, signature.findings);
        addPart(block, Part::Coverage, signature.coverage, formatter, signature.findings);
        addPart(block, Part::Trust, signature.trust, formatter, signature.findings);
        addPart(block, Part::Time, signature.time, formatter, signature.findings);
        addPart(block, Part::Algorithm, signature.algorithm, formatter, signature.findings);
        blocks << block;
    }
    if (const DetailBlock whole = fileBlock(report, formatter); !whole.lines.isEmpty()) {
        blocks << whole;
    }
    if (grew) {
        blocks << revisionBlock(report, formatter);
    }
    if (!blocks.isEmpty()) {
        blocks.last().offersReport = true;
    }
    return blocks;
}

/// What kept the evidence away at the last attempt, in words.
void addFailure(DetailBlock& block, const app::EvidenceJob& job, const Formatter& formatter) {
    if (!job.error.code.isEmpty()) {
        block.lines << DetailLine{{}, formatter.sentence(job.error), Tone::Caution, "alert"_L1, job.error.code};
    }
    for (const docsig::Finding& finding : job.missing) {
        block.lines << findingLine(finding, formatter);
    }
}

/// What the signatures still wait for.
DetailBlock waitingBlock(const app::EvidenceJob& job, const Formatter& formatter) {
    DetailBlock block{.heading = waitingWords(job), .side = {}, .tone = Tone::Caution, .icon = "clock"_L1};
    addFact(block, DetailWords::tr("Level now"), levelName(job.reached));
    addFact(block, DetailWords::tr("Wanted level"), levelName(job.wanted));
    if (job.attempts > 0) {
        addFact(block, DetailWords::tr("Attempts"), formatter.count(job.attempts));
    }
    addFact(block, DetailWords::tr("Next attempt"),
            job.rests                   ? DetailWords::tr("only when you ask")
            : job.nextAttempt.isValid() ? formatter.moment(job.nextAttempt)
                                        : DetailWords::tr("at once"));
    addFailure(block, job, formatter);
    block.offersCompletion = true;
    return block;
}

/// What the queue has to do with the document, and the archive's copy.
QList<DetailBlock> evidenceBlocks(const DocumentCase& known, const Formatter& formatter) {
    QList<DetailBlock> blocks;
    if (known.evidence) {
        blocks << waitingBlock(*known.evidence, formatter);
    }
    if (!known.detail.evidenceSha256.isEmpty()) {
        DetailBlock copy{.heading = DetailWords::tr("Archive copy with evidence"),
                         .side = levelName(known.detail.evidenceLevel),
                         .icon = "dossier"_L1};
        addFact(copy, {}, DetailWords::tr("Kept beside the document, which stays as it was sent or received."));
        blocks << copy;
    }
    return blocks;
}

/// The signature of the packet that the document came in, apart from the verdict on the document.
DetailBlock packetBlock(const app::PacketSignatureFacts& signature, const Formatter& formatter) {
    using State = app::PacketSignatureFacts::State;
    DetailBlock block{.heading = DetailWords::tr("Signature of the packet"), .icon = "dossier"_L1};
    switch (signature.state) {
    case State::None:
        block.side = DetailWords::tr("none");
        break;
    case State::Unchecked:
        block.side = DetailWords::tr("can't be checked");
        block.tone = Tone::Caution;
        block.icon = "question"_L1;
        break;
    case State::Valid:
        block.side = DetailWords::tr("holds");
        block.icon = "check"_L1;
        break;
    case State::Wrong:
        block.side = DetailWords::tr("does not hold");
        block.tone = Tone::Caution;
        block.icon = "alert"_L1;
        break;
    }
    addFact(block, DetailWords::tr("Certificate of"), signature.signer);
    if (!signature.reason.isEmpty()) {
        block.lines << DetailLine{{}, formatter.sentence(signature.reason), Tone::Neutral, {}, signature.reason};
    }
    addFact(block, {},
            DetailWords::tr("It tells who closed the packet. Whether the document is valid, its own signatures say."));
    return block;
}

QList<DetailBlock> signatures(const DocumentCase& known, const Formatter& formatter) {
    QList<DetailBlock> blocks = evidenceBlocks(known, formatter);
    if (known.detail.paper) {
        DetailBlock block{.heading = DetailWords::tr("Paper document"), .icon = "pages"_L1};
        addFact(block, {},
                DetailWords::tr("There is no digital signature to check. Who signed and sealed it, the paper shows."));
        blocks << block;
    }
    if (known.verdict) {
        const app::SenderJudgement& sender = known.verdict->sender;
        const JudgementText text = judgementText(sender.judgement);
        DetailBlock block{
            .heading = DetailWords::tr("Sender"), .side = text.words, .tone = text.tone, .icon = text.icon};
        addFact(block, DetailWords::tr("Packet from"), known.detail.issuer.name);
        addFact(block, DetailWords::tr("Seal of"), sender.sealName);
        for (const app::SenderFinding& finding : sender.findings) {
            block.lines << DetailLine{{}, formatter.sentence(finding.code), Tone::Neutral, {}, finding.code};
            addFact(block, DetailWords::tr("Expected"), finding.expected);
            addFact(block, DetailWords::tr("Found"), finding.found);
        }
        block.offersPin = !sender.sealCertificateSha256.isEmpty() && sender.binding == app::SealBinding::None &&
                          sender.judgement == Judgement::CannotTell;
        blocks << block << signatureBlocks(known.verdict->report, formatter);
        blocks << packetBlock(known.detail.packetSignature, formatter);
    } else if (known.ownReport) {
        blocks << signatureBlocks(*known.ownReport, formatter);
    } else if (known.signing) {
        blocks << signatureBlocks(known.signing->report, formatter);
    }
    return blocks;
}

/// What offices report that are no receivers.
QList<DetailBlock> strangers(const DocumentCase& known, const Formatter& formatter) {
    QList<DetailBlock> blocks;
    for (const app::StrangerStatus& stranger : known.detail.strangers) {
        DetailBlock block{.heading = stranger.from.id.text(),
                          .side = formatter.moment(stranger.event.time),
                          .tone = Tone::Caution,
                          .icon = "alert"_L1};
        block.lines << DetailLine{{}, formatter.sentence(u"status-foreign"_s), Tone::Caution, {}, u"status-foreign"_s};
        addFact(block, DetailWords::tr("Reported"), formatter.trailWords(stranger.event.code));
        addFact(block, DetailWords::tr("Reason"), stranger.event.reason);
        blocks << block;
    }
    return blocks;
}

/// What this office reported about a document that came in, and a server on the way did not take.
QList<DetailBlock> undelivered(const DocumentCase& known, const Formatter& formatter) {
    QList<DetailBlock> blocks;
    for (const app::TrailEvent& event : known.detail.undelivered) {
        DetailBlock block{.heading = DetailWords::tr("A report of ours did not reach the sender"),
                          .side = formatter.moment(event.time),
                          .tone = Tone::Caution,
                          .icon = "alert"_L1};
        addFact(block, DetailWords::tr("Reason"), event.reason);
        blocks << block;
    }
    return blocks;
}

QList<DetailBlock> trail(const DocumentCase& known, const Formatter& formatter) {
    QList<DetailBlock> blocks = undelivered(known, formatter);
    for (const app::TrailLine& line : known.detail.trail) {
        DetailBlock block{.heading = line.receiver.name.isEmpty() ? line.receiver.id.text() : line.receiver.name,
                          .side = formatter.moment(line.time),
                          .tone = trailTone(line.lastCode),
                          .icon = trailIcon(line.lastCode)};
        block.lines << DetailLine{{}, formatter.trailWords(line.lastCode), trailTone(line.lastCode), {}, {}};
        addFact(block, DetailWords::tr("Reason"), line.reason);
        for (const app::TrailEvent& event : line.history) {
            QString words = formatter.trailWords(event.code);
            if (!event.person.isEmpty()) {
                words += u" · "_s + event.person;
            }
            if (event.late) {
                words += u" · "_s + DetailWords::tr("came late");
            }
            block.lines << DetailLine{formatter.moment(event.time), words, Tone::Neutral, {}, {}};
        }
        blocks << block;
    }
    return blocks << strangers(known, formatter);
}

QString linkWords(app::DocumentLink::Kind kind) {
    using Kind = app::DocumentLink::Kind;
    switch (kind) {
    case Kind::Answers:
        return DetailWords::tr("Answers %1");
    case Kind::AnsweredBy:
        return DetailWords::tr("Answered by %1");
    case Kind::Replaces:
        return DetailWords::tr("Replaces %1");
    case Kind::ReplacedBy:
        return DetailWords::tr("Replaced by %1");
    case Kind::Updates:
        return DetailWords::tr("New version of %1");
    case Kind::UpdatedBy:
        return DetailWords::tr("Has a new version, %1");
    case Kind::SameAs:
        return DetailWords::tr("May be the same as %1");
    }
    return u"%1"_s;
}

QList<DetailBlock> links(const DocumentCase& known, const Formatter& formatter) {
    QList<DetailBlock> blocks;
    for (const app::DocumentLink& link : known.detail.links) {
        DetailBlock block{.heading = linkWords(link.kind).arg(link.number), .icon = "link"_L1};
        addFact(block, {}, link.subject);
        block.leadsTo = link.document;
        blocks << block;
    }
    for (const app::DossierSummary& dossier : known.dossiers) {
        DetailBlock block{.heading = dossier.title, .side = dossier.code, .icon = "dossier"_L1};
        addFact(block, {}, dossier.isClosed() ? DetailWords::tr("Closed dossier") : DetailWords::tr("Open dossier"));
        blocks << block;
    }
    Q_UNUSED(formatter)
    return blocks;
}

QList<DetailBlock> history(const DocumentCase& known, const Formatter& formatter) {
    QList<DetailBlock> blocks;
    for (auto line = known.detail.history.crbegin(); line != known.detail.history.crend(); ++line) {
        DetailBlock block{.heading = actWords(line->kind), .side = formatter.moment(line->at)};
        addFact(block, {}, actorName(known.people, line->by, line->as));
        addFact(block, {}, line->kind == "taken-back"_L1 ? actWords(line->detail) : line->detail);
        if (line->pending) {
            block.lines << DetailLine{{}, DetailWords::tr("waits for the server"), Tone::Caution, "clock"_L1, {}};
        }
        blocks << block;
    }
    return blocks;
}

} // namespace

QString actWords(const QString& kind) {
    static const QHash<QString, const char*> words{
        {u"submitted"_s, QT_TRANSLATE_NOOP("ui::Details", "Submitted for signature")},
        {u"returned"_s, QT_TRANSLATE_NOOP("ui::Details", "Given back")},
        {u"initialled"_s, QT_TRANSLATE_NOOP("ui::Details", "Initialled")},
        {u"signed"_s, QT_TRANSLATE_NOOP("ui::Details", "Signed")},
        {u"number-drawn"_s, QT_TRANSLATE_NOOP("ui::Details", "Number drawn")},
        {u"number-assigned"_s, QT_TRANSLATE_NOOP("ui::Details", "Number given")},
        {u"sealed"_s, QT_TRANSLATE_NOOP("ui::Details", "Sealed")},
        {u"evidence-added"_s, QT_TRANSLATE_NOOP("ui::Details", "Evidence added to the signatures")},
        {u"sent"_s, QT_TRANSLATE_NOOP("ui::Details", "Sent")},
        {u"registered"_s, QT_TRANSLATE_NOOP("ui::Details", "Registered in the incoming book")},
        {u"refused"_s, QT_TRANSLATE_NOOP("ui::Details", "Returned to sender")},
        {u"entry-voided"_s, QT_TRANSLATE_NOOP("ui::Details", "Number voided")},
        {u"book-closed"_s, QT_TRANSLATE_NOOP("ui::Details", "Book closed")},
        {u"replied"_s, QT_TRANSLATE_NOOP("ui::Details", "Answered")},
        {u"linked"_s, QT_TRANSLATE_NOOP("ui::Details", "Linked")},
        {u"dossier-filed"_s, QT_TRANSLATE_NOOP("ui::Details", "Filed into a dossier")},
        {u"dossier-unfiled"_s, QT_TRANSLATE_NOOP("ui::Details", "Taken out of a dossier again")},
        {u"taken-back"_s, QT_TRANSLATE_NOOP("ui::Details", "Undone by whoever did it")},
        {u"seal-pinned"_s, QT_TRANSLATE_NOOP("ui::Details", "Seal vouched for")},
        {u"assigned"_s, QT_TRANSLATE_NOOP("ui::Details", "Given to somebody to deal with")},
        {u"directed"_s, QT_TRANSLATE_NOOP("ui::Details", "Directed: who deals with it")},
        {u"work-given-back"_s, QT_TRANSLATE_NOOP("ui::Details", "Share of the work given back")},
        {u"time-asked"_s, QT_TRANSLATE_NOOP("ui::Details", "More time asked for")},
        {u"time-granted"_s, QT_TRANSLATE_NOOP("ui::Details", "More time granted")},
        {u"time-refused"_s, QT_TRANSLATE_NOOP("ui::Details", "More time refused")},
        {u"paper-corrected"_s, QT_TRANSLATE_NOOP("ui::Details", "What was entered was corrected")},
        {u"stand-in-brought"_s, QT_TRANSLATE_NOOP("ui::Details", "Brought to who stands in")},
        {u"reminded"_s, QT_TRANSLATE_NOOP("ui::Details", "Reminded")},
        {u"commented"_s, QT_TRANSLATE_NOOP("ui::Details", "Comment")},
        {u"progressed"_s, QT_TRANSLATE_NOOP("ui::Details", "Work goes on")},
        {u"finished"_s, QT_TRANSLATE_NOOP("ui::Details", "Work ended")},
        {u"recall-asked"_s, QT_TRANSLATE_NOOP("ui::Details", "Taken back")},
        {u"change-agreed"_s, QT_TRANSLATE_NOOP("ui::Details", "Agreed to what the sender asked")},
        {u"change-refused"_s, QT_TRANSLATE_NOOP("ui::Details", "Refused what the sender asked")},
        {u"updated"_s, QT_TRANSLATE_NOOP("ui::Details", "Sent again, brought up to date")},
        {u"superseded"_s, QT_TRANSLATE_NOOP("ui::Details", "Replaced by another document")},
        {u"withdraw-offered"_s, QT_TRANSLATE_NOOP("ui::Details", "The sender asks to have it back")},
        {u"update-offered"_s, QT_TRANSLATE_NOOP("ui::Details", "The sender brought it up to date")},
        {u"replace-offered"_s, QT_TRANSLATE_NOOP("ui::Details", "The sender replaced it")}};
    const char* known = words.value(kind);
    return known ? DetailWords::tr(known) : kind;
}

QString tabName(DetailTab tab) {
    switch (tab) {
    case DetailTab::Facts:
        return DetailWords::tr("Facts");
    case DetailTab::Comments:
        return DetailWords::tr("Comments");
    case DetailTab::Signatures:
        return DetailWords::tr("Signatures");
    case DetailTab::Trail:
        return DetailWords::tr("Trail");
    case DetailTab::Links:
        return DetailWords::tr("Links");
    case DetailTab::History:
        return DetailWords::tr("History");
    }
    return {};
}

int attachmentCount(const DocumentCase& known) {
    return int(std::ranges::count(known.detail.contents, app::ContentRef::Role::Attachment, &app::ContentRef::role));
}

QString emptyTabText(DetailTab tab) {
    switch (tab) {
    case DetailTab::Comments:
        return DetailWords::tr("There is no comment on this document.");
    case DetailTab::Signatures:
        return DetailWords::tr("There is no signature to show yet.");
    case DetailTab::Trail:
        return DetailWords::tr("The trail begins when the document is sent.");
    case DetailTab::Links:
        return DetailWords::tr("No other document is linked with this one.");
    case DetailTab::History:
        return DetailWords::tr("Nothing has been done with this document yet.");
    case DetailTab::Facts:
        break;
    }
    return {};
}

QList<DetailBlock> blocksOf(const DocumentCase& known, DetailTab tab, const Formatter& formatter) {
    switch (tab) {
    case DetailTab::Facts:
        return facts(known, formatter);
    case DetailTab::Comments:
        return conversation(known, formatter);
    case DetailTab::Signatures:
        return signatures(known, formatter);
    case DetailTab::Trail:
        return trail(known, formatter);
    case DetailTab::Links:
        return links(known, formatter);
    case DetailTab::History:
        return history(known, formatter);
    }
    return {};
}

Tone trailTone(const QString& code) {
    if (code == "02"_L1 || code == "failed"_L1) {
        return Tone::Bad;
    }
    if (code == "uncertain"_L1 || code == "13"_L1 || code == "16"_L1) {
        return Tone::Caution;
    }
    if (code == "03"_L1 || code == "04"_L1 || code == "05"_L1 || code == "06"_L1) {
        return Tone::Good;
    }
    return Tone::Neutral;
}

QLatin1String trailIcon(const QString& code) {
    switch (trailTone(code)) {
    case Tone::Good:
        return "check"_L1;
    case Tone::Bad:
        return "cross"_L1;
    case Tone::Caution:
        return "question"_L1;
    case Tone::Neutral:
        break;
    }
    return code == "sent"_L1 || code == "01"_L1 ? "send"_L1 : "clock"_L1;
}

} // namespace ui
