// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/commentdocument.h"

#include "app/domain/comment.h"
#include "app/services/givendocument.h"
#include "app/services/keepfile.h"
#include "app/services/officedesk.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

Result<QString> checkedText(const QString& text) {
    const QString shown = commentText(text);
    if (shown.isEmpty()) {
        return fail("comment-missing");
    }
    if (shown.size() > longestComment) {
        return fail("comment-too-long", QString::number(shown.size()));
    }
    return shown;
}

/// The people who are named, each once and without the author.
Result<QList<Person>> peopleNamed(const OfficeDesk& desk, const QStringList& names) {
    const auto people = desk.store().directory().people();
    if (!people) {
        return std::unexpected(people.error());
    }
    QList<Person> named;
    for (const QString& name : names) {
        const QString wanted = name.trimmed();
        const auto found = std::ranges::find_if(*people, [&](const Person& person) {
            return person.mailbox() == wanted || (person.login == wanted && person.organ == desk.organ());
        });
        if (found == people->end()) {
            return fail("mention-unknown", wanted);
        }
        if (found->mailbox() != desk.person().mailbox() && !named.contains(*found)) {
            named.append(*found);
        }
    }
    if (named.size() > mostMentions) {
        return fail("mentions-too-many", QString::number(named.size()));
    }
    return named;
}

/// Those who come into the case by being named. Who has a share is in it; a clerk is by the office's mailbox, and keeps
/// the say that clerks have.
QStringList joiners(const DocumentDetail& document, const QList<Person>& named) {
    QStringList mailboxes;
    for (const Person& person : named) {
        if (person.role != Role::Clerk && !takesPartIn(document.work, person)) {
            mailboxes.append(person.mailbox());
        }
    }
    return mailboxes;
}

Result<QList<CommentFile>> keptFilesOf(const OfficeDesk& desk, const QStringList& paths) {
    if (paths.size() > mostCommentFiles) {
        return fail("comment-files-too-many", QString::number(paths.size()));
    }
    QList<CommentFile> files;
    for (const QString& path : paths) {
        const auto kept = keepFile(desk, path, longestCommentFileName);
        if (!kept) {
            return std::unexpected(kept.error());
        }
        files.append({.name = kept->name, .sha256 = kept->sha256, .size = kept->size});
    }
    return files;
}

} // namespace

CommentDocument::CommentDocument(OfficeDesk& desk)
    : m_desk(desk) {}

Result<void> CommentDocument::comment(const DocumentId& id, const QString& text, const QStringList& mentions,
                                      const QStringList& files) {
    const auto document = m_desk.forAction(id, &Actions::canComment);
    if (!document) {
        return std::unexpected(document.error());
    }
    const auto words = checkedText(text);
    if (!words) {
        return std::unexpected(words.error());
    }
    if (document->comments.size() >= mostComments) {
        return fail("comments-full", QString::number(document->comments.size()));
    }
    const auto named = peopleNamed(m_desk, mentions + mentionedLogins(*words));
    if (!named) {
        return std::unexpected(named.error());
    }
    const auto beside = keptFilesOf(m_desk, files);
    if (!beside) {
        return std::unexpected(beside.error());
    }
    acts::Commented act{.document = id, .text = *words, .as = actingFor(document->work, m_desk.acting())};
    for (const Person& person : *named) {
        act.mentions.append(person.mailbox());
    }
    act.files = *beside;
    QStringList participants = joiners(*document, *named);
    QList<QByteArray> cites;
    if (document->summary.incoming) {
        act.given = givenFrom(*document);
    }
    if (!participants.isEmpty()) {
        cites = document->summary.incoming ? contentsToGive(*document) : QList<QByteArray>{document->pdfSha256};
    }
    for (const CommentFile& file : *beside) {
        if (!cites.contains(file.sha256)) {
            cites.append(file.sha256);
        }
    }
    participants.prepend(m_desk.organ().mailbox());
    const auto recorded = m_desk.store().record(
        {.stream = m_desk.caseOf(id), .body = std::move(act), .participants = participants, .cites = cites});
    return recorded ? Result<void>() : std::unexpected(recorded.error());
}

} // namespace app
