// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/answerverdicts.h"

#include "app/domain/vietnamtime.h"
#include "app/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

std::optional<AnswerVerdict> verdictOn(Transaction& transaction, const QByteArray& proof) {
    Rows rows = transaction.query(u"SELECT verdict, signer, statement FROM answer_verdict WHERE proof = ?"_s,
                                  {QString::fromLatin1(proof)});
    return rows.next() ? std::optional(
                             AnswerVerdict{.verdict = rows.text(0), .signer = rows.text(1), .statement = rows.word(2)})
                       : std::nullopt;
}

} // namespace

void showSignatures(Transaction& transaction, Opinion& opinion) {
    const Opinion question = opinion;
    for (OpinionMember& member : opinion.members) {
        for (OpinionAnswer& answer : member.answers) {
            const auto found = answer.proof.isEmpty() ? std::nullopt : verdictOn(transaction, answer.proof);
            if (!found) {
                continue;
            }
            const QString name =
                transaction.value(u"SELECT name FROM person WHERE mailbox = ?"_s, {answer.by}).toString();
            answer.signature = signatureOf(*found, answerStatement(question, member.mailbox, answer), name);
            answer.signerName = found->signer;
        }
    }
    weighSignatures(opinion);
}

void keepAnswerVerdict(Transaction& transaction, const QByteArray& proof, const AnswerVerdict& verdict,
                       const QDateTime& at) {
    transaction.change(u"INSERT OR REPLACE INTO answer_verdict (proof, verdict, signer, statement, judged_at)"
                       " VALUES (?, ?, ?, ?, ?)"_s,
                       {QString::fromLatin1(proof), verdict.verdict, verdict.signer,
                        QString::fromLatin1(verdict.statement), isoTime(at)});
}

} // namespace app
