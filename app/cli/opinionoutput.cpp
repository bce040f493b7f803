// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/opinionoutput.h"

#include "app/cli/documentoutput.h"
#include "app/sheets/opinionsheet.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

/// What this person has to do about it, or what became of it.
QString turnOf(const OpinionSummary& opinion, const QDate& today, bool vietnamese) {
    if (opinion.isClosed()) {
        return vietnamese ? u"đã kết thúc"_s : u"closed"_s;
    }
    if (opinion.isAsker) {
        const QString answered =
            (vietnamese ? u"đã trả lời %1/%2"_s : u"answered %1/%2"_s).arg(opinion.answered).arg(opinion.members);
        return opinion.isToClose(today) ? answered + (vietnamese ? u", chờ kết thúc"_s : u", to be closed"_s)
                                        : answered;
    }
    if (opinion.own) {
        return stanceName(*opinion.own, vietnamese ? Language::Vietnamese : Language::English);
    }
    return vietnamese ? u"chờ bạn trả lời"_s : u"waits for you"_s;
}

QJsonObject answerJson(const OpinionAnswer& answer, bool isCounting) {
    return {{u"stance"_s, stanceKey(answer.stance)},
            {u"text"_s, answer.text},
            {u"at"_s, timeOrNull(answer.at)},
            {u"late"_s, answer.isLate},
            {u"counts"_s, isCounting},
            {u"by"_s, answer.by},
            {u"signature"_s, signatureKey(answer.signature)},
            {u"signer"_s, answer.signerName},
            {u"document"_s, answer.document ? QJsonValue(answer.document->text()) : QJsonValue()},
            {u"pending"_s, answer.isPending}};
}

/// Whose answer it is, and who gave it in their place.
QString whoAnswers(const OpinionMember& member, const OpinionAnswer& answer, Language language) {
    if (member.isOffice()) {
        return member.officeName;
    }
    const QString inPlace = language == Language::Vietnamese ? u"%1 thay %2"_s : u"%1 in the place of %2"_s;
    return answer.by.isEmpty() || answer.by == member.mailbox ? member.mailbox : inPlace.arg(answer.by, member.mailbox);
}

void printMember(const Terminal& terminal, const Opinion& opinion, const OpinionMember& member) {
    const bool vietnamese = terminal.language() == Language::Vietnamese;
    const OpinionAnswer* counting = countedAnswer(opinion, member);
    if (member.answers.isEmpty()) {
        terminal.line(u"  – "_s + (member.isOffice() ? member.officeName : member.mailbox));
    }
    for (const OpinionAnswer& answer : member.answers) {
        QStringList parts{whoAnswers(member, answer, terminal.language()), displayTime(answer.at),
                          stanceName(answer.stance, terminal.language()),
                          answer.isUnsigned && answer.proof.isEmpty()
                              ? (vietnamese ? u"chưa ký"_s : u"not signed"_s)
                              : signatureName(answer.signature, terminal.language()),
                          QString(answer.text).replace(u'\n', u' ')};
        parts.removeAll(QString());
        terminal.line((&answer == counting ? u"  ● "_s : u"  ○ "_s) + parts.join(u"  "_s));
    }
}

} // namespace

QString opinionLine(const OpinionSummary& opinion, const QDate& today, Language language) {
    const bool vietnamese = language == Language::Vietnamese;
    QString due = opinion.due.toString(u"dd/MM/yyyy"_s);
    if (!opinion.isClosed() && opinion.due < today) {
        due += vietnamese ? u" (quá hạn)"_s : u" (overdue)"_s;
    }
    return u"%1  %2  %3  %4  %5"_s.arg(opinion.id.text().left(8), due, turnOf(opinion, today, vietnamese),
                                       opinion.leader, opinion.subject);
}

QJsonObject toJson(const OpinionSummary& opinion, const QDate& today) {
    return {{u"id"_s, opinion.id.text()},
            {u"subject"_s, opinion.subject},
            {u"by"_s, opinion.by},
            {u"leader"_s, opinion.leader},
            {u"due"_s, opinion.due.toString(Qt::ISODate)},
            {u"asked"_s, timeOrNull(opinion.asked)},
            {u"closed"_s, timeOrNull(opinion.closed)},
            {u"asker"_s, opinion.isAsker},
            {u"members"_s, opinion.members},
            {u"answered"_s, opinion.isAsker ? QJsonValue(opinion.answered) : QJsonValue()},
            {u"own"_s, opinion.own ? QJsonValue(stanceKey(*opinion.own)) : QJsonValue()},
            {u"waits"_s, opinion.waits()},
            {u"toClose"_s, opinion.isToClose(today)},
            {u"overdue"_s, !opinion.isClosed() && opinion.due < today},
            {u"answersFor"_s, opinion.answersFor},
            {u"pending"_s, opinion.isPending}};
}

void printOpinion(const Terminal& terminal, const Opinion& opinion) {
    terminal.line(opinion.subject);
    if (!opinion.text.isEmpty()) {
        terminal.line(opinion.text);
    }
    const QString due = opinion.due.toString(u"dd/MM/yyyy"_s);
    terminal.line(u"asked by %1 (%2) on %3, to be answered by %4"_s.arg(opinion.leader, opinion.by,
                                                                        displayTime(opinion.asked), due),
                  u"người lấy ý kiến: %1 (%2), gửi lúc %3, hạn trả lời %4"_s.arg(opinion.leader, opinion.by,
                                                                                 displayTime(opinion.asked), due));
    if (opinion.isClosed()) {
        terminal.line(u"closed on %1 %2"_s.arg(displayTime(opinion.closed), opinion.closeReason),
                      u"đã kết thúc lúc %1 %2"_s.arg(displayTime(opinion.closed), opinion.closeReason));
    }
    int number = 0;
    for (const OpinionFile& file : opinion.files) {
        terminal.line(u"  [%1] %2"_s.arg(++number).arg(file.name));
    }
    for (const OpinionMember& member : opinion.members) {
        printMember(terminal, opinion, member);
    }
}

QJsonObject toJson(const Opinion& opinion) {
    QJsonArray files;
    for (const OpinionFile& file : opinion.files) {
        files << QJsonObject{{u"name"_s, file.name},
                             {u"size"_s, file.size},
                             {u"sha256"_s, QString::fromLatin1(file.sha256)},
                             {u"document"_s, file.document ? QJsonValue(file.document->text()) : QJsonValue()}};
    }
    QJsonArray members;
    for (const OpinionMember& member : opinion.members) {
        QJsonArray answers;
        for (const OpinionAnswer& answer : member.answers) {
            answers << answerJson(answer, &answer == countedAnswer(opinion, member));
        }
        members << QJsonObject{
            {u"mailbox"_s, member.mailbox}, {u"office"_s, member.officeName}, {u"answers"_s, answers}};
    }
    return {{u"id"_s, opinion.id.text()},
            {u"subject"_s, opinion.subject},
            {u"text"_s, opinion.text},
            {u"by"_s, opinion.by},
            {u"leader"_s, opinion.leader},
            {u"due"_s, opinion.due.toString(Qt::ISODate)},
            {u"asked"_s, timeOrNull(opinion.asked)},
            {u"closed"_s, timeOrNull(opinion.closed)},
            {u"closedBy"_s, opinion.closedBy},
            {u"reason"_s, opinion.closeReason},
            {u"files"_s, files},
            {u"signed"_s, opinion.isSigned},
            {u"members"_s, members},
            {u"pending"_s, opinion.isPending}};
}

QString tallyLine(const OpinionTally& tally, Language language) {
    const QString words = language == Language::Vietnamese
                              ? u"thành viên %1, đồng ý %2, không đồng ý %3, ý kiến khác %4, chưa trả lời %5"_s
                              : u"members %1, agree %2, disagree %3, other %4, no answer %5"_s;
    const QString line =
        words.arg(tally.members).arg(tally.agree).arg(tally.disagree).arg(tally.other).arg(tally.missing());
    return tally.notSigned == 0 ? line
                                : line + (language == Language::Vietnamese ? u", chưa ký (không tính) %1"_s
                                                                           : u", not signed (not counted) %1"_s)
                                             .arg(tally.notSigned);
}

QJsonObject toJson(const OpinionTally& tally) {
    return {{u"members"_s, tally.members},    {u"agree"_s, tally.agree},          {u"disagree"_s, tally.disagree},
            {u"other"_s, tally.other},        {u"signed"_s, tally.withSignature}, {u"missing"_s, tally.missing()},
            {u"notSigned"_s, tally.notSigned}};
}

} // namespace app::cli
