// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/hub/core/contents.h"
#include "exchange/hub/core/packetlists.h"
#include "exchange/hub/core/packetpost.h"
#include "exchange/hub/core/readerplaces.h"
#include "exchange/hub/core/store.h"
#include "exchange/protocol/pull.h"

#include <QDateTime>

#include <functional>
#include <memory>

namespace hub {

/// The largest things that a hub takes.
struct HubLimits {
    qint64 payloadBytes = exchange::maximumPayloadBytes; ///< one message
    qint64 contentBytes = 200LL * 1024 * 1024;           ///< one content
    qint64 partBytes = 16LL * 1024 * 1024;               ///< one part of an upload
    qint64 requestBytes = 2 * 1024 * 1024;               ///< body of any other call
    qint64 answerPayloadBytes = 8 * 1024 * 1024;         ///< payloads in one answer
    qint64 answerContentBytes = 8 * 1024 * 1024;         ///< contents that come with the answer to a pull
    int cites = 200;
    int participants = 200;
    int page = 500;                    ///< entries or messages in one answer
    int uploadSeconds = 7 * 24 * 3600; ///< an upload that was begun so long ago has expired
    int longPollSeconds = 60;
};

/// Where a client may continue an upload.
struct UploadPlace {
    QByteArray id;
    qint64 offset = 0;
    qint64 length = 0;
    bool done = false;
    QDateTime expires; ///< UTC; invalid: it does not
    QByteArray sha256; ///< of the whole, as the client announced it
};

/// A content that the caller may read: a file of this machine, or a device where it is none.
struct ReadableContent {
    QString path;
    std::shared_ptr<QIODevice> device; ///< open for reading from any place; empty where `path` is not
    qint64 size = 0;
};

/// The rules of a hub: who may do what, what is stored when, who hears of it. Knows neither HTTP nor SQL. Every call is
/// made by an authenticated caller, from any thread, and has committed when it returns success.
class HubCore {
public:
    using Clock = std::function<QDateTime()>;
    /// References must outlive the core. `onNews` is called after a commit with the mailboxes whose feeds grew, on the
    /// calling thread.
    HubCore(Store& store, Contents& contents, HubLimits limits, Clock clock,
            std::function<void(const QStringList&)> onNews);

    [[nodiscard]] Result<exchange::MessageHeader> append(const Caller& caller, const exchange::Append& append);
    [[nodiscard]] Result<QList<exchange::FeedEntry>> feed(const Caller& caller, const QString& mailbox, qint64 after,
                                                          int limit);
    [[nodiscard]] Result<QList<exchange::Message>> messages(const Caller& caller, const QString& stream, qint64 from,
                                                            int limit);
    /// Everything that is new for the caller, bounded by the request and by the limits; its waitSeconds are the
    /// caller's affair.
    [[nodiscard]] Result<exchange::PullAnswer> pull(const Caller& caller, const exchange::PullRequest& request);
    [[nodiscard]] Result<UploadPlace> beginUpload(const Caller& caller, const QByteArray& sha256, qint64 length);
    /// Where an upload stands. One of which all bytes are kept, but whose end was cut off by the end of the process, is
    /// brought to its end first: nobody sends anything more for it. "content-hash-wrong" where it can't be.
    [[nodiscard]] Result<UploadPlace> uploadPlace(const Caller& caller, const QByteArray& id);
    /// Lets one part of an upload come, into a file of its own: gives that file. A part whose line was cut can be sent
    /// anew at once; the file of the first is dropped by whoever got it.
    [[nodiscard]] Result<QString> beginPart(const Caller& caller, const QByteArray& id, qint64 offset, qint64 length);
    /// Adds a part that is whole and whose hash was right to its upload; the last one makes the upload content. The
    /// part's file is gone afterwards.
    [[nodiscard]] Result<UploadPlace> endPart(const Caller& caller, const QByteArray& id, qint64 offset,
                                              const QString& partPath);
    /// Gives an upload up; a content that came of it stays.
    [[nodiscard]] Result<void> endUpload(const Caller& caller, const QByteArray& id);
    [[nodiscard]] Result<ReadableContent> content(const Caller& caller, const QByteArray& sha256,
                                                  const QString& stream);
    /// `hops`: the hubs that a relay account passed it through; of others they are ignored.
    [[nodiscard]] Result<exchange::PacketReceipt> postPacket(const Caller& caller, const QByteArray& sha256,
                                                             const QString& kind, const QStringList& hops = {});
    /// The bytes of a packet that passed this hub, for the hub itself.
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> openPacket(const QByteArray& sha256);
    /// Places packets of the hub itself.
    [[nodiscard]] PacketPost& post() { return m_post; }
    /// The same for a packet that came whole in one request, of at most maximumSmallContent bytes.
    [[nodiscard]] Result<exchange::PacketReceipt> postWholePacket(const Caller& caller, const QByteArray& sha256,
                                                                  const QString& kind, const QByteArray& packet);
    [[nodiscard]] Result<std::optional<exchange::PacketReceipt>> findPacket(const Caller& caller,
                                                                            const QByteArray& sha256);
    [[nodiscard]] Result<exchange::Directory> directory(const Caller& caller, qint64 since);
    [[nodiscard]] Result<exchange::ServerStatus> status(const Caller& caller);

    /// A new name for a file on this machine into which a body is written whose hash is not known yet. Whoever asked
    /// removes it, if addWhole() did not.
    [[nodiscard]] QString spoolPath() const;
    /// Makes the file of spoolPath() content of the caller's; the file is gone afterwards. "content-hash-wrong",
    /// "too-large".
    [[nodiscard]] Result<void> addWhole(const Caller& caller, const QByteArray& sha256, const QString& path);
    [[nodiscard]] PacketLists& lists() { return m_lists; }
    [[nodiscard]] const ReaderPlaces& readers() const { return m_readers; }

    [[nodiscard]] const HubLimits& limits() const { return m_limits; }
    [[nodiscard]] QDateTime now() const { return m_clock(); }

private:
    /// A content whose bytes the store gave, or, where it gave none, Contents keeps.
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> openContent(const QByteArray& sha256,
                                                                 const std::optional<QByteArray>& small);
    [[nodiscard]] Result<UploadRecord> ownUpload(StoreSession& session, const Caller& caller,
                                                 const QByteArray& id) const;
    [[nodiscard]] QDateTime uploadExpiry(const QByteArray& id) const;
    /// Where an upload stands by its record.
    [[nodiscard]] Result<UploadPlace> notedPlace(const Caller& caller, const QByteArray& id);
    [[nodiscard]] Result<void> notePlace(const Caller& caller, const QByteArray& id, qint64 offset);
    /// Makes an upload whose bytes are all kept a content of the caller's.
    [[nodiscard]] Result<void> makeContent(const Caller& caller, const UploadPlace& place, HeldUpload& held);
    [[nodiscard]] Result<UploadPlace> endCutUpload(const Caller& caller, const QByteArray& id);
    /// Reads who it is for and places it; `packet` lacks the addresses.
    [[nodiscard]] Result<exchange::PacketReceipt> placePacket(const Caller& caller, const QString& kind,
                                                              QIODevice& bytes, PostedPacket packet);
    [[nodiscard]] Result<void> checkAppend(const Caller& caller, const exchange::Append& append) const;

    Store& m_store;
    Contents& m_contents;
    PacketLists m_lists;
    HubLimits m_limits;
    Clock m_clock;
    std::function<void(const QStringList&)> m_onNews;
    PacketPost m_post;
    ReaderPlaces m_readers;
};

} // namespace hub
