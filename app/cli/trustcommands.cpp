// SPDX-License-Identifier: GPL-3.0-or-later
// What the office trusts: trust list, trust import, trust remove, trust system, trust log.
#include "app/cli/commands.h"
#include "app/cli/documentoutput.h"
#include "app/cli/trustoutput.h"
#include "app/services/managetrust.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

Result<ManageTrust> storeOf(const Invocation& invocation) {
    const auto profile = invocation.profile();
    if (!profile) {
        return std::unexpected(profile.error());
    }
    return ManageTrust(profile->trustFolder(), profile->person.name);
}

/// Asked on the terminal, answered by a word; a script says --yes. Nothing is asked where JSON is wanted.
bool isConfirmed(Invocation& invocation) {
    if (invocation.arguments().has(u"yes"_s)) {
        return true;
    }
    const Terminal& terminal = invocation.terminal();
    if (terminal.json()) {
        return false;
    }
    terminal.line(u"Compare the fingerprints with what the authority published. Trust them? (yes/no)"_s,
                  u"Hãy so dấu vân tay với bản tổ chức chứng thực công bố. Tin cậy? (có/không)"_s);
    QFile input;
    const QString answer =
        input.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(input.readLine(64)).trimmed().toLower() : QString();
    return answer == "yes"_L1 || answer == "y"_L1 || answer == u"có"_s || answer == "co"_L1;
}

QJsonObject listJson(const docsig::TrustedList& list) {
    const auto time = [](const QDateTime& at) {
        return at.isValid() ? QJsonValue(at.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
    };
    return {{u"territory"_s, list.territory},
            {u"scheme"_s, list.schemeName},
            {u"operator"_s, list.operatorName},
            {u"sequence"_s, list.sequence},
            {u"issued"_s, time(list.issued)},
            {u"nextUpdate"_s, time(list.nextUpdate)},
            {u"services"_s, list.services.size()},
            {u"operatorSha256"_s, QString::fromLatin1(list.operatorSha256)},
            {u"outdated"_s, !docsig::concernsOf(list, QDateTime::currentDateTimeUtc()).isEmpty()}};
}

void printList(const Terminal& terminal, const docsig::TrustedList& list) {
    terminal.line(u"%1, %2 (%3)"_s.arg(list.schemeName, list.operatorName, list.territory));
    terminal.line(u"  trusted list no. %1, %2 services"_s.arg(list.sequence).arg(list.services.size()),
                  u"  danh sách tin cậy số %1, %2 dịch vụ"_s.arg(list.sequence).arg(list.services.size()));
    terminal.line(u"  %1 – %2"_s.arg(displayTime(list.issued),
                                     list.nextUpdate.isValid() ? displayTime(list.nextUpdate) : u"…"_s));
    terminal.line(u"  operator's certificate SHA-256 "_s + displayFingerprint(list.operatorSha256),
                  u"  chứng thư đơn vị vận hành SHA-256 "_s + displayFingerprint(list.operatorSha256));
    for (const docsig::Finding& one : docsig::concernsOf(list, QDateTime::currentDateTimeUtc())) {
        terminal.line(u"  △ %1 [%2]"_s.arg(sentence(one.code, terminal.language()), one.code));
    }
}

/// Nothing was changed: in JSON mode the one object says so, else the sentence of the error.
Result<int> unconfirmed(const Terminal& terminal, const QJsonObject& object) {
    const auto error = fail("trust-not-confirmed");
    terminal.object(object);
    return terminal.json() ? Result<int>(exitCodeOf(error.error().code)) : error;
}

Result<int> listTrust(Invocation& invocation) {
    const auto trust = storeOf(invocation);
    const auto entries = trust ? trust->list() : std::unexpected(trust.error());
    if (!entries) {
        return std::unexpected(entries.error());
    }
    const Terminal& terminal = invocation.terminal();
    QJsonArray items;
    for (const TrustEntry& entry : *entries) {
        printTrustItem(terminal, entry.item, entry.concerns);
        items.append(trustItemJson(entry.item, entry.concerns, terminal.language()));
    }
    QJsonArray trustedLists;
    for (const docsig::TrustedList& held : trust->lists()) {
        printList(terminal, held);
        trustedLists.append(listJson(held));
    }
    terminal.line(trust->usesSystemRoots() ? u"The system's roots are trusted, too."_s
                                           : u"The system's roots are not trusted."_s,
                  trust->usesSystemRoots() ? u"Chứng thư gốc của hệ điều hành cũng được tin cậy."_s
                                           : u"Chứng thư gốc của hệ điều hành không được tin cậy."_s);
    terminal.object({{u"items"_s, items}, {u"lists"_s, trustedLists}, {u"systemRoots"_s, trust->usesSystemRoots()}});
    return 0;
}

Result<int> importList(Invocation& invocation) {
    const auto file = invocation.positional(0);
    auto trust = file ? storeOf(invocation) : std::unexpected(file.error());
    if (!trust) {
        return std::unexpected(trust.error());
    }
    if (!invocation.arguments().has(u"operator"_s)) {
        return fail("operator-not-named");
    }
    const auto list = trust->lookAtList(*file, invocation.arguments().value(u"operator"_s));
    if (!list) {
        return std::unexpected(list.error());
    }
    const Terminal& terminal = invocation.terminal();
    printList(terminal, *list);
    if (!isConfirmed(invocation)) {
        return unconfirmed(terminal, {{u"imported"_s, false}, {u"list"_s, listJson(*list)}});
    }
    if (const auto done = trust->importList(*list); !done) {
        return std::unexpected(done.error());
    }
    terminal.object({{u"imported"_s, true}, {u"list"_s, listJson(*list)}});
    return 0;
}

Result<int> removeList(Invocation& invocation) {
    const auto territory = invocation.positional(0);
    auto trust = territory ? storeOf(invocation) : std::unexpected(territory.error());
    const auto done = trust ? trust->removeList(*territory) : std::unexpected(trust.error());
    if (!done) {
        return std::unexpected(done.error());
    }
    invocation.terminal().object({{u"removed"_s, *territory}});
    return 0;
}

QJsonArray shown(const Terminal& terminal, const QList<TrustProposal>& proposals) {
    const bool vietnamese = terminal.language() == Language::Vietnamese;
    QJsonArray items;
    for (const TrustProposal& one : proposals) {
        const QString known = vietnamese ? u"đã có trong kho"_s : u"already in the store"_s;
        const QString refused = vietnamese ? u"bị từ chối"_s : u"refused"_s;
        printTrustItem(terminal, one.item, one.concerns, one.isRefused() ? refused : one.known ? known : QString());
        QJsonObject object = trustItemJson(one.item, one.concerns, terminal.language());
        object.insert(u"state"_s, one.isRefused() ? u"refused"_s : one.known ? u"known"_s : u"new"_s);
        items.append(object);
    }
    return items;
}

Result<int> import(Invocation& invocation) {
    const auto first = invocation.positional(0);
    auto trust = first ? storeOf(invocation) : std::unexpected(first.error());
    if (!trust) {
        return std::unexpected(trust.error());
    }
    QList<TrustProposal> proposals;
    for (const QString& file : invocation.arguments().positional) {
        const auto looked = trust->look(file);
        if (!looked) {
            return std::unexpected(looked.error());
        }
        proposals += *looked;
    }
    const Terminal& terminal = invocation.terminal();
    const QJsonArray items = shown(terminal, proposals);
    const bool anything = std::ranges::any_of(proposals, &TrustProposal::isNew);
    if (anything && !isConfirmed(invocation)) {
        return unconfirmed(terminal, {{u"imported"_s, 0}, {u"items"_s, items}, {u"confirmed"_s, false}});
    }
    const auto taken = trust->import(proposals);
    if (!taken) {
        return std::unexpected(taken.error());
    }
    terminal.line(u"%1 taken"_s.arg(*taken), u"đã nhận %1 mục"_s.arg(*taken));
    terminal.object({{u"imported"_s, *taken}, {u"items"_s, items}, {u"confirmed"_s, anything}});
    return std::ranges::any_of(proposals, &TrustProposal::isRefused) ? 1 : 0;
}

Result<int> remove(Invocation& invocation) {
    const auto fingerprint = invocation.positional(0);
    auto trust = fingerprint ? storeOf(invocation) : std::unexpected(fingerprint.error());
    const auto gone = trust ? trust->remove(*fingerprint) : std::unexpected(trust.error());
    if (!gone) {
        return std::unexpected(gone.error());
    }
    printTrustItem(invocation.terminal(), *gone, {},
                   invocation.terminal().language() == Language::Vietnamese ? u"đã bỏ"_s : u"removed"_s);
    invocation.terminal().object({{u"removed"_s, trustItemJson(*gone, {}, invocation.terminal().language())}});
    return 0;
}

Result<int> systemRoots(Invocation& invocation) {
    const auto state = invocation.positional(0);
    auto trust = state ? storeOf(invocation) : std::unexpected(state.error());
    if (!trust) {
        return std::unexpected(trust.error());
    }
    if (*state != "on"_L1 && *state != "off"_L1) {
        return fail("trust-switch-wrong", *state);
    }
    if (const auto done = trust->setUseSystemRoots(*state == "on"_L1); !done) {
        return std::unexpected(done.error());
    }
    invocation.terminal().line(*state);
    invocation.terminal().object({{u"systemRoots"_s, *state == "on"_L1}});
    return 0;
}

/// The seconds that an option gives; what is no number is outside of every limit.
int secondsOf(const Arguments& arguments, const QString& option, int otherwise) {
    if (!arguments.has(option)) {
        return otherwise;
    }
    bool good = false;
    const int given = arguments.value(option).toInt(&good);
    return good ? given : -1;
}

Result<int> policy(Invocation& invocation) {
    auto trust = storeOf(invocation);
    if (!trust) {
        return std::unexpected(trust.error());
    }
    const Arguments& arguments = invocation.arguments();
    docsig::TrustPolicy policy = trust->policy();
    policy.clockSkewSeconds = secondsOf(arguments, u"clock-skew"_s, policy.clockSkewSeconds);
    policy.revocationGraceSeconds = secondsOf(arguments, u"revocation-grace"_s, policy.revocationGraceSeconds);
    if (policy != trust->policy()) {
        if (const auto done = trust->setPolicy(policy); !done) {
            return std::unexpected(done.error());
        }
    }
    invocation.terminal().line(
        u"clock-skew %1\nrevocation-grace %2"_s.arg(policy.clockSkewSeconds).arg(policy.revocationGraceSeconds));
    invocation.terminal().object({{u"clockSkewSeconds"_s, policy.clockSkewSeconds},
                                  {u"revocationGraceSeconds"_s, policy.revocationGraceSeconds}});
    return 0;
}

Result<int> log(Invocation& invocation) {
    const auto trust = storeOf(invocation);
    if (!trust) {
        return std::unexpected(trust.error());
    }
    QJsonArray lines;
    for (const ManageTrust::LogLine& line : trust->log()) {
        invocation.terminal().line(
            u"%1 %2 %3 %4 %5"_s.arg(displayTime(line.at), line.person, line.act, line.name, line.sha256).trimmed());
        lines.append(QJsonObject{{u"at"_s, line.at.toString(Qt::ISODate)},
                                 {u"person"_s, line.person},
                                 {u"act"_s, line.act},
                                 {u"kind"_s, line.kind},
                                 {u"name"_s, line.name},
                                 {u"sha256"_s, line.sha256}});
    }
    invocation.terminal().object({{u"log"_s, lines}});
    return 0;
}

} // namespace

QList<Command> trustCommands() {
    return {
        {u"trust list"_s,
         u"lists the authorities and revocation lists that this office trusts"_s,
         {},
         {},
         {},
         Needs::Core,
         listTrust},
        {u"trust import"_s,
         u"shows the certificates and lists of files (PEM, DER, P7B) and trusts them once they are confirmed"_s,
         u"FILE…"_s,
         {{u"yes"_s, {}, u"the fingerprints were compared: don't ask"_s}},
         u"1 something was refused\n77 not confirmed"_s,
         Needs::Core,
         import},
        {u"trust remove"_s, u"trusts a certificate or list no more"_s, u"SHA256"_s, {}, {}, Needs::Core, remove},
        {u"trust import-list"_s,
         u"shows a trusted list (ETSI TS 119 612) whose signature holds and takes it once it is confirmed"_s,
         u"FILE"_s,
         {{u"operator"_s, u"CERT"_s, u"certificate of the operator who signs the list, known from elsewhere"_s},
          {u"yes"_s, {}, u"the fingerprint of the operator was compared: don't ask"_s}},
         u"77 not confirmed"_s,
         Needs::Core,
         importList},
        {u"trust remove-list"_s,
         u"gives up the trusted list of a territory"_s,
         u"TERRITORY"_s,
         {},
         {},
         Needs::Core,
         removeList},
        {u"trust system"_s,
         u"trusts the roots of the operating system, too, or not (off from the start)"_s,
         u"on|off"_s,
         {},
         {},
         Needs::Core,
         systemRoots},
        {u"trust policy"_s,
         u"shows or sets how far clocks may differ and how long revocation data is believed after its end"_s,
         {},
         {{u"clock-skew"_s, u"SECONDS"_s, u"between two honest clocks, at most 3600 (300 from the start)"_s},
          {u"revocation-grace"_s, u"SECONDS"_s, u"after the end of a list or response, at most 30 days (0)"_s}},
         {},
         Needs::Core,
         policy},
        {u"trust log"_s, u"tells who changed what is trusted, and when"_s, {}, {}, {}, Needs::Core, log},
    };
}

} // namespace app::cli
