// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sync/packetsync.h"
#include "tests/exchange/hub/samples.h"

#include <QMap>
#include <QSet>

namespace samples {

/// A server between agencies in memory, which counts what is done to it and can lose its answers.
class FakePacketServer final : public exchange::PacketServer {
public:
    struct Waiting {
        exchange::ListedPacket packet;
        QByteArray bytes;
        QString taken; ///< the last word: "", "processing", "done", "fail"
    };
    QList<Waiting> waiting;
    QMap<QByteArray, int> sent;                    ///< by SHA-256: how often it was taken
    exchange::Known answer = exchange::Known::Yes; ///< CannotTell: it cannot be asked
    exchange::Error down;                          ///< every call fails with it
    exchange::Error fetchError;                    ///< every fetch() fails with it
    exchange::Error sendError;                     ///< every send() fails with it
    bool takesBeforeError = false;                 ///< … after it took the packet
    exchange::Error loginError;
    qint64 retryAfter = 0; ///< seconds, said with every answer
    QList<std::pair<QDateTime, QDateTime>> windows;
    int calls = 0;
    qsizetype page = -1; ///< a list has so many rows at most, the newest

    void wait(const QString& docId, const QString& kind, const QByteArray& bytes, const QDateTime& created = {}) {
        waiting.append({{docId, kind, u"G99.02"_s, {}, created}, bytes, {}});
    }
    exchange::Result<void> login(const exchange::CallOptions&) override {
        return loginError.code.isEmpty() ? exchange::Result<void>() : std::unexpected(loginError);
    }
    exchange::Result<exchange::Directory> agencies(qint64, const exchange::CallOptions&) override {
        return exchange::Directory{};
    }
    exchange::Result<QList<exchange::ListedPacket>> listReceived(const QString& kind, const QDateTime& from,
                                                                 const QDateTime& to,
                                                                 const exchange::CallOptions&) override {
        ++calls;
        if (!down.code.isEmpty()) {
            return std::unexpected(down);
        }
        windows.append({from, to});
        QList<exchange::ListedPacket> list;
        for (const Waiting& one : waiting) {
            const bool inside =
                !one.packet.created.isValid() || (one.packet.created >= from && one.packet.created <= to);
            if (one.packet.kind == kind && inside && one.taken != "done"_L1 && one.taken != "fail"_L1) {
                list.append(one.packet);
            }
        }
        return page < 0 ? list : list.last(std::min(page, list.size()));
    }
    exchange::Result<void> fetch(const QString& docId, const QString& target, const exchange::CallOptions&) override {
        ++calls;
        if (!down.code.isEmpty() || !fetchError.code.isEmpty()) {
            return std::unexpected(down.code.isEmpty() ? fetchError : down);
        }
        for (const Waiting& one : waiting) {
            if (one.packet.docId == docId) {
                writeFile(target, one.bytes);
            }
        }
        return {};
    }
    exchange::Result<void> acknowledge(const QString& docId, Taken taken, const exchange::CallOptions&) override {
        ++calls;
        if (!down.code.isEmpty()) {
            return std::unexpected(down);
        }
        for (Waiting& one : waiting) {
            if (one.packet.docId == docId) {
                one.taken = taken == Taken::Done ? u"done"_s : taken == Taken::Failed ? u"fail"_s : u"processing"_s;
            }
        }
        return {};
    }
    exchange::Result<QString> send(const QString&, const exchange::PacketIdentity& packet,
                                   const exchange::CallOptions& options) override {
        ++calls;
        if (!down.code.isEmpty()) {
            return std::unexpected(down);
        }
        if (options.progress) {
            options.progress(1, 1);
        }
        if (sendError.code.isEmpty() || takesBeforeError) {
            sent[packet.sha256] += 1;
        }
        return sendError.code.isEmpty() ? exchange::Result<QString>(u"D-"_s + QString::number(sent.size()))
                                        : std::unexpected(sendError);
    }
    exchange::Result<exchange::Known> hasSent(const exchange::PacketIdentity& packet,
                                              const exchange::CallOptions&) override {
        ++calls;
        if (!down.code.isEmpty()) {
            return std::unexpected(down);
        }
        if (answer == exchange::Known::CannotTell) {
            return answer;
        }
        return sent.contains(packet.sha256) ? exchange::Known::Yes : exchange::Known::No;
    }
    std::optional<qint64> clockOffsetSeconds() const override { return 90; }
    qint64 retryAfterSeconds() const override { return retryAfter; }
};

/// A journal and a sink that outlive the loop, and that can die at a chosen call: before it has an effect, or behind
/// it.
class MemoryPacketJournal final : public exchange::PacketJournal, public exchange::PacketSink {
public:
    QMap<QString, QDateTime> until;
    QList<exchange::IncomingPacket> in;
    QList<exchange::OutgoingPacket> out;
    QMap<QByteArray, int> stored; ///< by content: how often it became a document
    QSet<QByteArray> unusable;    ///< contents that no reader understands
    int callsUntilDeath = -1;     ///< -1: lives
    bool diesBehind = false;

    exchange::Result<QDateTime> listedUntil(const QString& kind) override {
        return given(step([] {}), until.value(kind));
    }
    exchange::Result<void> setListedUntil(const QString& kind, const QDateTime& listed) override {
        return step([&] { until[kind] = listed; });
    }
    exchange::Result<int> noteListed(const QList<exchange::ListedPacket>& packets) override {
        int fresh = 0;
        const auto done = step([&] {
            for (const exchange::ListedPacket& packet : packets) {
                const bool known = std::ranges::any_of(
                    in, [&](const exchange::IncomingPacket& one) { return one.packet.docId == packet.docId; });
                if (!known) {
                    exchange::IncomingPacket added;
                    added.packet = packet;
                    in.append(added);
                    ++fresh;
                }
            }
        });
        return given(done, fresh);
    }
    exchange::Result<QList<exchange::IncomingPacket>> incoming() override {
        QList<exchange::IncomingPacket> open = in;
        open.removeIf([](const exchange::IncomingPacket& packet) {
            return packet.state == exchange::IncomingPacket::State::Done ||
                   packet.state == exchange::IncomingPacket::State::Failed;
        });
        return given(step([] {}), open);
    }
    exchange::Result<void> update(const exchange::IncomingPacket& packet) override {
        return step([&] {
            for (exchange::IncomingPacket& one : in) {
                one = one.packet.docId == packet.packet.docId ? packet : one;
            }
        });
    }
    exchange::Result<QList<exchange::OutgoingPacket>> outgoing() override {
        QList<exchange::OutgoingPacket> open = out;
        open.removeIf([](const exchange::OutgoingPacket& packet) {
            return packet.state != exchange::OutgoingPacket::State::Planned &&
                   packet.state != exchange::OutgoingPacket::State::Started;
        });
        return given(step([] {}), open);
    }
    exchange::Result<void> update(const exchange::OutgoingPacket& packet) override {
        return step([&] {
            for (exchange::OutgoingPacket& one : out) {
                one = one.id == packet.id ? packet : one;
            }
        });
    }
    exchange::Result<Stored> accept(const exchange::ListedPacket&, const QString& path) override {
        const QByteArray bytes = readFile(path);
        return given(step([&] { stored[bytes] += stored.contains(bytes) ? 0 : 1; }),
                     unusable.contains(bytes) ? Stored::Unusable : Stored::Good);
    }

private:
    template <typename T>
    static exchange::Result<T> given(const exchange::Result<void>& done, T value) {
        return done ? exchange::Result<T>(std::move(value)) : std::unexpected(done.error());
    }
    exchange::Result<void> step(const std::function<void()>& effect) {
        const bool dies = callsUntilDeath == 0;
        callsUntilDeath -= callsUntilDeath >= 0 ? 1 : 0;
        if (!dies || diesBehind) {
            effect();
        }
        return dies ? exchange::Result<void>(std::unexpected(exchange::Error{u"died"_s, {}}))
                    : exchange::Result<void>();
    }
};

} // namespace samples
