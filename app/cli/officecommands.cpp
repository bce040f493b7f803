// SPDX-License-Identifier: GPL-3.0-or-later
// A profile's own affairs: office init, office secret, office show, office set.
#include "app/cli/commands.h"
#include "app/cli/evidenceoutput.h"
#include "app/cli/levelword.h"
#include "app/cli/steps.h"
#include "app/runtime/initoffice.h"
#include "app/services/evidenceaccess.h"
#include "app/services/storepacket.h"
#include "docsig/report/reportjson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app::cli {

namespace {

Result<ProfileRequest> requestFrom(const Arguments& arguments) {
    ProfileRequest request;
    Profile& profile = request.profile;
    const QStringList needed{u"folder"_s,     u"hub"_s,   u"account"_s, u"code"_s, u"organ"_s,
                             u"organ-name"_s, u"login"_s, u"name"_s,    u"role"_s};
    for (const QString& name : needed) {
        if (arguments.value(name).isEmpty()) {
            return std::unexpected(optionMissing(u"--"_s + name));
        }
    }
    const auto organ = OrganId::parse(arguments.value(u"organ"_s));
    const auto role = roleFromKey(arguments.value(u"role"_s));
    if (!organ || !role) {
        return fail("office-facts-wrong", organ ? arguments.value(u"role"_s) : arguments.value(u"organ"_s));
    }
    profile.folder = arguments.value(u"folder"_s);
    profile.hubUrl = arguments.value(u"hub"_s);
    profile.account = arguments.value(u"account"_s);
    profile.caFile = arguments.value(u"ca"_s);
    profile.agency.id = *organ;
    profile.agency.name = arguments.value(u"organ-name"_s);
    profile.person =
        Person{*organ, arguments.value(u"login"_s), arguments.value(u"name"_s), *role, arguments.value(u"title"_s), {}};
    profile.superiorName = arguments.value(u"superior"_s);
    profile.placeName = arguments.value(u"place"_s);
    profile.notationUnit = arguments.value(u"notation"_s);
    profile.language = arguments.value(u"language"_s);
    if (arguments.has(u"key"_s)) {
        profile.signatureKey = Pkcs12File{arguments.value(u"key"_s)};
    }
    if (arguments.has(u"seal-key"_s)) {
        profile.sealKey = Pkcs12File{arguments.value(u"seal-key"_s)};
    }
    profile.signaturePicture = arguments.value(u"signature-picture"_s);
    profile.sealPicture = arguments.value(u"seal-picture"_s);
    request.enrolmentCode = arguments.value(u"code"_s);
    return request;
}

Result<int> init(Invocation& invocation) {
    const auto request = requestFrom(invocation.arguments());
    if (!request) {
        return std::unexpected(request.error());
    }
    const auto profile = initOffice(*request);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    invocation.terminal().line(profile->folder);
    invocation.terminal().object({{u"folder"_s, profile->folder}, {u"mailbox"_s, profile->person.mailbox()}});
    return 0;
}

/// How far signatures are taken and who is asked for that.
void tellEvidence(const Terminal& terminal, const EvidenceSettings& evidence) {
    const QString signatures = docsig::word(evidence.levelOfSignatures());
    const QString seals = docsig::word(evidence.levelOfSeals());
    const QString address = evidence.timeStampAddress.isEmpty() ? u"–"_s : evidence.timeStampAddress;
    terminal.line(u"signatures to %1, seals to %2; time stamps from %3"_s.arg(signatures, seals, address),
                  u"chữ ký đến mức %1, con dấu đến mức %2; dấu thời gian từ %3"_s.arg(signatures, seals, address));
    terminal.line(
        u"archive time stamps are renewed %1 days before they stop to prove anything"_s.arg(evidence.renewalDays),
        u"dấu thời gian lưu trữ được gia hạn %1 ngày trước khi hết giá trị chứng minh"_s.arg(evidence.renewalDays));
    if (!evidence.hosts.isEmpty()) {
        const QString hosts = evidence.hosts.join(u", "_s);
        terminal.line(u"evidence also from %1"_s.arg(hosts), u"cũng lấy bằng chứng từ %1"_s.arg(hosts));
    }
}

QJsonObject evidenceJson(const EvidenceSettings& evidence) {
    return {{u"timeStampAddress"_s, evidence.timeStampAddress},
            {u"signatureLevel"_s, docsig::word(evidence.levelOfSignatures())},
            {u"sealLevel"_s, docsig::word(evidence.levelOfSeals())},
            {u"renewalDays"_s, evidence.renewalDays},
            {u"evidenceHosts"_s, QJsonArray::fromStringList(evidence.hosts)}};
}

Result<void> changeEvidence(const Arguments& arguments, EvidenceSettings& evidence) {
    if (arguments.has(u"tsa"_s)) {
        const QString address = arguments.value(u"tsa"_s);
        if (!address.isEmpty() && EvidenceAccess::placeOf(address).isEmpty()) {
            return std::unexpected(timeStampAddressWrong(address));
        }
        evidence.timeStampAddress = address;
    }
    if (arguments.has(u"level"_s)) {
        const QString level = arguments.value(u"level"_s);
        evidence.level = std::nullopt;
        if (level != "default"_L1) {
            const auto wanted = levelNamed(level);
            if (!wanted) {
                return std::unexpected(wanted.error());
            }
            evidence.level = *wanted;
        }
    }
    if (arguments.has(u"renewal-days"_s)) {
        const int days = arguments.value(u"renewal-days"_s).toInt();
        if (days < 1 || days > EvidenceSettings::mostRenewalDays) {
            return fail("renewal-days-wrong", arguments.value(u"renewal-days"_s));
        }
        evidence.renewalDays = days;
    }
    for (const QString& host : arguments.values(u"allow-host"_s)) {
        if (EvidenceAccess::placesOf(host).isEmpty()) {
            return std::unexpected(evidenceHostWrong(host));
        }
        if (!evidence.hosts.contains(host)) {
            evidence.hosts.append(host);
        }
    }
    for (const QString& host : arguments.values(u"forget-host"_s)) {
        evidence.hosts.removeAll(host);
    }
    return {};
}

/// What the network may be used for, in words.
QString networkSentence(exchange::NetworkPolicy policy, Language language) {
    const bool vietnamese = language == Language::Vietnamese;
    switch (policy) {
    case exchange::NetworkPolicy::Offline:
        return vietnamese ? u"mạng: không dùng"_s : u"network: not used"_s;
    case exchange::NetworkPolicy::Metered:
        return vietnamese ? u"mạng: tính cước, tệp trên 1 MB chờ"_s : u"network: metered, files above 1 MB wait"_s;
    case exchange::NetworkPolicy::Online:
        return vietnamese ? u"mạng: trực tuyến"_s : u"network: online"_s;
    }
    return {};
}

/// How packets are written and signed, and who can be chosen as a receiver.
void tellPackets(const Terminal& terminal, const Profile& profile) {
    terminal.line(u"packets: written for %1, %2"_s.arg(
                      profile.packetProfile, profile.signPackets ? u"signed with the seal"_s : u"not signed"_s),
                  u"gói tin: ghi theo %1, %2"_s.arg(profile.packetProfile, profile.signPackets
                                                                               ? u"được ký bằng chứng thư của con dấu"_s
                                                                               : u"không ký"_s));
    if (profile.showTestUnits) {
        terminal.line(u"test units can be chosen as receivers"_s, u"được chọn đơn vị kiểm thử làm nơi nhận"_s);
    }
}

QJsonObject packetsJson(const Profile& profile) {
    return {{u"packetProfile"_s, profile.packetProfile},
            {u"signPackets"_s, profile.signPackets},
            {u"showTestUnits"_s, profile.showTestUnits}};
}

/// Takes over "yes" or "no" where the option is given.
Result<void> changeSwitch(const Arguments& arguments, const QString& option, bool& value) {
    if (!arguments.has(option)) {
        return {};
    }
    const QString word = arguments.value(option);
    if (word != "yes"_L1 && word != "no"_L1) {
        return fail("yes-or-no-wrong", u"--%1 %2"_s.arg(option, word));
    }
    value = word == "yes"_L1;
    return {};
}

Result<void> changePackets(const Arguments& arguments, Profile& profile) {
    if (arguments.has(u"packet-profile"_s)) {
        const auto manner = packetProfile(arguments.value(u"packet-profile"_s));
        if (!manner) {
            return std::unexpected(manner.error());
        }
        profile.packetProfile = manner->name;
    }
    if (auto changed = changeSwitch(arguments, u"sign-packets"_s, profile.signPackets); !changed) {
        return changed;
    }
    return changeSwitch(arguments, u"test-units"_s, profile.showTestUnits);
}

Result<exchange::NetworkPolicy> changeNetwork(const Arguments& arguments, SyncOffice& sync) {
    if (!arguments.has(u"network"_s)) {
        return sync.network();
    }
    const auto policy = exchange::networkFromWord(arguments.value(u"network"_s));
    if (!policy) {
        return fail("network-word-wrong", arguments.value(u"network"_s));
    }
    if (auto set = sync.setNetwork(*policy); !set) {
        return std::unexpected(set.error());
    }
    return *policy;
}

Result<int> set(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        Profile profile = session.profile();
        if (auto changed = changeEvidence(invocation.arguments(), profile.evidence); !changed) {
            return std::unexpected(changed.error());
        }
        if (auto changed = changePackets(invocation.arguments(), profile); !changed) {
            return std::unexpected(changed.error());
        }
        const auto network = changeNetwork(invocation.arguments(), session.syncOffice());
        if (!network) {
            return std::unexpected(network.error());
        }
        if (auto saved = session.saveProfile(profile); !saved) {
            return std::unexpected(saved.error());
        }
        tellEvidence(invocation.terminal(), profile.evidence);
        tellPackets(invocation.terminal(), profile);
        invocation.terminal().line(networkSentence(*network, invocation.terminal().language()));
        QJsonObject told = evidenceJson(profile.evidence);
        told.insert(u"network"_s, networkWord(*network));
        told.insert(u"packets"_s, packetsJson(profile));
        invocation.terminal().object(told);
        return 0;
    });
}

Result<int> showOffice(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        const SyncState state = session.syncOffice().state();
        invocation.terminal().line(
            u"%1 · %2 · %3"_s.arg(session.person().name, session.agency().name, session.profile().hubUrl));
        invocation.terminal().line(
            u"queued %1, uncertain %2, failed %3"_s.arg(state.queued).arg(state.uncertain).arg(state.failed),
            u"còn chờ %1, chưa rõ %2, không gửi được %3"_s.arg(state.queued).arg(state.uncertain).arg(state.failed));
        tellEvidence(invocation.terminal(), session.profile().evidence);
        tellPackets(invocation.terminal(), session.profile());
        invocation.terminal().line(networkSentence(state.network, invocation.terminal().language()));
        invocation.terminal().object({{u"mailbox"_s, session.person().mailbox()},
                                      {u"role"_s, roleKey(session.person().role)},
                                      {u"organ"_s, session.agency().id.text()},
                                      {u"hub"_s, session.profile().hubUrl},
                                      {u"queued"_s, state.queued},
                                      {u"uncertain"_s, state.uncertain},
                                      {u"failed"_s, state.failed},
                                      {u"network"_s, networkWord(state.network)},
                                      {u"contentsWaiting"_s, state.waiting},
                                      {u"evidence"_s, evidenceJson(session.profile().evidence)},
                                      {u"packets"_s, packetsJson(session.profile())}});
        return 0;
    });
}

Result<int> secret(Invocation& invocation) {
    return onSession(invocation, [&](OfficeSession& session) -> Result<int> {
        if (auto renewed = renewSecret(session.profile()); !renewed) {
            return std::unexpected(renewed.error());
        }
        const QString account = session.profile().account;
        invocation.terminal().line(u"%1 has a new secret; the old one is void"_s.arg(account),
                                   u"%1 đã có khóa bí mật mới; khóa cũ không còn hiệu lực"_s.arg(account));
        invocation.terminal().object({{u"account"_s, account}});
        return 0;
    });
}

} // namespace

QList<Command> officeCommands() {
    return {
        {u"office init"_s,
         u"makes a profile folder (one person in one office) and enrols it at the exchange server"_s,
         {},
         {{u"folder"_s, u"DIR"_s, u"the new profile folder"_s},
          {u"hub"_s, u"URL"_s, u"address of the exchange server"_s},
          {u"account"_s, u"NAME"_s, u"account at the server"_s},
          {u"code"_s, u"CODE"_s, u"one-time enrolment code"_s},
          {u"ca"_s, u"FILE"_s, u"certificate authority of the server's TLS"_s},
          {u"organ"_s, u"ORGANID"_s, u"code of the office"_s},
          {u"organ-name"_s, u"TEXT"_s, u"name of the office"_s},
          {u"superior"_s, u"TEXT"_s, u"cơ quan chủ quản"_s},
          {u"place"_s, u"TEXT"_s, u"địa danh on the page"_s},
          {u"notation"_s, u"TEXT"_s, u"abbreviation of the office in notations"_s},
          {u"login"_s, u"NAME"_s, u"short name of the person in the mailbox"_s},
          {u"name"_s, u"TEXT"_s, u"name of the person"_s},
          {u"role"_s, u"ROLE"_s, u"officer, leader, clerk or archivist"_s},
          {u"title"_s, u"TEXT"_s, u"title above the signature"_s},
          {u"key"_s, u"FILE"_s, u"PKCS#12 file of the person's key"_s},
          {u"seal-key"_s, u"FILE"_s, u"PKCS#12 file of the office's key"_s},
          {u"signature-picture"_s, u"FILE"_s, u"PNG of the handwritten signature"_s},
          {u"seal-picture"_s, u"FILE"_s, u"PNG of the seal"_s}},
         {},
         Needs::Core,
         init},
        {u"office set"_s,
         u"says how far signatures are taken, who is asked for time stamps and revocation data, what the network may "
         u"be "
         "used for, and how packets are written"_s,
         {},
         {{u"network"_s, u"WORD"_s,
           u"online, metered (messages and small files; larger ones wait, nothing listens for news) or offline"_s},
          {u"packet-profile"_s, u"NAME"_s,
           u"how packets are written, by the server that takes them: %1"_s.arg(packetProfileNames().join(u", "_s))},
          {u"sign-packets"_s, u"yes|no"_s,
           u"whether `send` signs the packet as a whole with the seal's key (up to 20 MB)"_s},
          {u"test-units"_s, u"yes|no"_s, u"whether units made for tests (W00) can be found as receivers"_s},
          {u"tsa"_s, u"URL"_s, u"RFC 3161 time-stamping authority; an empty word for none"_s},
          {u"level"_s, u"LEVEL"_s,
           u"of every signature: B-B, B-T, B-LT, B-LTA, or default (without an authority B-B; with one B-T, seals B-LTA)"_s},
          {u"allow-host"_s, u"HOST"_s, u"may be asked for evidence beside those that the trust store names"_s, true},
          {u"renewal-days"_s, u"DAYS"_s,
           u"how long before an archive time stamp stops to prove anything it is renewed (default: 365)"_s},
          {u"forget-host"_s, u"HOST"_s, u"is no longer asked"_s, true}},
         {},
         Needs::Core,
         set},
        {u"office secret"_s,
         u"gives the account a new secret at the exchange server; the old one ends"_s,
         {},
         {},
         {},
         Needs::Core,
         secret},
        {u"office show"_s,
         u"tells whose profile it is and what waits for the server"_s,
         {},
         {},
         {},
         Needs::Core,
         showOffice},
    };
}

} // namespace app::cli
