// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/senderjson.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

constexpr QLatin1StringView judgements[] = {"valid"_L1, "invalid"_L1, "cannot-tell"_L1};
constexpr QLatin1StringView bindings[] = {"none"_L1, "directory"_L1, "organization-identifier"_L1, "pinned"_L1};

} // namespace

QJsonObject toJson(const SenderJudgement& judgement) {
    QJsonArray findings;
    for (const SenderFinding& finding : judgement.findings) {
        findings.append(
            QJsonObject{{u"code"_s, finding.code}, {u"expected"_s, finding.expected}, {u"found"_s, finding.found}});
    }
    return {{u"judgement"_s, QString(judgements[static_cast<size_t>(judgement.judgement)])},
            {u"binding"_s, QString(bindings[static_cast<size_t>(judgement.binding)])},
            {u"sealCertificateSha256"_s, QString::fromLatin1(judgement.sealCertificateSha256)},
            {u"sealName"_s, judgement.sealName},
            {u"findings"_s, findings}};
}

SenderJudgement senderJudgementFromJson(const QJsonObject& object) {
    SenderJudgement judgement;
    const QString word = object[u"judgement"_s].toString();
    if (word == judgements[0]) {
        judgement.judgement = docsig::Judgement::Valid;
    } else if (word == judgements[1]) {
        judgement.judgement = docsig::Judgement::Invalid;
    }
    const auto binding = std::find(std::begin(bindings), std::end(bindings), object[u"binding"_s].toString());
    if (binding != std::end(bindings)) {
        judgement.binding = static_cast<SealBinding>(binding - std::begin(bindings));
    }
    judgement.sealCertificateSha256 = object[u"sealCertificateSha256"_s].toString().toLatin1();
    judgement.sealName = object[u"sealName"_s].toString();
    for (const QJsonValue& value : object[u"findings"_s].toArray()) {
        const QJsonObject finding = value.toObject();
        judgement.findings.append({.code = finding[u"code"_s].toString(),
                                   .expected = finding[u"expected"_s].toString(),
                                   .found = finding[u"found"_s].toString()});
    }
    return judgement;
}

} // namespace app
