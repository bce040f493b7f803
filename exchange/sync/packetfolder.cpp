// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sync/packetfolder.h"

#include "exchange/client/packetline.h"
#include "exchange/envelope/opendevice.h"
#include "exchange/envelope/packetreader.h"
#include "exchange/protocol/sha256.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace exchange {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestJournal = 256LL << 20;
constexpr int rememberedDays = 400; // far beyond any window in which a server lists a packet again

QString stamp(const QDateTime& time) {
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime moment(const QJsonObject& object, QLatin1StringView name) {
    return QDateTime::fromString(object.value(name).toString(), Qt::ISODateWithMs);
}

QJsonObject errorJson(const Error& error) {
    return {{u"code"_s, error.code}, {u"detail"_s, error.detail}};
}

Error errorFrom(const QJsonObject& object) {
    const QJsonObject error = object.value("error"_L1).toObject();
    return {error.value("code"_L1).toString(), error.value("detail"_L1).toString()};
}

QStringList textsFrom(const QJsonValue& value) {
    QStringList texts;
    for (const QJsonValue& text : value.toArray()) {
        texts.append(text.toString());
    }
    return texts;
}

QJsonObject json(const IncomingPacket& one) {
    return {{u"docId"_s, one.packet.docId},
            {u"kind"_s, one.packet.kind},
            {u"from"_s, one.packet.from},
            {u"to"_s, QJsonArray::fromStringList(one.packet.to)},
            {u"created"_s, stamp(one.packet.created)},
            {u"state"_s, static_cast<int>(one.state)},
            {u"attempts"_s, one.attempts},
            {u"nextAttempt"_s, stamp(one.nextAttempt)},
            {u"error"_s, errorJson(one.error)}};
}

IncomingPacket incomingFrom(const QJsonObject& object) {
    IncomingPacket one;
    one.packet = {object.value("docId"_L1).toString(), object.value("kind"_L1).toString(),
                  object.value("from"_L1).toString(), textsFrom(object.value("to"_L1)), moment(object, "created"_L1)};
    one.state = static_cast<IncomingPacket::State>(
        std::clamp(object.value("state"_L1).toInt(), 0, static_cast<int>(IncomingPacket::State::Failed)));
    one.attempts = object.value("attempts"_L1).toInt();
    one.nextAttempt = moment(object, "nextAttempt"_L1);
    one.error = errorFrom(object);
    return one;
}

QJsonObject json(const OutgoingPacket& one) {
    return {{u"id"_s, one.id},
            {u"path"_s, one.path},
            {u"sha256"_s, QString::fromLatin1(one.packet.sha256)},
            {u"kind"_s, one.packet.kind},
            {u"documentId"_s, one.packet.documentId},
            {u"from"_s, one.packet.from},
            {u"to"_s, QJsonArray::fromStringList(one.packet.to)},
            {u"notation"_s, one.packet.notation},
            {u"subject"_s, one.packet.subject},
            {u"triedSince"_s, stamp(one.packet.triedSince)},
            {u"state"_s, static_cast<int>(one.state)},
            {u"attempts"_s, one.attempts},
            {u"nextAttempt"_s, stamp(one.nextAttempt)},
            {u"error"_s, errorJson(one.error)},
            {u"docId"_s, one.docId}};
}

OutgoingPacket outgoingFrom(const QJsonObject& object) {
    OutgoingPacket one;
    one.id = object.value("id"_L1).toString();
    one.path = object.value("path"_L1).toString();
    one.packet = {object.value("sha256"_L1).toString().toLatin1(),
                  object.value("kind"_L1).toString(),
                  object.value("documentId"_L1).toString(),
                  object.value("from"_L1).toString(),
                  textsFrom(object.value("to"_L1)),
                  object.value("notation"_L1).toString(),
                  object.value("subject"_L1).toString(),
                  moment(object, "triedSince"_L1)};
    one.state = static_cast<OutgoingPacket::State>(
        std::clamp(object.value("state"_L1).toInt(), 0, static_cast<int>(OutgoingPacket::State::Failed)));
    one.attempts = object.value("attempts"_L1).toInt();
    one.nextAttempt = moment(object, "nextAttempt"_L1);
    one.error = errorFrom(object);
    one.docId = object.value("docId"_L1).toString();
    return one;
}

} // namespace

Result<PacketIdentity> identityOf(const QString& path) {
    QFile file(path);
    if (const Result<void> opened = openForReading(file); !opened) {
        return std::unexpected(opened.error());
    }
    PacketIdentity identity;
    Sha256 hash;
    if (!hash.addFrom(file)) {
        return readFailed(file.errorString());
    }
    identity.sha256 = hash.result().toHex();
    const Result<ReadPacket> read = PacketReader().readEnvelope(path);
    if (!read) {
        return std::unexpected(read.error());
    }
    if (const auto* document = std::get_if<DocumentPacket>(&read->packet)) {
        identity.kind = u"edoc"_s;
        identity.documentId = document->documentId;
        identity.from = document->from.organId;
        for (const Organ& receiver : document->to) {
            identity.to.append(receiver.organId);
        }
        identity.notation = document->code.number + u'/' + document->code.notation;
        identity.subject = document->subject;
    } else if (const auto* status = std::get_if<StatusPacket>(&read->packet)) {
        // Without the document's identifier: a list of sent documents must not be taken for one of statuses.
        identity.kind = u"status"_s;
        identity.from = status->from.organId;
        identity.to = {status->responseFor.organId};
    }
    identity.to.removeAll(QString());
    identity.to.removeDuplicates();
    return identity;
}

PacketFolder::PacketFolder(QString folder, std::function<QDateTime()> clock)
    : m_folder(std::move(folder))
    , m_clock(std::move(clock)) {
    if (!m_clock) {
        m_clock = [] { return QDateTime::currentDateTimeUtc(); };
    }
}

PacketFolder::~PacketFolder() = default;

Result<std::unique_ptr<PacketFolder>> PacketFolder::open(const QString& folder, std::function<QDateTime()> clock) {
    std::unique_ptr<PacketFolder> made(new PacketFolder(QDir(folder).absolutePath(), std::move(clock)));
    for (const QString& part : {made->inFolder(), made->spoolFolder(), made->m_folder + u"/out"_s}) {
        if (!QDir().mkpath(part)) {
            return fail("packet-folder-unusable", part);
        }
    }
    made->m_lock = ProcessLock::take(made->m_folder + u"/lock"_s);
    if (!made->m_lock) {
        return fail("packet-folder-busy", made->m_folder);
    }
    if (const Result<void> read = made->read(); !read) {
        return std::unexpected(read.error());
    }
    return made;
}

Result<void> PacketFolder::read() {
    QFile file(m_folder + u"/journal.json"_s);
    if (!file.exists()) {
        return {};
    }
    const bool opened = file.open(QIODevice::ReadOnly) && file.size() <= longestJournal;
    const QJsonDocument document = opened ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    const QJsonObject journal = document.object();
    if (journal.value("version"_L1).toInt() != 1) {
        return fail("packet-journal-unreadable", file.fileName());
    }
    const QJsonObject until = journal.value("listedUntil"_L1).toObject();
    for (const QString& kind : until.keys()) {
        m_until.insert(kind, QDateTime::fromString(until.value(kind).toString(), Qt::ISODateWithMs));
    }
    for (const QJsonValue& one : journal.value("in"_L1).toArray()) {
        m_in.append(incomingFrom(one.toObject()));
    }
    for (const QJsonValue& one : journal.value("out"_L1).toArray()) {
        m_out.append(outgoingFrom(one.toObject()));
    }
    return {};
}

Result<void> PacketFolder::write() {
    const QDateTime oldest = m_clock().addDays(-rememberedDays);
    m_in.removeIf([&](const IncomingPacket& one) {
        return one.state == IncomingPacket::State::Done && one.packet.created.isValid() && one.packet.created < oldest;
    });
    QJsonArray in;
    for (const IncomingPacket& one : m_in) {
        in.append(json(one));
    }
    QJsonArray out;
    for (const OutgoingPacket& one : m_out) {
        out.append(json(one));
    }
    QJsonObject until;
    for (auto kind = m_until.cbegin(); kind != m_until.cend(); ++kind) {
        until.insert(kind.key(), stamp(kind.value()));
    }
    const QByteArray bytes =
        QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"listedUntil"_s, until}, {u"in"_s, in}, {u"out"_s, out}})
            .toJson(QJsonDocument::Compact);
    // Flushed and put in place at once: what the journal says is on the disk before anything is done about it.
    QSaveFile file(m_folder + u"/journal.json"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return unwritableFile(file.errorString());
    }
    return {};
}

Result<QString> PacketFolder::plan(const QString& path) {
    const Result<PacketIdentity> identity = identityOf(path);
    if (!identity) {
        return std::unexpected(identity.error());
    }
    OutgoingPacket packet;
    packet.id = QString::fromLatin1(identity->sha256);
    if (!planned(packet.id).id.isEmpty()) {
        return packet.id;
    }
    packet.packet = *identity;
    packet.path = m_folder + u"/out/"_s + packet.id + u".edxml"_s;
    if (const Result<void> copied = copyWhole(path, packet.path); !copied) {
        return std::unexpected(copied.error());
    }
    m_out.append(packet);
    const Result<void> written = write();
    return written ? Result<QString>(packet.id) : std::unexpected(written.error());
}

OutgoingPacket PacketFolder::planned(const QString& id) const {
    const auto found = std::ranges::find(m_out, id, &OutgoingPacket::id);
    OutgoingPacket none;
    none.state = OutgoingPacket::State::Failed;
    return found == m_out.end() ? none : *found;
}

Result<void> PacketFolder::settle(const QString& id, bool serverHasIt) {
    OutgoingPacket packet = planned(id);
    if (packet.state != OutgoingPacket::State::Uncertain && packet.state != OutgoingPacket::State::Failed) {
        return {};
    }
    packet.state = serverHasIt ? OutgoingPacket::State::Done : OutgoingPacket::State::Planned;
    packet.attempts = 0;
    packet.nextAttempt = QDateTime();
    return update(packet);
}

Result<QDateTime> PacketFolder::listedUntil(const QString& kind) {
    return m_until.value(kind);
}

Result<void> PacketFolder::setListedUntil(const QString& kind, const QDateTime& until) {
    m_until[kind] = until;
    return write();
}

Result<int> PacketFolder::noteListed(const QList<ListedPacket>& packets) {
    int fresh = 0;
    for (const ListedPacket& packet : packets) {
        const bool known =
            std::ranges::any_of(m_in, [&](const IncomingPacket& one) { return one.packet.docId == packet.docId; });
        if (!known) {
            IncomingPacket added;
            added.packet = packet;
            m_in.append(added);
            ++fresh;
        }
    }
    const Result<void> written = fresh > 0 ? write() : Result<void>();
    return written ? Result<int>(fresh) : std::unexpected(written.error());
}

Result<QList<IncomingPacket>> PacketFolder::incoming() {
    QList<IncomingPacket> open = m_in;
    open.removeIf([](const IncomingPacket& one) {
        return one.state == IncomingPacket::State::Done || one.state == IncomingPacket::State::Failed;
    });
    return open;
}

Result<void> PacketFolder::update(const IncomingPacket& packet) {
    for (IncomingPacket& one : m_in) {
        one = one.packet.docId == packet.packet.docId ? packet : one;
    }
    return write();
}

Result<QList<OutgoingPacket>> PacketFolder::outgoing() {
    QList<OutgoingPacket> open = m_out;
    open.removeIf([](const OutgoingPacket& one) {
        return one.state != OutgoingPacket::State::Planned && one.state != OutgoingPacket::State::Started;
    });
    return open;
}

Result<void> PacketFolder::update(const OutgoingPacket& packet) {
    for (OutgoingPacket& one : m_out) {
        one = one.id == packet.id ? packet : one;
    }
    return write();
}

Result<PacketSink::Stored> PacketFolder::accept(const ListedPacket&, const QString& path) {
    const Result<PacketIdentity> identity = identityOf(path);
    if (!identity && !blamesPacket(identity.error())) {
        return std::unexpected(identity.error());
    }
    QFile file(path);
    Sha256 hash;
    if (!file.open(QIODevice::ReadOnly) || !hash.addFrom(file)) {
        return readFailed(file.errorString());
    }
    // Named by its bytes: stored twice it is there once.
    const QString target = inFolder() + u'/' + QString::fromLatin1(hash.result().toHex()) + u".edxml"_s;
    if (!QFile::exists(target)) {
        if (const Result<void> copied = copyWhole(path, target); !copied) {
            return std::unexpected(copied.error());
        }
    }
    return identity ? Stored::Good : Stored::Unusable;
}

} // namespace exchange
