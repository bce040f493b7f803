// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/evidenceoutput.h"
#include "app/cli/fileio.h"
#include "app/cli/pinsource.h"
#include "app/domain/vietnamtime.h"
#include "app/services/packetsigning.h"
#include "docsig/keys/certificate.h"
#include "exchange/envelope/packetreader.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

/// What the receiver is to do with the packet (BussinessDocType); "unknown" for a number that is none of the four.
QString purposeOf(const exchange::DocumentPacket& document) {
    static const QStringList words{u"new"_s, u"withdraw"_s, u"update"_s, u"replace"_s};
    const auto type = document.bussinessDocType();
    return type ? words.value(int(*type)) : u"unknown"_s;
}

QJsonObject factsOf(const exchange::Packet& packet) {
    if (const auto* document = std::get_if<exchange::DocumentPacket>(&packet)) {
        QJsonArray to;
        for (const exchange::Organ& organ : document->to) {
            to << organ.organId;
        }
        return {{u"kind"_s, u"document"_s},
                {u"purpose"_s, purposeOf(*document)},
                {u"number"_s, document->code.joined()},
                {u"date"_s, document->promulgation.date.raw},
                {u"from"_s, document->from.organId},
                {u"to"_s, to},
                {u"documentId"_s, document->documentId},
                {u"subject"_s, document->subject},
                {u"attachments"_s, document->attachments.size()}};
    }
    const auto& status = std::get<exchange::StatusPacket>(packet);
    return {{u"kind"_s, u"status"_s},
            {u"from"_s, status.from.organId},
            {u"to"_s, QJsonArray{status.responseFor.organId}},
            {u"code"_s, status.statusCode},
            {u"answers"_s, status.responseFor.documentId}};
}

QString wordOf(exchange::PacketSignature::State state) {
    using State = exchange::PacketSignature::State;
    switch (state) {
    case State::Unchecked:
        return u"unchecked"_s;
    case State::Valid:
        return u"valid"_s;
    case State::Wrong:
        return u"wrong"_s;
    case State::None:
        break;
    }
    return u"none"_s;
}

/// The packet's own signature, told apart from those of its documents. Whose certificate it is, is read, not judged.
QJsonObject tellSignature(const Terminal& terminal, const exchange::PacketSignature& signature) {
    const auto certificate = docsig::describe(signature.certificate);
    const QString signer = certificate ? certificate->commonName : QString();
    if (signature.state == exchange::PacketSignature::State::Valid) {
        terminal.line(
            u"signature of the packet: holds, with the certificate of %1 (%2)"_s.arg(signer, signature.algorithm),
            u"chữ ký gói tin: toàn vẹn, theo chứng thư của %1 (%2)"_s.arg(signer, signature.algorithm));
    }
    return {{u"state"_s, wordOf(signature.state)},
            {u"reason"_s, signature.reason.code},
            {u"algorithm"_s, signature.algorithm},
            {u"signer"_s, signer},
            {u"certificateSha256"_s, certificate ? QString::fromLatin1(certificate->sha256) : QString()}};
}

QJsonArray attachmentsOf(const exchange::Packet& packet) {
    QJsonArray list;
    if (const auto* document = std::get_if<exchange::DocumentPacket>(&packet)) {
        for (const exchange::Attachment& one : document->attachments) {
            list << QJsonObject{{u"name"_s, one.name},
                                {u"type"_s, one.mimeType},
                                {u"bytes"_s, one.size},
                                {u"sha256"_s, QString::fromLatin1(one.sha256.toHex())}};
        }
    }
    return list;
}

Result<int> signIt(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto path = invocation.positional(0);
    const QString output = arguments.value(u"output"_s);
    const auto packet = path ? readInput(*path) : std::unexpected(path.error());
    if (!packet) {
        return std::unexpected(packet.error());
    }
    if (output.isEmpty()) {
        return std::unexpected(optionMissing(u"--output"_s));
    }
    const auto source = chosenKey(arguments, std::nullopt);
    if (!source) {
        return std::unexpected(source.error());
    }
    const auto pin = readPin(arguments, u"PIN: "_s);
    const auto key = pin ? openKey(*source, *pin) : std::unexpected(pin.error());
    if (!key) {
        return std::unexpected(key.error());
    }
    KeyPacketSigner signer(**key);
    const auto made = exchange::signPacket(*packet, signer);
    if (!made) {
        return passOn(made.error());
    }
    if (const auto written = writeOutput(output, *made); !written) {
        return std::unexpected(written.error());
    }
    invocation.terminal().line(output);
    invocation.terminal().object({{u"file"_s, *path}, {u"output"_s, output}, {u"bytes"_s, made->size()}});
    return 0;
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
    const auto read = exchange::PacketReader({}, vietnamToday()).read(*path, folder.path());
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
    object[u"signature"_s] = tellSignature(terminal, read->signature);
    object[u"contents"_s] = attachmentsOf(read->packet);
    terminal.object(object);
    return 0;
}

} // namespace

QList<Command> packetCommands() {
    return {{u"packet check"_s,
             u"reads an edXML packet, judges its own signature and lists what is odd about it; needs no profile"_s,
             u"FILE"_s,
             {},
             u"65 refused; the code says why"_s,
             Needs::Core,
             checkPacket},
            {u"packet sign"_s,
             u"signs a packet of at most 20 MB as a whole (XMLDSig); the documents in it keep their own signatures"_s,
             u"FILE"_s, QList<Option>{{u"output"_s, u"FILE"_s, u"where the signed packet is written"_s}} + keyOptions(),
             u"65 not a packet that can be signed"_s, Needs::Core, signIt}};
}

} // namespace app::cli
