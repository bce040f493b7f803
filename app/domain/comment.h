// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/organid.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace app {

/// A file that lies beside a comment.
struct CommentFile {
    QString name{};      ///< text to show, never a path
    QByteArray sha256{}; ///< hex
    qint64 size = 0;     ///< bytes

    friend bool operator==(const CommentFile&, const CommentFile&) = default;
};

/// What somebody who takes part in a document said about it to the others (ý kiến trao đổi).
struct Comment {
    QString id{};           ///< of the act
    QString by{};           ///< mailbox of who wrote it
    QString as{};           ///< the unit's mailbox, or the person's for whom they stood in; empty: in person
    QDateTime at{};         ///< UTC, of the server; of the author's clock while it waits
    QString text{};         ///< plain text, never markup; see commentText()
    QStringList mentions{}; ///< mailboxes of people whom it names
    QList<CommentFile> files{};
    bool isPending = false; ///< not at the server yet
    QDateTime
        withdrawn{}; ///< UTC, when its author took it back: its text is in the record, and not here; invalid: never

    friend bool operator==(const Comment&, const Comment&) = default;
};

inline constexpr int longestComment = 4000; ///< characters
inline constexpr int mostMentions = 20;     ///< people named in one comment
inline constexpr int mostCommentFiles = 10; ///< beside one comment
inline constexpr int longestCommentFileName = 120;
inline constexpr int mostComments = 2000; ///< about one document: a case is read as a whole

/// The text as it is kept and shown: trimmed, with line breaks, without what a reader cannot see: control characters,
/// characters that turn the reading order, have no width or are half of one. Whoever reads a comment asks this again,
/// since a stream takes what anybody appends.
[[nodiscard]] QString commentText(const QString& text);

/// The logins that stand in a text as "@login", each once, in order.
[[nodiscard]] QStringList mentionedLogins(const QString& text);

/// Whether it is the mailbox of a person of that office, and no unit's.
[[nodiscard]] bool isPersonOf(const QString& mailbox, const OrganId& organ);

} // namespace app
