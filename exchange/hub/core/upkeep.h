// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace hub {

/// How much a store holds.
struct StoreCounts {
    qint64 agencies = 0;
    qint64 accounts = 0;
    qint64 streams = 0;
    qint64 messages = 0;
    qint64 contents = 0;
    qint64 contentBytes = 0;
    qint64 uploads = 0; ///< not whole yet

    friend bool operator==(const StoreCounts&, const StoreCounts&) = default;
};

/// A content as the store notes it.
struct StoredContent {
    QByteArray sha256;
    qint64 size = 0;

    friend bool operator==(const StoredContent&, const StoredContent&) = default;
};

/// Port: what those who look after a store ask of it, inside a transaction; see StoreSession.
class StoreUpkeep {
public:
    virtual ~StoreUpkeep() = default;

    virtual StoreCounts counts() = 0;
    /// Names of streams in their order, behind one.
    virtual QStringList streamsAfter(const QString& stream, int limit) = 0;
    /// Contents by hash, behind one.
    virtual QList<StoredContent> contentsAfter(const QByteArray& sha256, int limit) = 0;
    /// Mailboxes whose feed is not what it must be: one entry for each message of a stream since the mailbox takes part
    /// in it, and no other. At most `most`.
    virtual QStringList feedFaults(int most) = 0;
};

} // namespace hub
