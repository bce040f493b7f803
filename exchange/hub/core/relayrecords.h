// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace hub {

/// A server above, as it is stored. Times are UTC.
struct RelayRecord {
    QString name;            ///< "up"; the first one in their order reaches what no directory names
    QString profile;         ///< "hub", "axis", "provincial" or "folder"
    QString url;             ///< of the folder profile: a path
    QString account;         ///< of the hub profile "H99/relay:office-a", else the system's id or the user's name
    QByteArray sealedSecret; ///< encrypted (hub/secrets); empty where the profile needs none
    QString caFile;
    QString ownHub;  ///< this hub's OrganId in hops and traces, the same for all relays
    QString options; ///< settings of the profile, as a JSON object
    qint64 directoryVersion = 0;
    QDateTime directoryTime{}; ///< when the directory was last asked for; null: never
    QDateTime contact{};       ///< when the server last answered; null: never
    QString lastCode{};        ///< why the last pass ended early; empty: it did not

    friend bool operator==(const RelayRecord&, const RelayRecord&) = default;
};

/// How far a packet is on its way to a server above.
enum class RelayState {
    Planned,   ///< written down, not tried
    Started,   ///< it may have been tried: ask before trying again
    Uncertain, ///< the server cannot be asked: settled by a status or by a person, never resent alone
    Done,      ///< the server has it
    Failed,    ///< refused, or given up; the sender was told
};

/// A packet on its way up.
struct RelayOut {
    qint64 id = 0; ///< given by the store
    QString relay;
    QByteArray sha256; ///< of the packet's bytes
    QString from;      ///< OrganId
    QString kind;      ///< "edoc" or "status"
    QStringList to;    ///< the receivers that this relay reaches
    QStringList hops;  ///< the hubs before this one
    RelayState state = RelayState::Planned;
    int attempts = 0;
    QDateTime created{};
    QDateTime tried{};  ///< first attempt; null: none yet
    QDateTime due{};    ///< when it is looked at next
    QString code{};     ///< of the last failure
    QString detail{};   ///< of the last failure
    QString serverId{}; ///< what the server above calls it; may be empty

    friend bool operator==(const RelayOut&, const RelayOut&) = default;
};

/// A packet that came from a server above, by the server's own identifier.
struct RelayIn {
    QString relay;
    QString docId;
    QByteArray sha256;                      ///< empty until its bytes were fetched
    RelayState state = RelayState::Started; ///< Started: being fetched; Uncertain: stored, the server not told yet
    int attempts = 0;
    QDateTime time{}; ///< when it was first seen
    QDateTime due{};  ///< when it is tried next
    QString code{};
    QString detail{};

    friend bool operator==(const RelayIn&, const RelayIn&) = default;
};

/// A document that passed this hub, by what a status names.
struct PassedDocument {
    QByteArray sha256;
    QString from; ///< OrganId
    QString documentId;
    QString matchKey;

    friend bool operator==(const PassedDocument&, const PassedDocument&) = default;
};

/// A status that waits for its document.
struct HeldStatus {
    QByteArray sha256;
    qint64 size = 0;   ///< bytes
    QString from;      ///< OrganId of the office that reports
    QString account;   ///< that handed it over
    QString addressee; ///< OrganId of the document's sender
    QString documentId;
    QString matchKey;
    QStringList hops;
    QDateTime since;
    QDateTime expires; ///< then it goes on without its document

    friend bool operator==(const HeldStatus&, const HeldStatus&) = default;
};

/// Port: what relaying asks of a store, inside a transaction of it (StoreSession::relaying()). The same rules as there:
/// a failed statement fails the whole transaction, so single calls give plain values.
class RelayRecords {
public:
    virtual ~RelayRecords() = default;

    /// In the order in which they were added.
    virtual QList<RelayRecord> relays() = 0;
    virtual std::optional<RelayRecord> relay(const QString& name) = 0;
    virtual void putRelay(const RelayRecord& relay) = 0;
    /// With its cursors, routes and journal.
    virtual void removeRelay(const QString& name) = 0;
    /// Lets one worker have a relay until a moment; false while another one has it.
    virtual bool takeLease(const QString& relay, const QByteArray& owner, const QDateTime& now,
                           const QDateTime& until) = 0;

    /// The relay account of a hub below that reads this agency's mailbox; empty: an office here does.
    virtual QString below(const QString& organId) = 0;
    virtual void setBelow(const QString& organId, const QString& account) = 0;
    /// The relay from whose directory an agency came; empty: from none.
    virtual QString route(const QString& organId) = 0;
    virtual void setRoute(const QString& organId, const QString& relay) = 0;
    virtual qint64 cursor(const QString& relay, const QString& mailbox) = 0;
    virtual void setCursor(const QString& relay, const QString& mailbox, qint64 cursor) = 0;

    /// Plans one; the same packet of the same sender is planned once for a relay.
    virtual void addOut(const RelayOut& out) = 0;
    virtual void putOut(const RelayOut& out) = 0;
    virtual std::optional<RelayOut> out(qint64 id) = 0;
    /// Planned and started ones that are due, oldest first.
    virtual QList<RelayOut> dueOut(const QString& relay, const QDateTime& now, int limit) = 0;
    /// All of these states, newest first.
    virtual QList<RelayOut> outIn(const QString& relay, const QList<RelayState>& states, int limit) = 0;
    /// Uncertain ones that carry this packet.
    virtual QList<RelayOut> uncertainOut(const QByteArray& sha256) = 0;
    virtual qint64 countOut(const QString& relay, RelayState state) = 0;
    /// When the oldest planned or started one of all relays was written down; null where none waits.
    virtual QDateTime oldestOut() = 0;
    /// When the next one becomes due; null where none waits.
    virtual QDateTime nextDue(const QString& relay) = 0;

    virtual std::optional<RelayIn> in(const QString& relay, const QString& docId) = 0;
    virtual void putIn(const RelayIn& in) = 0;
    /// All of these states, newest first.
    virtual QList<RelayIn> inIn(const QString& relay, const QList<RelayState>& states, int limit) = 0;

    virtual void notePassed(const PassedDocument& document) = 0;
    /// The packets of that sender that carry the document: by its identifier, or, where the identifier is empty or
    /// names none, by the key.
    virtual QList<QByteArray> passed(const QString& from, const QString& documentId, const QString& matchKey) = 0;
    virtual void hold(const HeldStatus& held) = 0;
    /// Statuses for that sender about this document: by the identifier or by the key.
    virtual QList<HeldStatus> heldFor(const QString& addressee, const QString& documentId, const QString& matchKey) = 0;
    virtual QList<HeldStatus> heldUntil(const QDateTime& now, int limit) = 0; ///< those that expired
    virtual QList<HeldStatus> held(int limit) = 0;                            ///< oldest first
    virtual qint64 heldCount() = 0;
    virtual void release(const QByteArray& sha256, const QString& from) = 0;
};

/// "planned", "started", "uncertain", "done", "failed": as stored and shown.
[[nodiscard]] QString relayStateText(RelayState state);
/// Uncertain for a text that is none: a person looks at it.
[[nodiscard]] RelayState relayState(const QString& text);

} // namespace hub
