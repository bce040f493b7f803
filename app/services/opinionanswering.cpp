// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/opinionanswering.h"

#include "app/domain/comment.h"
#include "app/domain/opinionproof.h"
#include "app/domain/streams.h"
#include "app/services/flowfieldnames.h"
#include "app/services/freshpdf.h"
#include "app/services/officedesk.h"
#include "app/services/signing.h"
#include "app/sheets/opinionsheet.h"
#include "app/sheets/sheetfile.h"
#include "app/store/verdictwords.h"
#include "docsig/pades/padessigner.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// Whether this member may answer now.
Result<void> checkTurn(const Opinion& opinion, const OpinionMember& member, const QDate& today) {
    if (member.answers.size() >= mostOpinionAnswers) {
        return fail("opinion-answers-full", QString::number(member.answers.size()));
    }
    if (today > opinion.due && member.answer()) {
        return fail("opinion-change-late", opinion.due.toString(Qt::ISODate));
    }
    return {};
}

/// Whose answer it is to be.
Result<QString> memberFor(const OfficeDesk& desk, const Opinion& opinion, const QString& as) {
    const Person self = desk.acting();
    if (as.trimmed().isEmpty()) {
        const auto member = answersFor(opinion, self.mailbox(), self.standsFor);
        return member ? Result<QString>(*member) : fail("opinion-not-asked", opinion.id.text());
    }
    const QString wanted = as.contains(u'/') ? as.trimmed() : desk.organ().text() + u'/' + as.trimmed();
    const bool isTheirs =
        wanted == self.mailbox() || (self.standsFor.contains(wanted) && !opinion.isAsker(self.mailbox()));
    return isTheirs && opinion.member(wanted) ? Result<QString>(wanted) : fail("opinion-not-in-place", as);
}

/// Who learns of an answer: whoever asks, and the member in whose place it is given, as far as they are still of the
/// office, for the server takes nobody else.
Result<QStringList> readersOf(const OfficeDesk& desk, const Opinion& opinion, const QString& member) {
    const auto people = desk.store().directory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    QStringList readers{desk.person().mailbox()};
    for (const QString& reader : {opinion.by, opinion.leader, member}) {
        const bool isHere = std::ranges::any_of(*people, [&](const Person& one) { return one.mailbox() == reader; });
        if (isHere && !readers.contains(reader)) {
            readers.append(reader);
        }
    }
    return readers;
}

/// The stream in which this person answered before; else a fresh one.
QString streamFor(const OfficeDesk& desk, const OpinionMember& member) {
    const QString self = desk.person().mailbox();
    const auto before = std::ranges::find(member.answers, self, &OpinionAnswer::by);
    return before == member.answers.end() ? freshAnswerStream(desk.organ()) : before->stream;
}

/// Whether the verifier broke down, which says nothing about the signature.
bool failedToLook(const docsig::SignatureReport& report) {
    return std::ranges::any_of(report.findings, [](const docsig::Finding& finding) {
        return finding.code.startsWith("worker-"_L1) && finding.weight == docsig::Weight::Doubt;
    });
}

AnswerVerdict verdictOf(const docsig::SignatureReport& report) {
    AnswerVerdict verdict{.verdict = verdictWord(report.verdict)};
    if (report.signatures.size() == 1) {
        const docsig::SignatureResult& signature = report.signatures.first();
        verdict.signer = signature.signer.commonName;
        verdict.statement = statementOf(signature.reason).value_or(QByteArray());
    }
    return verdict;
}

} // namespace

Result<QString> answerWords(Stance stance, const QString& text) {
    const QString words = commentText(text);
    if (words.size() > longestOpinionAnswer) {
        return fail("opinion-answer-too-long", QString::number(words.size()));
    }
    if (!isWholeAnswer(stance, words)) {
        return fail("opinion-answer-missing", stanceKey(stance));
    }
    return words;
}

Result<CheckedAnswer> checkedAnswer(const OfficeDesk& desk, const Opinion& opinion, const AnswerForm& form) {
    const auto name = memberFor(desk, opinion, form.as);
    if (!name) {
        return std::unexpected(name.error());
    }
    const OpinionMember& member = *opinion.member(*name);
    if (auto turn = checkTurn(opinion, member, desk.today()); !turn) {
        return std::unexpected(turn.error());
    }
    const auto words = answerWords(form.stance, form.text);
    const auto readers = words ? readersOf(desk, opinion, *name) : std::unexpected(words.error());
    if (!readers) {
        return std::unexpected(readers.error());
    }
    return CheckedAnswer{.member = *name,
                         .answer = {.stance = form.stance, .text = *words, .by = desk.person().mailbox()},
                         .stream = streamFor(desk, member),
                         .readers = *readers};
}

Result<QByteArray> signAnswer(const OfficeDesk& desk, const Opinion& opinion, const CheckedAnswer& checked,
                              const KeySource& key, const docsig::Pin& pin) {
    const auto people = desk.store().directory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    const Profile profile = desk.profile();
    const QByteArray statement = answerStatement(opinion, checked.member, checked.answer);
    const Sheet sheet = answerSheet({.opinion = opinion,
                                     .people = *people,
                                     .superiorName = profile.superiorName,
                                     .officeName = profile.agency.name,
                                     .made = desk.now()},
                                    checked.member, checked.answer, statement, Language::Vietnamese);
    const auto pdf = sheetBytes(sheet, SheetFormat::Pdf, Language::Vietnamese, desk.now());
    auto session = pdf ? openForSigning(desk, flow::leaderField, key, pin) : std::unexpected(pdf.error());
    if (!session) {
        return std::unexpected(session.error());
    }
    docsig::SignRequest request;
    request.fieldName = u"OpinionAnswer"_s;
    request.place = docsig::PagePlace{}; // it is not seen: the page says all
    request.docMdpPermission = 2;
    request.reason = statementReason(statement);
    request.claimedTime = desk.now();
    const auto made = docsig::PadesSigner().sign(*pdf, request, session->key());
    if (!made) {
        return passOn(made.error());
    }
    if (const auto fresh = verifyFresh(desk, *made); !fresh) {
        return std::unexpected(fresh.error());
    }
    return desk.store().putContent(*made);
}

Result<bool> judgeAnswers(const OfficeDesk& desk, const Opinion& opinion) {
    bool hasJudged = false;
    for (const OpinionMember& member : opinion.members) {
        for (const OpinionAnswer& answer : member.answers) {
            if (answer.signature != AnswerSignature::Unchecked || !desk.store().blobs().has(answer.proof)) {
                continue;
            }
            const auto path = desk.store().blobs().path(answer.proof);
            if (!path) {
                return std::unexpected(path.error());
            }
            // At the server's time of the answer: a certificate that ended since was good then.
            const auto report =
                desk.verifyClient().verifyFile(*path, {.at = answer.isPending ? desk.now() : answer.at});
            if (failedToLook(report)) {
                continue; // another time
            }
            const AnswerVerdict verdict = verdictOf(report);
            if (auto kept = desk.store().opinions().keepVerdict(opinion.id, answer.proof, verdict, desk.now()); !kept) {
                return std::unexpected(kept.error());
            }
            hasJudged = true;
        }
    }
    return hasJudged;
}

Result<QStringList> standInsOfMembers(const OfficeDesk& desk, const QStringList& members) {
    const auto all = desk.store().standing().all();
    if (!all) {
        return std::unexpected(all.error());
    }
    QStringList found;
    for (const Delegation& known : *all) {
        if (known.to.isEmpty() || !known.isOpenOn(desk.today()) || !members.contains(known.by)) {
            continue;
        }
        const auto person = desk.store().directory().person(known.to);
        if (!person) {
            return std::unexpected(person.error());
        }
        if (*person && !members.contains(known.to) && !found.contains(known.to)) {
            found.append(known.to);
        }
    }
    return found;
}

} // namespace app
