// SPDX-License-Identifier: GPL-3.0-or-later
// From the leader's signature to the outbox: sign, number, seal, send, trail.
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/evidenceoutput.h"
#include "app/cli/fileio.h"
#include "app/cli/packetsealing.h"
#include "app/cli/pinsource.h"
#include "app/cli/signfiles.h"
#include "app/cli/signseveral.h"
#include "app/cli/steps.h"

#include "docsig/report/reportjson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

/// `outcome` is what the queue brought at once; nothing where the signature needs no evidence or nobody wanted to wait.
void tellSigned(const Terminal& terminal, const SigningReceipt& receipt,
                const std::optional<EvidenceOutcome>& outcome) {
    const QString hash = QString::fromLatin1(receipt.sha256);
    terminal.line(u"Signed by %1; SHA-256 %2"_s.arg(receipt.certificate.commonName, hash),
                  u"Đã ký bằng chứng thư của %1; SHA-256 %2"_s.arg(receipt.certificate.commonName, hash));
    QJsonObject object{{u"sha256"_s, hash},
                       {u"certificate"_s, receipt.certificate.commonName},
                       {u"verdict"_s, verdictKey(receipt.report.verdict)},
                       {u"level"_s, docsig::word(outcome ? outcome->reached : receipt.level)},
                       {u"wanted"_s, docsig::word(receipt.wanted)}};
    if (outcome) {
        printOutcome(terminal, *outcome);
        object[u"evidence"_s] = toJson(*outcome);
    } else if (receipt.wanted > receipt.level) {
        terminal.line(u"The signature waits for its evidence; `congvanctl evidence run` completes it."_s,
                      u"Chữ ký còn chờ bổ sung bằng chứng; `congvanctl evidence run` sẽ bổ sung."_s);
    }
    terminal.object(object);
}

/// What the signer should look at: findings of the reader, shown before the PIN is asked.
void tellFindings(const Terminal& terminal, const SigningView& view) {
    for (const docsig::Finding& finding : view.report.findings) {
        terminal.line(u"△ "_s + sentence(finding.code, terminal.language()));
    }
}

template <typename UseCase, typename Sign>
Result<int> signWith(Invocation& invocation, OfficeSession& session, const DocumentId& id, UseCase& useCase,
                     const std::optional<KeySource>& profileKey, const Sign& sign) {
    const auto view = useCase.open(id);
    const auto key = chosenKey(invocation.arguments(), profileKey);
    if (!view || !key) {
        return std::unexpected(view ? key.error() : view.error());
    }
    tellFindings(invocation.terminal(), *view);
    const QString owner = view->certificate ? view->certificate->commonName : QString();
    const auto pin = readPin(invocation.arguments(), u"PIN %1: "_s.arg(owner));
    if (!pin) {
        return std::unexpected(pin.error());
    }
    const Result<SigningReceipt> receipt = sign(view->sha256, *key, *pin);
    if (!receipt) {
        return std::unexpected(receipt.error());
    }
    std::optional<EvidenceOutcome> outcome;
    if (receipt->wanted > receipt->level && !invocation.arguments().has(u"no-wait"_s)) {
        const auto completed = session.evidenceQueue().complete(id);
        if (completed) {
            outcome = *completed; // an error leaves it in the queue; the signature stands
        }
    }
    tellSigned(invocation.terminal(), *receipt, outcome);
    return 0;
}

Result<int> signDocument(Invocation& invocation) {
    if (namesFiles(invocation.arguments())) {
        return signFiles(invocation);
    }
    if (invocation.arguments().positional.size() > 1) {
        return signSeveral(invocation, PileAct::Sign);
    }
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        return signWith(invocation, session, id, session.signDocument(), session.profile().signatureKey,
                        [&](const QByteArray& shown, const KeySource& key, const docsig::Pin& pin) {
                            return session.signDocument().sign(id, shown, key, pin);
                        });
    });
}

Result<int> initialDocument(Invocation& invocation) {
    if (invocation.arguments().positional.size() > 1) {
        return signSeveral(invocation, PileAct::Initial);
    }
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        return signWith(invocation, session, id, session.initialDocument(), session.profile().signatureKey,
                        [&](const QByteArray& shown, const KeySource& key, const docsig::Pin& pin) {
                            return session.initialDocument().initial(id, shown, key, pin);
                        });
    });
}

Result<int> sealDocument(Invocation& invocation) {
    if (invocation.arguments().positional.size() > 1) {
        return signSeveral(invocation, PileAct::Seal);
    }
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) {
        return signWith(invocation, session, id, session.sealDocument(), session.profile().sealKey,
                        [&](const QByteArray& shown, const KeySource& key, const docsig::Pin& pin) {
                            return session.sealDocument().seal(id, shown, key, pin);
                        });
    });
}

Result<int> numberDocument(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto date = dateOption(arguments, u"date"_s);
    if (!date) {
        return std::unexpected(date.error());
    }
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto drawn = arguments.has(u"expected"_s) ? session.numberDocument().expected(id)
                                                        : session.numberDocument().number(id, *date);
        if (!drawn) {
            return std::unexpected(drawn.error());
        }
        invocation.terminal().line(drawn->display);
        invocation.terminal().object({{u"number"_s, drawn->number},
                                      {u"notation"_s, drawn->notation},
                                      {u"display"_s, drawn->display},
                                      {u"date"_s, drawn->date.toString(Qt::ISODate)}});
        return 0;
    });
}

void tellSent(const Terminal& terminal, const SendReceipt& receipt) {
    QJsonArray names;
    for (const OrganId& receiver : receipt.receivers) {
        names << receiver.text();
    }
    terminal.line(u"Queued: %1 (`congvanctl sync` carries it)"_s.arg(receipt.packetPath),
                  u"Đã xếp hàng chờ gửi: %1 (`congvanctl sync` sẽ chuyển đi)"_s.arg(receipt.packetPath));
    tellSealing(terminal, receipt.sealing);
    terminal.object({{u"packet"_s, receipt.packetPath},
                     {u"sha256"_s, QString::fromLatin1(receipt.packetSha256)},
                     {u"packetSignature"_s, sealingWord(receipt.sealing)},
                     {u"receivers"_s, names}});
}

Result<int> sendDocument(Invocation& invocation) {
    QList<OrganId> receivers;
    for (const QString& text : invocation.arguments().values(u"to"_s)) {
        const auto id = OrganId::parse(text);
        if (!id) {
            return fail("receiver-not-a-code", text);
        }
        receivers << *id;
    }
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto receipt = withPacketSeal(invocation.arguments(), session.profile(), [&](const PacketSeal* seal) {
            return session.sendDocument().send(id, receivers, seal);
        });
        if (!receipt) {
            return std::unexpected(receipt.error());
        }
        tellSent(invocation.terminal(), *receipt);
        return 0;
    });
}

Result<int> showTrail(Invocation& invocation) {
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto trail = session.documentTrail().trail(id);
        if (!trail) {
            return std::unexpected(trail.error());
        }
        printTrail(invocation.terminal(), *trail);
        QJsonArray lines;
        for (const TrailLine& line : *trail) {
            lines << toJson(line);
        }
        invocation.terminal().object({{u"trail"_s, lines}});
        return 0;
    });
}

} // namespace

QList<Command> issueCommands() {
    const QList<Option> signing =
        keyOptions() + QList<Option>{{u"no-wait"_s, {}, u"leave time stamps and revocation data to the queue"_s}};
    return {
        {u"sign"_s,
         u"signs submitted documents with one PIN, or with --output-dir files, with the person's certificate"_s,
         u"DOCUMENT… | FILE…"_s, signing + signFilesOptions(), u"1 some of the documents were not signed"_s,
         Needs::Page, signDocument},
        {u"initial"_s,
         u"initials submitted drafts before the leader signs, with the person's certificate and one PIN"_s,
         u"DOCUMENT…"_s, keyOptions(), u"1 some of the documents were not initialled"_s, Needs::Page, initialDocument},
        {u"number"_s,
         u"draws the next number and fills number and date into the document"_s,
         u"DOCUMENT"_s,
         {{u"date"_s, u"YYYY-MM-DD"_s, u"date of issue (default: today at +07:00)"_s},
          {u"expected"_s, {}, u"only tell which number would be drawn"_s}},
         {},
         Needs::Page,
         numberDocument},
        {u"seal"_s, u"seals signed and numbered documents with the office's certificate and one PIN"_s, u"DOCUMENT…"_s,
         signing, u"1 some of the documents were not sealed"_s, Needs::Page, sealDocument},
        {u"send"_s,
         u"writes the packet of a sealed document and queues it"_s,
         u"DOCUMENT"_s,
         QList<Option>{{u"to"_s, u"ORGANID"_s, u"receiving office (default: as the draft says)"_s, true}} +
             sealingOptions(),
         {},
         Needs::Core,
         sendDocument},
        {u"trail"_s,
         u"tells what became of a sent document at each receiver"_s,
         u"DOCUMENT"_s,
         {},
         {},
         Needs::Core,
         showTrail},
    };
}

} // namespace app::cli
