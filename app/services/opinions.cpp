// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/opinions.h"

#include "app/domain/comment.h"
#include "app/domain/streams.h"
#include "app/services/auditlog.h"
#include "app/services/holdernames.h"
#include "app/services/officedesk.h"
#include "app/services/opinionasking.h"
#include "app/services/reasons.h"
#include "app/services/recordall.h"
#include "app/services/sharedfile.h"
#include "app/sheets/opinionsheet.h"
#include "app/sheets/sheetfile.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr qsizetype mostJoining = 200; // in one message; the server takes no more

Result<void> refuseStranger(const OfficeDesk& desk, const Opinion& opinion) {
    return opinion.isAsker(desk.person().mailbox()) ? Result<void>() : fail("opinion-not-asker", opinion.id.text());
}

Result<void> refuseClosed(const Opinion& opinion) {
    if (opinion.isClosed()) {
        return fail("opinion-over", opinion.id.text());
    }
    return {};
}

/// The deed that asks, and one for each piece of the members that it could not bring in at once.
QList<Deed> deedsOf(const OfficeDesk& desk, const acts::OpinionAsked& asked, const QStringList& standIns) {
    const QString stream = opinionStream(desk.organ(), asked.opinion);
    QStringList joining{desk.person().mailbox()};
    if (asked.leader != joining.first()) {
        joining.append(asked.leader);
    }
    joining += asked.members + standIns;
    joining.removeDuplicates();
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

} // namespace

Result<Opinion> openQuestionOf(const OfficeDesk& desk, const OpinionId& id) {
    auto opinion = desk.store().opinions().detail(id);
    const auto mine = opinion ? refuseStranger(desk, *opinion) : Result<void>();
    const auto open = mine && opinion ? refuseClosed(*opinion) : mine;
    return open ? opinion : std::unexpected(open.error());
}

Opinions::Opinions(OfficeDesk& desk)
    : m_desk(desk) {}

Result<OpinionId> Opinions::ask(const OpinionForm& form) {
    const auto asked = checkedQuestion(m_desk, form);
    if (!asked) {
        return std::unexpected(asked.error());
    }
    const auto standIns = standInsOfMembers(m_desk, asked->members);
    if (!standIns) {
        return std::unexpected(standIns.error());
    }
    const auto recorded = recordAll(m_desk, deedsOf(m_desk, *asked, *standIns));
    return recorded ? Result<OpinionId>(asked->opinion) : std::unexpected(recorded.error());
}

Result<void> Opinions::answer(const OpinionId& id, const AnswerForm& form) {
    const auto opinion = openFor(id);
    const auto checked = opinion ? checkedAnswer(m_desk, *opinion, form) : std::unexpected(opinion.error());
    if (!checked) {
        return std::unexpected(checked.error());
    }
    if (opinion->isSigned) {
        return fail("opinion-signature-wanted", id.text());
    }
    return record(id, *checked, {});
}

Result<void> Opinions::answerSigned(const OpinionId& id, const AnswerForm& form, const KeySource& key,
                                    const docsig::Pin& pin) {
    const auto opinion = openFor(id);
    const auto checked = opinion ? checkedAnswer(m_desk, *opinion, form) : std::unexpected(opinion.error());
    const auto proof = checked ? signAnswer(m_desk, *opinion, *checked, key, pin) : std::unexpected(checked.error());
    return proof ? record(id, *checked, *proof) : std::unexpected(proof.error());
}

Result<void> Opinions::record(const OpinionId& id, const CheckedAnswer& checked, const QByteArray& proof) {
    const bool inPlace = checked.member != m_desk.person().mailbox();
    const auto recorded =
        m_desk.store().record({.stream = checked.stream,
                               .body = acts::OpinionAnswered{.opinion = id,
                                                             .stance = checked.answer.stance,
                                                             .text = checked.answer.text,
                                                             .as = inPlace ? checked.member : QString(),
                                                             .proof = proof},
                               .participants = checked.readers,
                               .cites = proof.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{proof}});
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

/// Where it takes answers still.
Result<Opinion> Opinions::openFor(const OpinionId& id) const {
    auto opinion = m_desk.store().opinions().detail(id);
    const auto open = opinion ? refuseClosed(*opinion) : Result<void>();
    return open ? opinion : std::unexpected(open.error());
}

Result<void> Opinions::bring(const QString& standIn) {
    const auto questions = list();
    if (!questions) {
        return std::unexpected(questions.error());
    }
    for (const OpinionSummary& question : *questions) {
        if (question.isClosed() || question.isAsker || !question.answersFor.isEmpty()) {
            continue;
        }
        const auto shared = m_desk.store().record({.stream = opinionStream(m_desk.organ(), question.id),
                                                   .body = acts::OpinionShared{.opinion = question.id},
                                                   .participants = {standIn},
                                                   .cites = {}});
        if (!shared) {
            return std::unexpected(shared.error());
        }
    }
    return {};
}

Result<Opinion> Opinions::askedByMe(const OpinionId& id) const {
    auto opinion = show(id);
    const auto mine = opinion ? refuseStranger(m_desk, *opinion) : Result<void>();
    return mine ? opinion : std::unexpected(mine.error());
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
    auto opinion = m_desk.store().opinions().detail(id);
    const auto judged = opinion ? judgeAnswers(m_desk, *opinion) : Result<bool>(false);
    if (!judged) {
        return std::unexpected(judged.error());
    }
    return *judged ? m_desk.store().opinions().detail(id) : opinion;
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
    return file ? openSharedFile(m_desk, u"opinion "_s + id.text(), *file) : std::unexpected(file.error());
}

Result<void> Opinions::saveFile(const OpinionId& id, int index, const QString& path) {
    const auto file = fileOf(id, index);
    return file ? saveSharedFile(m_desk, u"opinion "_s + id.text(), *file, path) : std::unexpected(file.error());
}

Result<OpinionTally> Opinions::saveTally(const OpinionId& id, const QString& path, Language language) {
    const auto format = sheetFormatOf(path);
    const auto opinion = format ? askedByMe(id) : std::unexpected(format.error());
    const auto people = opinion ? m_desk.store().directory().people() : std::unexpected(opinion.error());
    if (!people) {
        return std::unexpected(people.error());
    }
    if (auto noted = AuditLog(m_desk).noteSheet(u"opinion %1: %2"_s.arg(id.text(), path)); !noted) {
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
