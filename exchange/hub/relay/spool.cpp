// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hub/relay/spool.h"

#include "exchange/hub/core/names.h"
#include "exchange/hub/relay/tracesplice.h"
#include "exchange/protocol/requestsigning.h"
#include "exchange/protocol/sha256.h"

#include <QDir>
#include <QFile>

namespace hub {

using exchange::fail;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 copyBytes = 1024 * 1024;

std::unexpected<Error> spoolFailed(const QString& why) {
    return fail("relay-spool-failed", why);
}

Result<void> copy(QIODevice& from, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return spoolFailed(file.errorString());
    }
    while (!from.atEnd()) {
        const QByteArray bytes = from.read(copyBytes);
        if (bytes.isEmpty() || file.write(bytes) != bytes.size()) {
            return spoolFailed(from.errorString() + u", "_s + file.errorString());
        }
    }
    return file.flush() ? Result<void>() : spoolFailed(file.errorString());
}

Result<QByteArray> hashOf(QFile& file) {
    exchange::Sha256 hash;
    if (!file.seek(0) || !hash.addFrom(file)) {
        return spoolFailed(file.errorString());
    }
    return hash.result().toHex();
}

/// Sends the file through the hub's own uploads: resumable, hashed, on the disk at the end.
Result<void> upload(HubCore& core, const Caller& self, QFile& file, const QByteArray& sha256) {
    Result<UploadPlace> place = core.beginUpload(self, sha256, file.size());
    while (place && !place->done) {
        const qint64 size = std::min(core.limits().partBytes, file.size() - place->offset);
        const Result<QString> part = core.beginPart(self, place->id, place->offset, size);
        if (!part) {
            return std::unexpected(part.error());
        }
        QFile target(*part);
        if (!file.seek(place->offset) || !target.open(QIODevice::WriteOnly) || target.write(file.read(size)) != size ||
            !target.flush()) {
            return spoolFailed(target.errorString());
        }
        target.close();
        place = core.endPart(self, place->id, place->offset, *part);
    }
    return place ? Result<void>() : std::unexpected(place.error());
}

} // namespace

Result<void> makeSpool(const QString& folder) {
    return QDir().mkpath(folder) ? Result<void>() : spoolFailed(folder);
}

QString spoolPath(const QString& folder) {
    return folder + u'/' + QString::fromLatin1(exchange::randomHex(12)) + u".edxml"_s;
}

Result<SpooledPacket> spoolPacket(HubCore& core, const QString& folder, const RelayOut& out, const QString& traceAs) {
    const Result<std::unique_ptr<QIODevice>> content = core.openPacket(out.sha256);
    if (!content) {
        return std::unexpected(content.error());
    }
    SpooledPacket spooled;
    spooled.path = spoolPath(folder);
    const auto failed = [&](const Error& error) -> Result<SpooledPacket> {
        QFile::remove(spooled.path);
        return std::unexpected(error);
    };
    if (const Result<void> copied = copy(**content, spooled.path); !copied) {
        return failed(copied.error());
    }
    if (!traceAs.isEmpty()) {
        if (const Result<bool> traced = addTrace(spooled.path, traceAs, out.created); !traced) {
            return failed(traced.error());
        }
    }
    QFile file(spooled.path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failed(spoolFailed(file.errorString()).error());
    }
    const Result<PacketAddresses> addresses = readPacketAddresses(file);
    if (!addresses) {
        return failed(addresses.error());
    }
    const Result<QByteArray> sha256 = hashOf(file);
    if (!sha256) {
        return failed(sha256.error());
    }
    spooled.addresses = *addresses;
    spooled.sha256 = *sha256;
    return spooled;
}

Caller callerOf(const RelayRecord& relay) {
    return {relay.ownHub + u"/relay:"_s + relay.name, relay.ownHub, {}};
}

Result<PostedPacket> takeIn(HubCore& core, const Caller& self, const QString& path, const QStringList& hops) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return spoolFailed(file.errorString());
    }
    const Result<PacketAddresses> addresses = readPacketAddresses(file);
    if (!addresses) {
        return std::unexpected(addresses.error());
    }
    const Result<QByteArray> sha256 = hashOf(file);
    if (!sha256) {
        return std::unexpected(sha256.error());
    }
    PostedPacket packet{*sha256, file.size(), *addresses, hops, {}, {}};
    if (file.size() <= maximumSmallContent) {
        if (!file.seek(0)) {
            return spoolFailed(file.errorString());
        }
        packet.content = file.readAll();
        return packet;
    }
    const Result<void> uploaded = upload(core, self, file, *sha256);
    return uploaded ? Result<PostedPacket>(packet) : std::unexpected(uploaded.error());
}

Result<qint64> takeAgencies(Store& store, const QString& relay, const QList<exchange::AgencyEntry>& agencies) {
    qint64 changed = 0;
    const Result<void> done = store.write([&](StoreSession& session) -> Result<void> {
        changed = 0;
        for (exchange::AgencyEntry agency : agencies) {
            const auto known = session.agency(agency.organId);
            agency.isLocal = false;
            if (!isOrganId(agency.organId) || (known && (known->isLocal || *known == agency))) {
                continue;
            }
            session.putAgency(agency);
            session.relaying().setRoute(agency.organId, relay);
            ++changed;
        }
        return {};
    });
    if (!done) {
        return std::unexpected(done.error());
    }
    return changed;
}

} // namespace hub
