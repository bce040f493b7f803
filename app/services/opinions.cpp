// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/opinions.h"

#include "app/domain/comment.h"
#include "app/domain/streams.h"
#include "app/services/auditlog.h"
#include "app/services/holdernames.h"
#include "app/services/officedesk.h"
#include "app/services/opinionasking.h"
#include "app/services/reasons.h"
#include "app/services/savecopy.h"
#include "app/sheets/opinionsheet.h"
#include "app/sheets/sheetfile.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype mostJoining = 200; // in one message; the server takes no more

Result<void> refuseClosed(const Opinion& opinion) {
    if (opinion.isClosed()) {
        return fail("opinion-over", opinion.id.text());
    }
    return {};
}

Result<QString> checkedAnswer(Stance stance, const QString& text) {
    const QString words = commentText(text);
    if (words.size() > longestOpinionAnswer) {
        return fail("opinion-answer-too-long", QString::number(words.size()));
    }
    if (!isWholeAnswer(stance, words)) {
        return fail("opinion-answer-missing", stanceKey(stance));
    }
    return words;
}

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

/// Who learns of an answer: whoever asks, as far as they are still of the office, for the server takes nobody else.
Result<QStringList> readersOf(const OfficeDesk& desk, const Opinion& opinion) {
    const auto people = desk.store().directory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    QStringList readers{desk.person().mailbox()};
    for (const QString& asker : {opinion.by, opinion.leader}) {
        const bool isHere = std::ranges::any_of(*people, [&](const Person& one) { return one.mailbox() == asker; });
        if (isHere && !readers.contains(asker)) {
            readers.append(asker);
        }
    }
    return readers;
}

/// The deed that asks, and one for each piece of the members that it could not bring in at once.
QList<Deed> deedsOf(const OfficeDesk& desk, const acts::OpinionAsked& asked) {
    const QString stream = opinionStream(desk.organ(), asked.opinion);
    QStringList joining{desk.person().mailbox()};
    if (asked.leader != joining.first()) {
        joining.append(asked.leader);
    }
    joining += asked.members;
    QList<Deed> deeds{
        {.stream = stream, .body = asked, .participants = joining.first(qMin(mostJoining, joining.size()))}};
    for (const OpinionFile& file : asked.files) {
        if (!deeds.first().cites.contains(file.sha256)) {
            deeds.first().cites.append(file.sha256);
        }
    }
    for (qsizetype from = mostJoining; from < joining.size(); from += mostJoining) {
        deeds.append({.stream = stream,
                      .body = acts::OpinionShared{.opinion = asked.opinion},
                      .participants = joining.mid(from, mostJoining)});
    }
    return deeds;
}

/// For the log of views: that the file is of that document is the asker's word, what was looked at are these bytes.
QString asAskerSays(const OpinionId& id, const OpinionFile& file, const QString& path) {
    const QString words = u"opinion %1: %2, %3"_s.arg(id.text(), file.name, QString::fromLatin1(file.sha256));
    return path.isEmpty() ? words : words + u", "_s + path;
}

} // namespace

Opinions::Opinions(OfficeDesk& desk)
    : m_desk(desk) {}

Result<OpinionId> Opinions::ask(const OpinionForm& form) {
    const auto asked = checkedQuestion(m_desk, form);
    if (!asked) {
        return std::unexpected(asked.error());
    }
    return m_desk.store().together([&]() -> Result<OpinionId> {
        for (const Deed& deed : deedsOf(m_desk, *asked)) {
            if (const auto recorded = m_desk.store().record(deed); !recorded) {
                return std::unexpected(recorded.error());
            }
        }
        return asked->opinion;
    });
}

Result<void> Opinions::answer(const OpinionId& id, Stance stance, const QString& text) {
    const auto opinion = show(id);
    if (!opinion) {
        return std::unexpected(opinion.error());
    }
    const OpinionMember* member = opinion->member(m_desk.person().mailbox());
    if (!member) {
        return fail("opinion-not-asked", id.text());
    }
    if (auto open = refuseClosed(*opinion); !open) {
        return open;
    }
    if (auto turn = checkTurn(*opinion, *member, m_desk.today()); !turn) {
        return turn;
    }
    const auto words = checkedAnswer(stance, text);
    const auto readers = words ? readersOf(m_desk, *opinion) : std::unexpected(words.error());
    if (!readers) {
        return std::unexpected(readers.error());
    }
    const QString stream =
        member->answers.isEmpty() ? freshAnswerStream(m_desk.organ()) : member->answers.first().stream;
    const auto recorded =
        m_desk.store().record({.stream = stream,
                               .body = acts::OpinionAnswered{.opinion = id, .stance = stance, .text = *words},
                               .participants = *readers,
                               .cites = {}});
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

Result<Opinion> Opinions::askedByMe(const OpinionId& id) const {
    auto opinion = show(id);
    if (opinion && !opinion->isAsker(m_desk.person().mailbox())) {
        return fail("opinion-not-asker", id.text());
    }
    return opinion;
}

Result<void> Opinions::close(const OpinionId& id, const QString& reason) {
    const auto opinion = askedByMe(id);
    if (!opinion) {
        return std::unexpected(opinion.error());
    }
    if (auto open = refuseClosed(*opinion); !open) {
        return open;
    }
    const QString words = commentText(reason);
    if (!words.isEmpty() || m_desk.today() <= opinion->due) {
        if (const auto checked = checkedReason(words); !checked) {
            return std::unexpected(checked.error());
        }
    }
    const auto recorded = m_desk.store().record({.stream = opinionStream(m_desk.organ(), id),
                                                 .body = acts::OpinionClosed{.opinion = id, .reason = words},
                                                 .participants = {m_desk.person().mailbox()},
                                                 .cites = {}});
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

Result<QList<OpinionSummary>> Opinions::list() const {
    return m_desk.store().opinions().list();
}

Result<Opinion> Opinions::show(const OpinionId& id) const {
    return m_desk.store().opinions().detail(id);
}

Result<OpinionId> Opinions::find(const QString& text) const {
    return m_desk.store().opinions().find(text);
}

Result<OpinionFile> Opinions::fileOf(const OpinionId& id, int index) const {
    const auto opinion = show(id);
    if (!opinion) {
        return std::unexpected(opinion.error());
    }
    if (index < 0 || index >= opinion->files.size()) {
        return fail("opinion-file-unknown", QString::number(index + 1));
    }
    return opinion->files.at(index);
}

Result<QString> Opinions::openFile(const OpinionId& id, int index) {
    const auto file = fileOf(id, index);
    if (!file) {
        return std::unexpected(file.error());
    }
    auto place = m_desk.store().blobs().path(file->sha256);
    if (place && file->document) {
        if (auto noted = AuditLog(m_desk).note(AuditDeed::Viewed, *file->document, asAskerSays(id, *file, {}));
            !noted) {
            return std::unexpected(noted.error());
        }
    }
    return place;
}

Result<void> Opinions::saveFile(const OpinionId& id, int index, const QString& path) {
    const auto file = fileOf(id, index);
    const auto place = file ? m_desk.store().blobs().path(file->sha256) : std::unexpected(file.error());
    if (!place) {
        return std::unexpected(place.error());
    }
    const QString words = asAskerSays(id, *file, path);
    auto noted = file->document ? AuditLog(m_desk).note(AuditDeed::Exported, *file->document, words)
                                : AuditLog(m_desk).noteRegister(words);
    if (!noted) {
        return noted;
    }
    return saveCopy(*place, path);
}

Result<OpinionTally> Opinions::saveTally(const OpinionId& id, const QString& path, Language language) {
    const auto format = sheetFormatOf(path);
    const auto opinion = format ? askedByMe(id) : std::unexpected(format.error());
    const auto people = opinion ? m_desk.store().directory().people() : std::unexpected(opinion.error());
    if (!people) {
        return std::unexpected(people.error());
    }
    if (auto noted = AuditLog(m_desk).noteRegister(u"opinion %1: %2"_s.arg(id.text(), path)); !noted) {
        return std::unexpected(noted.error());
    }
    const Profile profile = m_desk.profile();
    const Sheet sheet = opinionSheet({.opinion = *opinion,
                                      .people = *people,
                                      .superiorName = profile.superiorName,
                                      .officeName = profile.agency.name,
                                      .made = m_desk.now(),
                                      .isOnPages = *format == SheetFormat::Pdf},
                                     language);
    if (auto written = writeSheet(path, sheet, language, m_desk.now()); !written) {
        return std::unexpected(written.error());
    }
    return tallyOf(*opinion);
}

} // namespace app
