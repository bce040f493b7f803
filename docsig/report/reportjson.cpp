// SPDX-License-Identifier: GPL-3.0-or-later
#include "docsig/report/reportjson.h"

#include "docsig/report/jsonreader.h"

#include <QJsonArray>

#include <array>

namespace docsig {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array verdicts{"valid", "invalid", "cannot-tell", "unsigned", "unreadable"};
constexpr std::array judgements{"valid", "invalid", "cannot-tell"};
constexpr std::array parts{"integrity", "coverage", "trust", "time", "algorithm", "document"};
constexpr std::array weights{"note", "doubt", "fault"};
constexpr std::array levels{"none", "B-B", "B-T", "B-LT", "B-LTA"};

template <typename Enum, std::size_t Size>
QString wordOf(const std::array<const char*, Size>& words, Enum value) {
    return QString::fromLatin1(words.at(static_cast<std::size_t>(value)));
}

QJsonValue timeOf(const QDateTime& time) {
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const Finding& one) {
    return {{u"code"_s, one.code}, {u"part"_s, word(one.part)}, {u"weight"_s, word(one.weight)},
            {u"page"_s, one.page}, {u"place"_s, one.place},     {u"detail"_s, one.detail}};
}

QJsonArray toJson(const QList<Finding>& findings) {
    QJsonArray array;
    for (const Finding& one : findings) {
        array.append(toJson(one));
    }
    return array;
}

QJsonObject toJson(const CertificateFacts& facts) {
    return {{u"commonName"_s, facts.commonName},
            {u"organisation"_s, facts.organisation},
            {u"organisationIdentifier"_s, facts.organisationIdentifier},
            {u"title"_s, facts.title},
            {u"issuerName"_s, facts.issuerName},
            {u"serialHex"_s, facts.serialHex},
            {u"notBefore"_s, timeOf(facts.notBefore)},
            {u"notAfter"_s, timeOf(facts.notAfter)},
            {u"sha256"_s, QString::fromLatin1(facts.sha256)},
            {u"der"_s, QString::fromLatin1(facts.der.toBase64())}};
}

QJsonObject toJson(const StampFacts& facts) {
    return {{u"time"_s, timeOf(facts.time)},
            {u"authority"_s, facts.authority},
            {u"authorityEnds"_s, timeOf(facts.authorityEnds)},
            {u"digestAlgorithm"_s, facts.digestAlgorithm},
            {u"signatureAlgorithm"_s, facts.signatureAlgorithm},
            {u"keyBits"_s, facts.keyBits},
            {u"authorityDer"_s, QString::fromLatin1(facts.authorityDer.toBase64())}};
}

QJsonObject toJson(const SignatureResult& one) {
    QJsonObject object{{u"field"_s, one.fieldName},
                       {u"kind"_s, one.kind},
                       {u"revision"_s, one.revision},
                       {u"coveredBytes"_s, one.coveredBytes},
                       {u"coversWholeFile"_s, one.coversWholeFile},
                       {u"integrity"_s, word(one.integrity)},
                       {u"coverage"_s, word(one.coverage)},
                       {u"trust"_s, word(one.trust)},
                       {u"time"_s, word(one.time)},
                       {u"algorithm"_s, word(one.algorithm)},
                       {u"signer"_s, toJson(one.signer)},
                       {u"claimedTime"_s, timeOf(one.claimedTime)},
                       {u"provenTime"_s, timeOf(one.provenTime.value_or(QDateTime()))},
                       {u"level"_s, word(one.level)},
                       {u"subFilter"_s, one.subFilter},
                       {u"reason"_s, one.reason},
                       {u"location"_s, one.location},
                       {u"docMdpPermission"_s, one.docMdpPermission},
                       {u"lockedFields"_s, QJsonArray::fromStringList(one.lockedFields)},
                       {u"page"_s, one.page},
                       {u"rect"_s, QJsonArray{one.rect.x(), one.rect.y(), one.rect.width(), one.rect.height()}},
                       {u"findings"_s, toJson(one.findings)}};
    if (one.stamp) {
        object.insert(u"stamp"_s, toJson(*one.stamp));
    }
    return object;
}

QJsonObject toJson(const RevisionInfo& one) {
    return {{u"index"_s, one.index},
            {u"endOffset"_s, one.endOffset},
            {u"explanation"_s, one.explanation},
            {u"details"_s, QJsonArray::fromStringList(one.details)}};
}

Finding readFinding(JsonReader& from) {
    Finding one;
    one.code = from.text(u"code"_s);
    one.part = from.choice<Part>(u"part"_s, parts);
    one.weight = from.choice<Weight>(u"weight"_s, weights);
    one.page = from.number<int>(u"page"_s);
    one.place = from.text(u"place"_s);
    one.detail = from.text(u"detail"_s);
    return one;
}

CertificateFacts readFacts(JsonReader& from) {
    CertificateFacts facts;
    facts.commonName = from.text(u"commonName"_s);
    facts.organisation = from.text(u"organisation"_s);
    facts.organisationIdentifier = from.text(u"organisationIdentifier"_s);
    facts.title = from.text(u"title"_s);
    facts.issuerName = from.text(u"issuerName"_s);
    facts.serialHex = from.text(u"serialHex"_s);
    facts.notBefore = from.time(u"notBefore"_s);
    facts.notAfter = from.time(u"notAfter"_s);
    facts.sha256 = from.text(u"sha256"_s).toLatin1();
    facts.der = from.base64(u"der"_s);
    return facts;
}

StampFacts readStamp(JsonReader& from) {
    StampFacts facts;
    facts.time = from.time(u"time"_s);
    facts.authority = from.text(u"authority"_s);
    facts.authorityEnds = from.time(u"authorityEnds"_s);
    facts.digestAlgorithm = from.text(u"digestAlgorithm"_s);
    facts.signatureAlgorithm = from.text(u"signatureAlgorithm"_s);
    facts.keyBits = from.number<int>(u"keyBits"_s);
    if (from.has(u"authorityDer"_s)) { // reports that were stored earlier lack it
        facts.authorityDer = from.base64(u"authorityDer"_s);
    }
    return facts;
}

SignatureResult readSignature(JsonReader& from) {
    SignatureResult one;
    one.fieldName = from.text(u"field"_s);
    one.kind = from.text(u"kind"_s);
    one.revision = from.number<int>(u"revision"_s);
    one.coveredBytes = from.number<qint64>(u"coveredBytes"_s);
    one.coversWholeFile = from.flag(u"coversWholeFile"_s);
    one.integrity = from.choice<Judgement>(u"integrity"_s, judgements);
    one.coverage = from.choice<Judgement>(u"coverage"_s, judgements);
    one.trust = from.choice<Judgement>(u"trust"_s, judgements);
    one.time = from.choice<Judgement>(u"time"_s, judgements);
    one.algorithm = from.choice<Judgement>(u"algorithm"_s, judgements);
    one.signer = from.child<CertificateFacts>(u"signer"_s, readFacts);
    one.claimedTime = from.time(u"claimedTime"_s);
    if (const QDateTime proven = from.time(u"provenTime"_s); proven.isValid()) {
        one.provenTime = proven;
    }
    if (from.has(u"stamp"_s)) {
        one.stamp = from.child<StampFacts>(u"stamp"_s, readStamp);
    }
    if (from.has(u"level"_s)) { // reports that were stored before levels were judged lack it
        one.level = from.choice<Level>(u"level"_s, levels);
    }
    one.subFilter = from.text(u"subFilter"_s);
    one.reason = from.text(u"reason"_s);
    one.location = from.text(u"location"_s);
    one.docMdpPermission = from.number<int>(u"docMdpPermission"_s);
    one.lockedFields = from.texts(u"lockedFields"_s);
    one.page = from.number<int>(u"page"_s);
    one.rect = from.rectangle(u"rect"_s);
    one.findings = from.children<Finding>(u"findings"_s, readFinding);
    return one;
}

RevisionInfo readRevision(JsonReader& from) {
    RevisionInfo one;
    one.index = from.number<int>(u"index"_s);
    one.endOffset = from.number<qint64>(u"endOffset"_s);
    one.explanation = from.text(u"explanation"_s);
    one.details = from.texts(u"details"_s);
    return one;
}

} // namespace

QString word(Verdict verdict) {
    return wordOf(verdicts, verdict);
}

QString word(Judgement judgement) {
    return wordOf(judgements, judgement);
}

QString word(Part part) {
    return wordOf(parts, part);
}

QString word(Weight weight) {
    return wordOf(weights, weight);
}

QString word(Level level) {
    return wordOf(levels, level);
}

QJsonObject toJson(const SignatureReport& report) {
    QJsonArray signatures;
    for (const SignatureResult& one : report.signatures) {
        signatures.append(toJson(one));
    }
    QJsonArray revisions;
    for (const RevisionInfo& one : report.revisions) {
        revisions.append(toJson(one));
    }
    QJsonObject values;
    for (auto each = report.fieldValues.cbegin(); each != report.fieldValues.cend(); ++each) {
        values.insert(each.key(), each.value());
    }
    return {{u"verdict"_s, word(report.verdict)},
            {u"documentSha256"_s, QString::fromLatin1(report.documentSha256)},
            {u"size"_s, report.size},
            {u"pageCount"_s, report.pageCount},
            {u"signatures"_s, signatures},
            {u"revisions"_s, revisions},
            {u"findings"_s, toJson(report.findings)},
            {u"fieldValues"_s, values}};
}

std::optional<SignatureReport> fromJson(const QJsonObject& object) {
    JsonReader from(object);
    SignatureReport report;
    report.verdict = from.choice<Verdict>(u"verdict"_s, verdicts);
    report.documentSha256 = from.text(u"documentSha256"_s).toLatin1();
    report.size = from.number<qint64>(u"size"_s);
    report.pageCount = from.number<int>(u"pageCount"_s);
    report.signatures = from.children<SignatureResult>(u"signatures"_s, readSignature);
    report.revisions = from.children<RevisionInfo>(u"revisions"_s, readRevision);
    report.findings = from.children<Finding>(u"findings"_s, readFinding);
    report.fieldValues = from.textMap(u"fieldValues"_s);
    if (!from.isGood()) {
        return std::nullopt;
    }
    return report;
}

} // namespace docsig
