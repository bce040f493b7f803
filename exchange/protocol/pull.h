// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/protocol/directory.h"
#include "exchange/protocol/message.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace exchange {

/// Where one feed was read to.
struct FeedCursor {
    QString mailbox;
    qint64 cursor = 0;

    friend bool operator==(const FeedCursor&, const FeedCursor&) = default;
};

/// One question for everything that is new. A mailbox of the account that is not named is read from its beginning.
struct PullRequest {
    QList<FeedCursor> cursors;
    qint64 directoryVersion = 0;       ///< up to where the directory is stored here
    int limit = 100;                   ///< most entries of one answer, all feeds together
    qint64 inlineBytes = 4 << 20;      ///< most bytes of contents that come with it
    qint64 largestInline = 256 * 1024; ///< a content above this is fetched by a call of its own
    int waitSeconds = 0;               ///< where nothing is new: how long the answer may wait for something
    bool counts = false;               ///< whether `remaining` is wanted

    friend bool operator==(const PullRequest&, const PullRequest&) = default;
};

/// A pointer in one feed; its message is in the answer, once, however many feeds name it.
struct PulledEntry {
    QString mailbox;
    qint64 cursor = 0;
    QString stream;
    qint64 sequence = 0;

    friend bool operator==(const PulledEntry&, const PulledEntry&) = default;
};

/// A small content that a message of the answer cites.
struct PulledContent {
    QByteArray sha256;
    QByteArray bytes;

    friend bool operator==(const PulledContent&, const PulledContent&) = default;
};

/// Status, directory and news of all feeds in one answer.
struct PullAnswer {
    ServerStatus status;
    qint64 directoryVersion = 0; ///< above what was asked with: the directory has changes
    bool more = false;           ///< there is more than what came
    qint64 remaining = 0;        ///< entries behind these, where that was asked for; at least so many
    QList<PulledEntry> entries;  ///< of each feed in order
    QList<Message> messages;     ///< those of the entries
    QList<PulledContent> contents;

    friend bool operator==(const PullAnswer&, const PullAnswer&) = default;
};

} // namespace exchange
