// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/opinionsheet.h"

#include "app/domain/vietnamtime.h"
#include "app/sheets/sheetwords.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype cellRoom = 380; // below what a page shows of a cell
constexpr qsizetype longestWordBefore = 60;

/// The text in pieces that a cell has room for, broken between words.
QStringList piecesOf(const QString& text, bool isOnPages) {
    QString rest = isOnPages ? text.simplified() : text;
    QStringList pieces;
    while (isOnPages && rest.size() > cellRoom) {
        const qsizetype space = rest.lastIndexOf(u' ', cellRoom);
        qsizetype end = space > cellRoom - longestWordBefore ? space : cellRoom;
        if (rest.at(end - 1).isHighSurrogate()) {
            --end;
        }
        pieces.append(rest.left(end));
        rest = rest.mid(end).trimmed();
    }
    pieces.append(rest);
    return pieces;
}

/// Fills a sheet row by row.
class OpinionRows {
public:
    OpinionRows(const OpinionSheetParts& parts, Language language)
        : m_parts(parts)
        , m_words(language)
        , m_language(language) {}

    [[nodiscard]] QList<QList<SheetCell>> rows() {
        if (!m_parts.opinion.text.isEmpty()) {
            add({}, m_words.say(u"Question in full"_s, u"Nội dung xin ý kiến"_s), {}, m_parts.opinion.text, {}, {});
        }
        for (const OpinionFile& file : m_parts.opinion.files) {
            add({}, m_words.say(u"Document"_s, u"Tài liệu kèm theo"_s), {}, file.name, {}, {});
        }
        if (!m_parts.opinion.closeReason.isEmpty()) {
            add({}, m_words.say(u"Closed because"_s, u"Lý do kết thúc"_s), {}, m_parts.opinion.closeReason, {}, {});
        }
        int number = 0;
        for (const OpinionMember& member : m_parts.opinion.members) {
            addMember(member, ++number);
        }
        return m_rows;
    }

    [[nodiscard]] QString nameOf(const QString& mailbox) const {
        const auto known =
            std::ranges::find_if(m_parts.people, [&](const Person& one) { return one.mailbox() == mailbox; });
        if (known == m_parts.people.end() || known->name.isEmpty()) {
            return mailbox;
        }
        return known->title.isEmpty() ? known->name : u"%1, %2"_s.arg(known->name, known->title);
    }

    [[nodiscard]] QString plainNameOf(const QString& mailbox) const {
        const auto known =
            std::ranges::find_if(m_parts.people, [&](const Person& one) { return one.mailbox() == mailbox; });
        return known == m_parts.people.end() || known->name.isEmpty() ? mailbox : known->name;
    }

private:
    void addMember(const OpinionMember& member, int number) {
        const OpinionAnswer* counting = countedAnswer(m_parts.opinion, member);
        QString name = member.isOffice() ? member.officeName : nameOf(member.mailbox);
        SheetCell place = SheetCell::of(number, QString::number(number));
        for (const OpinionAnswer& answer : member.answers) {
            add(place, name, stanceName(answer.stance, m_language), answer.text, timeDisplay(answer.at),
                noteOn(member, answer, &answer == counting));
            place = {};
            name.clear();
        }
        if (member.answers.isEmpty()) {
            add(place, name, m_words.say(u"No answer"_s, u"Chưa trả lời"_s), {}, {}, {});
        }
    }

    [[nodiscard]] QString noteOn(const OpinionMember& member, const OpinionAnswer& answer, bool isCounting) const {
        QStringList notes;
        if (!member.isOffice() && !answer.by.isEmpty() && answer.by != member.mailbox) {
            notes << m_words.say(u"%1 in the place of %2"_s, u"%1 thay %2"_s)
                         .arg(plainNameOf(answer.by), plainNameOf(member.mailbox));
        }
        if (!answer.proof.isEmpty()) {
            notes << signatureName(answer.signature, m_language);
        } else if (answer.isUnsigned) {
            notes << m_words.say(u"not signed"_s, u"chưa ký"_s);
        }
        if (member.isOffice()) {
            notes << m_words.say(u"by a document"_s, u"bằng văn bản"_s);
        }
        if (answer.isLate) {
            notes << m_words.say(u"after the last day"_s, u"sau thời hạn"_s);
        }
        if (!isCounting) {
            // The member's last one can still be without the signature that is wanted.
            const bool isChanged = answer.counts && &answer != member.answer();
            notes << (isChanged ? m_words.say(u"changed later"_s, u"đã thay đổi"_s)
                                : m_words.say(u"does not count"_s, u"không tính"_s));
        }
        return notes.join(u", "_s);
    }

    void add(const SheetCell& place, const QString& who, const QString& what, const QString& text, const QString& time,
             const QString& note) {
        bool isFirst = true;
        for (const QString& piece : piecesOf(text, m_parts.isOnPages)) {
            m_rows.append(isFirst ? QList<SheetCell>{place, SheetCell::of(who), SheetCell::of(what),
                                                     SheetCell::of(piece), SheetCell::of(time), SheetCell::of(note)}
                                  : QList<SheetCell>{{}, {}, {}, SheetCell::of(piece), {}, {}});
            isFirst = false;
        }
    }

    const OpinionSheetParts& m_parts;
    SheetWords m_words;
    Language m_language;
    QList<QList<SheetCell>> m_rows;
};

QString countsOf(const OpinionTally& tally, const SheetWords& words) {
    const QString counts = words
                               .say(u"Agree %1; disagree %2; other opinion %3; no answer %4"_s,
                                    u"Đồng ý: %1; không đồng ý: %2; ý kiến khác: %3; chưa trả lời: %4"_s)
                               .arg(tally.agree)
                               .arg(tally.disagree)
                               .arg(tally.other)
                               .arg(tally.missing());
    const QString apart =
        tally.notSigned == 0
            ? counts
            : counts +
                  words.say(u"; not signed, not counted %1"_s, u"; chưa ký, không tính: %1"_s).arg(tally.notSigned);
    return tally.withSignature == 0
               ? apart
               : apart + words.say(u"; with a valid signature %1"_s, u"; có chữ ký số hợp lệ: %1"_s)
                             .arg(tally.withSignature);
}

/// When it was asked, until when, and how it ended.
QString daysOf(const OpinionSheetParts& parts, const SheetWords& words) {
    const Opinion& opinion = parts.opinion;
    const QString days =
        words.say(u"Asked on %1; to be answered by %2"_s, u"Gửi lấy ý kiến lúc %1; thời hạn trả lời: %2"_s)
            .arg(timeDisplay(opinion.asked), dateDisplay(opinion.due));
    if (!opinion.isClosed()) {
        return days +
               words.say(u"; still open on %1"_s, u"; chưa kết thúc, tính đến %1"_s).arg(timeDisplay(parts.made));
    }
    return days + words.say(u"; closed on %1"_s, u"; kết thúc lúc %1"_s).arg(timeDisplay(opinion.closed));
}

} // namespace

QString stanceName(Stance stance, Language language) {
    const SheetWords words(language);
    switch (stance) {
    case Stance::Agree:
        return words.say(u"Agree"_s, u"Đồng ý"_s);
    case Stance::Disagree:
        return words.say(u"Disagree"_s, u"Không đồng ý"_s);
    case Stance::Other:
        break;
    }
    return words.say(u"Other opinion"_s, u"Ý kiến khác"_s);
}

QString signatureName(AnswerSignature signature, Language language) {
    const SheetWords words(language);
    switch (signature) {
    case AnswerSignature::Valid:
        return words.say(u"signed"_s, u"đã ký số"_s);
    case AnswerSignature::Unchecked:
        return words.say(u"signature not checked yet"_s, u"chữ ký chưa được kiểm tra"_s);
    case AnswerSignature::CannotTell:
        return words.say(u"signature can't be told"_s, u"chưa xác định được chữ ký"_s);
    case AnswerSignature::Wrong:
        return words.say(u"signature not valid"_s, u"chữ ký không hợp lệ"_s);
    case AnswerSignature::None:
        break;
    }
    return {};
}

Sheet answerSheet(const OpinionSheetParts& parts, const QString& member, const OpinionAnswer& answer,
                  const QByteArray& statement, Language language) {
    const SheetWords words(language);
    const Opinion& opinion = parts.opinion;
    const OpinionRows rows(parts, language);
    QString who = rows.nameOf(member);
    if (answer.by != member) {
        who = words.say(u"%1 in the place of %2"_s, u"%1 thay %2"_s).arg(rows.nameOf(answer.by), rows.nameOf(member));
    }
    QStringList files;
    for (const OpinionFile& file : opinion.files) {
        files << u"%1 (SHA-256: %2)"_s.arg(file.name, QString::fromLatin1(file.sha256));
    }
    Sheet sheet{.title = words.say(u"Answer to a question"_s, u"Phiếu trả lời ý kiến"_s),
                .superior = parts.superiorName,
                .office = parts.officeName,
                .facts = {opinion.subject,
                          words.say(u"Asked by %1"_s, u"Người lấy ý kiến: %1"_s).arg(rows.nameOf(opinion.leader))},
                .columns = {{words.say(u"Field"_s, u"Mục"_s), 30}, {words.say(u"Content"_s, u"Nội dung"_s), 130}}};
    const auto add = [&](const QString& name, const QString& text) {
        QString label = name;
        for (const QString& piece : piecesOf(text, true)) {
            sheet.rows.append({SheetCell::of(label), SheetCell::of(piece)});
            label.clear();
        }
    };
    add(words.say(u"Question in full"_s, u"Nội dung xin ý kiến"_s), opinion.text);
    for (const QString& file : std::as_const(files)) {
        add(words.say(u"Document"_s, u"Tài liệu kèm theo"_s), file);
    }
    add(words.say(u"Who answers"_s, u"Người trả lời"_s), who);
    add(words.say(u"Opinion"_s, u"Ý kiến"_s), stanceName(answer.stance, language));
    add(words.say(u"Words"_s, u"Nội dung trả lời"_s), answer.text);
    add(words.say(u"Hash of question and answer"_s, u"Mã băm nội dung (SHA-256)"_s), QString::fromLatin1(statement));
    return sheet;
}

Sheet opinionSheet(const OpinionSheetParts& parts, Language language) {
    const SheetWords words(language);
    const Opinion& opinion = parts.opinion;
    OpinionRows rows(parts, language);
    const OpinionTally tally = tallyOf(opinion);
    QString asker = rows.nameOf(opinion.leader);
    if (opinion.by != opinion.leader) {
        asker += words.say(u" (written by %1)"_s, u" (người lập phiếu: %1)"_s).arg(rows.nameOf(opinion.by));
    }
    Sheet sheet{.title = words.say(u"Summary of opinions"_s, u"Bảng tổng hợp ý kiến"_s),
                .superior = parts.superiorName,
                .office = parts.officeName,
                .facts = {opinion.subject, words.say(u"Asked by %1"_s, u"Người lấy ý kiến: %1"_s).arg(asker),
                          daysOf(parts, words)},
                .isLandscape = true,
                .columns = {{words.say(u"No."_s, u"STT"_s), 8, true},
                            {words.say(u"Member"_s, u"Thành viên"_s), 34},
                            {words.say(u"Opinion"_s, u"Ý kiến"_s), 20},
                            {words.say(u"Words"_s, u"Nội dung"_s), 78},
                            {words.say(u"Time"_s, u"Thời gian"_s), 22},
                            {words.say(u"Note"_s, u"Ghi chú"_s), 22}},
                .rows = rows.rows()};
    sheet.totals = {SheetCell(), SheetCell::of(words.say(u"Members: %1"_s, u"Tổng số: %1"_s).arg(tally.members)),
                    SheetCell(), SheetCell::of(countsOf(tally, words)),
                    SheetCell(), SheetCell()};
    return sheet;
}

} // namespace app
