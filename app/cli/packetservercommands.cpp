// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/evidenceoutput.h"
#include "exchange/client/packetprofile.h"
#include "exchange/sync/packetfolder.h"
#include "exchange/sync/packetsync.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

constexpr qint64 noticedClockSeconds = 60;

/// A server's profile and the folder that remembers what was exchanged with it.
struct Opened {
    exchange::PacketProfile profile;
    std::unique_ptr<exchange::PacketServer> server;
    std::unique_ptr<exchange::PacketFolder> folder;

    [[nodiscard]] exchange::PacketSync sync() const {
        exchange::PacketSyncOptions options;
        options.spoolFolder = folder->spoolFolder();
        options.lookBackDays = profile.lookBackDays;
        options.overlapHours = profile.overlapHours;
        options.pageSize = profile.pageSize;
        options.tellsProcessing = profile.tellsProcessing;
        return {*server, *folder, *folder, options};
    }
};

QList<Option> serverOptions() {
    return {{u"server"_s, u"FILE"_s, u"the server's profile (JSON); its secrets stand in files of their own"_s},
            {u"folder"_s, u"DIR"_s, u"where packets and the journal of this server are kept; one for each server"_s}};
}

Result<std::unique_ptr<exchange::PacketFolder>> openFolder(const Arguments& arguments) {
    const QString path = arguments.value(u"folder"_s);
    if (path.isEmpty()) {
        return std::unexpected(optionMissing(u"--folder"_s));
    }
    auto folder = exchange::PacketFolder::open(path);
    return folder ? Result<std::unique_ptr<exchange::PacketFolder>>(std::move(*folder)) : passOn(folder.error());
}

Result<Opened> openServer(const Arguments& arguments) {
    const QString path = arguments.value(u"server"_s);
    if (path.isEmpty()) {
        return std::unexpected(optionMissing(u"--server"_s));
    }
    const auto profile = exchange::readPacketProfile(path);
    if (!profile) {
        return passOn(profile.error());
    }
    auto folder = openFolder(arguments);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    return Opened{*profile, exchange::makePacketServer(*profile), std::move(*folder)};
}

QString wordOf(exchange::OutgoingPacket::State state) {
    using State = exchange::OutgoingPacket::State;
    switch (state) {
    case State::Planned:
        return u"planned"_s;
    case State::Started:
        return u"started"_s;
    case State::Done:
        return u"done"_s;
    case State::Uncertain:
        return u"uncertain"_s;
    case State::Failed:
        break;
    }
    return u"failed"_s;
}

QJsonObject failureJson(const QString& id, const exchange::Error& error) {
    return {{u"id"_s, id}, {u"code"_s, error.code}, {u"detail"_s, error.detail}};
}

/// Says what every round has: the clock, where it is off.
void tellClock(const Terminal& terminal, const exchange::PacketSyncResult& result, QJsonObject& object) {
    if (result.clockOffsetSeconds) {
        object[u"clockOffsetSeconds"_s] = *result.clockOffsetSeconds;
        if (std::abs(*result.clockOffsetSeconds) > noticedClockSeconds) {
            terminal.line(u"△ this machine's clock differs from the server's by %1 s"_s.arg(*result.clockOffsetSeconds),
                          u"△ đồng hồ máy này lệch với máy chủ %1 giây"_s.arg(*result.clockOffsetSeconds));
        }
    }
}

Result<int> sendPacket(Invocation& invocation) {
    const auto path = invocation.positional(0);
    if (!path) {
        return std::unexpected(path.error());
    }
    const auto opened = openServer(invocation.arguments());
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const auto id = opened->folder->plan(*path);
    if (!id) {
        return passOn(id.error());
    }
    const auto result = opened->sync().send();
    if (!result) {
        return passOn(result.error());
    }
    // What the journal says, not what this round did: the packet may have been sent by an earlier one.
    const exchange::OutgoingPacket packet = opened->folder->planned(*id);
    using State = exchange::OutgoingPacket::State;
    Terminal& terminal = invocation.terminal();
    QJsonObject object{{u"id"_s, *id}, {u"state"_s, wordOf(packet.state)}, {u"docId"_s, packet.docId}};
    tellClock(terminal, *result, object);
    if (packet.state == State::Done) {
        terminal.line(u"sent: %1"_s.arg(packet.docId.isEmpty() ? *id : packet.docId),
                      u"đã gửi: %1"_s.arg(packet.docId.isEmpty() ? *id : packet.docId));
        terminal.object(object);
        return 0;
    }
    if (packet.state == State::Uncertain) {
        return fail("packet-send-uncertain", *id);
    }
    for (const auto& failure : result->failures) {
        if (failure.id == *id || failure.id.isEmpty()) {
            return passOn(failure.error);
        }
    }
    return packet.error.code.isEmpty() ? fail("packet-send-waits", *id) : passOn(packet.error);
}

Result<int> receivePackets(Invocation& invocation) {
    const auto opened = openServer(invocation.arguments());
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const auto result = opened->sync().receive();
    if (!result) {
        return passOn(result.error());
    }
    Terminal& terminal = invocation.terminal();
    QJsonArray failures;
    for (const auto& failure : result->failures) {
        terminal.line(
            u"△ %1 [%2] %3"_s.arg(sentence(failure.error.code, terminal.language()), failure.error.code, failure.id));
        failures << failureJson(failure.id, failure.error);
    }
    QJsonObject object{{u"listed"_s, result->listed},     {u"stored"_s, result->stored},
                       {u"unusable"_s, result->unusable}, {u"acknowledged"_s, result->acknowledged},
                       {u"failures"_s, failures},         {u"folder"_s, opened->folder->inFolder()}};
    tellClock(terminal, *result, object);
    const QString counts = u"%1 · %2 · %3"_s.arg(result->stored).arg(result->unusable).arg(result->acknowledged);
    terminal.line(u"stored · unreadable · acknowledged: %1, in %2"_s.arg(counts, opened->folder->inFolder()),
                  u"đã lưu · không đọc được · đã báo nhận: %1, tại %2"_s.arg(counts, opened->folder->inFolder()));
    terminal.object(object);
    return result->failures.isEmpty() ? 0 : exitCodeOf(result->failures.first().error.code);
}

Result<int> settlePacket(Invocation& invocation) {
    const auto id = invocation.positional(0);
    if (!id) {
        return std::unexpected(id.error());
    }
    const Arguments& arguments = invocation.arguments();
    const bool sent = arguments.has(u"sent"_s);
    if (sent == arguments.has(u"again"_s)) {
        return std::unexpected(optionMissing(u"--sent | --again"_s));
    }
    const auto folder = openFolder(arguments);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    if ((*folder)->planned(*id).id.isEmpty()) {
        return fail("packet-not-planned", *id);
    }
    if (const auto settled = (*folder)->settle(*id, sent); !settled) {
        return passOn(settled.error());
    }
    const QString word = wordOf((*folder)->planned(*id).state);
    invocation.terminal().line(word);
    invocation.terminal().object({{u"id"_s, *id}, {u"state"_s, word}});
    return 0;
}

} // namespace

QList<Command> packetServerCommands() {
    return {
        {u"packet send"_s,
         u"sends an edXML packet to an exchange server or folder, for an office without a hub; asks before it sends "
         "again"_s,
         u"FILE"_s, serverOptions(),
         u"65 refused, or uncertain: the server may have it and cannot be asked\n75 tried again by the next call"_s,
         Needs::Core, sendPacket},
        {u"packet receive"_s, u"fetches, stores and acknowledges what waits at an exchange server or folder"_s,
         QString(), serverOptions(), u"75 something failed that the next call tries again"_s, Needs::Core,
         receivePackets},
        {u"packet settle"_s,
         u"a person's word on an uncertain or failed packet"_s,
         u"ID"_s,
         QList<Option>{serverOptions().last(),
                       {u"sent"_s, {}, u"the server has it"_s},
                       {u"again"_s, {}, u"it is to be sent again"_s}},
         {},
         Needs::Core,
         settlePacket}};
}

} // namespace app::cli
