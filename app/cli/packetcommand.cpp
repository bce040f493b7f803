// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "exchange/envelope/packetreader.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

QJsonObject factsOf(const exchange::Packet& packet) {
    if (const auto* document = std::get_if<exchange::DocumentPacket>(&packet)) {
        QJsonArray to;
        for (const exchange::Organ& organ : document->to) {
            to << organ.organId;
        }
        return {{u"kind"_s, u"document"_s},
                {u"from"_s, document->from.organId},
                {u"to"_s, to},
                {u"documentId"_s, document->documentId},
                {u"subject"_s, document->subject},
                {u"attachments"_s, document->attachments.size()}};
    }
    const auto& status = std::get<exchange::StatusPacket>(packet);
    return {{u"kind"_s, u"status"_s}, {u"from"_s, status.from.organId}, {u"code"_s, status.statusCode}};
}

Result<int> checkPacket(Invocation& invocation) {
    const auto path = invocation.positional(0);
    if (!path) {
        return std::unexpected(path.error());
    }
    const QTemporaryDir folder;
    if (!folder.isValid()) {
        return fail("temporary-folder-failed");
    }
    const auto read = exchange::PacketReader().read(*path, folder.path());
    if (!read) {
        return std::unexpected(Error(read.error()));
    }
    Terminal& terminal = invocation.terminal();
    QJsonObject object = factsOf(read->packet);
    terminal.line(u"%1 %2"_s.arg(object.value(u"kind"_s).toString(), object.value(u"subject"_s).toString()));
    QJsonArray findings;
    for (const exchange::Finding& finding : read->findings) {
        terminal.line(u"△ %1 [%2] %3"_s.arg(sentence(finding.code, terminal.language()), finding.code, finding.place));
        findings << QJsonObject{{u"code"_s, finding.code}, {u"place"_s, finding.place}, {u"detail"_s, finding.detail}};
    }
    object[u"findings"_s] = findings;
    terminal.object(object);
    return 0;
}

} // namespace

Command packetCheckCommand() {
    return {u"packet check"_s,
            u"reads an edXML packet and lists what is odd about it; needs no profile"_s,
            u"FILE"_s,
            {},
            u"65 refused; the code says why"_s,
            Needs::Core,
            checkPacket};
}

} // namespace app::cli
