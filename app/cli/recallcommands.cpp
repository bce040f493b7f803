// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a document after it was sent: recall, update, replace; the answer to what a sender asks.
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/fileio.h"
#include "app/cli/packetsealing.h"
#include "app/cli/steps.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

Result<QList<OrganId>> organsOf(const QStringList& texts) {
    QList<OrganId> organs;
    for (const QString& text : texts) {
        const auto organ = OrganId::parse(text);
        if (!organ) {
            return fail("organ-id-unreadable", text);
        }
        organs.append(*organ);
    }
    return organs;
}

QJsonArray idsOf(const QList<OrganRef>& organs) {
    QJsonArray array;
    for (const OrganRef& organ : organs) {
        array << organ.id.text();
    }
    return array;
}

void tell(const Terminal& terminal, const QList<OrganRef>& organs, const QString& english, const QString& vietnamese) {
    for (const OrganRef& organ : organs) {
        const QString name = organ.name.isEmpty() ? organ.id.text() : organ.name;
        terminal.line(english.arg(name), vietnamese.arg(name));
    }
}

Result<int> recall(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto from = organsOf(arguments.values(u"from"_s));
    if (!from) {
        return std::unexpected(from.error());
    }
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto receipt = withPacketSeal(arguments, session.profile(), [&](const PacketSeal* seal) {
            return session.recallDocument().recall(id, arguments.value(u"reason"_s), *from, seal);
        });
        if (!receipt) {
            return std::unexpected(receipt.error());
        }
        const Terminal& terminal = invocation.terminal();
        tell(terminal, receipt->notSent, u"%1: taken back before it went out"_s, u"%1: đã rút trước khi gửi"_s);
        tell(terminal, receipt->asked, u"%1: will be asked to give it back"_s, u"%1: sẽ được đề nghị trả lại"_s);
        tell(terminal, receipt->sentAgain, u"%1: still gets it"_s, u"%1: vẫn được gửi"_s);
        tellSealing(terminal, receipt->sealing);
        terminal.object({{u"notSent"_s, idsOf(receipt->notSent)},
                         {u"packetSignature"_s, sealingWord(receipt->sealing)},
                         {u"asked"_s, idsOf(receipt->asked)},
                         {u"sentAgain"_s, idsOf(receipt->sentAgain)}});
        return 0;
    });
}

Result<int> preview(Invocation& invocation, OfficeSession& session, const DocumentId& id) {
    const auto effect = session.answerRecall().preview(id);
    if (!effect) {
        return std::unexpected(effect.error());
    }
    const Terminal& terminal = invocation.terminal();
    const bool withdraws = effect->offer.kind == ChangeKind::Withdraw;
    terminal.line(withdraws ? u"Its sender asks to have it back: %1"_s.arg(effect->offer.reason)
                            : u"Its sender offers a new version: %1"_s.arg(effect->offer.reason),
                  withdraws ? u"Bên gửi đề nghị thu hồi: %1"_s.arg(effect->offer.reason)
                            : u"Bên gửi có bản cập nhật: %1"_s.arg(effect->offer.reason));
    if (effect->arrivalNumber > 0) {
        const QString number = numberDisplay(effect->arrivalNumber);
        terminal.line(u"It is registered as number %1; the line in the book stays."_s.arg(number),
                      u"Văn bản đã vào sổ số đến %1; dòng trong sổ được giữ lại."_s.arg(number));
    }
    if (effect->isAssigned) {
        terminal.line(u"Somebody was given it to deal with; the work ends."_s,
                      u"Văn bản đã được phân công; việc xử lý sẽ dừng."_s);
    }
    for (const QString& answer : effect->answers) {
        terminal.line(u"It was answered by %1."_s.arg(answer), u"Đã có văn bản trả lời: %1."_s.arg(answer));
    }
    if (effect->dossiers > 0) {
        terminal.line(u"It lies in %1 dossier(s) and stays there."_s.arg(effect->dossiers),
                      u"Văn bản nằm trong %1 hồ sơ và được giữ lại ở đó."_s.arg(effect->dossiers));
    }
    QJsonArray answers;
    for (const QString& answer : effect->answers) {
        answers << answer;
    }
    terminal.object({{u"kind"_s, changeKey(effect->offer.kind)},
                     {u"reason"_s, effect->offer.reason},
                     {u"state"_s, stateKey(effect->state)},
                     {u"arrivalNumber"_s, effect->arrivalNumber},
                     {u"assigned"_s, effect->isAssigned},
                     {u"answers"_s, answers},
                     {u"dossiers"_s, effect->dossiers}});
    return 0;
}

Result<int> answer(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const bool agrees = arguments.has(u"agree"_s);
    const bool refuses = arguments.has(u"refuse"_s);
    if (agrees && refuses) {
        return fail("answer-twofold");
    }
    const QString reason = arguments.value(u"reason"_s);
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        if (agrees) {
            return ended(session.answerRecall().agree(id, reason));
        }
        return refuses ? ended(session.answerRecall().refuse(id, reason)) : preview(invocation, session, id);
    });
}

Result<int> update(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto added = organsOf(arguments.values(u"add"_s));
    const auto removed = organsOf(arguments.values(u"remove"_s));
    if (!added || !removed) {
        return std::unexpected(added ? removed.error() : added.error());
    }
    DocumentUpdate change{.pdf = {}, .added = *added, .removed = *removed, .reason = arguments.value(u"reason"_s)};
    if (arguments.has(u"pdf"_s)) {
        auto bytes = readInput(arguments.value(u"pdf"_s));
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        change.pdf = std::move(*bytes);
    }
    return onDocument(invocation, [&](OfficeSession& session, const DocumentId& id) -> Result<int> {
        const auto sealing = withPacketSeal(arguments, session.profile(), [&](const PacketSeal* seal) {
            return session.updateDocument().update(id, change, seal);
        });
        if (!sealing) {
            return std::unexpected(sealing.error());
        }
        tellSealing(invocation.terminal(), *sealing);
        invocation.terminal().object({{u"packetSignature"_s, sealingWord(*sealing)}});
        return 0;
    });
}

Result<int> replace(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const Arguments& arguments = invocation.arguments();
        const auto by = session.queryDocuments().find(arguments.value(u"by"_s));
        if (!by) {
            return std::unexpected(by.error());
        }
        QList<DocumentId> earlier;
        for (const QString& text : arguments.positional) {
            const auto id = session.queryDocuments().find(text);
            if (!id) {
                return std::unexpected(id.error());
            }
            earlier.append(*id);
        }
        const auto receipt = withPacketSeal(arguments, session.profile(), [&](const PacketSeal* seal) {
            return session.replaceDocument().replace(earlier, *by, arguments.value(u"reason"_s), seal);
        });
        if (!receipt) {
            return std::unexpected(receipt.error());
        }
        QJsonArray receivers;
        for (const OrganId& organ : receipt->receivers) {
            receivers << organ.text();
        }
        invocation.terminal().line(QString::fromLatin1(receipt->packetSha256));
        tellSealing(invocation.terminal(), receipt->sealing);
        invocation.terminal().object({{u"packet"_s, QString::fromLatin1(receipt->packetSha256)},
                                      {u"packetSignature"_s, sealingWord(receipt->sealing)},
                                      {u"receivers"_s, receivers}});
        return 0;
    });
}

/// How this profile asks documents back; servers differ (spec §2.7).
Result<int> recallBy(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        Profile profile = session.profile();
        if (const QStringList& words = invocation.arguments().positional; !words.isEmpty()) {
            if (words.first() != "packet"_L1 && words.first() != "status"_L1) {
                return fail("recall-way-unknown", words.first());
            }
            profile.recallBy = words.first() == "status"_L1 ? RecallBy::Status : RecallBy::Packet;
            if (auto saved = session.saveProfile(profile); !saved) {
                return std::unexpected(saved.error());
            }
        }
        const QString way = profile.recallBy == RecallBy::Status ? u"status"_s : u"packet"_s;
        invocation.terminal().line(way);
        invocation.terminal().object({{u"recallBy"_s, way}});
        return 0;
    });
}

} // namespace

QList<Command> recallCommands() {
    const Option reason{u"reason"_s, u"TEXT"_s, u"why; the other office reads it"_s};
    return {
        {u"recall"_s,
         u"takes a sent document back: out of the outbox, or by asking its receivers"_s,
         u"DOCUMENT"_s,
         QList<Option>{reason, {u"from"_s, u"ORGANID"_s, u"only from this receiver; may be repeated"_s, true}} +
             sealingOptions(),
         {},
         Needs::Core,
         recall},
        {u"recall-by"_s,
         u"tells, or sets, how documents are asked back: packet (type 1) or status (13)"_s,
         u"[packet|status]"_s,
         {},
         {},
         Needs::Core,
         recallBy},
        {u"answer"_s,
         u"answers a sender who wants a document back or offers a new version; without an answer: tells what it means"_s,
         u"DOCUMENT"_s,
         {{u"agree"_s, {}, u"status 15: the document is frozen, or the new version taken"_s},
          {u"refuse"_s, {}, u"status 16, with the reason"_s},
          reason},
         {},
         Needs::Core,
         answer},
        {u"update"_s,
         u"brings a sent document up to date: a new version, other receivers"_s,
         u"DOCUMENT"_s,
         QList<Option>{
             reason,
             {u"pdf"_s, u"FILE"_s, u"the new version, signed and sealed"_s},
             {u"add"_s, u"ORGANID"_s, u"a receiver that gets it from now on; may be repeated"_s, true},
             {u"remove"_s, u"ORGANID"_s, u"a receiver that is asked to give it back; may be repeated"_s, true}} +
             sealingOptions(),
         {},
         Needs::Core,
         update},
        {u"replace"_s,
         u"sends a sealed document that takes the place of earlier ones"_s,
         u"EARLIER…"_s,
         QList<Option>{{u"by"_s, u"DOCUMENT"_s, u"the sealed document"_s}, reason} + sealingOptions(),
         {},
         Needs::Core,
         replace},
    };
}

} // namespace app::cli
