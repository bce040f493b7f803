// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/senderjudge.h"

#include "app/layout/officialpage.h"
#include "app/services/flowfieldnames.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

using docsig::Judgement;
using docsig::SignatureResult;

SenderFinding finding(const char* code, const QString& expected, const QString& found) {
    return {.code = QString::fromLatin1(code), .expected = expected, .found = found};
}

bool isListed(const SenderKnowledge& known, const QByteArray& certificate) {
    return known.agency && known.agency->sealCertificateSha256.contains(certificate);
}

bool isPinned(const SenderKnowledge& known, const QByteArray& certificate) {
    return std::ranges::any_of(known.pinnedSeals,
                               [&](const PinnedSeal& seal) { return seal.certificateSha256 == certificate; });
}

/// How this signature's certificate is bound to the sender.
SealBinding bindingOf(const SignatureResult& signature, const PacketFacts& packet, const SenderKnowledge& known) {
    const docsig::CertificateFacts& certificate = signature.signer;
    if (isListed(known, certificate.sha256)) {
        return SealBinding::Directory;
    }
    // The certificate says itself whose it is; that counts only as far as its issuer is trusted.
    if (certificate.organisationIdentifier == packet.from.id.text() && !packet.from.id.isEmpty() &&
        signature.trust == Judgement::Valid) {
        return SealBinding::OrganizationIdentifier;
    }
    return isPinned(known, certificate.sha256) ? SealBinding::Pinned : SealBinding::None;
}

QList<qsizetype> signaturesOf(const docsig::SignatureReport& report) {
    QList<qsizetype> indexes;
    for (qsizetype index = 0; index < report.signatures.size(); ++index) {
        if (report.signatures.at(index).kind == u"signature"_s) {
            indexes.append(index);
        }
    }
    return indexes;
}

/// Number and date say the same in packet and PDF; what cannot be read there is no contradiction.
void compareNumber(const PacketFacts& packet, const docsig::SignatureReport& report, SenderJudgement& judgement) {
    const QString found = report.fieldValues.value(flow::numberField).trimmed();
    if (found.isEmpty()) {
        judgement.findings.append(finding("number-not-in-pdf", packet.number, found));
        return;
    }
    bool packetIsNumber = false;
    bool foundIsNumber = false;
    const int expectedNumber = packet.number.toInt(&packetIsNumber);
    const int foundNumber = found.toInt(&foundIsNumber);
    const bool same =
        packetIsNumber && foundIsNumber ? expectedNumber == foundNumber : found == packet.number.trimmed();
    if (!same) {
        judgement.findings.append(finding("number-differs", packet.number, found));
    }
}

void compareDate(const PacketFacts& packet, const docsig::SignatureReport& report, SenderJudgement& judgement) {
    const QString found = report.fieldValues.value(flow::dateField).trimmed();
    if (found.isEmpty()) {
        judgement.findings.append(finding("date-not-in-pdf", packet.dateText, found));
    } else if (!packet.date.isValid() || printedDate(packet.date) != found) {
        judgement.findings.append(finding("date-differs", packet.dateText, found));
    }
}

/// For comparing names: letters alone, without a remark in brackets at the end ("(ca nhan)").
QString folded(const QString& name) {
    const QString plain = name.endsWith(u')') ? name.left(name.lastIndexOf(u'(')) : name;
    return plain.normalized(QString::NormalizationForm_C).toCaseFolded().simplified();
}

/// The name under the document stands in the certificate of one of the persons who signed it.
void compareSigner(const PacketFacts& packet, const docsig::SignatureReport& report, std::optional<qsizetype> seal,
                   SenderJudgement& judgement) {
    QStringList persons;
    for (const qsizetype index : signaturesOf(report)) {
        if (index != seal) {
            persons.append(report.signatures.at(index).signer.commonName);
        }
    }
    const QString expected = folded(packet.signer.fullName);
    if (persons.isEmpty() || packet.signer.fullName.trimmed().isEmpty()) {
        judgement.findings.append(finding("signer-not-known", packet.signer.fullName, persons.join(u", "_s)));
    } else if (std::ranges::none_of(persons, [&](const QString& name) { return folded(name) == expected; })) {
        judgement.findings.append(finding("signer-differs", packet.signer.fullName, persons.join(u", "_s)));
    }
}

/// Why a seal without a binding is none: a contradiction, or nothing known.
SenderFinding unboundSeal(const SignatureResult& seal, const PacketFacts& packet, const SenderKnowledge& known) {
    const docsig::CertificateFacts& certificate = seal.signer;
    const QString& claimed = certificate.organisationIdentifier;
    const bool listsOthers = known.agency && !known.agency->sealCertificateSha256.isEmpty();
    if ((!claimed.isEmpty() && claimed != packet.from.id.text()) || listsOthers) {
        return finding("seal-not-of-sender", packet.from.id.text(),
                       claimed.isEmpty() ? certificate.commonName : claimed);
    }
    if (!known.pinnedSeals.isEmpty()) {
        return finding("seal-changed", known.pinnedSeals.last().certificateName, certificate.commonName);
    }
    return finding("seal-unknown-binding", packet.from.name, certificate.commonName);
}

bool isContradiction(const SenderFinding& found) {
    static const QStringList contradictions = {u"seal-not-of-sender"_s, u"seal-changed"_s, u"number-differs"_s,
                                               u"date-differs"_s, u"signer-differs"_s};
    return contradictions.contains(found.code);
}

} // namespace

std::optional<qsizetype> sealIndex(const PacketFacts& packet, const docsig::SignatureReport& report,
                                   const SenderKnowledge& known) {
    const QList<qsizetype> candidates = signaturesOf(report);
    const auto find = [&](auto isSeal) -> std::optional<qsizetype> {
        const auto found =
            std::ranges::find_if(candidates, [&](qsizetype index) { return isSeal(report.signatures.at(index)); });
        return found == candidates.end() ? std::nullopt : std::optional(*found);
    };
    const auto bound = find(
        [&](const SignatureResult& signature) { return bindingOf(signature, packet, known) != SealBinding::None; });
    if (bound) {
        return bound;
    }
    const auto claims = find([](const SignatureResult& signature) {
        return !signature.signer.organisationIdentifier.isEmpty() || signature.fieldName == flow::sealField;
    });
    if (claims) {
        return claims;
    }
    // Of several signatures the last one is the office's: the clerk seals what the leader signed (NĐ 30 art. 32).
    return candidates.size() > 1 ? std::optional(candidates.last()) : std::nullopt;
}

SenderJudgement judgeSender(const PacketFacts& packet, const docsig::SignatureReport& report,
                            const SenderKnowledge& known) {
    SenderJudgement judgement;
    const auto seal = sealIndex(packet, report, known);
    if (seal) {
        const SignatureResult& signature = report.signatures.at(*seal);
        judgement.sealCertificateSha256 = signature.signer.sha256;
        judgement.sealName = signature.signer.commonName;
        judgement.binding = bindingOf(signature, packet, known);
        if (judgement.binding == SealBinding::None) {
            judgement.findings.append(unboundSeal(signature, packet, known));
        }
    } else {
        judgement.findings.append(finding("seal-missing", packet.from.name, QString()));
    }
    if (packet.application().isEmpty()) {
        compareNumber(packet, report, judgement);
        compareDate(packet, report, judgement);
        compareSigner(packet, report, seal, judgement);
    }
    if (std::ranges::any_of(judgement.findings, isContradiction)) {
        judgement.judgement = Judgement::Invalid;
    } else {
        judgement.judgement = judgement.findings.isEmpty() ? Judgement::Valid : Judgement::CannotTell;
    }
    return judgement;
}

docsig::Verdict wholeVerdict(const docsig::SignatureReport& report, const SenderJudgement& sender) {
    using docsig::Verdict;
    if (report.verdict == Verdict::Unreadable || report.verdict == Verdict::Unsigned ||
        report.verdict == Verdict::Invalid) {
        return report.verdict;
    }
    if (sender.judgement == Judgement::Invalid) {
        return Verdict::Invalid;
    }
    return sender.judgement == Judgement::CannotTell ? Verdict::CannotTell : report.verdict;
}

} // namespace app
